package dev.spotter.service;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many requests a caller may still make this minute. Safe for many threads. */
final class Rates {
  /** More callers than these at a time are forgotten, the idle ones first. */
  private static final int CALLERS = 10_000;

  private final int perMinute;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > CALLERS;
        }
      };

  /**
   * @param perMinute 0 for as many as come
   */
  Rates(int perMinute) {
    this.perMinute = perMinute;
  }

  /**
   * Counts one.
   *
   * @throws Refused if it is one too many
   */
  void count(String caller) {
    if (perMinute == 0) {
      return;
    }
    Bucket bucket;
    synchronized (buckets) {
      bucket = buckets.computeIfAbsent(caller, c -> fresh());
    }
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
      throw new Refused(
              429,
              "Too many requests",
              "at most " + perMinute + " requests a minute; try again in " + seconds + " s")
          .header("Retry-After", String.valueOf(seconds));
    }
  }

  private Bucket fresh() {
    return Bucket.builder()
        .addLimit(l -> l.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }
}
