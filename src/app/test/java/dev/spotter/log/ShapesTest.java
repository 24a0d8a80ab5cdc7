package dev.spotter.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every shape of export that people have; made up, row by row. */
class ShapesTest {
  private static final String STRONG_OLD =
      """
      Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes
      2026-05-04 18:30:00,"Pull","Deadlift",0,60.0,5,0.0,0,""
      2026-05-04 18:30:00,"Pull","Deadlift",1,102.5,5,0.0,0,"felt good, fast"
      """
          .replace("\n", "\r\n");
  private static final String STRONG_10 =
      """
      Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes
      2026-05-04 18:30:00,"Pull","Deadlift",1,60.0,5,0,0,"",""
      2026-05-04 18:30:00,"Pull","Deadlift",2,102.5,5,0,0,,
      """;
  private static final String STRONG_12 =
      """
      Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
      2026-05-04 18:30:00,"Pull",1h 10m,"Deadlift",1,60.0,5,0,0,"","",
      2026-05-04 18:30:00,"Pull",1h 10m,"Deadlift",2,102.5,5,0,0,,,
      """;
  private static final String STRONG_SHORT =
      """
      Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE
      2026-05-04 18:30:00,"Pull","Deadlift",1,60.0,5.0,0,0.0,
      2026-05-04 18:30:00,"Pull","Deadlift",2,102.5,5.0,0,0.0,
      """;
  private static final String STRONG_UNITS =
      """
      Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,Distance Unit,Seconds,Notes,Workout Notes
      2026-05-04 18:30:00,Pull,1h 10m,Deadlift,1,60,kg,5,,,,,,
      2026-05-04 18:30:00,Pull,1h 10m,Deadlift,2,225.9738,lbs,5,,,,,,
      """;
  private static final String ANDROID =
      """
      "Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"
      "7";"2026-05-04 18:30:00";"Pull";"4200";"Deadlift";"1";"60.0";"5";"";"";"";"";""
      "7";"2026-05-04 18:30:00";"Pull";"4200";"Deadlift";"2";"102.50000000000001";"5";"";"";"";"";""
      """;
  private static final String ANDROID_OLD =
      """
      Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes;Workout Duration
      2026-05-04 18:30:00;Pull;Deadlift;1;60,0;kg;5;;;;;;;1h 10m
      2026-05-04 18:30:00;Pull;Deadlift;2;102,5;kg;5;;;;;;;1h 10m
      """;
  private static final String GERMAN =
      """
      Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,Entfernung,Sekunden,Notizen,Workout-Notizen,RPE
      2026-05-04 18:30:00,"Pull",70min,"Deadlift",1,60.0,5.0,0,0.0,"","",
      2026-05-04 18:30:00,"Pull",70min,"Deadlift",2,102.5,5.0,0,0.0,,,
      """;
  private static final String FRENCH =
      """
      Date,Nom de l'entraînement,Durée,Nom de l'exercice,Ordre de la série,Poids,Réps,Distance,Secondes,RPE,Notes
      2026-05-04 18:30:00,Dos,70m,Deadlift,1,60,5,0,0,,
      2026-05-04 18:30:00,Dos,70m,Deadlift,2,"102,5",5,0,0,,
      """;
  private static final String HEVY =
      """
      "title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"
      "Pull 💪","4 May 2026, 18:30","4 May 2026, 19:40","","Deadlift",,"",0,"normal",60,5,,,
      "Pull 💪","4 May 2026, 18:30","4 May 2026, 19:40","","Deadlift",,"grip
      went first",1,"normal",102.5,5,,,
      """;
  private static final String FITNOTES =
      """
      Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time
      2026-05-04,Deadlift,Back,60.0,5,,,
      2026-05-04,Deadlift,Back,102.5,5,,,
      """;
  private static final String FITNOTES_UNITS =
      """
      Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment
      2026-05-04,Deadlift,Back,60.0,kgs,5,,,,
      2026-05-04,Deadlift,Back,102.5,kgs,5,,,,"slow, tired"
      """;
  private static final String FITNOTES_IOS =
      """
      Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind
      2026-05-04,Deadlift,Back,60.00,132.28,5,,,,,wr
      2026-05-04,Deadlift,Back,,225.9738,5,,,,,wr
      """;
  private static final String PLAIN =
      """
      date;exercise;load_kg;reps
      04.05.2026 18:30;Deadlift;60;5
      04.05.2026 18:30;Deadlift;102,5;5
      """;

