package dev.spotter.prove;

import dev.spotter.cases.Outline;
import dev.spotter.fact.Level;
import dev.spotter.prove.Invariant.Then;
import dev.spotter.prove.Invariant.When;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.RemedyKind;
import dev.spotter.vocabulary.Suggestion;
import dev.spotter.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code safety.yaml}; every name in it is one that the rules have. */
public final class SafetyFile {
  /** The file's name in a rules folder. */
  public static final String NAME = "safety.yaml";

  private static final Set<String> KEYS = Set.of("invariant", "if", "then", "source");
  private static final Set<String> THEN =
      Set.of("triage", "remedies", "noRemedies", "noKinds", "withoutASafeAnswer");
  private static final String FIRM = "the level does not fall";

  private final RuleSet rules;
  private final Vocabulary vocabulary;
  private final Outline outline = new Outline(NAME);

  private SafetyFile(RuleSet rules) {
    this.rules = rules;
    this.vocabulary = rules.vocabulary();
  }

  /**
   * The invariants that stand beside the rules; none where there is no such file.
   *
   * @throws IllegalArgumentException if the file is not understood, with line and advice
   */
  public static List<Invariant> of(RuleSet rules) {
    return of(rules, rules.files());
  }

  /**
   * The invariants that stand beside other rules, read as these rules understand them.
   *
   * @throws IllegalArgumentException if the file is not understood, with line and advice
   */
  public static List<Invariant> of(RuleSet rules, RuleFiles others) {
    byte[] bytes = others.files().get(NAME);
    if (bytes == null) {
      return List.of();
    }
    SafetyFile file = new SafetyFile(rules);
    return file.outline.entries(bytes, "- invariant: ...").stream().map(file::one).toList();
  }

  private Invariant one(Node node) {
    Map<String, Node> parts = outline.mapping(node, KEYS);
    if (!parts.containsKey("invariant") || !parts.containsKey("then")) {
      throw outline.wrong(node, "an invariant has a name and says what holds then");
    }
    List<String> sources = List.of(outline.text(parts.get("source")).strip().split("[ ,]+"));
    sources.forEach(s -> known(node, "source", s, rules.citations().keySet()));
    return new Invariant(
        NAME,
        Outline.line(node),
        outline.text(parts.get("invariant")),
        whens(parts.get("if")),
        then(Objects.requireNonNull(parts.get("then"))),
        sources);
  }

  private List<When> whens(@Nullable Node node) {
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode alternatives) {
      return alternatives.getValue().stream().map(this::when).toList();
    }
    return List.of(when(node));
  }

  private When when(Node node) {
    Map<String, Wanted> answers = new LinkedHashMap<>();
    Set<Level> levels = EnumSet.noneOf(Level.class);
    outline
        .mapping(node, Set.of())
        .forEach(
            (id, value) -> {
              if (id.equals("triage")) {
                levels.addAll(levels(value));
              } else {
                answers.put(id, wanted(id, value));
              }
            });
    return new When(answers, levels);
  }

  private Wanted wanted(String id, Node value) {
    Question question = vocabulary.question(id);
    if (question == null) {
      Collection<String> ids = vocabulary.questions().stream().map(Question::id).toList();
      throw outline.wrong(value, "there is no question " + id + "; " + Suggestion.among(id, ids));
    }
    try {
      return Wanted.of(question, outline.list(value));
    } catch (IllegalArgumentException e) {
      throw outline.wrong(value, String.valueOf(e.getMessage()));
    }
  }

  private Then then(Node node) {
    Map<String, Node> parts = outline.mapping(node, THEN);
    String firm = outline.text(parts.get("withoutASafeAnswer"));
    if (!firm.isEmpty() && !firm.equals(FIRM)) {
      throw outline.wrong(node, "withoutASafeAnswer: can only be: " + FIRM);
    }
    Node triage = parts.get("triage");
    Then then =
        new Then(
            triage == null ? Set.of() : levels(triage),
            remedies(parts, "remedies"),
            remedies(parts, "noRemedies"),
            kinds(parts),
            !firm.isEmpty());
    if (parts.isEmpty()) {
      throw outline.wrong(node, "then: says one of " + new TreeSet<>(THEN));
    }
    return then;
  }

  /** A level, several, {@code at least urgent} or {@code not self-care}. */
  private Set<Level> levels(Node node) {
    Set<Level> levels = EnumSet.noneOf(Level.class);
    for (String words : outline.list(node)) {
      if (words.startsWith("at least ")) {
        levels.addAll(EnumSet.range(level(node, words.substring(9)), Level.EMERGENCY));
      } else if (words.startsWith("not ")) {
        levels.addAll(EnumSet.complementOf(EnumSet.of(level(node, words.substring(4)))));
      } else {
        levels.add(level(node, words));
      }
    }
    return levels;
  }

  private Level level(Node node, String word) {
    Level level = Level.of(word.strip());
    if (level == null) {
      throw outline.wrong(
          node,
          "there is no level '"
              + word
              + "'; write one of "
              + String.join(", ", Level.words())
              + ", or: at least soon, not self-care");
    }
    return level;
  }

  private List<String> remedies(Map<String, Node> parts, String key) {
    Node node = parts.get(key);
    List<String> ids = outline.list(node);
    ids.forEach(
        id -> known(Objects.requireNonNull(node), "remedy", id, vocabulary.remedies().keySet()));
    return ids;
  }

  private List<String> kinds(Map<String, Node> parts) {
    Node node = parts.get("noKinds");
    List<String> words = outline.list(node);
    Set<String> kinds = new TreeSet<>();
    vocabulary.remedies().values().stream().map(RemedyKind::kind).forEach(kinds::add);
    words.forEach(w -> known(Objects.requireNonNull(node), "kind of remedy", w, kinds));
    return new ArrayList<>(words);
  }

  private void known(Node node, String what, String name, Collection<String> names) {
    if (!names.contains(name)) {
      throw outline.wrong(
          node, "there is no " + what + " '" + name + "'; " + Suggestion.among(name, names));
    }
  }
}
