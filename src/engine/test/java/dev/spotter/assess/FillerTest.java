package dev.spotter.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Shipped;
import dev.spotter.fact.History;
import dev.spotter.intake.Answer;
import dev.spotter.intake.Intake;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** The places of texts, filled for one client. */
class FillerTest {
  private static final Intake TOLD =
      new Intake("x", null, null, Map.of("workout.topLoadKg", Answer.of(151.0)), null);

  @Test
  void weightsHaveTheirUnitAndSharesOfThemWhatPlatesCanMake() {
    assertThat(fill("kg", "{Workout.topLoadKg}")).isEqualTo("151 kg");
    assertThat(fill("kg", "{60% of Workout.topLoadKg}")).isEqualTo("90 kg");
    assertThat(fill("lb", "{60% of Workout.topLoadKg}")).isEqualTo("195 lb");
  }

  @Test
  void anEstimatedMaximumIsAWeightToo() {
    assertThat(fill("kg", "{50% of History.e1rmBest90d}")).isEqualTo("82.5 kg");
    assertThat(fill("lb", "{50% of History.e1rmBest90d}")).isEqualTo("185 lb");
    assertThat(fill("kg", "{History.topReps} reps")).isEqualTo("5 reps");
  }

  @Test
  void whereAValueIsAbsentTheOtherTextIsUsed() {
    assertThat(fill("kg", "up to {50% of Workout.usualTopKg} | up to half"))
        .isEqualTo("up to half");
  }

  @Test
  void daysAreDates() {
    assertThat(fill("kg", "by {+3d}")).isEqualTo("by Thursday 5 March 2026");
  }

  private static String fill(String unit, String text) {
    History log = History.of(Map.of("e1rmBest90d", 168.3, "topReps", 5));
    Answers answers = new Answers(Shipped.rules().vocabulary(), TOLD, log);
    return new Filler(
            Shipped.rules(), new ConcurrentHashMap<>(), answers, LocalDate.of(2026, 3, 2), unit)
        .fill(text);
  }
}
