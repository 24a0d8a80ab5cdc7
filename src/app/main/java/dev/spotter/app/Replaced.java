package dev.spotter.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Files that are replaced whole or not at all. */
final class Replaced {
  private Replaced() {}

  /** Writes beside the file and then takes its place; a link stays one, rights stay as they are. */
  static void write(Path file, byte[] bytes) throws IOException {
    Path real = file.toRealPath();
    Path beside = Files.createTempFile(real.getParent(), "." + real.getFileName(), ".tmp");
    try {
      Files.write(beside, bytes);
      if (Files.getFileAttributeView(real, PosixFileAttributeView.class) != null) {
        Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(real));
      }
      Files.move(beside, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
