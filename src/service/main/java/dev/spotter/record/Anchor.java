package dev.spotter.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Where the chain ended at last, in a file that best lies on another machine's disk: cutting off
 * the end of the chain, signed head and all, is seen by it alone.
 */
record Anchor(Path file) {
  /** Of one length, so that writing it over the last one leaves nothing of that. */
  private static final String LINE = "%019d %s%n";

  static @Nullable Anchor of(RecordSettings settings) {
    return settings.anchor() == null ? null : new Anchor(settings.anchor());
  }

  /**
   * Never takes it back: of several threads one may come late. Of several processes too, but then
   * it is behind until the next row only; locks are not to be had on every disk of the network.
   */
  void write(Chain.Head head) {
    byte[] line =
        LINE.formatted(head.seq(), head.hash()).replace("\r", "").getBytes(StandardCharsets.UTF_8);
    synchronized (Anchor.class) {
      Chain.Head last = read();
      if (last != null && last.seq() >= head.seq()) {
        return;
      }
      try (FileChannel out =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        out.write(ByteBuffer.wrap(line), 0);
        out.force(false);
      } catch (IOException e) {
        throw new RecordFailed("the anchor cannot be written: " + e.getClass().getName(), e);
      }
    }
  }

  /** What it holds, unsigned; null if it was never written. */
  Chain.@Nullable Head read() {
    try {
      return Files.exists(file) ? parsed(Files.readAllBytes(file)) : null;
    } catch (IOException e) {
      throw new RecordFailed("the anchor " + file + " cannot be read", e);
    }
  }

  /** An empty file was made by a process that was ended before it wrote. */
  private Chain.@Nullable Head parsed(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    if (text.isEmpty()) {
      return null;
    }
    String[] words = text.split(" ", -1);
    try {
      return new Chain.Head(Long.parseLong(words[0]), words.length > 1 ? words[1] : "", "");
    } catch (NumberFormatException e) {
      throw new RecordTampered("the anchor " + file + " holds no row", e);
    }
  }

  /**
   * Looks whether the row that it knows is there.
   *
   * @throws RecordTampered if not: the database is an older copy, or its end was cut off
   */
  void check(Handle handle) {
    Chain.Head known = read();
    if (known != null && known.seq() > 0 && !known.hash().equals(Rows.hash(handle, known.seq()))) {
      throw new RecordTampered(
          "the anchor "
              + file
              + " knows a row "
              + known.seq()
              + " that the database does not have: that is an older copy, or was cut off. To go on"
              + " with it nevertheless, move the anchor away");
    }
  }
}
