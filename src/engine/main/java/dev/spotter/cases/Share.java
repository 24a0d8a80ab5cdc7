package dev.spotter.cases;

/**
 * So many of so many, with how sure that is.
 *
 * @param hits how many
 * @param of out of how many
 */
public record Share(int hits, int of) {
  /** The normal quantile for 95 %. */
  private static final double Z = 1.959964;

  /** In per cent; 0 of 0 is 0. */
  public double percent() {
    return of == 0 ? 0 : 100.0 * hits / of;
  }

  /**
   * The lower bound of the 95 % confidence interval in per cent, by Wilson's score (Wilson 1927, J
   * Am Stat Assoc 22:209): it stays honest for few cases and for shares near 0 and 100.
   */
  public double low() {
    return of == 0 ? 0 : 100 * Math.max(0, centre() - reach());
  }

  /** The upper bound, likewise. */
  public double high() {
    return of == 0 ? 100 : 100 * Math.min(1, centre() + reach());
  }

  private double centre() {
    double share = (double) hits / of;
    return (share + Z * Z / (2 * of)) / (1 + Z * Z / of);
  }

  private double reach() {
    double share = (double) hits / of;
    return Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of)) / (1 + Z * Z / of);
  }
}
