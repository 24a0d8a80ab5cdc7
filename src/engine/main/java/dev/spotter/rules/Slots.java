package dev.spotter.rules;

import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import dev.spotter.vocabulary.Vocabulary;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where each field that rules can read stands in one wide fact: the answers, what the engine makes
 * once for each client, and the likelihood of each cause. A fact of which a client has several has
 * no place here.
 */
final class Slots {
  private static final Set<String> SEVERAL = Set.of("LoggedSession", "LoggedSet");

  private final Map<String, Integer> starts = new LinkedHashMap<>();
  private final Map<String, Integer> likelihoods = new HashMap<>();
  private final Map<String, Integer> fields = new HashMap<>();
  private final int size;

  Slots(Vocabulary vocabulary) {
    int next = 0;
    for (Section section : vocabulary.sections()) {
      next =
          place(section.type(), section.questions().stream().map(Question::field).toList(), next);
    }
    for (String name : FactTypes.ENGINE.keySet()) {
      Iterable<String> names = FactTypes.fields(FactTypes.ENGINE.get(name)).keySet();
      if (name.equals("Likelihood")) {
        for (String cause : vocabulary.causes().keySet()) {
          likelihoods.put(cause, next);
          next = place(likelihood(cause), names, next);
        }
      } else if (!SEVERAL.contains(name)) {
        next = place(name, names, next);
      }
    }
    size = next;
  }

  private int place(String fact, Iterable<String> names, int start) {
    starts.put(fact, start);
    int next = start;
    for (String name : names) {
      fields.put(fact + "." + name, next++);
    }
    return next;
  }

  private static String likelihood(String cause) {
    return "Likelihood of " + cause;
  }

  /** How many fields there are. */
  int size() {
    return size;
  }

  /** Facts by name. */
  Map<String, Integer> starts() {
    return starts;
  }

  /** Where the likelihood of a cause begins; -1 if there is no such cause. */
  int likelihoodOf(String cause) {
    return likelihoods.getOrDefault(cause, -1);
  }

  /**
   * The facts that a pattern may match: one, or the likelihoods of all causes; none where only a
   * join can tell.
   */
  List<String> facts(Pattern pattern) {
    if (!pattern.type().equals("Likelihood")) {
      return starts.containsKey(pattern.type()) ? List.of(pattern.type()) : List.of();
    }
    Condition.Test named = pattern.cause();
    if (named != null) {
      String fact = likelihood(String.valueOf(named.operands().get(0).value()));
      return starts.containsKey(fact) ? List.of(fact) : List.of();
    }
    return starts.keySet().stream().filter(f -> f.startsWith(likelihood(""))).toList();
  }

  /** Where a field of a fact stands. */
  int slot(String fact, String field) {
    Integer slot = fields.get(fact + "." + field);
    if (slot == null) {
      throw new IllegalArgumentException(fact + " has no field " + field);
    }
    return slot;
  }
}
