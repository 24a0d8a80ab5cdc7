package dev.spotter.cds;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds GitHub-flavoured Markdown of which only the marks made here are marks: every word of
 * rules, clients and callers is escaped, for Markdown and for the HTML that it becomes.
 */
final class Markdown {
  private static final String MARKS = "\\`*_{}[]()#+-.!|~^$=:/@\"'";

  private final List<String> lines = new ArrayList<>();

  /**
   * A text that shows as it is: on one line, no mark, tag, entity, link or mention in it. A colon,
   * slash or at sign would begin a link by itself.
   */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> escape(c, out));
    return out.toString().strip();
  }

  private static void escape(int c, StringBuilder out) {
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
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
