package dev.spotter.record;

import dev.spotter.cds.Feedback;
import dev.spotter.rules.RuleSet;
import java.util.List;

/** Where decisions go before they are answered. Safe for many threads. */
public interface DecisionLog extends AutoCloseable {
  /** Keeps nothing. */
  DecisionLog NONE =
      new DecisionLog() {
        @Override
        public List<String> decided(String who, RuleSet rules, List<Decided> decisions) {
          return List.of();
        }

        @Override
        public List<String> happened(String who, List<Feedback> feedback) {
          return List.of();
        }
      };

  /**
   * Keeps decisions for good; returns once they are.
   *
   * @param who asked
   * @param rules that decided
   * @return an id for each, in order; none where nothing is kept
   * @throws RecordFailed if they cannot be kept; then nothing may be answered
   */
  List<String> decided(String who, RuleSet rules, List<Decided> decisions);

  /**
   * Keeps what became of cards for good; returns once it is. A card has the id of its decision;
   * what is told of a card without one is kept too, under the card's own id as the client's.
   *
   * @param who told it
   * @return an id for each, in order; none where nothing is kept
   * @throws RecordFailed if they cannot be kept; then none was
   */
  List<String> happened(String who, List<Feedback> feedback);

  @Override
  default void close() {}
}
