package dev.spotter.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Everything odd is told with its line, and the counts add up. */
class OdditiesTest {
  private static final String HEAD =
      "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout"
          + " Notes,RPE\n";
  private static final String FIT =
      "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time\n";

  private static Imported strong(String... rows) {
    return Logs.read(HEAD + String.join("\n", rows) + "\n", "kg");
  }

  /** A row of the session of 4 May 2026. */
  private static String row(String order, String weight, String reps) {
    return "2026-05-04 18:30:00,\"Pull\",1h,\"Deadlift\","
        + order
        + ","
        + weight
        + ","
        + reps
        + ",0,0,\"\",,";
  }

  @Test
  void restTimersAndRemarksAreNoSets() {
    Imported imported =
        strong(
            row("1", "100", "5"),
            "2026-05-04 18:30:00,Pull,1h,Deadlift,Rest Timer,0,0,0,90,,,",
            "2026-05-04 18:30:00,Pull,1h,Deadlift,Ruhezeit,0,0.0,0,90.0,,,",
            "2026-05-04 18:30:00,Pull,1h,Deadlift,Note,,,,,\"grip\",,",
            "2026-05-04 18:30:00,Pull,1h,Rest Timer,1,0,0,0,120,,,");
    assertThat(Logs.odd(imported))
        .containsExactly("3 rest-timer", "4 rest-timer", "5 remark", "6 rest-timer");
    assertThat(imported.counts())
        .isEqualTo(new Counts(5, 1, 1, Map.of(Reason.REST_TIMER, 3, Reason.REMARK, 1)));
  }

  @Test
  void bodyweightIsNoLoadAndHelpIsNone() {
    Imported imported =
        strong(row("1", "0", "8"), row("2", "-20", "8"), row("3", "", "8"), row("4", "10", "8"));
    assertThat(Logs.sets(imported))
        .containsExactly("Deadlift -x8", "Deadlift -x8", "Deadlift -x8", "Deadlift 10.0x8");
    assertThat(Logs.odd(imported)).containsExactly("2 no-load", "3 assisted");
  }

  @Test
  void noRepetitionIsAFailedAttemptUnlessTheSetWasTimed() {
    Imported imported =
        strong(
            row("1", "140", "0"),
            "2026-05-04 18:30:00,Pull,1h,Farmers Carry,1,40,0,0,30,,,",
            "2026-05-04 18:30:00,Pull,1h,Plank,1,0,0,0,60,,,",
            "2026-05-04 18:30:00,Pull,1h,Run,1,0,0,5.5,0,,,",
            row("2", "0", "0"),
            ",,,,,,,,,,,");
    assertThat(Logs.sets(imported)).containsExactly("Deadlift 140.0x0", "Farmers Carry 40.0x-");
    assertThat(Logs.odd(imported))
        .containsExactly("2 no-reps", "4 timed", "5 timed", "6 empty", "7 empty");
  }

  @Test
  void aRowThatStandsTwiceCountsOnce() {
    Imported imported = strong(row("1", "100", "5"), row("1", "100", "5"), row("2", "100", "5"));
    assertThat(Logs.odd(imported)).containsExactly("3 duplicate");
    assertThat(imported.counts().sets()).isEqualTo(2);
  }

  @Test
  void anExportPastedBehindAnotherCountsOnce() {
    String other = row("1", "100", "5").replace("05-04", "05-11");
    Imported imported =
        strong(
            row("1", "100", "5"),
            other,
            HEAD.strip(),
            row("1", "100", "5"),
            row("2", "100", "5"),
            other);
    assertThat(Logs.odd(imported))
        .containsExactly("4 repeated-header", "5 duplicate", "7 duplicate");
    assertThat(imported.counts().sets()).isEqualTo(3);
  }

  @Test
  void equalSetsWithoutANumberAreAsManySets() {
    Imported imported =
        Logs.read(
            FIT
                + "2026-05-04,Deadlift,Back,100,kgs,5,,,\n".repeat(3)
                + "2026-05-05,Squat,Legs,100,kgs,5,,,\n"
                + "2026-05-04,Deadlift,Back,100,kgs,5,,,\n");
    assertThat(imported.counts().sets()).isEqualTo(4);
    assertThat(Logs.odd(imported)).containsExactly("6 duplicate");
  }

  @Test
  void twoWarmUpsWithoutANumberAreTwo() {
    assertThat(strong(row("W", "60", "5"), row("W", "60", "5")).counts().sets()).isEqualTo(2);
  }

  @Test
  void twoSessionsOfADayAreTwoAndTold() {
    Imported imported = strong(row("1", "100", "5"), row("1", "60", "5").replace("18:30", "20:30"));
    assertThat(imported.history().sessions()).hasSize(2);
    assertThat(Logs.odd(imported)).containsExactly("3 two-sessions");
  }

