package dev.spotter.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Where the chain ended at last, in a file that best lies on another machine's disk: cutting off
 * the end of the chain, signed head and all, is seen by it alone.
 */
record Anchor(Path file) {
  /** Of one length, so that writing it over the last one leaves nothing of that. */
  private static final String LINE = "%019d %s%n";

  void write(Chain.Head head) {
    byte[] line =
        LINE.formatted(head.seq(), head.hash()).replace("\r", "").getBytes(StandardCharsets.UTF_8);
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap(line), 0);
      out.force(false);
    } catch (IOException e) {
      throw new RecordFailed("the anchor cannot be written: " + e.getClass().getName(), e);
    }
  }

  /** What it holds, unsigned; null if it was never written. */
  Chain.@Nullable Head read() {
    try {
      if (!Files.exists(file)) {
        return null;
      }
      String[] words = Files.readString(file).strip().split(" ", -1);
      return new Chain.Head(Long.parseLong(words[0]), words.length > 1 ? words[1] : "", "");
    } catch (IOException | NumberFormatException e) {
      throw new RecordFailed("the anchor " + file + " cannot be read", e);
    }
  }
}
