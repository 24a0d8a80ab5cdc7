package dev.spotter.rules;

import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Draft.DraftRule;
import dev.spotter.rules.Rule.Layer;
import dev.spotter.vocabulary.Suggestion;
import dev.spotter.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.PackageDescr;
import org.jspecify.annotations.Nullable;

/** The way from bytes to a checked folder, in order: text, grammar, names, meaning. */
final class Loader {
  private final RuleFiles files;
  private final boolean trusting;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Map<String, PackageDescr> descriptors = new LinkedHashMap<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final Set<String> doubts = new HashSet<>();

  private Loader(RuleFiles files, boolean trusting) {
    this.files = files;
    this.trusting = trusting;
  }

  /** Reads all files and says all that is wrong with them; nothing is compiled. */
  static Checked check(RuleFiles files, boolean trusting) {
    return new Loader(files, trusting).check();
  }

  /** What one file says by the grammar, before any of its names is looked up. */
  static Draft draft(String name, byte[] bytes) {
    TreeMap<String, byte[]> one = new TreeMap<>(Map.of(name, bytes));
    Loader loader = new Loader(new RuleFiles(name, one), false);
    loader.take(loader.parsed(name, bytes));
    List<Diagnostic> errors =
        loader.problems.stream().filter(p -> p.severity() == Diagnostic.Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new RulesRefused(errors);
    }
    return loader.drafts.get(0);
  }

  private Checked check() {
    files.files().entrySet().parallelStream()
        .filter(f -> f.getKey().endsWith(".drl"))
        .map(f -> parsed(f.getKey(), f.getValue()))
        .toList()
        .forEach(this::take);
    if (drafts.isEmpty() && problems.isEmpty()) {
      problems.add(
          new Diagnostic(
              Code.DATA,
              files.origin(),
              0,
              0,
              "there is no .drl file here",
              "name a folder with a questions.drl",
              null));
    }
    VocabularyReader.Declarations declared = VocabularyReader.read(drafts, doubts, problems);
    RuleSet.Data data = DataFiles.read(files, problems);
    if (declared.scale() == null && !doubts.contains("Scale") && !drafts.isEmpty()) {
      problems.add(
          new Diagnostic(
              Code.DECLARATION,
              files.origin(),
              0,
              0,
              "no file declares the Scale",
              "conclusions.drl declares it",
              null));
    }
    Worlds worlds =
        new Worlds(
            declared.vocabulary(), arguments("Referral", null), arguments("Evidence", "subtype"));
    List<Rule> rules = rules(declared.vocabulary(), data, worlds);
    problems.sort(Diagnostic.BY_PLACE);
    return new Checked(
        files,
        declared.vocabulary(),
        declared.scale(),
        rules,
        data,
        worlds,
        descriptors,
        problems,
        drafts);
  }

  private record One(String name, List<Diagnostic> undecoded, FileParser.Parsed parsed) {}

  /** Files are read side by side, for they know nothing of each other. */
  private One parsed(String name, byte[] bytes) {
    List<Diagnostic> undecoded = new ArrayList<>();
    SourceFile file = new SourceFile(name, Decoding.decode(name, bytes, undecoded));
    return new One(name, undecoded, FileParser.parse(file, trusting));
  }

  private void take(One one) {
    problems.addAll(one.undecoded());
    problems.addAll(one.parsed().problems());
    doubts.addAll(one.parsed().doubts());
    if (one.parsed().draft() != null) {
      drafts.add(one.parsed().draft());
    }
    if (one.parsed().descriptor() != null) {
      descriptors.put(one.name(), one.parsed().descriptor());
    }
  }

