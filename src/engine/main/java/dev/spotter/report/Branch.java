package dev.spotter.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of text with what stands under it, drawn with lines from one to the other.
 *
 * @param text one sentence or so; wrapped where it is long
 * @param style how it is drawn where there is colour
 * @param under what stands under it
 */
record Branch(String text, Style style, List<Branch> under) {
  private static final int WIDTH = 100;

  /** How a piece is drawn. */
  enum Style {
    PLAIN,
    BOLD,
    FAINT
  }

  static Branch of(String text, List<Branch> under) {
    return new Branch(text, Style.PLAIN, under);
  }

  static Branch bold(String text, List<Branch> under) {
    return new Branch(text, Style.BOLD, under);
  }

  static Branch faint(String text) {
    return new Branch(text, Style.FAINT, List.of());
  }

  /** The whole tree, a line each. */
  void draw(Lines out, Ink ink) {
    draw(out, ink, "", "");
  }

  private void draw(Lines out, Ink ink, String first, String rest) {
    String trunk = under.isEmpty() ? rest : rest + "│  ";
    String lead = first;
    for (String line : wrapped(WIDTH - first.length())) {
      out.line(lead + painted(ink, line));
      lead = trunk;
    }
    for (int i = 0; i < under.size(); i++) {
      boolean last = i + 1 == under.size();
      under.get(i).draw(out, ink, rest + (last ? "└─ " : "├─ "), rest + (last ? "   " : "│  "));
    }
  }

  private String painted(Ink ink, String line) {
    return switch (style) {
      case PLAIN -> line;
      case BOLD -> ink.bold(line);
      case FAINT -> ink.faint(line);
    };
  }

  private List<String> wrapped(int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > Math.max(30, width)) {
        lines.add(line.toString());
        line = new StringBuilder();
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
