package dev.spotter.compare;

import java.util.Set;

/** In what a client's answer can differ; the gravest first. */
public enum Aspect {
  FELL("fell", "triage fell", Set.of("Referral")),
  FAILS("fails", "a rule fails now", Set.of()),
  REJECTED("rejected", "rejected now", Set.of()),
  ROSE("rose", "triage rose", Set.of("Referral")),
  FAILED_BEFORE("failed-before", "a rule failed before", Set.of()),
  REJECTED_BEFORE("rejected-before", "rejected before", Set.of()),
  FLAGS("flags", "red flags differ, the level does not", Set.of("Referral")),
  FIRST("first", "another cause stands first", Set.of("Evidence")),
  VERDICT("verdict", "another verdict", Set.of("Evidence")),
  LIKELIHOOD(
      "likelihood", "a cause is called likely, possible or unlikely otherwise", Set.of("Evidence")),
  SUBTYPE("subtype", "another kind of a cause", Set.of("Evidence")),
  REMEDIES("remedies", "other remedies shown or withheld", Set.of("Remedy", "Withhold"));

  private final String id;
  private final String title;
  private final Set<String> facts;

  Aspect(String id, String title, Set<String> facts) {
    this.id = id;
    this.title = title;
    this.facts = facts;
  }

  /** Stable, for programs. */
  public String id() {
    return id;
  }

  /** For people. */
  public String title() {
    return title;
  }

  /** True if somebody may be worse off: the level fell, or is no longer known. */
  public boolean alarming() {
    return this == FELL || this == FAILS || this == REJECTED;
  }

  /** The facts of which a rule inserts some where it decides about this. */
  Set<String> facts() {
    return facts;
  }
}
