package dev.spotter.book;

import dev.spotter.fact.Evidence.Strength;
import dev.spotter.rules.Action;
import dev.spotter.rules.Rule;
import org.jspecify.annotations.Nullable;

/** Evidence as a rule gives it. */
record Finding(Rule rule, Action action) {

  boolean supports() {
    return action.calls().get(0).name().equals("supports");
  }

  /** How strong; weak where a rule of one's own says nothing. */
  Strength strength() {
    return calls("decisively")
        ? Strength.DECISIVE
        : calls("strongly")
            ? Strength.STRONG
            : calls("moderately") ? Strength.MODERATE : Strength.WEAK;
  }

  /** True if its points depend on who saw it. */
  boolean observed() {
    return calls("asObserved");
  }

  @Nullable String group() {
    return action.argument("group");
  }

  @Nullable String subtype() {
    return action.argument("subtype");
  }

  String because() {
    String because = action.argument("because");
    return because == null ? rule.name() : because;
  }

  private boolean calls(String name) {
    return action.calls().stream().anyMatch(c -> c.name().equals(name));
  }
}
