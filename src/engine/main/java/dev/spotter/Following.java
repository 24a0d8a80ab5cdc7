package dev.spotter;

import dev.spotter.publish.Judged;
import dev.spotter.publish.RulesFolder;
import dev.spotter.rules.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * Spotters whose rules follow a folder. Take {@link #now()} once for a client, or for many: it
 * holds one rule set, which no later edit touches. Safe for many threads.
 */
public final class Following implements AutoCloseable {
  private final RulesFolder folder;
  private volatile Spotter last;

  Following(RulesFolder folder) {
    this.folder = folder;
    this.last = Spotter.of(folder.current());
  }

  /** By the last rules that were accepted. */
  public Spotter now() {
    RuleSet current = folder.current();
    Spotter spotter = last;
    if (spotter.rules() != current) {
      spotter = Spotter.of(current);
      last = spotter;
    }
    return spotter;
  }

  /**
   * Looks at the folder now.
   *
   * @return what became of the edit; null if nothing has changed since the last look
   */
  public @Nullable Judged look() {
    return folder.look();
  }

  /** Stops to follow the folder; spotters that were taken go on. */
  @Override
  public void close() {
    folder.close();
  }
}
