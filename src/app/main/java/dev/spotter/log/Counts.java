package dev.spotter.log;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many rows became what. Always {@code rows = kept + everything set aside}.
 *
 * @param rows rows below the header, blank lines left out
 * @param kept rows that are part of the log
 * @param sets sets that they made: one a row, but as many as it says for a row of several, and as
 *     it has attempts for a meet
 * @param setAside the other rows, by reason
 */
public record Counts(int rows, int kept, int sets, Map<Reason, Integer> setAside) {
  public Counts {
    Map<Reason, Integer> copy = new EnumMap<>(Reason.class);
    copy.putAll(setAside);
    setAside = Collections.unmodifiableMap(copy);
    int aside = setAside.values().stream().mapToInt(Integer::intValue).sum();
    if (rows != kept + aside) {
      throw new IllegalStateException(
          "of " + rows + " rows " + kept + " were kept and " + aside + " set aside");
    }
  }
}
