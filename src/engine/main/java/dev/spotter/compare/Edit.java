package dev.spotter.compare;

import dev.spotter.compare.Detail.Weight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two states of the rules.
 *
 * @param subject what kind of thing
 * @param kind what became of it
 * @param name its name or id; of something renamed the new one
 * @param was where it stood, or null
 * @param is where it stands, or null
 * @param details what exactly; of a rule that came or went what it reads and does
 */
public record Edit(
    Subject subject,
    Kind kind,
    String name,
    @Nullable Place was,
    @Nullable Place is,
    List<Detail> details) {

  /** What can be edited. */
  public enum Subject {
    RULE("rule"),
    QUESTION("question"),
    SECTION("section"),
    CAUSE("cause"),
    REMEDY("remedy"),
    SCALE("scale"),
    LIFTS("lifts"),
    WORD("word"),
    SOURCE("source");

    private final String word;

    Subject(String word) {
      this.word = word;
    }

    /** As it is written in reports. */
    public String word() {
      return word;
    }
  }

  /** What can become of it. */
  public enum Kind {
    REMOVED("removed"),
    CHANGED("changed"),
    ADDED("added"),
    RENAMED("renamed");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As it is written in reports. */
    public String word() {
      return word;
    }
  }

  public Edit {
    details = List.copyOf(details);
  }

  static Edit whole(Subject subject, Kind kind, String name) {
    return new Edit(subject, kind, name, null, null, List.of());
  }

  /** True if it can change what people read, and no answer. */
  public boolean textOnly() {
    return switch (kind) {
      case RENAMED -> true;
      case CHANGED -> details.stream().allMatch(d -> d.weight() == Weight.TEXT);
      case ADDED, REMOVED ->
          subject == Subject.WORD || subject == Subject.SOURCE || subject == Subject.SECTION;
    };
  }

  /** True if what follows from it changed, whoever it fires for. */
  boolean changesEffect() {
    return details.stream().anyMatch(d -> d.weight() == Weight.EFFECT);
  }

  /** {@code rule "muscle fatigue: ..."}, {@code question soreness.worst}. */
  public String title() {
    return subject == Subject.RULE
        ? "rule \"" + name + "\""
        : name.isEmpty() ? "the " + subject.word() : subject.word() + " " + name;
  }
}
