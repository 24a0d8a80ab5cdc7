package dev.spotter.rules;

import dev.spotter.fact.Evidence;
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

  /**
   * The fact that it inserts, by the record's own factory.
   *
   * @throws IllegalArgumentException if there is no such record or call; what was checked has them
   */
  public Object fact() {
    try {
      Object made = Class.forName(Evidence.class.getPackageName() + "." + type);
      for (Call call : calls) {
        Class<?> of = made instanceof Class<?> record ? record : made.getClass();
        made =
            call.argument() == null
                ? of.getMethod(call.name()).invoke(made)
                : of.getMethod(call.name(), String.class).invoke(made, call.argument());
      }
      return made;
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("cannot conclude " + this, e);
    }
  }

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
