package dev.spotter.log;

import dev.spotter.history.TrainingHistory;
import java.util.List;

/**
 * What came of one file.
 *
 * @param source the file's name
 * @param app whose export it is, for people
 * @param history the log; sessions oldest first, loads in kg
 * @param warnings everything odd, in order of lines
 * @param counts what became of the rows
 */
public record Imported(
    String source, String app, TrainingHistory history, List<Warning> warnings, Counts counts) {
  public Imported {
    warnings = List.copyOf(warnings);
  }
}
