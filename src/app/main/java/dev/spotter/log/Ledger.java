package dev.spotter.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps account of every row while a file is read. */
final class Ledger {
  private static final int SHOWN = 40;
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private final List<Warning> warnings = new ArrayList<>();
  private final Map<Reason, Integer> aside = new EnumMap<>(Reason.class);
  private int rows;
  private int kept;
  private int sets;

  /** A row was read; it is still to be kept or set aside. */
  void row() {
    rows++;
  }

  /** It is part of the log, with so many sets. */
  void keep(int made) {
    kept++;
    sets += made;
  }

  /** It is not, and this is why. */
  void setAside(Reason reason, int line, @Nullable String value) {
    aside.merge(reason, 1, Integer::sum);
    note(reason, line, value);
  }

  /** Something odd that changes nothing about the count. */
  void note(Reason reason, int line, @Nullable String value) {
    warnings.add(new Warning(reason, line, value == null ? null : shown(value)));
  }

  /** A value as it may be printed: short, and without characters that steer a terminal. */
  static String shown(String value) {
    String plain = plain(value);
    return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "..." : plain;
  }

  /** A text on one line, without control characters. */
  static String plain(String text) {
    return CONTROLS.matcher(text).replaceAll(" ").strip();
  }

  List<Warning> warnings() {
    warnings.sort(Comparator.comparingInt(Warning::line));
    return warnings;
  }

  Counts counts() {
    return new Counts(rows, kept, sets, aside);
  }
}
