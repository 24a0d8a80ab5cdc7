package dev.spotter.rules;

import dev.spotter.rules.Condition.Op;
import dev.spotter.rules.Condition.Operand;
import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Token.Kind;
import dev.spotter.vocabulary.Suggestion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one constraint of a pattern by the closed grammar; whatever it does not know it refuses.
 */
final class ConditionReader {
  private static final String FORM =
      "write a field, a comparison and a plain value: worst >= 3, onset == \"sudden-during-lift\","
          + " legPain in ( \"one-below-knee\", \"both-legs\" ), medicines contains \"statin\"";

  private static final List<String> WORDS = List.of("in", "not", "contains");

  private final Cursor cursor;

  private ConditionReader(Cursor cursor) {
    this.cursor = cursor;
  }

  static Condition read(List<Token> tokens) throws Refusal {
    Cursor cursor = new Cursor(tokens);
    Condition condition = new ConditionReader(cursor).any();
    if (cursor.peek().kind() != Kind.END) {
      throw trailing(cursor);
    }
    return condition;
  }

  private static Refusal trailing(Cursor cursor) {
    Token next = cursor.peek();
    if (next.named("and") || next.named("or")) {
      return cursor.strange(
          "within a section the signs are used",
          next.named("and") ? "write a comma, or &&" : "write ||");
    }
    if (next.is(")")) {
      return new Refusal(
          Code.UNCLOSED,
          next.offset(),
          "this bracket closes nothing",
          "drop it, or open one before");
    }
    boolean apart = next.offset() > cursor.before().end();
    if ((next.kind() == Kind.NAME && apart) || next.is("(")) {
      return new Refusal(
          Code.UNCLOSED,
          cursor.before().end(),
          "expected a comma here, before '" + next.text() + "'",
          "a comma means and, || means or");
    }
    if (next.kind() == Kind.STRING) {
      return cursor.strange(
          "a comparison has one value", "several are written: in ( \"a\", \"b\" )");
    }
    return cursor.strange("conditions know only comparisons, && and ||", FORM);
  }

  private Condition any() throws Refusal {
    List<Condition> parts = new ArrayList<>(List.of(all()));
    while (cursor.takeIf("||")) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.Any(List.copyOf(parts));
  }

  private Condition all() throws Refusal {
    List<Condition> parts = new ArrayList<>(List.of(one()));
    while (cursor.takeIf("&&")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.All(List.copyOf(parts));
  }

  private Condition one() throws Refusal {
    if (cursor.peek().is("!")) {
      throw cursor.strange(
          "a condition is not negated with !",
          "turn the comparison round and say what an open answer means: worst < 3 || worst == null");
    }
    if (cursor.takeIf("(")) {
      Condition inner = any();
      cursor.expect(")", "close the bracket");
      return inner;
    }
    if (cursor.peek().kind() == Kind.NUMBER) {
      Token number = cursor.peek();
      if (cursor.peekSecond().kind() == Kind.SIGN && !cursor.peekSecond().is(")")) {
        throw new Refusal(
            Code.GRAMMAR,
            number.offset(),
            "the field stands first, the number behind the comparison",
            "write worst >= 3");
      }
      throw new Refusal(
          Code.NUMBER,
          number.offset() - 1,
          "a number stands where a field should: is this a decimal comma?",
          "decimals are written with a point: 7.5");
    }
    Token name = cursor.expect(Kind.NAME, "a field", FORM);
    if (cursor.peek().is(":") && !name.text().startsWith("$")) {
      throw cursor.strange(
          "a variable's name begins with $", "write $" + name.text() + " : and the field");
    }
    if (cursor.peek().is(".") || cursor.peek().is("(")) {
      throw cursor.strange("a condition compares a field as it is, without code", FORM);
    }
    if (name.text().startsWith("$") && cursor.takeIf(":")) {
      return bound(name);
    }
    return test(name);
  }

  private Condition bound(Token variable) throws Refusal {
    Token field = cursor.expect(Kind.NAME, "a field", FORM);
    Condition bind = new Condition.Bind(variable.text(), field.text(), variable.offset());
    Token next = cursor.peek();
    if (next.kind() == Kind.END || next.is(")") || next.is("&&")) {
      return bind;
    }
    return new Condition.All(List.of(bind, test(field)));
  }

  private Condition test(Token field) throws Refusal {
    Op op = op();
    List<Operand> operands = new ArrayList<>();
    if (op == Op.IN || op == Op.NOT_IN) {
      cursor.expect("(", "write in ( \"one\", \"two\" )");
      do {
        operands.add(operand());
      } while (cursor.takeIf(","));
      cursor.expect(")", "close the list with a bracket");
    } else {
      operands.add(operand());
    }
    return new Condition.Test(field.text(), op, List.copyOf(operands), field.offset());
  }

  private Op op() throws Refusal {
    boolean not = cursor.peek().named("not");
    if (not) {
      cursor.take();
    }
    Token token = cursor.peek();
    String sign = (not ? "not " : "") + token.text();
    boolean word = token.named("in") || token.named("contains");
    for (Op op : Op.values()) {
      if (op.sign().equals(sign) && (word || token.kind() == Kind.SIGN)) {
        cursor.take();
        return op;
      }
    }
    throw noComparison(token);
  }

  private Refusal noComparison(Token token) {
    if (token.named("is") || token.named("equals")) {
      return cursor.strange("this is no comparison", "write ==");
    }
    String spelled = token.kind() == Kind.NAME ? Suggestion.among(token.text(), WORDS) : "";
    if (spelled.startsWith("did you mean")) {
      return new Refusal(
          Code.KEYWORD, token.offset(), "'" + token.text() + "' is no comparison", spelled);
    }
    return cursor.strange("expected a comparison: == != < <= > >= in, not in, contains", FORM);
  }

  private Operand operand() throws Refusal {
    Token token = cursor.peek();
    if (token.kind() == Kind.NAME && !token.named("null") && !token.text().startsWith("$")) {
      throw new Refusal(
          Code.GRAMMAR,
          token.offset(),
          "'" + cursor.glued() + "' is a word, and words stand in quotes",
          "write \"" + cursor.glued() + "\"");
    }
    if (token.kind() == Kind.STRANGE || (token.kind() == Kind.NUMBER && !plain(token))) {
      throw cursor.strange("expected a text in quotes, a number or null", FORM);
    }
    if (token.is("=") || token.is(">") || token.is("<")) {
      throw new Refusal(
          Code.GRAMMAR,
          token.offset(),
          "two comparisons stand side by side",
          "the comparisons are == != < <= > >=");
    }
    cursor.take();
    if (token.kind() == Kind.STRING) {
      return new Operand(token.text(), null, token.offset());
    }
    if (token.kind() == Kind.NUMBER) {
      return new Operand(number(token), null, token.offset());
    }
    if (token.named("null")) {
      return new Operand(null, null, token.offset());
    }
    if (token.kind() == Kind.NAME && token.text().startsWith("$")) {
      return new Operand(null, token.text(), token.offset());
    }
    throw new Refusal(
        Code.GRAMMAR, token.offset(), "expected a text in quotes, a number or null", FORM);
  }

  private static boolean plain(Token token) {
    return token.text().matches("-?\\d+(\\.\\d+)?");
  }

  private static BigDecimal number(Token token) {
    return new BigDecimal(token.text());
  }
}
