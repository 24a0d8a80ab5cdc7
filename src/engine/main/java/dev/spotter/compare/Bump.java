package dev.spotter.compare;

import dev.spotter.compare.Edit.Kind;
import dev.spotter.compare.Edit.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * How great a step of the rules' version an edit deserves.
 *
 * @param reasons why, in words; at least one
 */
public record Bump(Size size, List<String> reasons) {

  /** The steps of a version of three numbers. */
  public enum Size {
    MAJOR("major"),
    MINOR("minor"),
    PATCH("patch");

    private final String word;

    Size(String word) {
      this.word = word;
    }

    /** As it is written in reports. */
    public String word() {
      return word;
    }
  }

  public Bump {
    reasons = List.copyOf(reasons);
  }

  /**
   * Major if somebody may be worse off or an intake file may no longer be read; minor if answers
   * may differ; otherwise patch.
   *
   * @param totals of the clients compared; may be of none
   */
  public static Bump of(RulesChange change, Totals totals) {
    List<String> major = major(change, totals);
    if (!major.isEmpty()) {
      return new Bump(Size.MAJOR, major);
    }
    List<String> minor = new ArrayList<>();
    if (totals.changed() > 0) {
      minor.add("answers differ for " + totals.changed() + " client(s)");
    }
    long edits = change.edits().stream().filter(e -> !e.textOnly()).count();
    if (edits > 0) {
      minor.add(edits + " edit(s) can change answers");
    }
    if (!change.invariants().isEmpty()) {
      minor.add("invariants were added or changed");
    }
    if (!minor.isEmpty()) {
      return new Bump(Size.MINOR, minor);
    }
    return new Bump(
        Size.PATCH,
        List.of(change.edits().isEmpty() ? "nothing changed" : "only texts and names changed"));
  }

  private static List<String> major(RulesChange change, Totals totals) {
    List<String> major = new ArrayList<>();
    change.invariants().stream()
        .filter(i -> i.fate().loss())
        .forEach(i -> major.add("an invariant was " + i.fate().word() + ": " + i.name()));
    for (Aspect aspect : Aspect.values()) {
      if (aspect.alarming() && totals.count(aspect) > 0) {
        major.add(aspect.title() + " for " + totals.count(aspect) + " client(s)");
      }
    }
    for (Edit edit : change.edits()) {
      if (edit.subject() == Subject.QUESTION && edit.kind() == Kind.REMOVED) {
        major.add("the question " + edit.name() + " is gone");
      } else if (edit.subject() == Subject.QUESTION) {
        edit.details().stream()
            .filter(d -> d.part().equals("answer") && d.after() == null)
            .forEach(d -> major.add("the answer " + edit.name() + " " + d.before() + " is gone"));
      }
    }
    return major;
  }
}
