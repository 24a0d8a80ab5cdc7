package dev.spotter.log;

import dev.spotter.history.TrainingHistory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads in kilograms, by the unit that the header, the row or else the user names; never guessed.
 */
final class Weights {
  /** Two columns for one load may differ by what rounding does, in kg and as a share. */
  private static final double ROUNDED_KG = 0.6;

  private static final double ROUNDED = 0.01;

  private final Numerals numerals;
  private final @Nullable String given;
  private final @Nullable String named;
  private int pounds;
  private int kilograms;

  /**
   * The load of a row.
   *
   * @param kg more than 0, or null for bodyweight and not logged
   * @param wrong why it cannot be read, or null
   * @param odd what is odd about it, or null
   */
  record Load(@Nullable Double kg, @Nullable Reason wrong, @Nullable Reason odd) {}

  /**
   * @param given the unit for files that name none, or null
   * @throws LogRefused if neither the file nor the user names it
   */
  Weights(Header header, Survey survey, Numerals numerals, @Nullable String given) {
    if (given == null && survey.lacksUnit() && !header.has(Column.UNIT)) {
      throw new LogRefused(
          "this file does not say whether its loads are kg or lb"
              + survey.looks()
              + "; add --unit kg or --unit lb");
    }
    this.numerals = numerals;
    this.given = given;
    this.named = header.unit();
  }

  Load of(Cells cells) {
    List<Double> loads = new ArrayList<>();
    for (Column column : List.of(Column.LOAD_KG, Column.LOAD_LB, Column.LOAD)) {
      String text = cells.text(column);
      Double load = numerals.of(text);
      if (!text.isEmpty() && load == null) {
        return new Load(null, Reason.BAD_NUMBER, null);
      }
      String unit = column == Column.LOAD ? unit(cells) : column == Column.LOAD_LB ? "lb" : "kg";
      if (load != null && load != 0 && unit == null) {
        return new Load(null, Reason.NO_UNIT, null);
      }
      if (load != null) {
        loads.add("lb".equals(unit) ? load * TrainingHistory.KG_PER_LB : load);
        pounds += load > 0 && "lb".equals(unit) ? 1 : 0;
        kilograms += load > 0 && "kg".equals(unit) ? 1 : 0;
      }
    }
    return loads.isEmpty() ? new Load(null, null, null) : one(loads);
  }

  private @Nullable String unit(Cells cells) {
    String unit = Words.unit(cells.text(Column.UNIT));
    return unit != null || cells.filled(Column.UNIT) ? unit : given;
  }

  private static Load one(List<Double> loads) {
    List<Double> lifted = loads.stream().filter(l -> l != 0).toList();
    if (lifted.isEmpty()) {
      return new Load(null, null, Reason.NO_LOAD);
    }
    double kg = lifted.get(0);
    double other = lifted.get(lifted.size() - 1);
    if (Math.abs(kg - other) > Math.max(ROUNDED_KG, ROUNDED * Math.abs(kg))) {
      return new Load(null, Reason.TWO_LOADS, null);
    }
    if (Math.abs(kg) > TrainingHistory.LiftedSet.MOST_KG) {
      return new Load(null, Reason.OUT_OF_RANGE, null);
    }
    return kg < 0 ? new Load(null, null, Reason.ASSISTED) : new Load(kg, null, null);
  }

  /** The unit that the lifter thinks in: as given, else as the file has it. */
  String unit() {
    if (given != null) {
      return given;
    }
    return named != null ? named : pounds > kilograms ? "lb" : "kg";
  }
}
