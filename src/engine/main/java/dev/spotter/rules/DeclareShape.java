package dev.spotter.rules;

import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Token.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one declare for {@link Shape}: each of its fields is a part of its own. */
final class DeclareShape {
  private final Tape tape;
  private final List<Hole> holes;
  private final List<Hole> parts;
  private final List<Refusal> twice;

  DeclareShape(Tape tape, List<Hole> holes, List<Hole> parts, List<Refusal> twice) {
    this.tape = tape;
    this.holes = holes;
    this.parts = parts;
    this.twice = twice;
  }

  void read() {
    int from = tape.take().offset();
    Token name = tape.peek();
    if (name.kind() != Kind.NAME) {
      tape.fault(
          Code.SYNTAX,
          tape.end(),
          "a declare has a name",
          "write declare Soreness, with a capital");
    } else if (Set.of("enum", "trait", "window", "entry").contains(name.text())) {
      foreign();
      return;
    } else {
      tape.take();
    }
    if (tape.peek().named("extends")) {
      tape.fault(
          Code.GRAMMAR,
          tape.take().offset(),
          "a declare may not extend another or be a trait",
          "list the fields in it");
      while (!tape.ended() && !tape.leads() && !tape.peek().text().equals("@")) {
        tape.take();
      }
    }
    while (!tape.ended() && tape.peek().text().equals("@")) {
      tape.annotation();
    }
    List<Refusal> head = tape.faults();
    Set<String> fields = new HashSet<>();
    int firstField = holes.size();
    while (!tape.head() && !tape.peek().named("end")) {
      field(name.text(), fields);
    }
    close(name);
    head.addAll(tape.faults());
    if (head.isEmpty()) {
      parts.add(new Hole(from, tape.end(), Set.of(name.text()), List.of()));
    } else {
      // The whole of it goes, with what is wrong in its fields.
      while (holes.size() > firstField) {
        head.addAll(holes.remove(holes.size() - 1).faults());
      }
      holes.add(new Hole(from, tape.end(), Set.of(name.text()), head));
    }
  }

  private void close(Token name) {
    if (tape.peek().named("end")) {
      tape.take();
      return;
    }
    tape.fault(
        Code.UNCLOSED,
        tape.end(),
        "the declare " + name.text() + " has no 'end'",
        "write end behind its last field");
  }

  private void foreign() {
    while (!tape.head() && !tape.peek().named("end")) {
      tape.take();
    }
    if (tape.peek().named("end")) {
      tape.take();
    }
  }

  private void field(String declare, Set<String> fields) {
    Token name = tape.peek();
    int from = name.offset();
    if (Tape.near(name, "end") && !tape.second().is(":") && tape.head(tape.index() + 1)) {
      tape.misspelt(name, "end");
      tape.take();
      return;
    }
    if (name.kind() != Kind.NAME) {
      tape.fault(
          new Cursor(List.of(name))
              .strange("expected a field", "write worst : Integer, then its annotations"));
      tape.skipLine();
    } else {
      tape.take();
      if (!fields.add(name.text())) {
        twice.add(
            new Refusal(
                Code.DUPLICATE,
                from,
                declare + " declares the question " + name.text() + " twice",
                "give one of them another name, or drop it"));
      }
      type(name);
    }
    while (tape.peek().text().equals("@")) {
      tape.annotation();
    }
    if (tape.faulty()) {
      holes.add(new Hole(from, tape.end(), Set.of(declare + "." + name.text()), tape.faults()));
    }
  }

  private void type(Token name) {
    if (!tape.peek().is(":")) {
      tape.fault(
          Code.UNCLOSED,
          tape.end(),
          "expected ':' here, between the question's name and its type",
          "write " + name.text() + " : String (or Integer, Double, java.util.Set)");
      tape.skipLine();
      return;
    }
    tape.take();
    if (tape.peek().kind() != Kind.NAME) {
      tape.fault(
          Code.SYNTAX,
          tape.end(),
          "the question " + name.text() + " has no type",
          "write String, Integer, Double or java.util.Set");
      return;
    }
    tape.take();
    while (tape.peek().is(".")) {
      tape.take();
      tape.take();
    }
    boolean initial = tape.peek().text().equals("=");
    if (initial) {
      tape.fault(
          Code.GRAMMAR,
          tape.peek().offset(),
          "a field cannot have an initial value",
          "drop what follows =; what nobody answered is open");
      tape.skipLine();
    }
  }
}
