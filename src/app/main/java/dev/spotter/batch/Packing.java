package dev.spotter.batch;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** How a file is packed, told by its first bytes and not by its name. */
enum Packing {
  NONE,
  GZIP,
  ZSTD;

  static Packing of(byte[] head) {
    if (starts(head, 0x1F, 0x8B)) {
      return GZIP;
    }
    return starts(head, 0x28, 0xB5, 0x2F, 0xFD) ? ZSTD : NONE;
  }

  private static boolean starts(byte[] head, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (head.length <= i || (head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** The unpacked bytes; fails at the place where a file is cut off or damaged. */
  InputStream open(InputStream in) throws IOException {
    return switch (this) {
      case NONE -> in;
      case GZIP -> new GZIPInputStream(in, 1 << 16);
      case ZSTD -> new ZstdInputStream(in);
    };
  }

  /** A file's name without what the packing adds to it. */
  static String unpacked(String name) {
    return name.replaceFirst("(?i)\\.(gz|gzip|zst|zstd)$", "");
  }
}
