package dev.spotter.rules;

import dev.spotter.rules.Diagnostic.Code;

/** What Drools' parser says, in the words of a trainer. */
final class ParserMessage {
  private ParserMessage() {}

  /**
   * @param offset where the parser stopped
   * @param message as it came
   */
  static Refusal refusal(String text, int offset, String message) {
    String inner = message.replaceFirst("^\\[ERR \\d+] *(Line -?\\d+:-?\\d+ *)?", "").strip();
    int end = offset;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    String word = offset < end ? "'" + text.substring(offset, end) + "'" : "the end of the line";
    return new Refusal(
        Code.SYNTAX,
        offset,
        "this cannot be read from " + word + " on",
        "look for a missing bracket, quote, comma or 'end' here or just before (" + inner + ")");
  }
}
