package dev.spotter.rules;

import dev.spotter.rules.Diagnostic.Code;
import org.jspecify.annotations.Nullable;

/** Leaves the reading of one condition or action at the first thing that has no place there. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Code code;
  private final int offset;
  private final transient @Nullable String help;

  Refusal(Code code, int offset, String message, @Nullable String help) {
    super(message, null, false, false);
    this.code = code;
    this.offset = offset;
    this.help = help;
  }

  Diagnostic in(SourceFile file) {
    return file.problem(code, offset, String.valueOf(getMessage()), help);
  }
}
