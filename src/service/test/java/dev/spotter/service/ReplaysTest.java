package dev.spotter.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplaysTest {
  private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");

  @Test
  void oneIsTakenOnceUntilItsEnd() {
    Replays replays = new Replays(10);

    assertThat(replays.first("a", NOW.plusSeconds(60), NOW)).isTrue();
    assertThat(replays.first("a", NOW.plusSeconds(90), NOW.plusSeconds(60))).isFalse();
    assertThat(replays.first("a", NOW.plusSeconds(90), NOW.plusSeconds(61))).isTrue();
  }

  @Test
  void whatIsFullRefusesUntilSomeEnd() {
    Replays replays = new Replays(2);
    replays.first("a", NOW.plusSeconds(60), NOW);
    replays.first("b", NOW.plusSeconds(20), NOW);

    assertThat(replays.first("c", NOW.plusSeconds(60), NOW)).isFalse();
    assertThat(replays.first("a", NOW.plusSeconds(60), NOW)).isFalse();
    assertThat(replays.first("c", NOW.plusSeconds(60), NOW.plusSeconds(21))).isTrue();
  }
}
