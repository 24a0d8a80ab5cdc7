package dev.spotter.vocabulary;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a rule set can ask, find and advise. Immutable; every order is the order of declaration. */
public final class Vocabulary {
  private final List<Section> sections;
  private final List<Question> questions;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<int[]> deciders;
  private final Map<String, Cause> causes;
  private final Map<String, RemedyKind> remedies;

  /** Made of what was declared, in this order. */
  public Vocabulary(List<Section> sections, List<Cause> causes, List<RemedyKind> remedies) {
    this.sections = List.copyOf(sections);
    questions = sections.stream().flatMap(s -> s.questions().stream()).toList();
    questions.forEach(q -> places.put(q.id(), places.size()));
    deciders = questions.stream().map(this::deciders).toList();
    Map<String, Cause> byId = new LinkedHashMap<>();
    causes.forEach(c -> byId.put(c.id(), c));
    this.causes = Collections.unmodifiableMap(byId);
    Map<String, RemedyKind> kinds = new LinkedHashMap<>();
    remedies.forEach(r -> kinds.put(r.id(), r));
    this.remedies = Collections.unmodifiableMap(kinds);
  }

  /** The groups of questions. */
  public List<Section> sections() {
    return sections;
  }

  /** All questions, section by section. */
  public List<Question> questions() {
    return questions;
  }

  /** A question's place among {@link #questions}, or -1 if there is none of this id. */
  public int place(String id) {
    return places.getOrDefault(id, -1);
  }

  private int[] deciders(Question question) {
    When when = question.when();
    return when == null
        ? new int[0]
        : when.anyOf().stream().mapToInt(t -> place(t.question())).toArray();
  }

  /**
   * The place of the question that a test reads which decides whether another applies; -1 if there
   * is none.
   *
   * @param place of the question that may not apply
   * @param test which of the tests of its {@link When}
   */
  public int decider(int place, int test) {
    return deciders.get(place)[test];
  }

  /** The question of this id ({@code soreness.worst}), or null. */
  public @Nullable Question question(String id) {
    int place = place(id);
    return place < 0 ? null : questions.get(place);
  }

  /**
   * The question that a field of a section's fact answers to ({@code Soreness, worst}), or null.
   */
  public @Nullable Question question(String type, String field) {
    return sections.stream()
        .filter(s -> s.type().equals(type))
        .findFirst()
        .map(s -> question(s.key() + "." + field))
        .orElse(null);
  }

  /** The section of this intake key ({@code soreness}), or null. */
  public @Nullable Section section(String key) {
    return sections.stream().filter(s -> s.key().equals(key)).findFirst().orElse(null);
  }

  /** The causes by id. */
  public Map<String, Cause> causes() {
    return causes;
  }

  /** The remedies by id. */
  public Map<String, RemedyKind> remedies() {
    return remedies;
  }
}
