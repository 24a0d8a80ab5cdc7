package dev.spotter.explain;

import dev.spotter.fact.Level;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What somebody asks about.
 *
 * @param kind what it is
 * @param id as the rules name it
 */
public record Asked(Kind kind, String id) {
  private static final int MOST_SIMILAR = 8;

  /** What can be asked about. */
  public enum Kind {
    /** How urgent. */
    LEVEL,
    /** Which cause leads. */
    VERDICT,
    /** One reason to be seen. */
    FLAG,
    /** What may be behind it. */
    CAUSE,
    /** Something to do. */
    REMEDY,
    /** What else was said. */
    NOTES,
    /** One rule by its name. */
    RULE;

    /** As it is written before a colon. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Nothing is called so, or it cannot be asked about; the message says what was perhaps meant. */
  public static final class Unknown extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Unknown(String message) {
      super(message);
    }
  }

  /** The verdict. */
  static final Asked VERDICT = new Asked(Kind.VERDICT, "verdict");

  /** The notes. */
  static final Asked NOTES = new Asked(Kind.NOTES, "notes");

  /** Of a level. */
  static Asked of(Level level) {
    return new Asked(Kind.LEVEL, level.word());
  }

  /**
   * What a word can mean, in capitals or not; several where a word means several, as {@code
   * emergency} does. {@code remedy:emergency} means one.
   *
   * @param word the id of a level, flag, cause or remedy, {@code verdict}, {@code notes}, or a
   *     rule's name
   * @throws Unknown if nothing is called so
   */
  public static List<Asked> named(RuleSet rules, String word) {
    List<Asked> all = everything(rules);
    String wanted = word.strip();
    List<Asked> meant =
        all.stream()
            .filter(
                a ->
                    a.id.equalsIgnoreCase(wanted)
                        || (a.kind.word() + ":" + a.id).equalsIgnoreCase(wanted))
            .toList();
    if (!meant.isEmpty()) {
      return meant;
    }
    throw new Unknown("there is no '" + wanted + "' to ask about: " + perhaps(all, wanted));
  }

  private static String perhaps(List<Asked> all, String wanted) {
    Set<String> names = new LinkedHashSet<>();
    all.forEach(a -> names.add(a.id));
    String near = Suggestion.among(wanted, names);
    if (near.startsWith("did you mean")) {
      return near;
    }
    String part = wanted.toLowerCase(Locale.ROOT);
    List<String> similar =
        names.stream().filter(n -> n.toLowerCase(Locale.ROOT).contains(part)).toList();
    if (similar.isEmpty() || part.isEmpty()) {
      return "ask about a level, a flag (RF01), a cause, a remedy, verdict, notes, or a rule by its"
          + " name";
    }
    return "did you mean one of \""
        + String.join("\", \"", similar.subList(0, Math.min(MOST_SIMILAR, similar.size())))
        + "\"?";
  }

  private static List<Asked> everything(RuleSet rules) {
    Set<Asked> all = new LinkedHashSet<>();
    Level.words().forEach(w -> all.add(new Asked(Kind.LEVEL, w)));
    all.add(VERDICT);
    rules.vocabulary().causes().keySet().forEach(c -> all.add(new Asked(Kind.CAUSE, c)));
    rules.vocabulary().remedies().keySet().forEach(r -> all.add(new Asked(Kind.REMEDY, r)));
    all.add(NOTES);
    for (Rule rule : rules.rules()) {
      rule.actions().stream()
          .filter(a -> a.type().equals("Referral"))
          .forEach(a -> all.add(new Asked(Kind.FLAG, a.subject())));
    }
    rules.rules().forEach(r -> all.add(new Asked(Kind.RULE, r.name())));
    return new ArrayList<>(all);
  }
}
