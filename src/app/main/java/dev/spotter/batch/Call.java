package dev.spotter.batch;

import dev.spotter.fact.Level;
import java.util.List;

/**
 * Somebody who must be called today.
 *
 * @param level {@code failed}, {@code emergency} or {@code urgent}
 * @param id the client's
 * @param why the flags that fired, or the rule that failed
 * @param source where the record stood
 * @param line and on which line
 */
record Call(String level, String id, String why, String source, long line) {
  static final String FAILED = "failed";

  /** Worst first: of a client whose rule failed nobody knows how urgent it is. */
  static final List<String> LEVELS = List.of(FAILED, Level.EMERGENCY.word(), Level.URGENT.word());

  static final List<String> COLUMNS = List.of("level", "id", "why", "source", "line");

  List<String> cells() {
    return List.of(level, Cell.text(id), Cell.text(why), source, String.valueOf(line));
  }
}
