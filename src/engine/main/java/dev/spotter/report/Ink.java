package dev.spotter.report;

import dev.spotter.fact.Level;

/** How a text is coloured: not at all, or with the codes of a terminal. */
public enum Ink {
  /** No codes. */
  PLAIN,
  /** The codes of a terminal (ANSI). */
  COLOUR;

  String bold(String text) {
    return paint("1", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  String level(Level level, String text) {
    return paint(
        switch (level) {
          case EMERGENCY -> "1;97;41";
          case URGENT -> "1;31";
          case SOON, UNDETERMINED -> "1;33";
          case SELF_CARE -> "1;32";
        },
        text);
  }

  private String paint(String code, String text) {
    return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
