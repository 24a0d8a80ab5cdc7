package dev.spotter.rules;

import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Draft.Declared;
import dev.spotter.rules.Draft.DraftRule;
import dev.spotter.rules.Draft.Field;
import dev.spotter.rules.Draft.Note;
import dev.spotter.vocabulary.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.drools.drl.ast.descr.AnnotatedBaseDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;
import org.jspecify.annotations.Nullable;

/**
 * The closed grammar: an allow-list over what Drools' own parser understood of a file. Compiling
 * foreign DRL runs code, so whatever is not on the list is refused, with its place and with what to
 * write instead.
 */
final class Grammar {
  static final String PACKAGE = "spotter";

  /** Rule attributes of DRL; none has a place here. */
  static final Set<String> ATTRIBUTES =
      Set.of(
          "salience",
          "enabled",
          "dialect",
          "timer",
          "duration",
          "calendars",
          "auto",
          "agenda",
          "activation",
          "ruleflow",
          "no",
          "lock",
          "date",
          "refract",
          "attributes",
          "extends");

  /** What else of DRL may begin a part of a file, beside attributes; none has a place here. */
  static final Set<String> FOREIGN =
      Set.of("function", "query", "global", "unit", "template", "expander");

  private static final java.util.regex.Pattern NAMED =
      java.util.regex.Pattern.compile("^[ \\t]*package[ \\t]+", java.util.regex.Pattern.MULTILINE);
  private static final String IMPORT = "dev.spotter.fact.*";
  private static final Set<String> FIELD_TYPES =
      Set.of("String", "Integer", "Double", "java.util.Set");

  private final SourceFile file;
  private final boolean headed;
  private final List<Diagnostic> problems;

  private Grammar(SourceFile file, boolean headed, List<Diagnostic> problems) {
    this.headed = headed;
    this.file = file;
    this.problems = problems;
  }

  /**
   * Reads what Drools' parser made of a file; what is refused is added to the problems. Rules of
   * which a part was refused are kept, with what could be read of them.
   */
  static Draft read(SourceFile file, PackageDescr descr, List<Diagnostic> problems) {
    return read(file, descr, true, problems);
  }

  /**
   * As {@link #read(SourceFile, PackageDescr, List)}.
   *
   * @param headed false if it is known that the line with the package cannot be read
   */
  static Draft read(
      SourceFile file, PackageDescr descr, boolean headed, List<Diagnostic> problems) {
    Grammar grammar = new Grammar(file, headed, problems);
    grammar.heading(descr);
    List<Declared> declarations = new ArrayList<>();
    for (TypeDeclarationDescr type : descr.getTypeDeclarations()) {
      declarations.add(grammar.declared(type));
    }
    List<DraftRule> rules = new ArrayList<>();
    for (RuleDescr rule : descr.getRules()) {
      grammar.rule(rule).ifPresent(rules::add);
    }
    return new Draft(file, List.copyOf(declarations), List.copyOf(rules));
  }

  private void heading(PackageDescr descr) {
    if (headed && !PACKAGE.equals(descr.getName())) {
      Matcher name = NAMED.matcher(file.text());
      refuse(
          name.find() ? name.end() : 0,
          "the file's package is not " + PACKAGE,
          "begin the file with: package " + PACKAGE);
    }
    descr.getImports().stream()
        .filter(i -> !IMPORT.equals(i.getTarget()))
        .forEach(
            i ->
                refuse(
                    i.getStartCharacter(),
                    "nothing may be imported but " + IMPORT,
                    "drop this import"));
    if (file.text().contains("\\u")) {
      refuse(
          file.text().indexOf("\\u"),
          "a unicode escape can hide code",
          "write the character itself");
    }
    none(descr.getFunctionImports(), "import function");
    none(descr.getAccumulateImports(), "import accumulate");
    none(descr.getGlobals(), "global");
    none(descr.getFunctions(), "function");
    none(descr.getEnumDeclarations(), "declare enum");
    none(descr.getEntryPointDeclarations(), "declare entry-point");
    none(descr.getWindowDeclarations(), "declare window");
    none(descr.getAttributes(), "an attribute for the whole file");
    if (descr.getUnit() != null) {
      refuse(0, "rules folders know no unit", "drop the line");
    }
  }

  private void none(Collection<? extends org.drools.drl.ast.descr.BaseDescr> parts, String what) {
    parts.forEach(
        part ->
            refuse(
                part.getStartCharacter(),
                "a rules folder may not contain '" + what + "'",
                "rules compare answers and insert facts; what needs code belongs in a measure of the"
                    + " engine (a folder of your own can be loaded with --trust-code)"));
  }

