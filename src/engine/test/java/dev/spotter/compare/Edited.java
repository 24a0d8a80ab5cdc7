package dev.spotter.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Shipped;
import dev.spotter.rules.RuleSet;
import java.nio.charset.StandardCharsets;

/** The shipped rules with one edit. */
final class Edited {
  private Edited() {}

  static String text(String file) {
    return new String(Shipped.files().get(file), StandardCharsets.UTF_8);
  }

  static RuleSet rules(String file, String old, String fresh) {
    String text = text(file);
    assertThat(text).contains(old);
    int at = text.indexOf(old);
    return RuleSet.of(
        Shipped.with(file, text.substring(0, at) + fresh + text.substring(at + old.length())));
  }

  /** Without the first rule whose name begins so. */
  static RuleSet without(String file, String name) {
    String text = text(file);
    int at = text.indexOf("rule \"" + name);
    assertThat(at).isPositive();
    int end = text.indexOf("\nend\n", at) + 5;
    return rules(file, text.substring(at, end), "");
  }
}
