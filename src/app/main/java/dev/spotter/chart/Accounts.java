package dev.spotter.chart;

import dev.spotter.log.Counts;
import dev.spotter.log.Imported;
import dev.spotter.log.Reason;
import dev.spotter.log.Warning;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of the rows of a file, in sentences: one for the sum, one for each reason. */
public final class Accounts {
  private static final int LINES_SHOWN = 6;

  private Accounts() {}

  /**
   * All rows that were odd in one way.
   *
   * @param lines where they stand, in order
   * @param text a sentence with their number, why, and where they stand
   */
  public record Account(Reason reason, List<Integer> lines, String text) {}

  /** The sum: {@code 970 rows: 449 sets in 50 sessions, 521 rows set aside}. */
  public static String sum(Imported file) {
    Counts counts = file.counts();
    int aside = counts.rows() - counts.kept();
    return String.format(
        Locale.ROOT,
        "%,d row%s: %,d set%s in %,d session%s%s",
        counts.rows(),
        plural(counts.rows()),
        counts.sets(),
        plural(counts.sets()),
        file.history().sessions().size(),
        plural(file.history().sessions().size()),
        aside == 0
            ? ""
            : String.format(Locale.ROOT, ", %,d row%s set aside", aside, plural(aside)));
  }

  static String plural(int count) {
    return count == 1 ? "" : "s";
  }

  /** One account for each reason, rows set aside first. */
  public static List<Account> of(Imported file) {
    Map<Reason, List<Warning>> byReason = new EnumMap<>(Reason.class);
    file.warnings()
        .forEach(w -> byReason.computeIfAbsent(w.reason(), r -> new ArrayList<>()).add(w));
    List<Account> accounts = new ArrayList<>();
    byReason.forEach((reason, warnings) -> accounts.add(account(reason, warnings)));
    return accounts;
  }

  private static Account account(Reason reason, List<Warning> warnings) {
    List<Integer> lines = warnings.stream().map(Warning::line).toList();
    String value = warnings.get(0).value();
    return new Account(
        reason,
        lines,
        String.format(Locale.ROOT, "%,d", lines.size())
            + " x "
            + reason.text()
            + (value == null || value.isBlank() ? "" : ", such as '" + value + "'")
            + " ("
            + where(lines)
            + ")");
  }

  private static String where(List<Integer> lines) {
    String shown =
        lines.stream().limit(LINES_SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
    int more = lines.size() - LINES_SHOWN;
    return "line"
        + plural(lines.size())
        + " "
        + shown
        + (more > 0 ? String.format(Locale.ROOT, " and %,d more", more) : "");
  }
}
