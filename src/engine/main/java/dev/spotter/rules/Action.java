package dev.spotter.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule inserts: one fact, built by a chain of calls with at most one literal each.
 *
 * @param type the record's name
 * @param calls the factory first
 */
public record Action(String type, List<Call> calls) {

  /**
   * @param name the method
   * @param argument its text, or null where it has none
   * @param offset where the argument, or the name, begins in the file
   */
  public record Call(String name, @Nullable String argument, int offset) {}

  /** The argument of the first call of this name, or null. */
  public @Nullable String argument(String call) {
    return calls.stream()
        .filter(c -> c.name().equals(call))
        .map(Call::argument)
        .findFirst()
        .orElse(null);
  }

  /** The argument of the factory. */
  public String subject() {
    String argument = calls.get(0).argument();
    return argument == null ? "" : argument;
  }
}
