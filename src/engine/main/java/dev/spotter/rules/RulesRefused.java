package dev.spotter.rules;

import java.util.List;
import java.util.stream.Collectors;

/** A folder of rules that is not taken; says everything that is wrong with it. */
public final class RulesRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Diagnostic> diagnostics;

  /** Refused for these reasons, at least one. */
  public RulesRefused(List<Diagnostic> diagnostics) {
    super(diagnostics.stream().map(Diagnostic::render).collect(Collectors.joining("\n")));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** At least one, in order of file and place. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
