package dev.spotter.rules;

import dev.spotter.rules.Diagnostic.Code;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** From the bytes of a rule file to its text; what is not UTF-8 is told, and read all the same. */
final class Decoding {
  private static final String LATIN = "windows-1252";

  private Decoding() {}

  /**
   * The text, without its byte order mark.
   *
   * @param problems what is wrong with the bytes is added
   */
  static String decode(String name, byte[] bytes, List<Diagnostic> problems) {
    Charset wide = wide(bytes);
    if (wide != null) {
      problems.add(
          new Diagnostic(
              Code.BYTES,
              name,
              1,
              1,
              "the file is written in UTF-16 (" + wide + ")",
              "save it as UTF-8: in Notepad choose \"UTF-8\" beside the button Save",
              null));
      return unmarked(new String(bytes, wide));
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    if (result.isError()) {
      // A byte is a character there, so the first bad byte's place is its offset.
      String text = new String(bytes, Charset.forName(LATIN));
      SourceFile file = new SourceFile(name, text);
      problems.add(
          file.problem(
              Code.BYTES,
              in.position(),
              "the file is not UTF-8 from here on",
              "save it as UTF-8; letters such as \u00e4, \u00e9 or \u00b0 tell the difference"));
      return text;
    }
    String text = out.toString();
    if (text.startsWith("\uFEFF")) {
      problems.add(
          new Diagnostic(
              Code.MARK,
              name,
              1,
              1,
              "the file begins with a byte order mark",
              "it does no harm here; to be rid of it save as \"UTF-8\" without BOM",
              null));
    }
    return unmarked(text);
  }

  private static String unmarked(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static @org.jspecify.annotations.Nullable Charset wide(byte[] bytes) {
    if (bytes.length < 2) {
      return null;
    }
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    if ((first == 0xFF && second == 0xFE) || (first != 0 && second == 0)) {
      return StandardCharsets.UTF_16LE;
    }
    boolean big = (first == 0xFE && second == 0xFF) || (first == 0 && second != 0);
    return big ? StandardCharsets.UTF_16BE : null;
  }
}