  @TestFactory
  Stream<DynamicTest> theSameTwoSetsComeOutOfEveryShape() {
    return Stream.of(
            STRONG_OLD,
            STRONG_10,
            STRONG_12,
            STRONG_SHORT,
            STRONG_UNITS,
            ANDROID,
            ANDROID_OLD,
            GERMAN,
            FRENCH,
            HEVY,
            FITNOTES,
            FITNOTES_UNITS,
            FITNOTES_IOS,
            PLAIN)
        .map(
            text ->
                DynamicTest.dynamicTest(
                    text.lines().findFirst().orElse(""),
                    () -> {
                      Imported imported = Logs.read(text, "kg");
                      assertThat(Logs.sets(imported))
                          .containsExactly("Deadlift 60.0x5", "Deadlift 102.5x5");
                      assertThat(imported.counts().rows()).isEqualTo(2);
                      assertThat(imported.warnings()).isEmpty();
                    }));
  }

  @Test
  void lengthAndStartAreTakenWhereAShapeHasThem() {
    for (String text : new String[] {STRONG_12, ANDROID, ANDROID_OLD, GERMAN, FRENCH, HEVY}) {
      Imported imported = Logs.read(text, "kg");
      assertThat(imported.history().sessions().get(0).durationSec()).as(text).isEqualTo(4200);
      assertThat(imported.history().sessions().get(0).start())
          .isEqualTo(LocalDateTime.of(2026, 5, 4, 18, 30));
    }
    assertThat(Logs.read(FITNOTES).history().sessions().get(0).start()).isNull();
  }

  @Test
  void poundsBecomeKilogramsAndStayTheUnitOfTheLifter() {
    Imported hevy = Logs.read(HEVY.replace("weight_kg", "weight_lbs").replace("_km", "_miles"));
    assertThat(hevy.history().unit()).isEqualTo("lb");
    assertThat(Logs.sets(hevy)).containsExactly("Deadlift 27.22x5", "Deadlift 46.49x5");
    Imported old = Logs.read(STRONG_OLD.replace(",kg,", ",lb,").replace(",km,", ",mi,"));
    assertThat(Logs.sets(old)).containsExactly("Deadlift 27.22x5", "Deadlift 46.49x5");
    Imported fit = Logs.read(FITNOTES_UNITS.replace("kgs", "lbs"));
    assertThat(fit.history().unit()).isEqualTo("lb");
  }

  @Test
  void theFileStandsAboveTheUnitGivenWhichThenSaysHowToShowIt() {
    Imported imported = Logs.read(HEVY, "lb");
    assertThat(Logs.sets(imported)).containsExactly("Deadlift 60.0x5", "Deadlift 102.5x5");
    assertThat(imported.history().unit()).isEqualTo("lb");
    assertThat(Logs.odd(imported)).containsExactly("1 own-unit");
  }

  @Test
  void marksOfEveryAppTellTheKindOfASet() {
    String android =
        ANDROID
            .replace("\"1\";\"60.0\"", "\"WARM_UP\";\"60.0\"")
            .replace("\"2\";\"102", "\"FAILURE\";\"102");
    assertThat(Logs.sets(Logs.read(android)))
        .containsExactly("Deadlift 60.0x5 warmup", "Deadlift 102.5x5 failure");
    String ios = STRONG_12.replace(",1,60", ",W,60").replace(",2,102", ",D,102");
    assertThat(Logs.sets(Logs.read(ios, "kg")))
        .containsExactly("Deadlift 60.0x5 warmup", "Deadlift 102.5x5 drop");
    String hevy = HEVY.replace("0,\"normal\"", "0,\"warmup\"").replace("\"normal\"", "\"dropset\"");
    assertThat(Logs.sets(Logs.read(hevy)))
        .containsExactly("Deadlift 60.0x5 warmup", "Deadlift 102.5x5 drop");
  }