  @Test
  void sessionsAfterTheClockAreSetAside() {
    Imported imported =
        strong(
            row("1", "100", "5"),
            row("1", "100", "5").replace("2026-05-04", "2026-06-01"),
            row("1", "100", "5").replace("2026-05-04 18", "2026-06-01 11"),
            row("1", "100", "5").replace("2026", "2062"));
    assertThat(Logs.odd(imported)).containsExactly("3 later", "5 later");
    assertThat(imported.counts().sets()).isEqualTo(2);
  }

  @Test
  void aForgottenTimerIsLeftOutAndAnUnreadableLengthToo() {
    Imported imported =
        strong(
            row("1", "100", "5").replace("1h", "264h 1m"),
            row("2", "100", "5").replace("1h", "264h 1m"),
            row("1", "100", "5").replace("05-04", "05-05").replace("1h", "soon"),
            row("1", "100", "5").replace("05-04", "05-06").replace("1h", "20s"));
    assertThat(Logs.odd(imported)).containsExactly("2 forgotten-timer", "4 bad-length");
    assertThat(imported.history().sessions())
        .extracting(s -> s.durationSec())
        .containsExactly(null, null, 20);
  }

  @Test
  void whatCannotBeReadIsSetAsideByReason() {
    Imported imported =
        strong(
            row("1", "100", "5"),
            row("2", "1e3", "5"),
            row("3", "100", "five"),
            row("4", "100", "5.5"),
            row("5", "700", "5"),
            row("6", "100", "-1"),
            row("7", "\"1.000,5\"", "5"),
            row("8", "100", "5").replace("2026-05-04", "2026-02-30"),
            row("9", "100", "5").replace("\"Deadlift\"", "\"\""),
            row("Dropje", "0", "0"),
            "2026-05-04 18:30:00,Pull,1h,Deadlift");
    assertThat(Logs.odd(imported))
        .containsExactly(
            "3 bad-number",
            "4 bad-number",
            "5 bad-number",
            "6 out-of-range",
            "7 out-of-range",
            "8 bad-number",
            "9 bad-date",
            "10 no-exercise",
            "11 unknown-mark",
            "12 missing-fields");
    assertThat(imported.counts().kept()).isEqualTo(1);
  }

  @Test
  void aMarkThatIsNotKnownDoesNotCostASet() {
    Imported imported = strong(row("Myo", "100", "5"));
    assertThat(Logs.sets(imported)).containsExactly("Deadlift 100.0x5");
    assertThat(Logs.odd(imported)).containsExactly("2 mark-ignored");
  }

  @Test
  void anEffortOutsideItsScaleIsLeftOut() {
    Imported imported =
        strong(row("1", "100", "5") + "15", row("2", "100", "5") + "0", row("3", "100", "5") + "8");
    assertThat(Logs.sets(imported))
        .containsExactly("Deadlift 100.0x5", "Deadlift 100.0x5", "Deadlift 100.0x5@8.0");
    assertThat(Logs.odd(imported)).containsExactly("2 bad-effort");
  }

  @Test
  void aCommaInANameIsMendedFromTheRightAndNeverShifts() {
    Imported imported =
        Logs.read(
            FIT
                + "2026-05-04,Deadlift,Back,100.0,kgs,5,,,\n"
                + "2026-05-04,Press (Each Side, Dumbbells),Shoulders,8.0,kgs,5,,,\n"
                + "2026-05-04,Press (Seated, Each Side, Dumbbells),Back,8.0,kgs,6,,,\n"
                + "2026-05-05,Overhead Press,Shoulders,40.0,kgs,5,,,\n"
                + "2026-05-05,Overhead Press,Shoulders,40.0,kgs,six,5,,,\n");
    assertThat(Logs.sets(imported))
        .containsExactly(
            "Deadlift 100.0x5",
            "Press (Each Side, Dumbbells) 8.0x5",
            "Press (Seated, Each Side, Dumbbells) 8.0x6",
            "Overhead Press 40.0x5");
    assertThat(Logs.odd(imported)).containsExactly("3 mended", "4 mended", "6 surplus-fields");
  }

  @Test
  void aCommaInACommentIsMendedToo() {
    Imported imported =
        Logs.read(
            FIT.strip()
                + ",Comment\n"
                + "2026-05-04,Deadlift,Back,100.0,kgs,5,,,,slow, tired\n"
                + "2026-05-04,Deadlift,Back,100.0,kgs,5,,,,,\n");
    assertThat(imported.counts().sets()).isEqualTo(2);
    assertThat(Logs.odd(imported)).containsExactly("2 mended", "3 mended");
  }

