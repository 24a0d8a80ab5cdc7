package dev.spotter.report;

import dev.spotter.explain.Asked.Kind;
import dev.spotter.explain.Ground;
import dev.spotter.explain.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Draws why something was concluded, for people: a tree for each conclusion. */
public final class WhyText {
  private final Ink ink;

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
    for (Why why : whys) {
      out.blank();
      tree(why, grounds).draw(out, ink);
    }
    grounds.sources(out);
    return out.toString();
  }

  private static Branch tree(Why why, GroundText grounds) {
    List<Branch> under = new ArrayList<>(grounds.branches(why.grounds()));
    why.because().forEach(w -> under.add(read(w, grounds)));
    return Branch.bold(heading(why), under);
  }

  /** A conclusion that another was drawn from: of a cause only what counted. */
  private static Branch read(Why why, GroundText grounds) {
    Stream<Ground> counting =
        why.grounds().stream().filter(g -> why.asked().kind() != Kind.CAUSE || g.counted() > 0);
    return Branch.bold("from " + heading(why), grounds.branches(counting.toList()));
  }

  private static String heading(Why why) {
    String not = why.so() ? "" : "not so, ";
    return why.title() + ": " + not + why.said();
  }
}
