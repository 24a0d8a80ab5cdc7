package dev.spotter.assess;

import dev.spotter.fact.Level;
import dev.spotter.fact.Remedy;
import dev.spotter.fact.Withhold;
import dev.spotter.rules.Insertion;
import dev.spotter.vocabulary.RemedyKind;
import dev.spotter.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Joins what rules advise with what rules withhold: one entry for each remedy. */
final class Advice {
  /** What no rule can advise at a level that bars training, whatever an edit says. */
  private static final Set<String> BARRED = Set.of("self-treatment", "training");

  private final Vocabulary vocabulary;
  private final Level level;
  private final Map<String, List<Insertion>> given = new LinkedHashMap<>();
  private final List<Insertion> withholds = new ArrayList<>();

  /** A remedy that may be shown, and the rules that advise it. */
  record Given(RemedyKind kind, List<Insertion> reasons) {}

  /** A remedy that was advised and is not shown; by a rule, or by the engine's own guard (null). */
  record Held(RemedyKind kind, @Nullable Insertion by) {}

  /**
   * @param inserted what rules inserted, in the order of rules
   */
  Advice(Vocabulary vocabulary, Level level, List<Insertion> inserted) {
    this.vocabulary = vocabulary;
    this.level = level;
    for (Insertion insertion : inserted) {
      if (insertion.fact() instanceof Remedy remedy) {
        given.computeIfAbsent(remedy.id(), id -> new ArrayList<>()).add(insertion);
      } else if (insertion.fact() instanceof Withhold) {
        withholds.add(insertion);
      }
    }
  }

  /** What may be done, in the order in which the remedies are declared. */
  List<Given> given() {
    List<Given> shown = new ArrayList<>();
    for (RemedyKind kind : vocabulary.remedies().values()) {
      List<Insertion> reasons = given.get(kind.id());
      if (reasons != null && !barred(kind) && !withheld(kind)) {
        shown.add(new Given(kind, reasons));
      }
    }
    return shown;
  }

  /** What was advised and withheld, one entry for each reason. */
  List<Held> held() {
    List<Held> held = new ArrayList<>();
    for (RemedyKind kind : vocabulary.remedies().values()) {
      if (given.containsKey(kind.id())) {
        int before = held.size();
        for (Insertion withhold : withholds) {
          if (meant(withhold, kind)) {
            held.add(new Held(kind, withhold));
          }
        }
        if (held.size() == before && barred(kind)) {
          held.add(new Held(kind, null));
        }
      }
    }
    return held;
  }

  private boolean withheld(RemedyKind kind) {
    for (Insertion withhold : withholds) {
      if (meant(withhold, kind)) {
        return true;
      }
    }
    return false;
  }

  private boolean barred(RemedyKind kind) {
    return level.barsTraining() && BARRED.contains(kind.kind());
  }

  private static boolean meant(Insertion insertion, RemedyKind kind) {
    Withhold withhold = (Withhold) insertion.fact();
    return withhold.remedy().equals(kind.id()) || withhold.kind().equals(kind.kind());
  }
}
