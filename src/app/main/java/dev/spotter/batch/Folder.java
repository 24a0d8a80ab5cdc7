package dev.spotter.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folder of results, held by one run at a time. */
final class Folder implements Closeable {
  static final String REJECTED = "rejected.ndjson";
  static final String CALL_TODAY = "call-today.csv";
  static final String SUMMARY = "summary.json";
  static final String REPORT = "report.html";
  static final String PART = ".part";
  private static final String CHECKPOINT = "checkpoint.json";
  private static final String LOCK = "batch.lock";

  private final Path path;
  private final FileChannel lock;

  /**
   * Makes the folder where there is none, and takes hold of it.
   *
   * @throws BatchException if another run holds it
   */
  Folder(Path path) {
    this.path = path;
    try {
      Files.createDirectories(path);
      lock =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new BatchException(
          BatchException.Fault.OUTPUT, "cannot make the folder of results " + path, e);
    }
    FileLock held;
    try {
      held = lock.tryLock();
    } catch (OverlappingFileLockException e) {
      held = null;
    } catch (IOException e) {
      throw new BatchException(BatchException.Fault.OUTPUT, "cannot lock " + path, e);
    }
    if (held == null) {
      throw new BatchException(BatchException.Fault.COMMAND, "another run is at work in " + path);
    }
  }

  /** The file with those to be called for one level, until all are joined. */
  static String calls(String level) {
    return "call-today-" + level + ".csv";
  }

  Path file(String name) {
    return path.resolve(name);
  }

  Path part(String name) {
    return path.resolve(name + PART);
  }

  /** How far an earlier run has come, or null if there was none. */
  @Nullable Checkpoint checkpoint() {
    try {
      Path file = path.resolve(CHECKPOINT);
      return Files.exists(file) ? Checkpoint.of(Files.readAllBytes(file)) : null;
    } catch (IOException e) {
      throw new BatchException(
          BatchException.Fault.COMMAND,
          "the checkpoint in " + path + " cannot be read; --restart throws away what is there",
          e);
    }
  }

  /** Puts a checkpoint in the place of the one before: either is there whole at any moment. */
  void write(Checkpoint checkpoint) throws IOException {
    Path file = path.resolve(CHECKPOINT);
    Path next = path.resolve(CHECKPOINT + ".new");
    write(next, checkpoint.bytes());
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync();
  }

  /** Writes a small file and waits until it is on the disk. */
  static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** Waits until a part is on the disk. */
  void force(String name) throws IOException {
    try (FileChannel channel = FileChannel.open(part(name), StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Gives a part its final name; done before, it is left alone. */
  void rename(String name) throws IOException {
    if (Files.exists(part(name))) {
      Files.move(
          part(name),
          file(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Waits until the names are on the disk, where the system can. */
  void sync() {
    try (FileChannel directory = FileChannel.open(path, StandardOpenOption.READ)) {
      directory.force(true);
    } catch (IOException e) {
      // Windows opens no folder; it keeps names in its own journal.
      return;
    }
  }

  /** All names that a run may leave here. */
  private static List<String> own() {
    List<String> own = new ArrayList<>(List.of(CHECKPOINT, CHECKPOINT + ".new"));
    List<String> files = new ArrayList<>(List.of(REJECTED, CALL_TODAY, SUMMARY, REPORT));
    for (Form.File file : Form.File.values()) {
      files.add("assessments." + file);
    }
    Call.LEVELS.forEach(level -> files.add(calls(level)));
    for (String file : files) {
      own.add(file);
      own.add(file + PART);
    }
    return own;
  }

  /** True if there are results of which no checkpoint tells. */
  boolean holdsResults() {
    return own().stream().anyMatch(name -> Files.exists(file(name)));
  }

  /** Throws away what an earlier run left, and nothing else. */
  void clear() throws IOException {
    for (String name : own()) {
      Files.deleteIfExists(file(name));
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path.resolve(LOCK));
    lock.close();
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