  @Test
  void effortIsRead() {
    assertThat(Logs.sets(Logs.read(HEVY.replace("102.5,5,,,", "102.5,5,,,8.5"))))
        .contains("Deadlift 102.5x5@8.5");
    assertThat(
            Logs.sets(
                Logs.read(
                    """
                    date,exercise,load_kg,reps,rpe,rir,kind,sets
                    2026-05-04,Deadlift,100,5,8,,warmup,1
                    2026-05-04,Deadlift,110,5,,1.5,work,3
                    """)))
        .containsExactly(
            "Deadlift 100.0x5@8.0 warmup",
            "Deadlift 110.0x5 rir 1.5 work",
            "Deadlift 110.0x5 rir 1.5 work",
            "Deadlift 110.0x5 rir 1.5 work");
  }

  @Test
  void hevysNewestFirstComesOutOldestFirst() {
    String newest =
        """
        "title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"
        "B","11 Mai 2026, 18:30","11 Mai 2026, 19:30","","Deadlift",,"",0,"normal",110,5,,,
        "A","4 mai 2026, 18:30","4 mai 2026, 19:30","","Deadlift",,"",0,"normal",100,5,,,
        "0","27 abr. 2026, 18:30","27 abr. 2026, 19:30","","Deadlift",,"",0,"normal",90,5,,,
        """;
    assertThat(Logs.sets(Logs.read(newest)))
        .containsExactly("Deadlift 90.0x5", "Deadlift 100.0x5", "Deadlift 110.0x5");
  }

  @Test
  void anExerciseDoneTwiceInAWorkoutStaysTwo() {
    Imported imported =
        Logs.read(
            STRONG_OLD
                + "2026-05-04 18:30:00,\"Pull\",\"Row\",0,40.0,8,0.0,0,\"\"\r\n"
                + "2026-05-04 18:30:00,\"Pull\",\"Deadlift\",0,60.0,5,0.0,0,\"\"\r\n");
    assertThat(imported.history().sessions().get(0).exercises()).hasSize(3);
    assertThat(imported.warnings()).isEmpty();
  }

  @Test
  void meetsAreSinglesAndFailedAttemptsHaveNoRepetition() {
    Imported best =
        Logs.read(
            """
            Federation,Date,MeetName,Place,Name,Sex,Event,Equipment,Best3SquatKg,Best3BenchKg,Best3DeadliftKg,TotalKg
            X,2025-04-01,Spring Open,1,Ann Example,F,SBD,Raw,100,60,130,290
            X,2025-10-01,Fall Open,DQ,Ann Example,F,D,Raw,,,-140,
            X,2025-11-01,No Show,NS,Ann Example,F,D,Raw,,,,
            """);
    assertThat(Logs.sets(best))
        .containsExactly(
            "Squat 100.0x1 work",
            "Bench Press 60.0x1 work",
            "Deadlift 130.0x1 work",
            "Deadlift 140.0x0 failure");
    assertThat(Logs.odd(best)).containsExactly("1 meets", "4 no-lift");
    assertThat(best.counts().kept()).isEqualTo(2);
    Imported attempts =
        Logs.read(
            """
            Name,Date,Event,Deadlift1Kg,Deadlift2Kg,Deadlift3Kg,Best3DeadliftKg
            Ann Example,2025-04-01,D,120,130,-140,130
            Ann Example,2025-04-01,D,120,130,-140,130
            """);
    assertThat(Logs.sets(attempts))
        .containsExactly(
            "Deadlift 120.0x1 work", "Deadlift 130.0x1 work", "Deadlift 140.0x0 failure");
    assertThat(Logs.odd(attempts)).containsExactly("1 meets", "3 duplicate");
  }

  @Test
  void encodingsDelimitersAndLineEndsAreFoundOut() {
    String umlaut = GERMAN.replace("Deadlift", "Kreuzheben über Kasten");
    for (byte[] bytes :
        new byte[][] {
          ("\ufeff" + umlaut).getBytes(StandardCharsets.UTF_8),
          ("\ufeff" + umlaut).getBytes(StandardCharsets.UTF_16LE),
          ("\ufeff" + umlaut).getBytes(StandardCharsets.UTF_16BE),
          umlaut.replace("\n", "\r").getBytes(StandardCharsets.UTF_8),
          ("sep=,\r\n\r\n" + umlaut).getBytes(StandardCharsets.UTF_8),
          umlaut.replace(',', '\t').getBytes(StandardCharsets.UTF_8)
        }) {
      Imported imported = Logs.read(bytes, "kg");
      assertThat(Logs.sets(imported)).contains("Kreuzheben über Kasten 102.5x5");
      assertThat(imported.warnings()).isEmpty();
    }
  }
}
