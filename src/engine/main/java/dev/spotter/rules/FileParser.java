package dev.spotter.rules;

import dev.spotter.rules.Diagnostic.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Reads one rule file. Drools' parser and the grammar decide whether it is good; if it is not, our
 * own reading says what is wrong, and all but the broken parts are read once more.
 */
final class FileParser {
  private final SourceFile file;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Set<String> doubts = new HashSet<>();

  private FileParser(SourceFile file) {
    this.file = file;
  }

  /**
   * What was read.
   *
   * @param draft what the file says, as far as it can be read; null if nothing can
   * @param descriptor for Drools to compile; null if the file is broken
   * @param problems what is wrong
   * @param doubts the names that a broken declare may have declared
   */
  record Parsed(
      @Nullable Draft draft,
      @Nullable PackageDescr descriptor,
      List<Diagnostic> problems,
      Set<String> doubts) {}

  static Parsed parse(SourceFile file, boolean trusting) {
    FileParser parser = new FileParser(file);
    try {
      return trusting ? parser.trusted() : parser.closed();
    } catch (StackOverflowError e) {
      // Drools' parser goes down the stack with every bracket, and has no limit of its own.
      return parser.tooDeep();
    }
  }

  private Parsed tooDeep() {
    int depth = 0;
    int deepest = 0;
    int offset = 0;
    String text = file.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth = c == '(' ? depth + 1 : c == ')' ? Math.max(0, depth - 1) : depth;
      if (depth > deepest) {
        deepest = depth;
        offset = i;
      }
    }
    problems.add(
        file.problem(
            Code.SYNTAX, offset, "brackets within brackets, too deep to be read", "write it flat"));
    return new Parsed(null, null, problems, doubts);
  }

  private Parsed trusted() {
    Attempt attempt = attempt(file.text());
    attempt.errors().forEach(e -> problems.add(e.in(file)));
    return attempt.descr() == null
        ? new Parsed(null, null, problems, doubts)
        : new Parsed(
            Grammar.read(file, attempt.descr(), new ArrayList<>()),
            attempt.descr(),
            problems,
            doubts);
  }

  private Parsed closed() {
    String text = Characters.plain(file, problems);
    SourceFile plain = new SourceFile(file.name(), text);
    Attempt attempt = attempt(text);
    List<Diagnostic> found = new ArrayList<>();
    Draft draft = null;
    if (attempt.descr() != null) {
      draft = Grammar.read(plain, attempt.descr(), found);
      if (found.isEmpty() && problems.isEmpty() && draft.declarations().isEmpty()) {
        return new Parsed(draft, attempt.descr(), problems, doubts);
      }
    }
    Shape shape = Shape.of(text);
    shape.twice().forEach(t -> problems.add(t.in(file)));
    if (draft != null && found.isEmpty() && problems.isEmpty()) {
      return new Parsed(draft, attempt.descr(), problems, doubts);
    }
    if (shape.holes().isEmpty() && draft != null) {
      problems.addAll(found);
      return new Parsed(draft, null, problems, doubts);
    }
    return new Parsed(recovered(text, shape), null, problems, doubts);
  }

  /** What can be read without the broken parts. */
  private @Nullable Draft recovered(String text, Shape shape) {
    List<Hole> holes = new ArrayList<>(shape.holes());
    holes.forEach(this::tell);
    Attempt attempt = attempt(Hole.blank(text, holes));
    if (attempt.descr() == null) {
      for (Hole part : shape.parts()) {
        List<Hole> others = new ArrayList<>(shape.parts());
        others.remove(part);
        others.addAll(shape.holes());
        Attempt alone = attempt(Hole.blank(text, others));
        if (alone.descr() == null) {
          Hole hole = new Hole(part.from(), part.to(), part.doubts(), alone.errors().subList(0, 1));
          holes.add(hole);
          tell(hole);
        }
      }
      List<Refusal> first = attempt.errors();
      attempt = attempt(Hole.blank(text, holes));
      if (attempt.descr() == null && problems.isEmpty()) {
        problems.add(first.get(0).in(file));
      }
    }
    return attempt.descr() == null
        ? null
        : Grammar.read(
            new SourceFile(file.name(), Hole.blank(text, holes)),
            attempt.descr(),
            !shape.headless(),
            problems);
  }

  private void tell(Hole hole) {
    hole.faults().forEach(f -> problems.add(f.in(file)));
    doubts.addAll(hole.doubts());
  }

  /** What Drools' parser says: a descriptor, or at least one error. */
  private record Attempt(@Nullable PackageDescr descr, List<Refusal> errors) {}

  private Attempt attempt(String text) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr descr;
    try {
      descr = parser.parse(false, text);
    } catch (DroolsParserException e) {
      int offset = file.offset(e.getLineNumber(), e.getColumn());
      return new Attempt(
          null, List.of(ParserMessage.refusal(text, offset, String.valueOf(e.getMessage()))));
    }
    if (!parser.hasErrors() && descr != null) {
      return new Attempt(descr, List.of());
    }
    List<Refusal> errors = new ArrayList<>();
    for (DroolsError error : parser.getErrors()) {
      int offset = error instanceof ParserError p ? file.offset(p.getRow(), p.getCol()) : 0;
      errors.add(ParserMessage.refusal(text, offset, String.valueOf(error.getMessage())));
    }
    if (errors.isEmpty()) {
      errors.add(
          new Refusal(
              Code.SYNTAX, 0, "this is no rule file", "begin it with: package " + Grammar.PACKAGE));
    }
    return new Attempt(null, errors);
  }
}