  @Test
  void aBrokenQuoteCostsItsLineAndNoMore() {
    Imported imported =
        strong(
            row("1", "100", "5"),
            row("2", "100", "5").replace("\"Deadlift\"", "\"Deadlift"),
            row("3", "100", "5"),
            row("4", "100", "5").replace("\"\"", "\"a \"deep\" pull\""),
            row("5", "100", "5"),
            row("6", "100", "5").replace("\"\"", "\"never closed"));
    assertThat(Logs.odd(imported))
        .containsExactly("3 broken-quote", "5 broken-quote", "7 broken-quote");
    assertThat(imported.counts().sets()).isEqualTo(3);
  }

  @Test
  void aNoteOverSeveralLinesIsOneRow() {
    Imported imported =
        strong(
            row("1", "100", "5").replace("\"\"", "\"one\ntwo\n\nthree\""),
            row("1", "100", "5").replace("\"\"", "\"x\""),
            row("2", "1OO", "5"));
    assertThat(imported.counts().sets()).isEqualTo(2);
    assertThat(Logs.odd(imported)).containsExactly("7 bad-number");
  }

  @Test
  void aFileCutOffLosesItsLastRowOnly() {
    String whole = HEAD + row("1", "100", "5") + "\n" + row("2", "100", "15");
    String cut = whole.substring(0, whole.indexOf("100,15") + 5);
    Imported imported = Logs.read(cut, "kg");
    assertThat(Logs.odd(imported)).containsExactly("3 missing-fields");
    assertThat(Logs.sets(imported)).containsExactly("Deadlift 100.0x5");
  }

  @Test
  void emptyCellsAtTheEndMayBeLeftOut() {
    Imported imported =
        strong("2026-05-04 18:30:00,Pull,1h,Deadlift,1,100,5", row("2", "100", "5"));
    assertThat(imported.counts().sets()).isEqualTo(2);
    assertThat(imported.warnings()).isEmpty();
  }

  @Test
  void anotherEncodingIsReadAndTold() {
    String text = HEAD + row("1", "100", "5") + "\n" + row("2", "100", "5").replace("Dead", "Übé");
    Imported old = Logs.read(text.getBytes(Charset.forName("windows-1252")), "kg");
    assertThat(Logs.sets(old)).contains("Übélift 100.0x5");
    assertThat(Logs.odd(old)).containsExactly("3 other-encoding");
    byte[] damaged = (text + " ää öö").getBytes(StandardCharsets.UTF_8);
    damaged[HEAD.length() + 25] = (byte) 0xFF;
    assertThat(Logs.odd(Logs.read(damaged, "kg"))).contains("2 broken-character");
  }

  @Test
  void aMultibyteCharacterCutOffAtTheEndIsNoOtherEncoding() {
    byte[] bytes =
        (HEAD + row("1", "100", "5").replace("\"\"", "größer") + "ü")
            .getBytes(StandardCharsets.UTF_8);
    Imported imported = Logs.read(Arrays.copyOf(bytes, bytes.length - 1), "kg");
    assertThat(Logs.odd(imported)).contains("2 broken-character");
  }

  @Test
  void aColumnThatIsNotKnownIsTold() {
    Imported imported =
        Logs.read("date,exercise,load_kg,reps,mood\n2026-05-04,Deadlift,100,5,ok\n");
    assertThat(Logs.odd(imported)).containsExactly("1 unknown-column");
  }

  @Test
  void aRowWithoutAUnitInAFileThatHasTheColumnIsSetAside() {
    String text =
        FIT
            + "2026-05-04,Deadlift,Back,100.0,kgs,5,,,\n"
            + "2026-05-04,Deadlift,Back,100.0,,5,,,\n"
            + "2026-05-04,Deadlift,Back,16.0,stone,5,,,\n"
            + "2026-05-04,Pull Up,Back,,,5,,,\n";
    assertThat(Logs.odd(Logs.read(text))).containsExactly("3 no-unit", "4 no-unit");
    assertThat(Logs.odd(Logs.read(text, "kg"))).containsExactly("4 no-unit");
  }

  @Test
  void twoLoadsThatDoNotAgreeAreNotChosenBetween() {
    Imported imported =
        Logs.read(
            "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance"
                + " Unit,Time,Notes,Kind\n"
                + "2026-05-04,Deadlift,Back,100,220.46,5,,,,,wr\n"
                + "2026-05-04,Deadlift,Back,100,100,5,,,,,wr\n");
    assertThat(Logs.odd(imported)).containsExactly("3 two-loads");
  }

  @Test
  void aLongLineIsSetAside() {
    Imported imported =
        strong(row("1", "100", "5"), row("2", "100", "5") + "x".repeat(70_000), row("3", "9", "5"));
    assertThat(Logs.odd(imported)).containsExactly("3 too-long");
    assertThat(imported.counts().sets()).isEqualTo(2);
  }

  @Test
  void textOfAFileCannotSteerATerminal() {
    Imported imported =
        Logs.read("date,exercise,load_kg,reps\n2026-05-04,Dead\u001b[31mlift,100,5\n");
    assertThat(Logs.sets(imported)).containsExactly("Dead [31mlift 100.0x5");
  }
}
