package dev.spotter.rules;

import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Our own reading of a file that was refused: where its rules and declares begin and end, and what
 * is broken in each, so that one slip hides no other. It never decides that a file is good; that is
 * for Drools' parser and the {@link Grammar}.
 */
final class Shape {
  private final Tape tape;
  private final List<Hole> holes = new ArrayList<>();
  private final List<Hole> parts = new ArrayList<>();
  private final List<Refusal> twice = new ArrayList<>();
  private boolean headless;

  private Shape(String text) {
    this.tape = new Tape(text);
  }

  /**
   * Reads a file.
   *
   * @param text all of it
   */
  static Shape of(String text) {
    Shape shape = new Shape(text);
    while (!shape.tape.ended()) {
      shape.next();
    }
    return shape;
  }

  /** The parts that are broken, with what is wrong in them. */
  List<Hole> holes() {
    return holes;
  }

  /** The rules and declares that look sound, without faults. */
  List<Hole> parts() {
    return parts;
  }

  /** Questions declared twice in one section; Drools keeps the last without a word. */
  List<Refusal> twice() {
    return twice;
  }

  /** True if the line that names the package is broken. */
  boolean headless() {
    return headless;
  }

  private void next() {
    Token token = tape.peek();
    int from = token.offset();
    if (token.named("rule")) {
      rule(from);
    } else if (token.named("declare")) {
      new DeclareShape(tape, holes, parts, twice).read();
    } else if (Set.of("package", "import").contains(token.text())) {
      tape.skipLine();
    } else if (token.named("end")) {
      tape.take();
      tape.fault(
          Code.UNCLOSED, from, "this 'end' closes nothing", "drop it, or the 'end' before it");
      hole(from, Set.of());
    } else if (Grammar.FOREIGN.contains(token.text())
        || Grammar.ATTRIBUTES.contains(token.text())) {
      skipPart();
    } else if (token.kind() == Kind.NAME && tape.second().kind() == Kind.STRING) {
      tape.misspelt(token, "rule");
      rule(from);
    } else if (Tape.near(token, "declare")) {
      tape.misspelt(token, "declare");
      new DeclareShape(tape, holes, parts, twice).read();
    } else {
      heading(token);
    }
  }

  private void heading(Token token) {
    for (String word : List.of("package", "import")) {
      if (Tape.near(token, word)) {
        tape.misspelt(token, word);
        tape.skipLine();
        headless |= word.equals("package");
        hole(token.offset(), Set.of());
        return;
      }
    }
    tape.fault(
        Code.SYNTAX,
        token.offset(),
        "this stands outside of every rule and declare",
        "a remark begins with //; a rule with: rule \"its name\"");
    skipPart();
    hole(token.offset(), Set.of());
  }

  private void skipPart() {
    do {
      tape.skipLine();
    } while (!tape.head());
  }

  private void rule(int from) {
    new RuleShape(tape).read();
    if (tape.faulty()) {
      hole(from, Set.of());
    } else {
      parts.add(new Hole(from, tape.end(), Set.of(), List.of()));
    }
  }

  private void hole(int from, Set<String> doubts) {
    holes.add(new Hole(from, tape.end(), doubts, tape.faults()));
  }
}