  private List<Rule> rules(Vocabulary vocabulary, RuleSet.Data data, Worlds worlds) {
    Meaning meaning =
        new Meaning(
            vocabulary, arguments("Referral", null), arguments("Evidence", "subtype"), doubts);
    Set<String> names = new HashSet<>();
    List<Rule> rules = new ArrayList<>();
    for (Draft draft : drafts) {
      ActionMeaning actions =
          new ActionMeaning(
              vocabulary,
              broken("messages.yaml") ? null : data.words().keySet(),
              draft.file(),
              doubts,
              problems);
      for (DraftRule rule : draft.rules()) {
        if (!names.add(rule.name())) {
          problems.add(
              draft
                  .file()
                  .problem(
                      Code.DUPLICATE,
                      rule.offset(),
                      "there is another rule of this name",
                      "names are unique over all files"));
        }
        int before = problems.size();
        boolean whole = rule.whole() || trusting;
        Meaning.Scope scope = new Meaning.Scope(draft.file(), whole, problems);
        rule.patterns().forEach(p -> meaning.check(p, scope));
        Layer layer = layer(rule);
        rule.actions().forEach(a -> actions.check(a, whole ? layer : null));
        List<String> sources = sources(draft.file(), rule, data);
        if (problems.size() == before && whole && !trusting) {
          contradiction(rule, draft.file(), worlds);
        }
        if (problems.size() > before || !whole) {
          continue;
        }
        rules.add(
            new Rule(
                rule.name(),
                draft.file().name(),
                draft.file().line(rule.offset()),
                rules.size(),
                layer,
                sources,
                rule.patterns(),
                rule.actions()));
      }
    }
    return List.copyOf(rules);
  }

  private void contradiction(DraftRule rule, SourceFile file, Worlds worlds) {
    List<Worlds.Clash> clashes = new ArrayList<>();
    worlds.clash(rule.patterns()).ifPresent(clashes::add);
    if (clashes.isEmpty()) {
      rule.patterns().forEach(p -> clashes.addAll(worlds.deadAlternatives(p)));
    }
    for (Worlds.Clash clash : clashes) {
      String others =
          clash.before().stream().map(Object::toString).collect(Collectors.joining(", "));
      problems.add(
          file.problem(
              Code.CONTRADICTION,
              clash.offset(),
              others.isEmpty()
                  ? "no client can meet this: " + clash.test()
                  : "no client can meet this together with " + others,
              "a comma means both; for one or the other write || or in ( ... )"));
    }
  }

  /** What the actions of one kind say: in their factory, or in one of the calls that follow. */
  private Set<String> arguments(String type, @Nullable String call) {
    Set<String> arguments = new LinkedHashSet<>();
    drafts.stream()
        .flatMap(d -> d.rules().stream())
        .flatMap(r -> r.actions().stream())
        .filter(a -> a.type().equals(type))
        .flatMap(a -> Stream.ofNullable(call == null ? a.subject() : a.argument(call)))
        .forEach(arguments::add);
    return arguments;
  }

  /** True if a data file cannot be read, so that nothing that names its parts can be judged. */
  private boolean broken(String name) {
    return problems.stream().anyMatch(p -> p.file().equals(name));
  }

  private static Layer layer(DraftRule rule) {
    return rule.patterns().stream().anyMatch(p -> FactTypes.WEIGHED.contains(p.type()))
        ? Layer.ADVICE
        : Layer.FINDING;
  }

  private List<String> sources(SourceFile file, DraftRule rule, RuleSet.Data data) {
    VocabularyReader.unknownKeys(file, rule.notes(), Set.of("source"), problems);
    Draft.Note note = rule.notes().get("source");
    if (note == null && VocabularyReader.misspelt(rule.notes(), "source")) {
      return List.of();
    }
    if (note == null) {
      problems.add(
          file.problem(
              Code.SOURCE,
              rule.offset(),
              "the rule \"" + rule.name() + "\" names no source",
              "add @source( \"house\" ) for a judgement of your own, or a key of sources.yaml"));
      return List.of();
    }
    List<String> keys = List.of(note.text().strip().split("[ ,]+"));
    if (broken("sources.yaml")) {
      return keys;
    }
    keys.stream()
        .filter(k -> !data.citations().containsKey(k))
        .forEach(
            k ->
                problems.add(
                    file.problem(
                        Code.SOURCE,
                        note.offset() + Math.max(0, note.text().indexOf(k)),
                        "sources.yaml has no '" + k + "'",
                        Suggestion.among(k, data.citations().keySet()))));
    return keys;
  }
}
