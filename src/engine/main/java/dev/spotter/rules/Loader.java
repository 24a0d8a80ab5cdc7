package dev.spotter.rules;

import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Draft.DraftRule;
import dev.spotter.rules.Rule.Layer;
import dev.spotter.vocabulary.Suggestion;
import dev.spotter.vocabulary.Vocabulary;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** The way from bytes to a rule set, in order: text, grammar, names, meaning, Drools. */
final class Loader {
  private final RuleFiles files;
  private final boolean trusting;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Map<String, PackageDescr> descriptors = new LinkedHashMap<>();
  private final List<Draft> drafts = new ArrayList<>();

  private Loader(RuleFiles files, boolean trusting) {
    this.files = files;
    this.trusting = trusting;
  }

  static RuleSet load(RuleFiles files, boolean trusting) {
    return new Loader(files, trusting).load();
  }

  /** What one file says by the grammar, before any of its names is looked up. */
  static Draft draft(String name, byte[] bytes) {
    TreeMap<String, byte[]> one = new TreeMap<>(Map.of(name, bytes));
    Loader loader = new Loader(new RuleFiles(name, one), false);
    loader.parse(name, bytes);
    loader.refuseIfBroken();
    return loader.drafts.get(0);
  }

  private RuleSet load() {
    files.files().forEach(this::parse);
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
    refuseIfBroken();
    VocabularyReader.Declarations declared = VocabularyReader.read(drafts, problems);
    RuleSet.Data data = DataFiles.read(files, problems);
    Scale scale = declared.scale();
    if (scale == null) {
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
    List<Rule> rules = rules(declared.vocabulary(), data);
    refuseIfBroken();
    Map<String, Rule> byName = new LinkedHashMap<>();
    rules.forEach(r -> byName.put(r.name(), r));
    Set<String> sections = new LinkedHashSet<>();
    declared.vocabulary().sections().forEach(s -> sections.add(s.type()));
    Compiled compiled = Compiled.of(descriptors, byName, sections);
    return new RuleSet(
        files,
        declared.vocabulary(),
        java.util.Objects.requireNonNull(scale),
        rules,
        data,
        compiled);
  }

  private void refuseIfBroken() {
    if (!problems.isEmpty()) {
      problems.sort(
          Comparator.comparing(Diagnostic::file)
              .thenComparing(Diagnostic::line)
              .thenComparing(Diagnostic::column));
      throw new RulesRefused(problems);
    }
  }

  private void parse(String name, byte[] bytes) {
    String text = name.endsWith(".drl") ? decode(name, bytes) : null;
    if (text == null) {
      return;
    }
    SourceFile file = new SourceFile(name, text);
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr descr;
    try {
      descr = parser.parse(false, text);
    } catch (DroolsParserException e) {
      problems.add(
          file.problem(
              Code.SYNTAX,
              file.offset(e.getLineNumber(), e.getColumn()),
              String.valueOf(e.getMessage()),
              null));
      return;
    }
    if (parser.hasErrors() || descr == null) {
      syntax(file, parser.getErrors());
      return;
    }
    List<Diagnostic> found = new ArrayList<>();
    drafts.add(Grammar.read(file, descr, trusting, found));
    if (!trusting) {
      problems.addAll(found);
    }
    descriptors.put(name, descr);
  }

  private void syntax(SourceFile file, List<DroolsError> errors) {
    if (errors.isEmpty()) {
      problems.add(
          file.problem(
              Code.SYNTAX, 0, "this is no rule file", "begin it with: package " + Grammar.PACKAGE));
    }
    for (DroolsError error : errors) {
      int offset = error instanceof ParserError p ? file.offset(p.getRow(), p.getCol()) : 0;
      String message =
          String.valueOf(error.getMessage()).replaceFirst("^\\[ERR \\d+] *(Line \\d+:\\d+ *)?", "");
      problems.add(file.problem(Code.SYNTAX, offset, message, null));
    }
  }

  private @Nullable String decode(String name, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      problems.add(
          new Diagnostic(
              Code.BYTES, name, 0, 0, "the file is not UTF-8", "save it as UTF-8", null));
      return null;
    }
  }

  private List<Rule> rules(Vocabulary vocabulary, RuleSet.Data data) {
    Meaning meaning =
        new Meaning(vocabulary, arguments("Referral", null), arguments("Evidence", "subtype"));
    Set<String> names = new HashSet<>();
    List<Rule> rules = new ArrayList<>();
    for (Draft draft : drafts) {
      ActionMeaning actions =
          new ActionMeaning(vocabulary, data.words().keySet(), draft.file(), problems);
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
        Set<String> bound = new HashSet<>();
        rule.patterns().forEach(p -> meaning.check(p, bound, draft.file(), problems));
        Layer layer = layer(rule);
        rule.actions().forEach(a -> actions.check(a, layer));
        rules.add(
            new Rule(
                rule.name(),
                draft.file().name(),
                draft.file().line(rule.offset()),
                rules.size(),
                layer,
                sources(draft.file(), rule, data),
                rule.patterns(),
                rule.actions()));
      }
    }
    return List.copyOf(rules);
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

  private static Layer layer(DraftRule rule) {
    return rule.patterns().stream().anyMatch(p -> FactTypes.WEIGHED.contains(p.type()))
        ? Layer.ADVICE
        : Layer.FINDING;
  }

  private List<String> sources(SourceFile file, DraftRule rule, RuleSet.Data data) {
    VocabularyReader.unknownKeys(file, rule.notes(), Set.of("source"), problems);
    Draft.Note note = rule.notes().get("source");
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
    keys.stream()
        .filter(k -> !data.citations().containsKey(k))
        .forEach(
            k ->
                problems.add(
                    file.problem(
                        Code.SOURCE,
                        note.offset(),
                        "sources.yaml has no '" + k + "'",
                        Suggestion.among(k, data.citations().keySet()))));
    return keys;
  }
}
