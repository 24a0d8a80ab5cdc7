package dev.spotter.record;

import dev.spotter.assess.Assessment;
import dev.spotter.intake.Intake;
import dev.spotter.intake.Problem;
import java.time.ZoneId;
import java.util.List;

/**
 * A decision that is about to be answered.
 *
 * @param intake what was told
 * @param warnings what was odd about how it was told; they stand in the answer too
 * @param zone of those who do not name theirs
 * @param answer as it will be answered
 */
public record Decided(Intake intake, List<Problem> warnings, ZoneId zone, Assessment answer) {
  public Decided {
    warnings = List.copyOf(warnings);
  }
}
