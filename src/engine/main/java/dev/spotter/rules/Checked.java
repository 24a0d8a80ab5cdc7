package dev.spotter.rules;

import dev.spotter.fact.Evidence.Strength;
import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Diagnostic.Severity;
import dev.spotter.vocabulary.Vocabulary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.drools.drl.ast.descr.PackageDescr;
import org.jspecify.annotations.Nullable;

/**
 * A folder of rules as it was read and checked, compiled or not: what could be made of it, and all
 * that is wrong with it. Immutable.
 */
public final class Checked {
  private final RuleFiles files;
  private final Vocabulary vocabulary;
  private final @Nullable Scale scale;
  private final List<Rule> rules;
  private final RuleSet.Data data;
  private final Worlds worlds;
  private final Map<String, PackageDescr> descriptors;
  private final List<Diagnostic> problems;
  private final Map<String, SourceFile> texts = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  private record Place(SourceFile file, int offset) {}

  Checked(
      RuleFiles files,
      Vocabulary vocabulary,
      @Nullable Scale scale,
      List<Rule> rules,
      RuleSet.Data data,
      Worlds worlds,
      Map<String, PackageDescr> descriptors,
      List<Diagnostic> problems,
      List<Draft> drafts) {
    this.files = files;
    this.vocabulary = vocabulary;
    this.scale = scale;
    this.rules = rules;
    this.data = data;
    this.worlds = worlds;
    this.descriptors = descriptors;
    this.problems = List.copyOf(problems);
    drafts.forEach(this::places);
  }

  private void places(Draft draft) {
    texts.put(draft.file().name(), draft.file());
    for (Draft.Declared declared : draft.declarations()) {
      String id = "";
      for (String kind : List.of("cause", "remedy")) {
        Draft.Note note = declared.notes().get(kind);
        if (note != null) {
          id = note.text();
          places.putIfAbsent(kind + " " + id, new Place(draft.file(), note.offset()));
        }
      }
      for (String key : List.of("leadsWith", "likelyWith")) {
        Draft.Note note = declared.notes().get(key);
        if (note != null) {
          places.putIfAbsent(key + " " + id, new Place(draft.file(), note.offset()));
        }
      }
      String section =
          Character.toLowerCase(declared.name().charAt(0)) + declared.name().substring(1);
      declared
          .fields()
          .forEach(
              f ->
                  places.putIfAbsent(
                      "question " + section + "." + f.name(), new Place(draft.file(), f.offset())));
    }
  }

  /** Reads and checks a folder by the closed grammar, without compiling it. Never throws. */
  public static Checked of(RuleFiles files) {
    return Loader.check(files, false);
  }

  /** The files it was read from. */
  public RuleFiles files() {
    return files;
  }

  /** What the declares say that could be read. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The rules that could be read as a whole, by file name and then line. */
  public List<Rule> rules() {
    return rules;
  }

  /** The keys of sources.yaml. */
  public Set<String> citations() {
    return Collections.unmodifiableSet(data.citations().keySet());
  }

  /** From how many points a cause is called likely; 0 where no scale could be read. */
  public int likely() {
    return scale == null ? 0 : scale.likely();
  }

  /** What a word of strength is worth, such as {@code strongly}; 0 for any other word. */
  public int points(String word) {
    if (scale == null) {
      return 0;
    }
    return switch (word) {
      case "decisively" -> points(Strength.DECISIVE);
      case "strongly" -> points(Strength.STRONG);
      case "moderately" -> points(Strength.MODERATE);
      case "weakly" -> points(Strength.WEAK);
      default -> 0;
    };
  }

  private int points(Strength strength) {
    return scale == null ? 0 : scale.points().getOrDefault(strength, 0);
  }

  /** For whom conditions hold, by this vocabulary. */
  public Worlds worlds() {
    return worlds;
  }

  /** All that is wrong, errors and warnings, by file and place; empty if nothing is. */
  public List<Diagnostic> problems() {
    return problems;
  }

  /** True if nothing is wrong that would refuse the rules. */
  public boolean sound() {
    return problems.stream().noneMatch(p -> p.severity() == Severity.ERROR);
  }

  /**
   * A finding in a rule file.
   *
   * @param file the file's name
   * @param offset where it begins, in characters from the file's start
   * @param help what to write instead, or null
   * @throws NullPointerException if no such file was read
   */
  public Diagnostic finding(
      Code code, String file, int offset, String message, @Nullable String help) {
    return Objects.requireNonNull(texts.get(file), file).problem(code, offset, message, help);
  }

  /** A finding on the first line of a rule. */
  public Diagnostic finding(Code code, Rule rule, String message, @Nullable String help) {
    SourceFile file = Objects.requireNonNull(texts.get(rule.file()), rule.file());
    int line = file.offset(rule.line(), 0);
    int rest = file.text().indexOf("rule", line);
    return file.problem(code, rest < 0 ? line : rest, message, help);
  }

  /**
   * A finding in a declaration.
   *
   * @param name what is declared: {@code cause injury}, {@code leadsWith injury}, {@code remedy
   *     heat}, {@code question soreness.worst}
   * @throws NullPointerException if no such thing is declared
   */
  public Diagnostic declared(Code code, String name, String message, @Nullable String help) {
    Place place = Objects.requireNonNull(places.get(name), name);
    return place.file().problem(code, place.offset(), message, help);
  }

  /**
   * The rules, ready to run: put straight into Drools' network where they read facts of which a
   * client has one, compiled by Drools where they join others.
   *
   * @throws RulesRefused if anything is wrong, with all that is
   */
  public RuleSet compiled() {
    return running(() -> Mixed.of(vocabulary, rules));
  }

  /**
   * The same rules, all of them compiled by Drools from the descriptors that its parser made: what
   * {@link #compiled} is held against. Several times slower, to make and to run.
   *
   * @throws RulesRefused if anything is wrong, with all that is, or Drools finds fault
   */
  public RuleSet reference() {
    return running(
        () -> {
          Map<String, Rule> byName = new LinkedHashMap<>();
          rules.forEach(r -> byName.put(r.name(), r));
          Set<String> sections = new LinkedHashSet<>();
          vocabulary.sections().forEach(s -> sections.add(s.type()));
          return Compiled.of(descriptors, byName, sections);
        });
  }

  /** All that the rules are made of, for {@link RuleCache}; only of a sound folder. */
  CheckedRules contents() {
    return new CheckedRules(
        vocabulary.sections(),
        List.copyOf(vocabulary.causes().values()),
        List.copyOf(vocabulary.remedies().values()),
        Objects.requireNonNull(scale),
        rules,
        data.citations(),
        data.words(),
        data.subtypes(),
        data.codes(),
        data.exercises().byName());
  }

  private RuleSet running(Supplier<Engine> engine) {
    List<Diagnostic> errors =
        problems.stream().filter(p -> p.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new RulesRefused(errors);
    }
    return new RuleSet(
        files, vocabulary, Objects.requireNonNull(scale), rules, data, OwnLoader.during(engine));
  }
}