  private Declared declared(TypeDeclarationDescr type) {
    if (type.isTrait() || !type.getSuperTypes().isEmpty()) {
      refuse(
          type.getStartCharacter(),
          "a declare may not extend another or be a trait",
          "list the fields in it");
    }
    List<Field> fields = new ArrayList<>();
    for (TypeFieldDescr field : type.getFields().values()) {
      int offset = file.offset(field.getLine(), field.getColumn());
      String fieldType = field.getPattern().getObjectType();
      if (!FIELD_TYPES.contains(fieldType)) {
        refuse(
            offset,
            "a field cannot be of type " + fieldType,
            fieldType.equals("Set")
                ? "write java.util.Set"
                : Suggestion.among(fieldType, FIELD_TYPES)
                    + "; the types are String, Integer, Double and java.util.Set");
      }
      if (field.getInitExpr() != null) {
        refuse(offset, "a field cannot have an initial value", "drop what follows =");
      }
      int named = file.text().indexOf(field.getFieldName(), Math.max(0, type.getStartCharacter()));
      fields.add(
          new Field(field.getFieldName(), fieldType, nameOffset(field, named), notes(field)));
    }
    return new Declared(
        type.getTypeName(), type.getStartCharacter(), notes(type), List.copyOf(fields));
  }

  /** Drools tells where the field's colon stands; its name stands before it on that line. */
  private int nameOffset(TypeFieldDescr field, int otherwise) {
    int colon = file.offset(field.getLine(), field.getColumn());
    int name = file.text().lastIndexOf(field.getFieldName(), colon);
    return name >= 0 ? name : otherwise;
  }

  private Optional<DraftRule> rule(RuleDescr rule) {
    int offset = rule.getStartCharacter();
    int before = problems.size();
    if (rule.isQuery()) {
      refuse(offset, "a rules folder may not contain a query", "write a rule");
      return Optional.empty();
    }
    if (rule.hasParent()) {
      refuse(offset, "a rule cannot extend another", "repeat the conditions");
    }
    rule.getAttributes()
        .values()
        .forEach(
            a ->
                refuse(
                    offset,
                    "a rule cannot have the attribute " + a.getName(),
                    "drop it: no order matters here, and every rule fires at most once a client"));
    if (!rule.getNamedConsequences().isEmpty()) {
      refuse(offset, "a rule has one 'then'", "write a second rule");
    }
    Map<String, Note> notes = notes(rule);
    List<Pattern> patterns = new PatternReader(file, problems).read(rule);
    List<Action> actions = actions(rule);
    boolean whole = problems.size() == before;
    return Optional.of(new DraftRule(rule.getName(), offset, notes, patterns, actions, whole));
  }

  private List<Action> actions(RuleDescr rule) {
    String text = String.valueOf(rule.getConsequence());
    int offset = Math.max(0, file.text().indexOf(text.strip(), rule.getStartCharacter()));
    try {
      return ActionReader.read(Token.of(text.strip(), offset));
    } catch (Refusal e) {
      problems.add(e.in(file));
      return List.of();
    }
  }

  /** Only {@code @key( "text" )}: in Drools any other value of an annotation can be run as code. */
  private Map<String, Note> notes(AnnotatedBaseDescr descr) {
    Map<String, Note> notes = new LinkedHashMap<>();
    for (AnnotationDescr annotation : descr.getAnnotations()) {
      String key = annotation.getName();
      String literal = literal(annotation);
      int from = descr.getStartCharacter();
      int offset = Math.max(file.text().indexOf("@" + key, Math.max(0, from)), 0);
      if (literal == null) {
        refuse(
            offset,
            "@" + key + " takes one plain text in double quotes",
            "@" + key + "( \"...\" )");
      } else {
        int text = file.text().indexOf('"' + literal + '"', offset);
        notes.put(key, new Note(literal, text < 0 ? offset : text + 1));
      }
      if (annotation.isDuplicated()) {
        refuse(offset, "@" + key + " stands twice", "keep one");
      }
    }
    return notes;
  }

  private static @Nullable String literal(AnnotationDescr annotation) {
    Map<String, Object> values = annotation.getValueMap();
    if (values.size() != 1 || !(values.get("value") instanceof String text)) {
      return null;
    }
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    String inner = quoted ? text.substring(1, text.length() - 1) : "\"";
    return inner.contains("\"") || inner.contains("\\") ? null : inner;
  }

  private void refuse(int offset, String message, String help) {
    problems.add(file.problem(Code.GRAMMAR, offset, message, help));
  }
}
