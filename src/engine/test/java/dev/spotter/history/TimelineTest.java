package dev.spotter.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Shipped;
import dev.spotter.history.TrainingHistory.Exercise;
import dev.spotter.history.TrainingHistory.LiftedSet;
import dev.spotter.history.TrainingHistory.Session;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Exercises LIFTS = Shipped.rules().exercises();
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final OffsetDateTime NOW = DAY.atTime(20, 0).atZone(BERLIN).toOffsetDateTime();
  private static final long SEED = Long.getLong("spotter.seed", 20260302L);

  private static LiftedSet set(double load, int reps) {
    return new LiftedSet(load, reps, null, null, null);
  }

  private static Session session(int daysBefore, boolean timed, String lift, LiftedSet... sets) {
    LocalDate day = DAY.minusDays(daysBefore);
    return new Session(
        day,
        timed ? day.atTime(18, 0) : null,
        null,
        List.of(new Exercise(lift, List.of(sets)), new Exercise("Plank", List.of(set(20, 1)))));
  }

  private static Timeline timeline(List<Session> sessions) {
    return Timeline.of(new TrainingHistory("kg", BERLIN, sessions), NOW, BERLIN, LIFTS);
  }

  @Test
  void everySessionReadsAsIfTheClockStoodAtItsEnd() {
    System.out.println("timeline: seed " + SEED);
    Random random = new Random(SEED);
    for (int run = 0; run < 60; run++) {
      boolean timed = random.nextBoolean();
      List<Session> sessions = new ArrayList<>();
      int day = random.nextInt(5);
      for (int i = 0; i < 25; i++) {
        LiftedSet[] sets = new LiftedSet[1 + random.nextInt(5)];
        java.util.Arrays.setAll(sets, n -> set(60 + 5 * random.nextInt(20), random.nextInt(9)));
        String lift = List.of("Deadlift", "Squat", "RDL", "Bench Press").get(random.nextInt(4));
        sessions.add(session(day, timed, lift, sets));
        day += 1 + random.nextInt(9);
      }
      Collections.shuffle(sessions, random);
      TrainingHistory history = new TrainingHistory("kg", BERLIN, sessions);
      for (Timeline.Moment moment : Timeline.of(history, NOW, BERLIN, LIFTS).moments()) {
        OffsetDateTime end =
            (moment.start() == null
                    ? moment.date().atTime(23, 59, 59)
                    : moment.start().plusHours(1))
                .atZone(BERLIN)
                .toOffsetDateTime();
        if (moment.main() == null) {
          assertThat(moment.measures()).isNull();
        } else {
          assertThat(moment.measures())
              .as("seed " + SEED + " run " + run + " " + moment.date())
              .isEqualTo(Measures.of(history, end, BERLIN, LIFTS).history());
        }
      }
    }
  }

  @Test
  void aSessionTellsItsLiftsAndTheMeanBeforeIt() {
    Timeline timeline =
        timeline(
            List.of(
                session(21, true, "Deadlift", set(60, 5), set(100, 5), set(100, 5)),
                session(14, true, "Deadlift", set(100, 5), set(100, 5)),
                session(7, true, "Deadlift", set(100, 5), set(100, 5)),
                session(3, true, "Squat", set(90, 5)),
                session(0, true, "Deadlift", set(110, 3), set(110, 3))));
    assertThat(timeline.moments()).hasSize(5);
    Timeline.Moment last = timeline.moments().get(4);
    assertThat(last.main()).isEqualTo("deadlift-conventional");
    assertThat(last.volumeKg()).isEqualTo(660);
    assertThat(last.meanVolumeKg()).isEqualTo(1000);
    Timeline.Done done = last.of("deadlift-conventional");
    assertThat(done).isNotNull();
    assertThat(done.topKg()).isEqualTo(110);
    assertThat(done.topReps()).isEqualTo(3);
    assertThat(done.workSets()).isEqualTo(2);
    assertThat(last.of("squat")).isNull();
    Timeline.Moment squats = timeline.moments().get(3);
    assertThat(squats.measures()).isNull();
    assertThat(squats.volumeKg()).as("squats count by half").isEqualTo(225);
    assertThat(timeline.moments().get(1).meanVolumeKg()).as("one session is no mean").isNull();
  }

  @Test
  void twoSessionsOfADayThatReadTheSameAreTwo() {
    LiftedSet bench = set(50, 5);
    Session morning = session(1, false, "Deadlift", set(100, 5));
    Session evening =
        new Session(
            morning.date(),
            null,
            null,
            List.of(morning.exercises().get(0), new Exercise("Bench", List.of(bench))));
    assertThat(timeline(List.of(morning, evening)).moments()).hasSize(2);
    assertThat(timeline(List.of(morning, morning)).moments()).as("a repeated entry").hasSize(1);
  }

  @Test
  void laterSessionsAreLeftOutAndCounted() {
    Timeline timeline = timeline(List.of(session(-1, true, "Deadlift", set(100, 5))));
    assertThat(timeline.moments()).isEmpty();
    assertThat(timeline.later()).isEqualTo(1);
  }

  @Test
  void tenYearsOfTrainingAreMeasuredInSeconds() {
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      String lift = i % 3 == 0 ? "Squat" : "Deadlift";
      sessions.add(session(i * 5 / 2, true, lift, set(100 + i % 7, 5), set(100, 5), set(60, 5)));
    }
    Timeline timeline =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> timeline(sessions), "1,500 sessions");
    assertThat(timeline.moments()).hasSize(1500);
  }
}
