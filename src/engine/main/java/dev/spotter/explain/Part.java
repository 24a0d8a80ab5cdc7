package dev.spotter.explain;

import dev.spotter.rules.Condition;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.RuleWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A condition of a rule that holds or fails by itself: the rule fires exactly where all its parts
 * hold. Immutable.
 *
 * @param way how its own parts make it hold
 * @param about what it demands, as patterns; one but for {@link Way#WHOLE}
 * @param binding patterns that only name values which {@code about} compares with; mostly none
 * @param places the patterns of the rule that it was taken from, by their index
 * @param parts the alternatives or the tests inside; none for one test and for a whole
 */
public record Part(
    Way way, List<Pattern> about, List<Pattern> binding, List<Integer> places, List<Part> parts) {

  /** How a condition holds. */
  public enum Way {
    /** One test. */
    TEST,
    /** Where one of its parts does. */
    ANY,
    /** Where all of its parts do. */
    ALL,
    /**
     * All of a pattern at once, for what stands in it cannot be told apart: one after not, one over
     * facts of which a client has several, or patterns that compare such facts with each other.
     */
    WHOLE
  }

  /** The patterns that match exactly where it holds. */
  List<Pattern> probe() {
    return Stream.concat(binding.stream(), about.stream()).toList();
  }

  /** As the rule says it: {@code Soreness( worst >= 8 )}. */
  public String written() {
    return written(about);
  }

  /** What tells it from other parts: equal texts ask the same of a client. */
  String key() {
    return written(probe());
  }

  private static String written(List<Pattern> patterns) {
    return patterns.stream().map(RuleWriter::text).collect(Collectors.joining(" "));
  }

  /** The comparisons in it. */
  public Stream<Condition.Test> tests() {
    return about.stream().flatMap(Pattern::tests);
  }

  /** It and everything inside it. */
  public Stream<Part> all() {
    return Stream.concat(Stream.of(this), parts.stream().flatMap(Part::all));
  }
}
