package dev.spotter.scaffold;

import dev.spotter.cases.Case;
import dev.spotter.cases.CaseRunner;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds pairs of answers that no case has, so that a new rule on them changes none. */
final class Firings {
  private final RuleSet rules;
  private final List<Map<String, String>> known = new ArrayList<>();

  Firings(RuleSet rules) {
    this.rules = rules;
    for (Case example : CaseRunner.casesOf(rules)) {
      known.add(answers(example.intake(), Map.of()));
      example.misses().forEach(m -> known.add(answers(example.intake(), m.changes())));
    }
  }

  private static Map<String, String> answers(
      Map<String, @Nullable Object> intake, Map<String, @Nullable Object> changes) {
    Map<String, String> answers = new HashMap<>();
    intake.forEach((key, value) -> add(key, value, answers));
    changes.forEach((key, value) -> add(key, value, answers));
    return answers;
  }

  private static void add(String key, @Nullable Object value, Map<String, String> answers) {
    if (value instanceof Map<?, ?> section) {
      section.forEach((field, inner) -> add(key + "." + field, inner, answers));
    } else {
      answers.put(key, String.valueOf(value));
    }
  }

  /** Pairs of questions that findings about a cause read already, then any; best first. */
  Stream<Firing> about(String cause) {
    Set<String> read = new LinkedHashSet<>();
    rules.rules().stream()
        .filter(r -> r.layer() == Rule.Layer.FINDING)
        .filter(r -> r.actions().stream().anyMatch(a -> a.subject().equals(cause)))
        .forEach(
            r ->
                r.reads()
                    .forEach(f -> read.add(Character.toLowerCase(f.charAt(0)) + f.substring(1))));
    return Stream.concat(pairs(q -> read.contains(q.id())), any());
  }

  /** Pairs of any questions. */
  Stream<Firing> any() {
    return pairs(q -> true);
  }

  private Stream<Firing> pairs(Predicate<Question> test) {
    List<Question> questions =
        rules.vocabulary().questions().stream()
            .filter(q -> q.choices().size() > 1 && q.kind() != Question.Kind.MANY)
            .filter(q -> !q.tier().equals("safety") && q.safe().isEmpty() && q.needed() == null)
            .filter(q -> q.when() == null && q.from() == null)
            .filter(test)
            .toList();
    return questions.stream()
        .flatMap(a -> questions.stream().filter(b -> !b.equals(a)).map(b -> pair(a, b)))
        .filter(f -> known.stream().noneMatch(f::fires));
  }

  private static Firing pair(Question a, Question b) {
    int last = a.choices().size() - 1;
    return new Firing(
        a,
        a.choices().get(last).id(),
        a.choices().get(0).id(),
        b,
        b.choices().get(b.choices().size() - 1).id());
  }
}
