package dev.spotter.publish;

import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a folder, which follow its edits: whenever something in it has changed and been left
 * alone for a moment, it is judged, and takes over or not. A bad edit changes nothing but what is
 * told of it. {@link #current()} is one whole rule set at any time. Safe for many threads.
 */
public final class RulesFolder implements AutoCloseable {
  /** How long a folder must be left alone, so that a file half written is not judged. */
  private static final long QUIET_MILLIS = 150;

  /** How often it is looked at though nobody told of a change: not every file system tells. */
  private static final long LOOK_MILLIS = 2000;

  private final Path folder;
  private final Gate gate;
  private final Consumer<Judged> told;
  private final WatchService watch;
  private final Thread watcher;
  private volatile RuleSet current;
  private RuleFiles seen;

  /**
   * Loads a folder and begins to follow it.
   *
   * @param told of every edit, by a thread of this folder's own or by who looks, after the rules
   *     have taken over or not; never at the same time twice
   * @throws dev.spotter.rules.RulesRefused if the rules do not compile now
   * @throws UncheckedIOException if the folder cannot be read or followed
   */
  public RulesFolder(Path folder, Gate gate, Consumer<Judged> told) {
    this.folder = folder.toAbsolutePath().normalize();
    this.gate = gate;
    this.told = told;
    this.seen = RuleFiles.read(List.of(folder));
    this.current = RuleSet.of(seen);
    try {
      this.watch = this.folder.getFileSystem().newWatchService();
      register();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot follow " + folder, e);
    }
    this.watcher = new Thread(this::follow, "spotter rules " + this.folder.getFileName());
    watcher.setDaemon(true);
    watcher.start();
  }

  /** The last rules that were accepted. Take it once for one client. */
  public RuleSet current() {
    return current;
  }

  /** Stops to follow the folder; {@link #current()} stays. */
  @Override
  public void close() {
    try {
      watch.close();
      watcher.interrupt();
      watcher.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The folder and its parent: a folder that is put in the place of this one is a change too. */
  private void register() throws IOException {
    for (Path watched : folder.getParent() == null ? List.of(folder) : both()) {
      watched.register(
          watch,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
    }
  }

  private List<Path> both() {
    return List.of(folder, folder.getParent());
  }

  private void follow() {
    try {
      long looking = in(LOOK_MILLIS);
      while (!Thread.currentThread().isInterrupted()) {
        WatchKey key = watch.poll(looking - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (key != null && concerns(key)) {
          looking = in(QUIET_MILLIS);
        } else if (looking - System.nanoTime() <= 0) {
          try {
            look();
          } catch (RuntimeException e) {
            // Told to whoever hears of lost threads; this one goes on, or no edit would ever count.
            watcher.getUncaughtExceptionHandler().uncaughtException(watcher, e);
          }
          looking = in(LOOK_MILLIS);
        }
      }
    } catch (InterruptedException | ClosedWatchServiceException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long in(long millis) {
    return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /** True if something happened to this folder: the one around it may be as busy as it likes. */
  private boolean concerns(WatchKey key) {
    boolean concerns = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      concerns |= folder.equals(key.watchable()) || folder.getFileName().equals(event.context());
    }
    key.reset();
    return concerns;
  }

  /**
   * Looks at the folder now, without waiting until it was left alone.
   *
   * @return what became of the edit, which is told as well; null if nothing has changed since the
   *     last look
   */
  public synchronized @Nullable Judged look() {
    RuleFiles now = files();
    if (now == null || same(now.files(), seen.files())) {
      return null;
    }
    seen = now;
    Judged judged = gate.judge(now, current);
    if (judged.accepted() && judged.rules() != null) {
      current = judged.rules();
    }
    try {
      register();
    } catch (IOException e) {
      // The folder is being replaced; it is looked at again soon.
    }
    told.accept(judged);
    return judged;
  }

  private @Nullable RuleFiles files() {
    try {
      RuleFiles now = RuleFiles.read(List.of(folder));
      return now.files().isEmpty() ? null : now;
    } catch (UncheckedIOException e) {
      // A folder that is not there for a moment, while another takes its place.
      return null;
    }
  }

  private static boolean same(SortedMap<String, byte[]> a, SortedMap<String, byte[]> b) {
    return a.keySet().equals(b.keySet())
        && a.entrySet().stream().allMatch(e -> Arrays.equals(e.getValue(), b.get(e.getKey())));
  }
}
