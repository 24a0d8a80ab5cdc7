package dev.spotter.rules;

import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one rule for {@link Shape}: its name, its annotations, its conditions, its actions. */
final class RuleShape {
  private static final String PATTERN =
      "write a section and its conditions: Soreness( worst >= 3 )";

  /** Words of DRL that a rules folder does not know, with what to write instead. */
  private static final Map<String, String> STRANGERS =
      Map.of(
          "eval", "compare the answer itself: Soreness( worst >= 3 )",
          "from", "the sections are there by themselves: drop it",
          "accumulate", "read a measure of the History, which the engine has worked out",
          "acc", "read a measure of the History, which the engine has worked out",
          "collect", "read a measure of the History, which the engine has worked out",
          "forall", "write not Section( ... ) with the opposite conditions",
          "or", "write two rules, one for each alternative; within a section use ||",
          "and", "drop it: conditions that stand one under the other must all hold",
          "over", "read a measure of the History, which the engine has worked out");

  private final Tape tape;
  private String name = "";

  RuleShape(Tape tape) {
    this.tape = tape;
  }

  void read() {
    tape.take();
    name();
    if (heading()) {
      conditions();
    }
    if (tape.peek().named("then") || Tape.near(tape.peek(), "then")) {
      tape.take();
      actions();
    }
    close();
  }

  private void name() {
    Token token = tape.peek();
    if (token.kind() == Kind.STRING) {
      name = " \"" + token.text() + "\"";
      tape.take();
    } else if (token.kind() == Kind.STRANGE && token.text().startsWith("\"")) {
      tape.fault(
          Code.UNCLOSED,
          token.offset(),
          "the rule's name has no closing quote on its line",
          "put a \" where the name ends");
      tape.take();
    } else if (token.kind() == Kind.NAME && !tape.leads()) {
      boolean several = !tape.leads(tape.second());
      if (several) {
        tape.fault(
            Code.SYNTAX,
            token.offset(),
            "a rule's name stands in double quotes",
            "write rule \"" + token.text() + " ...\"");
        tape.skipLine();
      } else {
        tape.take();
      }
    } else {
      tape.fault(
          Code.SYNTAX, tape.end(), "the rule has no name", "write rule \"what it is about\"");
    }
  }

  /** Up to when; false if there are no conditions to read. */
  private boolean heading() {
    while (!tape.head()) {
      Token token = tape.peek();
      if (token.text().equals("@")) {
        tape.annotation();
      } else if (token.named("when")) {
        tape.take();
        return true;
      } else if (token.named("then") || token.named("end")) {
        return false;
      } else if (Grammar.ATTRIBUTES.contains(token.text())) {
        tape.fault(
            Code.GRAMMAR,
            token.offset(),
            "a rule cannot have the attribute " + token.text(),
            "drop it: no order matters here, and every rule fires at most once a client");
        tape.skipLine();
      } else if (Tape.near(token, "when") && !tape.second().is("(")) {
        tape.misspelt(token, "when");
        tape.take();
        return true;
      } else if (pattern(tape.index()) || token.named("not") || token.named("exists")) {
        tape.fault(
            Code.KEYWORD, token.offset(), "'when' is missing before the conditions", "write when");
        return true;
      } else {
        tape.fault(
            new Cursor(List.of(token))
                .strange("expected 'when'", "write when, then the conditions"));
        tape.skipLine();
      }
    }
    return false;
  }

  private boolean pattern(int index) {
    Token token = tape.token(index);
    return token.kind() == Kind.NAME
        && Character.isUpperCase(token.text().charAt(0))
        && tape.token(index + 1).is("(");
  }

  private void conditions() {
    while (!tape.head() && !tape.peek().named("then")) {
      Token token = tape.peek();
      if (token.named("end")) {
        tape.fault(
            Code.KEYWORD, token.offset(), "'then' is missing before the action", "write then");
        return;
      }
      if (Tape.near(token, "then") && tape.leads() && !tape.second().is("(")) {
        tape.misspelt(token, "then");
        return;
      }
      if (token.named("do") || token.named("else")) {
        tape.fault(
            Code.GRAMMAR, token.offset(), "a rule has one 'then'", "write then, or a second rule");
        tape.take();
        actions();
        return;
      }
      if (token.named("insert")) {
        tape.fault(
            Code.KEYWORD, token.offset(), "'then' is missing before the action", "write then");
        actions();
        return;
      }
      condition(token);
    }
  }

  private void condition(Token token) {
    if (token.named("not") || token.named("exists")) {
      tape.take();
      return;
    }
    String instead = STRANGERS.get(token.text());
    if (instead != null && !pattern(tape.index())) {
      tape.fault(
          Code.GRAMMAR,
          token.offset(),
          "'" + token.text() + "' has no place among the conditions",
          instead);
      resume();
    } else if (token.kind() == Kind.NAME && tape.second().is("(")) {
      tape.take();
      tape.take();
      constraints(token);
    } else if (token.kind() == Kind.NAME && tape.second().is(":")) {
      tape.fault(
          Code.GRAMMAR,
          token.offset(),
          "a section is not given a name; only a field within it can be",
          "write Workout( $reps : topReps )");
      resume();
    } else if (token.is(")")) {
      tape.fault(
          Code.UNCLOSED,
          token.offset(),
          "this bracket closes nothing",
          "drop it, or open one before");
      tape.take();
    } else if (token.is(",") || token.is("&&") || token.is(";")) {
      tape.fault(
          Code.GRAMMAR,
          token.offset(),
          "between sections stands no sign",
          "drop it: conditions that stand one under the other must all hold");
      tape.take();
    } else if (token.is("||")) {
      tape.fault(
          Code.GRAMMAR,
          token.offset(),
          "'||' works within one section only",
          "write two rules, one for each alternative");
      tape.take();
    } else if (token.kind() == Kind.NAME) {
      tape.fault(Code.UNCLOSED, token.end(), "expected '(' here, behind " + token.text(), PATTERN);
      resume();
    } else {
      tape.fault(new Cursor(List.of(token)).strange("expected a section", PATTERN));
      resume();
    }
  }

