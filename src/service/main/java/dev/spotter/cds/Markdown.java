package dev.spotter.cds;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds GitHub-flavoured Markdown of which only the marks made here are marks: every word of
 * rules, clients and callers is escaped, for Markdown and for the HTML that it becomes.
 */
final class Markdown {
  private static final String MARKS = "\\`*_{}[]()#+-.!|~^$=:/\"'";
  private static final String JOINER = "\u2060";

  private final List<String> lines = new ArrayList<>();

  /**
   * A text that shows as it is: on one line, no mark, tag, entity, link or mention in it.
   *
   * <p>Renderers make links of plain words as well, once the backslashes are gone. So a word
   * joiner, which nobody sees, stands on either side of a sign that would make an address of them;
   * on one side only would not do, for browsers drop it from a host's name. In a mail address it
   * may stand, so that is parted by a space.
   */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      boolean joins = i + 1 < points.length && joins(points[i], points[i + 1]);
      out.append(joins ? JOINER : "");
      escape(points[i], out);
      out.append(joins ? JOINER : "");
    }
    return out.toString().strip();
  }

  private static boolean joins(int c, int next) {
    return ".:/".indexOf(c) >= 0 && (next == '/' || Character.isLetter(next));
  }

  private static void escape(int c, StringBuilder out) {
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '@' -> out.append("\\@ ");
      default -> {
        if (hidden(c)) {
          out.append(' ');
        } else if (c < 128 && MARKS.indexOf(c) >= 0) {
          out.append('\\').append((char) c);
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }

  /** Line ends, controls, and what turns the direction of writing or cannot be seen. */
  private static boolean hidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  /** A heading, with an empty line around it. */
  Markdown heading(String text) {
    lines.add("");
    lines.add("**" + escaped(text) + "**");
    lines.add("");
    return this;
  }

  /** A paragraph. */
  Markdown text(String text) {
    lines.add("");
    lines.add(escaped(text));
    lines.add("");
    return this;
  }

  /** An item of a list; the depth is 0 for the outermost. */
  Markdown item(int depth, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      lines.add("  ".repeat(depth) + "- " + escaped(text));
    }
    return this;
  }

  /** An item of the outermost list that can be looked up on the web, if it has an address. */
  Markdown source(String text, @Nullable String address) {
    lines.add(
        "- " + (address == null ? escaped(text) : "[" + escaped(text) + "](" + address + ")"));
    return this;
  }

  /** A list with its heading; nothing if it has no items. */
  Markdown list(String title, List<String> texts) {
    if (!texts.isEmpty()) {
      heading(title);
      texts.forEach(t -> item(0, t));
    }
    return this;
  }

  @Override
  public String toString() {
    return String.join("\n", lines).replaceAll("\n{3,}", "\n\n").strip();
  }
}
