package dev.spotter.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Excerpt;
import dev.spotter.Shipped;
import dev.spotter.rules.Checked;
import dev.spotter.rules.Diagnostic;
import dev.spotter.rules.Diagnostic.Severity;
import dev.spotter.rules.RuleFiles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random slips in the shipped rules: those that check finds are told within a line of the slip; of
 * those that it lets pass and that change an answer, the cases or the invariants notice most, and
 * name the rule. {@code -Dspotter.slips=} says how many of the first, {@code -Dspotter.passing=} of
 * the second, of which it takes about 200 slips to find one.
 */
class SlipsTest {
  private static final int MANY = Integer.getInteger("spotter.slips", 60);
  private static final int PASSING = Integer.getInteger("spotter.passing", 2);
  private static final long SEED = Long.getLong("spotter.seed", 20261124L);

  /** From so many on a share says something. */
  private static final int ENOUGH = 30;

  @Test
  void slipsAreToldWhereTheyAre() {
    Slip.Source slips = new Slip.Source(Shipped.files(), new Random(SEED));
    List<String> far = new ArrayList<>();
    int told = 0;
    for (int i = 0; i < MANY; i++) {
      Slip slip = slips.next();
      List<Diagnostic> found = found(slip.in(Shipped.files()));
      if (!found.isEmpty()) {
        told++;
        if (found.stream().noneMatch(d -> near(d, slip))) {
          far.add(shown(slip, found));
        }
      }
    }
    System.out.printf(
        "slips: seed %d, %d slips, %d told by check, %d of them within a line%n%s%n",
        SEED, MANY, told, told - far.size(), String.join("\n", far));
    assertThat(100.0 * (told - far.size()) / told)
        .as(String.join("\n", far))
        .isGreaterThanOrEqualTo(95);
  }

  @Test
  void whatPassesAndChangesAnAnswerIsNoticed() {
    Slip.Source slips = new Slip.Source(Shipped.files(), new Random(SEED));
    Map<String, byte[]> declares =
        new Excerpt(Shipped.rules(), Shipped.files()).with(rule -> false);
    Map<Notice.End, Integer> ends = new EnumMap<>(Notice.End.class);
    List<String> missed = new ArrayList<>();
    int tried = 0;
    for (int passed = 0; passed < PASSING; tried++) {
      Slip slip = slips.next();
      if (sound(slip.apart(declares, Shipped.files()))
          && found(slip.in(Shipped.files())).isEmpty()) {
        passed++;
        Notice.End end = Notice.of(slip);
        ends.merge(end, 1, Integer::sum);
        if (end == Notice.End.UNNAMED || end == Notice.End.ESCAPED) {
          missed.add(end + " " + slip.file() + ":" + slip.line() + ": " + slip.what());
        }
      }
    }
    int named = ends.getOrDefault(Notice.End.NAMED, 0);
    int changing = named + missed.size();
    System.out.printf(
        "slips: seed %d, %d slips, of which check lets %d pass: %s%n%s%n",
        SEED, tried, PASSING, ends, String.join("\n", missed));
    if (changing >= ENOUGH) {
      assertThat(100.0 * named / changing).as(String.join("\n", missed)).isGreaterThanOrEqualTo(80);
    }
  }

  private static boolean sound(Map<String, byte[]> files) {
    return Checked.of(new RuleFiles("a slip", new TreeMap<>(files))).sound();
  }

  private static List<Diagnostic> found(Map<String, byte[]> files) {
    return Check.of(new RuleFiles("a slip", new TreeMap<>(files))).withoutHints().all();
  }

  /** A slip in a name may be told where the name is used: the first finding, or one on its line. */
  private static boolean near(Diagnostic found, Slip slip) {
    return found.file().equals(slip.file()) && Math.abs(found.line() - slip.line()) <= 1;
  }

  private static String shown(Slip slip, List<Diagnostic> found) {
    long errors = found.stream().filter(d -> d.severity() == Severity.ERROR).count();
    return slip.file()
        + ":"
        + slip.line()
        + ": "
        + slip.what()
        + "\n      told ("
        + errors
        + " errors): "
        + found.get(0).render();
  }
}
