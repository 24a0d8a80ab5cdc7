package dev.spotter.book;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of rules as Markdown that shows them letter for letter and does nothing else. */
final class Escaped {
  /** What can begin a mark, a link, a tag, an entity, a cell, a formula or a mention. */
  private static final Pattern SIGN = Pattern.compile("[\\\\`*_\\[\\]<>#|~&$@]");

  /** What some renderers make a link of although nobody marked it. */
  private static final Pattern BARE_LINK = Pattern.compile("(?i)(:)(?=//)|(?<=www)(\\.)");

  /** What at the beginning of a block would make it a list or a heading. */
  private static final Pattern BEGINNING = Pattern.compile("^(\\d*)([-+=:.)])");

  private static final Pattern BLANKS =
      Pattern.compile("[\\s\\p{Cc}\\u2028\\u2029\\uFFFE\\uFFFF]+");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\uFFFE\\uFFFF&&[^\n]]");

  private Escaped() {}

  /** The text on one line, without control characters. */
  static String line(String text) {
    return BLANKS.matcher(text).replaceAll(" ");
  }

  /** Words inside a line. */
  static String words(String text) {
    String signs =
        SIGN.matcher(line(text)).replaceAll(m -> Matcher.quoteReplacement("\\" + m.group()));
    return BARE_LINK.matcher(signs).replaceAll(m -> Matcher.quoteReplacement("\\" + m.group()));
  }

  /** A whole line of Markdown whose words are escaped already, at the beginning of a block. */
  static String beginning(String markdown) {
    return BEGINNING.matcher(markdown.strip()).replaceFirst("$1\\\\$2");
  }

  /**
   * A name in a code span.
   *
   * @param cell true inside a table, whose cells end at a bar even in code
   */
  static String code(String text, boolean cell) {
    String name = line(text).strip();
    String ticks = ticks(name, 1);
    String pad = name.startsWith("`") || name.endsWith("`") ? " " : "";
    String shown = cell ? name.replace("|", "\\|") : name;
    return name.isEmpty() ? "" : ticks + pad + shown + pad + ticks;
  }

  /** Text in a fenced block. */
  static String fenced(String text, String language) {
    String shown = CONTROL.matcher(text.replace("\t", "  ")).replaceAll("").stripTrailing();
    String fence = ticks(shown, 3);
    String lines = shown.stripIndent().replaceFirst("^\n+", "");
    return fence + language + "\n" + lines + "\n" + fence;
  }

  private static String ticks(String text, int least) {
    int run = 0;
    int longest = 0;
    for (char c : text.toCharArray()) {
      run = c == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return "`".repeat(Math.max(least, longest + 1));
  }
}
