package dev.spotter.rules;

import org.jspecify.annotations.Nullable;

/**
 * A rule threw, or would not stop. Its client has no answer, and its working memory is given up.
 */
public final class RuleFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String rule;
  private final String file;

  RuleFailed(String rule, String file, String what, @Nullable Throwable cause) {
    super("the rule \"" + rule + "\"" + (file.isEmpty() ? "" : " in " + file) + " " + what, cause);
    this.rule = rule;
    this.file = file;
  }

  /** The rule's name. */
  public String rule() {
    return rule;
  }

  /** The file it stands in; empty where it is not known. */
  public String file() {
    return file;
  }
}
