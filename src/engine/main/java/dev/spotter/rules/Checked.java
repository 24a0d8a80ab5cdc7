package dev.spotter.rules;

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

  Checked(
      RuleFiles files,
      Vocabulary vocabulary,
      @Nullable Scale scale,
      List<Rule> rules,
      RuleSet.Data data,
      Worlds worlds,
      Map<String, PackageDescr> descriptors,
      List<Diagnostic> problems,
      List<SourceFile> texts) {
    this.files = files;
    this.vocabulary = vocabulary;
    this.scale = scale;
    this.rules = rules;
    this.data = data;
    this.worlds = worlds;
    this.descriptors = descriptors;
    this.problems = List.copyOf(problems);
    texts.forEach(t -> this.texts.put(t.name(), t));
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
   * Where a word first stands in a rule file, from a place on; the place itself where it does not.
   *
   * @throws NullPointerException if no such file was read
   */
  public int find(String file, String word, int from) {
    int found = Objects.requireNonNull(texts.get(file), file).text().indexOf(word, from);
    return found < 0 ? from : found;
  }

  /**
   * The rules, compiled by Drools.
   *
   * @throws RulesRefused if anything is wrong, with all that is
   */
  public RuleSet compiled() {
    List<Diagnostic> errors =
        problems.stream().filter(p -> p.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new RulesRefused(errors);
    }
    Map<String, Rule> byName = new LinkedHashMap<>();
    rules.forEach(r -> byName.put(r.name(), r));
    Set<String> sections = new LinkedHashSet<>();
    vocabulary.sections().forEach(s -> sections.add(s.type()));
    return new RuleSet(
        files,
        vocabulary,
        Objects.requireNonNull(scale),
        rules,
        data,
        Compiled.of(descriptors, byName, sections));
  }
}
