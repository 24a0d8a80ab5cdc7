package dev.spotter.vocabulary;

import java.util.List;
import java.util.Set;

/**
 * When a question applies: if any of its tests holds. A test on an answer that is not there is
 * false with {@code in} and true with {@code not in}, so a question is skipped only on a given
 * answer.
 *
 * @param anyOf the tests, at least one
 */
public record When(List<Test> anyOf) {

  /**
   * @param question the id of the question whose answer decides
   * @param in true for {@code in}, false for {@code not in}
   * @param values the answers listed; {@code unknown} may be among them
   */
  public record Test(String question, boolean in, Set<String> values) {}

  public When {
    anyOf = List.copyOf(anyOf);
  }
}
