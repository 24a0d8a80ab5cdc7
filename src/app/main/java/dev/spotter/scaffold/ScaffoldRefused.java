package dev.spotter.scaffold;

/** What was asked for cannot be made; the message says why and what to do. */
public final class ScaffoldRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ScaffoldRefused(String message) {
    super(message);
  }
}
