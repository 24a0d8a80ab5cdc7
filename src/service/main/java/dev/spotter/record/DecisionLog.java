package dev.spotter.record;

import dev.spotter.rules.RuleSet;
import java.util.List;

/** Where decisions go before they are answered. Safe for many threads. */
public interface DecisionLog extends AutoCloseable {
  /** Keeps nothing. */
  DecisionLog NONE = (who, rules, decisions) -> List.of();

  /**
   * Keeps decisions for good; returns once they are.
   *
   * @param who asked
   * @param rules that decided
   * @return an id for each, in order; none where nothing is kept
   * @throws RecordFailed if they cannot be kept; then nothing may be answered
   */
  List<String> decided(String who, RuleSet rules, List<Decided> decisions);

  @Override
  default void close() {}
}
