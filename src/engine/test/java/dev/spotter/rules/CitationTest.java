package dev.spotter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A source can be looked up, and what is no DOI is no address. */
class CitationTest {
  private static @Nullable String address(@Nullable String doi) {
    return new Citation("S1", "A 2020", doi, "verified").address();
  }

  @Test
  void whateverSignsAreInADoiItStaysAnAddress() {
    assertThat(address(" 10.1016/S0004-9514(07)70041-7 "))
        .isEqualTo("https://doi.org/10.1016/S0004-9514%2807%2970041-7");
    assertThat(address("10.1000/a](b)\"<>é?#&"))
        .isEqualTo("https://doi.org/10.1000/a%5D%28b%29%22%3C%3E%C3%A9%3F%23%26");
  }

  @Test
  void whatIsNoDoiIsNoAddress() {
    assertThat(address(null)).isNull();
    assertThat(address("CD004577.pub3")).isNull();
    assertThat(address("https://evil.example/10.1000/a")).isNull();
    assertThat(address("10.1000/a b")).isNull();
  }
}
