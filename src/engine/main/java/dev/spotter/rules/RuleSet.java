package dev.spotter.rules;

import dev.spotter.history.Exercises;
import dev.spotter.vocabulary.Section;
import dev.spotter.vocabulary.Vocabulary;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder of rules, checked and ready to run. Immutable, safe to share between threads, and whole:
 * two rule sets share nothing. What hands out facts, rules or a working memory is for the engine's
 * own rooms; what is promised to others stands in src/engine/api.txt.
 */
public final class RuleSet {
  private final RuleFiles files;
  private final String id;
  private final Vocabulary vocabulary;
  private final Scale scale;
  private final Map<String, Rule> rules;
  private final Data data;
  private final Engine engine;

  /**
   * What the folder's other files hold.
   *
   * @param citations by key
   * @param words that texts may use, by key
   * @param subtypes what the kinds of causes are called, by id
   * @param codes that may be considered
   * @param exercises the lifts
   */
  record Data(
      Map<String, Citation> citations,
      Map<String, String> words,
      Map<String, String> subtypes,
      List<Coding> codes,
      Exercises exercises) {}

  RuleSet(
      RuleFiles files,
      Vocabulary vocabulary,
      Scale scale,
      List<Rule> rules,
      Data data,
      Engine engine) {
    this.files = files;
    this.id = files.id();
    this.vocabulary = vocabulary;
    this.scale = scale;
    Map<String, Rule> byName = new LinkedHashMap<>();
    rules.forEach(r -> byName.put(r.name(), r));
    this.rules = Collections.unmodifiableMap(byName);
    this.data = data;
    this.engine = engine;
  }

  /**
   * Checks and compiles a folder's files by the closed grammar.
   *
   * @param files bytes by file name
   * @throws RulesRefused if anything in them is wrong, with all that is
   */
  public static RuleSet of(Map<String, byte[]> files) {
    SortedMap<String, byte[]> sorted = new TreeMap<>(files);
    return of(new RuleFiles("given as bytes", sorted));
  }

  /** As {@link #of(Map)}, for a snapshot. */
  public static RuleSet of(RuleFiles files) {
    return Loader.check(files, false).compiled();
  }

  /**
   * Compiles files of one's own, which may then contain any DRL, hence any code: it runs with all
   * the rights of this process, some of it while it is compiled.
   *
   * @throws RulesRefused if they do not compile or contradict the vocabulary
   */
  public static RuleSet trusting(RuleFiles files) {
    return Loader.check(files, true).reference();
  }

  /** The same knowledge, run by another engine; for measuring. */
  RuleSet running(Engine other) {
    return new RuleSet(files, vocabulary, scale, List.copyOf(rules.values()), data, other);
  }

  /**
   * The same knowledge with other rules in place of its own: made out of these rules' own records,
   * to ask Drools which parts of a rule match a client. It keeps this id, for it answers for this
   * knowledge; no client is to be assessed by it.
   *
   * @param parts rules with unique names; what they insert is of no consequence
   * @throws IllegalArgumentException if two have one name
   * @throws RulesRefused if Drools cannot compile one
   */
  public RuleSet asking(Collection<Rule> parts) {
    return new RuleSet(
        files,
        vocabulary,
        scale,
        List.copyOf(parts),
        data,
        OwnLoader.during(() -> Mixed.of(vocabulary, parts)));
  }

  /** {@code sha256:} and 64 hex digits: which knowledge this is. */
  public String id() {
    return id;
  }

  /** The files it was made from. */
  public RuleFiles files() {
    return files;
  }

  /** What can be asked, found and advised. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The numbers that findings are weighed by. */
  public Scale scale() {
    return scale;
  }

  /** Every rule, by file name and then line. */
  public Collection<Rule> rules() {
    return rules.values();
  }

  /** The rule of this name, or null. */
  public @Nullable Rule rule(String name) {
    return rules.get(name);
  }

  /** What the rules may cite, by key. */
  public Map<String, Citation> citations() {
    return data.citations();
  }

  /** The words of messages.yaml that texts may use, by key. */
  public Map<String, String> words() {
    return data.words();
  }

  /** What a kind of a cause is called; its id where messages.yaml has no name for it. */
  public String subtypeTitle(String subtype) {
    return data.subtypes().getOrDefault(subtype, subtype);
  }

  /** Codes that may be considered for a kind of cause, in order of messages.yaml. */
  public List<Coding> codes() {
    return data.codes();
  }

  /** The lifts that a training log may name. */
  public Exercises exercises() {
    return data.exercises();
  }

  /**
   * A section as the fact that rules match.
   *
   * @param values one for each question, in order: String, Integer, Double, Set or null
   */
  public Object fact(Section section, @Nullable Object[] values) {
    return engine.fact(section.type(), values);
  }

  /** True if some rule names this fact. */
  public boolean reads(String type) {
    return engine.reads(type);
  }

  /** A working memory that was never used before; to be closed. */
  public WorkingMemory memory() {
    return OwnLoader.during(engine::memory);
  }

  @Override
  public String toString() {
    return "RuleSet " + id.substring(0, 19) + " (" + files.origin() + ")";
  }
}
