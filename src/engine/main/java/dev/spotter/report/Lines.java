package dev.spotter.report;

/** Text in lines of a readable width, with hanging indents. */
final class Lines {
  private static final int WIDTH = 96;
  private final StringBuilder out = new StringBuilder(4000);

  Lines blank() {
    out.append('\n');
    return this;
  }

  Lines line(String text) {
    out.append(text).append('\n');
    return this;
  }

  /** A paragraph behind a mark; the lines that follow stand under its first word. */
  Lines item(int indent, String mark, String text) {
    String hang = " ".repeat(indent + mark.length());
    StringBuilder line = new StringBuilder(" ".repeat(indent)).append(mark);
    boolean empty = true;
    for (String word : text.strip().split("\\s+")) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        line(line.toString());
        line = new StringBuilder(hang);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    return line(line.toString());
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
