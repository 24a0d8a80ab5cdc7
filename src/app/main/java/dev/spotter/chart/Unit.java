package dev.spotter.chart;

import dev.spotter.history.TrainingHistory;
import java.util.Locale;

/** Kilograms as the lifter reads them. */
public enum Unit {
  KG(1),
  LB(TrainingHistory.KG_PER_LB);

  private final double kg;

  Unit(double kg) {
    this.kg = kg;
  }

  static Unit of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** kg or lb. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  double of(double kilograms) {
    return kilograms / kg;
  }

  /** A load, to a tenth: 102.5, 225. */
  String load(double kilograms) {
    return plain(Math.round(of(kilograms) * 10) / 10.0);
  }

  /** A volume, to whole units: 4,010. */
  String volume(double kilograms) {
    return String.format(Locale.ROOT, "%,d", Math.round(of(kilograms)));
  }

  /** A number without a needless point zero. */
  static String plain(double number) {
    return number == Math.rint(number)
        ? String.valueOf(Math.round(number))
        : String.valueOf(number);
  }
}
