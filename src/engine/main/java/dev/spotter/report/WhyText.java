package dev.spotter.report;

import dev.spotter.explain.Asked;
import dev.spotter.explain.Asked.Kind;
import dev.spotter.explain.Ground;
import dev.spotter.explain.Why;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Draws why something was concluded, for people: a tree for each conclusion. */
public final class WhyText {
  private final Ink ink;

  /** Texts in this ink. */
  public WhyText(Ink ink) {
    this.ink = ink;
  }

  /**
   * One client's conclusions.
   *
   * @param id the client's id
   */
  public String write(String id, List<Why> whys) {
    Lines out = new Lines();
    GroundText grounds = new GroundText();
    out.line(ink.bold(id) + ": why");
    Set<Asked> drawn = new HashSet<>();
    for (Why why : whys) {
      out.blank();
      tree(why, drawn, grounds).draw(out, ink);
      drawn.add(why.asked());
    }
    grounds.sources(out);
    return out.toString();
  }

  private static Branch tree(Why why, Set<Asked> drawn, GroundText grounds) {
    List<Branch> under = new ArrayList<>(grounds.branches(why.grounds()));
    why.because().forEach(w -> under.add(read(w, drawn.contains(w.asked()), grounds)));
    return Branch.bold(heading(why), under);
  }

  /** A conclusion that another was drawn from: of a cause only what counted. */
  private static Branch read(Why why, boolean drawn, GroundText grounds) {
    if (drawn) {
      return Branch.bold("from " + heading(why) + ", see above", List.of());
    }
    Stream<Ground> counting =
        why.grounds().stream().filter(g -> why.asked().kind() != Kind.CAUSE || g.counted() > 0);
    return Branch.bold("from " + heading(why), grounds.branches(counting.toList()));
  }

  private static String heading(Why why) {
    String not = why.so() ? "" : "not so, ";
    return why.title() + ": " + not + why.said();
  }
}
