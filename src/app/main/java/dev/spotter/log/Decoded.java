package dev.spotter.log;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file: UTF-8, UTF-16 with its mark, or else Windows-1252, which old spreadsheets
 * write.
 *
 * @param text without a byte order mark
 * @param odd what was odd about its characters, or null
 * @param line of the first odd one
 */
record Decoded(String text, @Nullable Reason odd, int line) {
  /** A lifetime of training is a tenth of this. */
  static final int MOST_BYTES = 64 * 1024 * 1024;

  private static final Map<String, String> NO_TEXT =
      Map.of(
          "PK\u0003\u0004", "a zip archive or an Excel workbook; unpack it, or save it as CSV",
          "\u001f\u008b", "a gzip archive; unpack it first",
          "SQLite format 3", "an app's backup; choose the export as a spreadsheet (CSV) instead",
          "%PDF", "a PDF; export the log as CSV",
          "{", "JSON; an intake is for spotter assess");

  /**
   * Decodes a file.
   *
   * @throws LogRefused if it is no text
   */
  static Decoded of(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new LogRefused("the file is larger than 64 MB; that is no log of one lifter");
    }
    String head = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
    NO_TEXT.forEach(
        (start, what) -> {
          if (head.startsWith(start)) {
            throw new LogRefused("the file is " + what);
          }
        });
    Decoded decoded = decode(bytes, head);
    if (decoded.text().isBlank()) {
      throw new LogRefused("there is nothing in the file; export the log again");
    }
    return decoded;
  }

  private static Decoded decode(byte[] bytes, String head) {
    if (head.startsWith("\u00ff\u00fe")) {
      return marked(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (head.startsWith("\u00fe\u00ff")) {
      return marked(bytes, 2, StandardCharsets.UTF_16BE);
    }
    if (head.indexOf('\0') >= 0) {
      throw new LogRefused("the file is not text, or UTF-16 without its mark; save it as UTF-8");
    }
    return utf8(bytes, head.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0);
  }

  private static Decoded marked(byte[] bytes, int from, Charset charset) {
    return new Decoded(new String(bytes, from, bytes.length - from, charset), null, 0);
  }

  /** A few bad bytes are damage; more bad than good ones beyond ASCII are another encoding. */
  private static Decoded utf8(byte[] bytes, int from) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(bytes.length - from + 1);
    int bad = 0;
    int line = 0;
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      line = bad++ == 0 ? lines(out) : line;
      out.put('\ufffd');
      in.position(in.position() + result.length());
      result = decoder.decode(in, out, true);
    }
    String text = out.flip().toString();
    if (bad == 0) {
      return new Decoded(text, null, 0);
    }
    long good = text.chars().filter(c -> c > 127 && c != '\ufffd').count();
    return bad > good
        ? new Decoded(
            new String(bytes, Charset.forName("windows-1252")), Reason.OTHER_ENCODING, line)
        : new Decoded(text, Reason.BROKEN_CHARACTER, line);
  }

  /** The line at which what was decoded so far ends. */
  private static int lines(CharBuffer out) {
    return 1 + (int) out.duplicate().flip().toString().chars().filter(c -> c == '\n').count();
  }
}
