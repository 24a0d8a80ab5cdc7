package dev.spotter.cds;

import java.util.List;

/** Where feedback goes once it was found to be well-formed. Called by many threads. */
@FunctionalInterface
public interface FeedbackSink {
  /** Keeps what became of cards; what cannot be kept is thrown, and the caller is told. */
  void take(List<Feedback> feedback);
}
