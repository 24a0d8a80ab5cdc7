package dev.spotter.service;

import java.util.List;

/**
 * The service cannot be set up so; {@link #problems} says all that is wrong, each with its place.
 */
public final class SettingsRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  SettingsRefused(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** {@code file:line: key: what is wrong; what to write}. Never a token or its digest. */
  public List<String> problems() {
    return problems;
  }
}
