package dev.spotter.rules;

import dev.spotter.fact.Level;
import dev.spotter.fact.Verdict;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Vocabulary;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words that fields can hold, where they are a closed list. */
final class Offered {
  private final Vocabulary vocabulary;
  private final Set<String> flags;
  private final Set<String> subtypes;

  /**
   * @param flags the flags that some rule raises
   * @param subtypes the subtypes that some rule names
   */
  Offered(Vocabulary vocabulary, Set<String> flags, Set<String> subtypes) {
    this.vocabulary = vocabulary;
    this.flags = flags;
    this.subtypes = subtypes;
  }

  /** The words a field can hold, or null where they are not a closed list. */
  @Nullable Set<String> of(String type, String field, @Nullable Question question) {
    if (question != null) {
      Set<String> offered = new LinkedHashSet<>();
      question.choices().forEach(c -> offered.add(c.id()));
      if (question.kind() != Question.Kind.MANY) {
        offered.add(Question.UNKNOWN);
      }
      return offered;
    }
    return switch (type + "." + field) {
      case "Likelihood.cause", "Verdict.first" -> vocabulary.causes().keySet();
      case "Likelihood.level" -> Set.of("likely", "possible", "unlikely");
      case "Likelihood.subtype" -> subtypes;
      case "Triage.level" -> new LinkedHashSet<>(Level.words());
      case "Triage.flags" -> flags;
      case "Verdict.leads" -> leads();
      case "Completeness.open" -> needed();
      case "History.warmUp" -> Set.of("none", "inadequate", "adequate");
      case "History.variation" -> null;
      default -> type.equals("History") ? Set.of("yes", "no") : null;
    };
  }

  private Set<String> leads() {
    Set<String> words = new LinkedHashSet<>(vocabulary.causes().keySet());
    words.add(Verdict.NO_CLEAR_LEADER);
    words.add(Verdict.UNDETERMINED);
    return words;
  }

  private Set<String> needed() {
    Set<String> names = new HashSet<>();
    vocabulary.questions().stream()
        .map(Question::needed)
        .filter(Objects::nonNull)
        .forEach(names::add);
    return names;
  }
}
