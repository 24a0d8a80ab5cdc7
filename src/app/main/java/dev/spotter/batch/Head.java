package dev.spotter.batch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * What the beginning of a source tells of it.
 *
 * @param packing how it is packed
 * @param format how its records are told apart
 * @param columns the names of a table's columns; empty for other formats
 * @param separator what stands between a table's cells
 * @param digest of the beginning, to know the file again
 */
record Head(Packing packing, Format format, List<String> columns, char separator, String digest) {
  /** How many stored bytes are looked at. */
  static final int LENGTH = 1 << 16;

  /**
   * @param name the source's name
   * @param stored its first bytes, up to {@link #LENGTH}
   * @throws BatchException if it is in an encoding that nothing here reads
   */
  static Head of(String name, byte[] stored) {
    Packing packing = Packing.of(stored);
    byte[] plain = unpacked(packing, stored);
    if (plain.length > 1 && (plain[0] == 0 || plain[1] == 0 || wide(plain))) {
      throw new BatchException(
          BatchException.Fault.INPUT, name + " is UTF-16 or no text at all; save it as UTF-8");
    }
    String text = new String(plain, StandardCharsets.UTF_8);
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Format format = Format.of(name, text);
    String first = text.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
    char separator = format == Format.CSV ? Table.separator(first) : ',';
    List<String> columns = format == Format.CSV ? Table.columns(name, first, separator) : List.of();
    return new Head(packing, format, columns, separator, digest(stored));
  }

  private static boolean wide(byte[] plain) {
    int mark = (plain[0] & 0xFF) << 8 | (plain[1] & 0xFF);
    return mark == 0xFEFF || mark == 0xFFFE;
  }

  /** As much as can be unpacked of a beginning. */
  private static byte[] unpacked(Packing packing, byte[] stored) {
    byte[] plain = new byte[LENGTH];
    int length = 0;
    try (InputStream in = packing.open(new ByteArrayInputStream(stored))) {
      for (int n = 0; n >= 0 && length < plain.length; length += Math.max(0, n)) {
        n = in.read(plain, length, plain.length - length);
      }
    } catch (IOException e) {
      // The beginning ends where it was cut; a file that is damaged says so when it is read.
      return Arrays.copyOf(plain, length);
    }
    return Arrays.copyOf(plain, length);
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