  /** To the next line on which something begins that could be a condition or then. */
  private void resume() {
    do {
      tape.skipLine();
    } while (!tape.head() && !landmark(tape.index()));
  }

  private boolean landmark(int index) {
    Token token = tape.token(index);
    boolean word =
        Set.of("then", "end", "when", "insert").contains(token.text())
            || ((token.named("not") || token.named("exists")) && pattern(index + 1));
    return tape.head(index)
        || (tape.leads(token) && (word || pattern(index) || Tape.near(token, "then")));
  }

  /** What stands between the brackets of a pattern. */
  private void constraints(Token type) {
    int depth = 1;
    int to = tape.index();
    while (depth > 0 && !landmark(to)) {
      Token token = tape.token(to);
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      to++;
    }
    List<Token> inside = tape.cut(depth > 0 ? to : to - 1);
    List<Refusal> refused = refused(inside);
    if (depth == 0) {
      tape.take();
      refused.forEach(tape::fault);
    } else if (refused.isEmpty()) {
      Refusal known = unclosed(inside);
      tape.fault(
          known != null
              ? known
              : new Refusal(
                  Code.UNCLOSED,
                  tape.end(),
                  "expected ')' here: " + type.text() + "( is still open",
                  "close the bracket behind the last condition"));
    } else {
      // What comes after a bracket or a quote that nobody closed is guesswork.
      tape.fault(refused.get(0));
    }
  }

  /** What is wrong with each of the conditions; what a broken one leaves behind is passed over. */
  private static List<Refusal> refused(List<Token> inside) {
    List<Refusal> refused = new ArrayList<>();
    boolean broken = false;
    int comma = inside.get(0).offset();
    for (List<Token> part : parts(inside)) {
      Token first = part.get(0);
      boolean last = first.offset() == inside.get(inside.size() - 1).offset();
      try {
        if (first.kind() == Kind.END && inside.size() > 1) {
          throw new Refusal(
              Code.UNCLOSED,
              last ? comma : first.offset(),
              "a condition is missing beside this comma",
              "drop the comma");
        }
        if (first.kind() != Kind.END && !(broken && first.kind() != Kind.NAME)) {
          broken = false;
          ConditionReader.read(part);
        }
      } catch (Refusal e) {
        broken = true;
        refused.add(e);
      }
      comma = part.get(part.size() - 1).offset();
    }
    return refused;
  }

  /** If a text without its closing quote swallowed the bracket, that is what is wrong. */
  private static @org.jspecify.annotations.Nullable Refusal unclosed(List<Token> inside) {
    return inside.stream()
        .filter(t -> t.kind() == Kind.STRANGE && t.text().startsWith("\""))
        .map(t -> new Cursor(List.of(t)).strange("", null))
        .findFirst()
        .orElse(null);
  }

  private static List<List<Token>> parts(List<Token> inside) {
    List<List<Token>> parts = new ArrayList<>();
    List<Token> part = new ArrayList<>();
    int depth = 0;
    for (Token token : inside) {
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      boolean last = token.kind() == Kind.END;
      if (last || (depth == 0 && token.is(","))) {
        part.add(new Token(Kind.END, "", token.offset()));
        parts.add(part);
        part = new ArrayList<>();
      } else {
        part.add(token);
      }
    }
    return parts;
  }

  /** Each action by itself, so that one slip hides no other. */
  private void actions() {
    if (ends()) {
      tape.fault(
          Code.GRAMMAR, tape.end(), "the rule does nothing", "write behind then what it inserts");
    }
    while (!ends()) {
      int to = tape.index() + 1;
      while (!(tape.token(to).named("insert") && tape.token(to + 1).is("(")) && !ends(to)) {
        to++;
      }
      try {
        ActionReader.read(tape.cut(to));
      } catch (Refusal e) {
        tape.fault(e);
      }
    }
  }

  private boolean ends() {
    return ends(tape.index());
  }

  private boolean ends(int index) {
    Token token = tape.token(index);
    boolean misspelt = tape.leads(token) && Tape.near(token, "end") && tape.head(index + 1);
    return token.named("end") || misspelt || tape.head(index);
  }

  private void close() {
    Token token = tape.peek();
    if (token.named("end")) {
      tape.take();
    } else if (!tape.head() && Tape.near(token, "end")) {
      tape.misspelt(token, "end");
      tape.take();
    } else {
      tape.fault(
          Code.UNCLOSED,
          tape.end(),
          "the rule" + name + " has no 'end'",
          "write end on a line of its own behind its last action");
    }
  }
}
