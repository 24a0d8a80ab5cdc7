package dev.spotter.assess;

import dev.spotter.fact.Level;
import dev.spotter.fact.Remedy;
import dev.spotter.fact.Withhold;
import dev.spotter.rules.Insertion;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.RemedyKind;
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

  /** Makes the item of a rule. */
  interface Items {
    Item of(Rule rule, String because, @Nullable String group, int points, int counted);
  }

  private final RuleSet rules;
  private final Level level;
  private final Items items;
  private final Filler filler;
  private final Map<String, List<Insertion>> given = new LinkedHashMap<>();
  private final List<Insertion> withholds = new ArrayList<>();

  Advice(RuleSet rules, Level level, Items items, Filler filler) {
    this.rules = rules;
    this.level = level;
    this.items = items;
    this.filler = filler;
  }

  /** Takes what rules inserted, in the order of rules. */
  void read(List<Insertion> inserted) {
    for (Insertion insertion : inserted) {
      if (insertion.fact() instanceof Remedy remedy) {
        given.computeIfAbsent(remedy.id(), id -> new ArrayList<>()).add(insertion);
      } else if (insertion.fact() instanceof Withhold) {
        withholds.add(insertion);
      }
    }
  }

  /** What may be done, in the order in which the remedies are declared. */
  List<Assessment.Remedy> remedies() {
    List<Assessment.Remedy> remedies = new ArrayList<>();
    for (RemedyKind kind : rules.vocabulary().remedies().values()) {
      List<Insertion> reasons = given.get(kind.id());
      if (reasons != null && !barred(kind) && withholds.stream().noneMatch(w -> meant(w, kind))) {
        remedies.add(remedy(kind, reasons));
      }
    }
    return remedies;
  }

  /** What was advised and withheld, one entry for each reason. */
  List<Assessment.Withheld> withheld() {
    List<Assessment.Withheld> withheld = new ArrayList<>();
    for (RemedyKind kind : rules.vocabulary().remedies().values()) {
      if (given.containsKey(kind.id())) {
        List<Insertion> meant = withholds.stream().filter(w -> meant(w, kind)).toList();
        meant.forEach(
            w -> withheld.add(entry(kind, ((Withhold) w.fact()).because(), w.rule().name())));
        if (meant.isEmpty() && barred(kind)) {
          withheld.add(
              entry(kind, "not while the level is " + level.word(), "the engine's own guard"));
        }
      }
    }
    return withheld;
  }

  private Assessment.Withheld entry(RemedyKind kind, String because, String rule) {
    return new Assessment.Withheld(kind.id(), kind.title(), filler.fill(because), rule);
  }

  private boolean barred(RemedyKind kind) {
    return level.barsTraining() && BARRED.contains(kind.kind());
  }

  private static boolean meant(Insertion insertion, RemedyKind kind) {
    Withhold withhold = (Withhold) insertion.fact();
    return withhold.remedy().equals(kind.id()) || withhold.kind().equals(kind.kind());
  }

  private Assessment.Remedy remedy(RemedyKind kind, List<Insertion> reasons) {
    List<String> advice =
        reasons.stream()
            .map(i -> filler.fill(((Remedy) i.fact()).advice()))
            .filter(a -> !a.isBlank())
            .distinct()
            .toList();
    List<Item> why = reasons.stream().map(this::reason).distinct().toList();
    return new Assessment.Remedy(kind.id(), kind.title(), kind.kind(), advice, why);
  }

  private Item reason(Insertion insertion) {
    String because = ((Remedy) insertion.fact()).because();
    String said = because.isBlank() ? insertion.rule().name() : because;
    return items.of(insertion.rule(), said, null, 0, 0);
  }
}
