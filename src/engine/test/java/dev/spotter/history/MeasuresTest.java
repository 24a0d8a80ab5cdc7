package dev.spotter.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.spotter.Shipped;
import dev.spotter.fact.History;
import dev.spotter.history.TrainingHistory.Exercise;
import dev.spotter.history.TrainingHistory.LiftedSet;
import dev.spotter.history.TrainingHistory.Session;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeasuresTest {
  private static final Exercises LIFTS = Shipped.rules().exercises();
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final OffsetDateTime NOW = DAY.atTime(20, 0).atOffset(ZoneOffset.UTC);

  private static LiftedSet set(double load, int reps) {
    return new LiftedSet(load, reps, null, null, null);
  }

  private static LiftedSet set(double load, int reps, double rpe, String kind) {
    return new LiftedSet(load, reps, rpe, null, kind);
  }

  private static Session session(int daysBefore, String lift, LiftedSet... sets) {
    LocalDate day = DAY.minusDays(daysBefore);
    return new Session(day, day.atTime(18, 0), null, List.of(new Exercise(lift, List.of(sets))));
  }

  private static History measure(Session... sessions) {
    return Measures.of(
            new TrainingHistory("kg", null, List.of(sessions)), NOW, ZoneOffset.UTC, LIFTS)
        .history();
  }

  /** Three plain sessions, a week apart, before the one in question. */
  private static History after(Session last) {
    LiftedSet[] plain = {set(100, 5), set(100, 5), set(100, 5)};
    return measure(
        session(21, "Deadlift", plain),
        session(14, "Deadlift", plain),
        session(7, "Deadlift", plain),
        last);
  }

  @Test
  void theEstimateIsTheMeanOfEpleyAndBrzycki() {
    assertThat(OneRepMax.of(set(100, 5)))
        .isCloseTo((100 * (1 + 5 / 30.0) + 100 * 36 / 32.0) / 2, within(1e-9));
    assertThat(OneRepMax.of(set(100, 1))).isEqualTo(100);
    assertThat(OneRepMax.of(set(100, 3, 8, null))).isEqualTo(OneRepMax.of(set(100, 5)));
    assertThat(OneRepMax.of(set(100, 11))).isNull();
    assertThat(OneRepMax.of(set(100, 8, 6, null)))
        .as("8 and 4 in reserve are too many to tell")
        .isNull();
    assertThat(OneRepMax.of(new LiftedSet(null, 5, null, null, null))).isNull();
    assertThat(OneRepMax.of(set(100, 0))).isNull();
  }

  @Test
  void volumeIsHeldAgainstTheLargestSessionOfThirtyDays() {
    History history =
        after(session(0, "Deadlift", set(100, 5), set(100, 5), set(100, 5), set(100, 5)));
    assertThat(history.volumeLoadKg()).isEqualTo(2000);
    assertThat(history.volumeVsBest30d()).isEqualTo(1.33);
    assertThat(history.volumeJump()).isEqualTo("yes");
    assertThat(history.workSets()).isEqualTo(4);
  }

  @Test
  void squatsAndRowsCountByHalfAndBenchPressNot() {
    Session mixed =
        new Session(
            DAY,
            DAY.atTime(18, 0),
            null,
            List.of(
                new Exercise("Squat (Barbell)", List.of(set(100, 5))),
                new Exercise("Bench Press (Barbell)", List.of(set(100, 5))),
                new Exercise("Dead Hang", List.of(set(100, 5))),
                new Exercise("Deadlift (Barbell)", List.of(set(100, 5)))));
    assertThat(after(mixed).volumeLoadKg()).isEqualTo(750);
  }

  @Test
  void loadIsComparedWithinTheSameLiftAndRepBandOnly() {
    assertThat(after(session(0, "Deadlift", set(112.5, 4))).topLoadVsBest30d()).isEqualTo(1.13);
    History single = after(session(0, "Deadlift", set(120, 1)));
    assertThat(single.topLoadVsBest30d()).as("a single is not held against fives").isNull();
    assertThat(single.usualTopKg()).isEqualTo(100);
    assertThat(single.loadJump()).isEqualTo("yes");
    History rack = after(session(0, "Rack Pull", set(160, 5)));
    assertThat(rack.topLoadVsBest30d()).as("a rack pull is not held against deadlifts").isNull();
    assertThat(rack.variation()).isEqualTo("rack-pull");
  }

  @Test
  void fewerThanThreeSessionsAreNoBaseline() {
    History history =
        measure(
            session(14, "Deadlift", set(100, 5)),
            session(7, "Deadlift", set(100, 5)),
            session(0, "Deadlift", set(150, 5)));
    assertThat(history.volumeVsBest30d()).isNull();
    assertThat(history.topLoadVsBest30d()).isNull();
    assertThat(history.loadJump()).isNull();
    assertThat(history.usualTopKg()).isEqualTo(100);
  }

  @Test
  void theThirtiethDayCountsAndTheThirtyFirstDoesNot() {
    LiftedSet big = set(200, 5);
    Session[] plain = {
      session(35, "Deadlift", set(100, 5)),
      session(20, "Deadlift", set(100, 5)),
      session(10, "Deadlift", set(100, 5))
    };
    assertThat(
            measure(
                    plain[0],
                    plain[1],
                    plain[2],
                    session(30, "Deadlift", big),
                    session(0, "Deadlift", set(100, 5)))
                .volumeVsBest30d())
        .isEqualTo(0.5);
    assertThat(
            measure(
                    plain[0],
                    plain[1],
                    plain[2],
                    session(31, "Deadlift", big),
                    session(0, "Deadlift", set(100, 5)))
                .volumeVsBest30d())
        .isEqualTo(1.0);
  }

  @Test
  void noiseOfConvertedPoundsDoesNotCrossAThreshold() {
    LiftedSet[] plain = {set(102.0583, 5)};
    History history =
        measure(
            session(21, "Deadlift", plain),
            session(14, "Deadlift", plain),
            session(7, "Deadlift", plain),
            session(0, "Deadlift", set(112.27, 5)));
    assertThat(history.topLoadVsBest30d()).isEqualTo(1.10);
    assertThat(history.loadJump()).isEqualTo("no");
  }

  @Test
  void aBreakHasItsOwnMeasures() {
    History history =
        measure(
            session(40, "Deadlift", set(100, 5)),
            session(35, "Deadlift", set(120, 5)),
            session(30, "Deadlift", set(140, 5)),
            session(0, "Deadlift", set(126, 5)));
    assertThat(history.layoffDays()).isEqualTo(30);
    assertThat(history.volumeVsFormer()).isEqualTo(1.05);
    assertThat(history.topLoadVsFormer()).isEqualTo(0.9);
    assertThat(after(session(0, "Deadlift", set(100, 5))).volumeVsFormer()).isNull();
  }

  @Test
  void restIsCountedFromTheLastHardSession() {
    History history =
        measure(
            session(3, "Squat", set(100, 5, 9, null)),
            session(1, "Deadlift", set(40, 5, 5, null)),
            session(0, "Deadlift", set(100, 5)));
    assertThat(history.restDays()).isEqualTo(2);
    assertThat(history.lastHardWasSquat()).isEqualTo("yes");
    assertThat(history.hoursSinceHardHinge()).isEqualTo(71);
  }

  @Test
  void hoursAreToldOnlyWhereTheLogHasTimes() {
    assertThat(after(session(0, "Deadlift", set(100, 5))).hoursSinceSession())
        .as("18:00, an hour long, now 20:00")
        .isEqualTo(1);
    Session dated =
        new Session(DAY, null, null, List.of(new Exercise("Deadlift", List.of(set(100, 5)))));
    assertThat(after(dated).hoursSinceSession()).isNull();
    assertThat(after(dated).layoffDays()).isEqualTo(7);
  }

  @Test
  void hoursCrossTheChangeOfTheClock() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Session evening =
        new Session(
            LocalDate.of(2026, 3, 28),
            LocalDate.of(2026, 3, 28).atTime(20, 0),
            null,
            List.of(new Exercise("Deadlift", List.of(set(100, 5)))));
    OffsetDateTime morning =
        LocalDate.of(2026, 3, 29).atTime(9, 0).atZone(berlin).toOffsetDateTime();
    History history =
        Measures.of(new TrainingHistory("kg", berlin, List.of(evening)), morning, berlin, LIFTS)
            .history();
    assertThat(history.hoursSinceSession())
        .as("21:00 to 9:00 is eleven hours that night")
        .isEqualTo(11);
  }

  @Test
  void aWarmUpThatWasNeverLoggedIsUnknown() {
    List<Session> sessions = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      sessions.add(session(7 * i, "Deadlift", set(100, 5)));
    }
    sessions.add(session(0, "Deadlift", set(100, 5)));
    History never = measure(sessions.toArray(Session[]::new));
    assertThat(never.usuallyLogsWarmUps()).isEqualTo("no");
    assertThat(never.rampSets()).isNull();
    assertThat(never.warmUp()).isNull();
  }

  @Test
  void aWarmUpThatIsUsuallyLoggedAndIsNotThereWasNone() {
    List<Session> sessions = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      sessions.add(session(7 * i, "Deadlift", set(60, 5), set(80, 3), set(90, 2), set(100, 5)));
    }
    sessions.add(session(0, "Deadlift", set(100, 5)));
    History none = measure(sessions.toArray(Session[]::new));
    assertThat(none.rampSets()).isZero();
    assertThat(none.warmUp()).isEqualTo("none");
    sessions.set(6, session(0, "Deadlift", set(60, 5), set(80, 3), set(90, 2), set(100, 5)));
    History good = measure(sessions.toArray(Session[]::new));
    assertThat(good.rampSets()).isEqualTo(3);
    assertThat(good.biggestJumpPct()).isEqualTo(20);
    assertThat(good.warmUp()).isEqualTo("adequate");
    sessions.set(6, session(0, "Deadlift", set(60, 5), set(100, 5)));
    assertThat(measure(sessions.toArray(Session[]::new)).warmUp()).isEqualTo("inadequate");
  }

  @Test
  void workoutsAfterTheClockAreIgnoredAndCounted() {
    Session later = session(-1, "Deadlift", set(300, 5));
    TrainingHistory history =
        new TrainingHistory("kg", null, List.of(session(0, "Deadlift", set(100, 5)), later));
    Measures.Result result = Measures.of(history, NOW, ZoneOffset.UTC, LIFTS);
    assertThat(result.later()).isEqualTo(1);
    assertThat(result.history().topLoadKg()).isEqualTo(100);
  }

  @Test
  void anEmptyLogSaysNothing() {
    assertThat(measure()).isEqualTo(History.NONE);
    assertThat(measure(session(0, "Bench Press", set(100, 5)))).isEqualTo(History.NONE);
    assertThat(measure(session(0, "Squat", set(100, 5))))
        .as("no session of the deadlift family")
        .isEqualTo(History.NONE);
  }

  @Test
  void bodyweightCountsAsNoLoad() {
    History history =
        after(session(0, "Deadlift", new LiftedSet(null, 20, null, null, null), set(100, 5)));
    assertThat(history.volumeLoadKg()).isEqualTo(500);
  }

  @Test
  void theOrderOfSessionsDoesNotMatterAndScalingKeepsRatios() {
    Random random = new Random(20260302L);
    for (int i = 0; i < 300; i++) {
      List<Session> sessions = new ArrayList<>();
      List<Session> doubled = new ArrayList<>();
      int day = 0;
      for (int s = 0; s < random.nextInt(15) + 1; s++) {
        LiftedSet[] sets = new LiftedSet[random.nextInt(5) + 1];
        Arrays.setAll(sets, n -> set(40 + 5 * random.nextInt(30), 1 + random.nextInt(12)));
        LiftedSet[] twice =
            Arrays.stream(sets).map(x -> set(x.loadKg() * 2, x.reps())).toArray(LiftedSet[]::new);
        String lift = List.of("Deadlift", "Squat", "Rack Pull").get(random.nextInt(3));
        sessions.add(session(day, lift, sets));
        doubled.add(session(day, lift, twice));
        day += 1 + random.nextInt(12);
      }
      History before = measure(sessions.toArray(Session[]::new));
      Collections.shuffle(sessions, random);
      assertThat(measure(sessions.toArray(Session[]::new))).as("run " + i).isEqualTo(before);
      History scaled = measure(doubled.toArray(Session[]::new));
      assertThat(scaled.volumeVsBest30d()).isEqualTo(before.volumeVsBest30d());
      assertThat(scaled.topLoadVsBest30d()).isEqualTo(before.topLoadVsBest30d());
      assertThat(scaled.warmUp()).isEqualTo(before.warmUp());
    }
  }

  @Test
  void namesOfLiftsAreKnownWhateverTheirSpelling() {
    for (String name :
        List.of(
            "Deadlift",
            "deadlift (barbell)",
            "Conventional Deadlift",
            "DEADLIFT  (Barbell)",
            "Kreuzheben")) {
      assertThat(LIFTS.canonical(name)).as(name).isEqualTo("deadlift-conventional");
    }
    assertThat(LIFTS.canonical("Romanian Deadlift (Dumbbell)")).isEqualTo("deadlift-romanian");
    assertThat(LIFTS.canonical("Deadlift Hex")).isEqualTo("deadlift-trap-bar");
    assertThat(LIFTS.canonical("Deadlift (Trap bar)")).isEqualTo("deadlift-trap-bar");
    assertThat(LIFTS.canonical("Stiff-Legged Deadlift")).isEqualTo("deadlift-stiff-leg");
    assertThat(LIFTS.canonical("Deadlift (Smith Machine)")).isEqualTo("deadlift-other");
    assertThat(LIFTS.canonical("Single Leg Deadlift")).isEqualTo("deadlift-romanian");
    assertThat(LIFTS.canonical("Bent Over Rows (Dumbbells)")).isEqualTo("row-bent");
    assertThat(LIFTS.canonical("Hack Squat (Machine)")).isEqualTo("squat-machine");
  }

  @Test
  void whatOnlySoundsLikeALiftIsNone() {
    for (String name :
        List.of(
            "Dead Hang",
            "Dead Bug",
            "Pull Up Hang",
            "Back Day w/o Deadlift",
            "Deadlift Day",
            "Leg Press",
            "Split Squat",
            "Hip Thrust (Barbell)",
            "Bench Press (Barbell)")) {
      assertThat(LIFTS.find(name)).as(name).isNull();
    }
  }

  @Test
  void aBrokenListOfLiftsIsTold() {
    assertThatThrownBy(
            () -> Exercises.parse("squat: {family: leg}".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("squat");
    assertThatThrownBy(
            () ->
                Exercises.parse(
                    "a: {family: row, hinge: low, volumeShare: 50, names: [X]}\nb: {family: row, hinge: low, volumeShare: 50, names: [x]}"
                        .getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("stands under a and under b");
  }
}
