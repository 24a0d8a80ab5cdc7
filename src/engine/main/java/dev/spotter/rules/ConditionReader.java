package dev.spotter.rules;

import dev.spotter.rules.Condition.Op;
import dev.spotter.rules.Condition.Operand;
import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Token.Kind;
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

  private final Cursor cursor;

  private ConditionReader(Cursor cursor) {
    this.cursor = cursor;
  }

  static Condition read(List<Token> tokens) throws Refusal {
    Cursor cursor = new Cursor(tokens);
    Condition condition = new ConditionReader(cursor).any();
    if (cursor.peek().kind() != Kind.END) {
      throw cursor.strange("conditions know only comparisons, && and ||", FORM);
    }
    return condition;
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
    Token name = cursor.expect(Kind.NAME, "a field", FORM);
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
    throw cursor.strange("expected a comparison: == != < <= > >= in, not in, contains", FORM);
  }

  private Operand operand() throws Refusal {
    Token token = cursor.take();
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

  private static BigDecimal number(Token token) throws Refusal {
    try {
      return new BigDecimal(token.text());
    } catch (NumberFormatException e) {
      throw new Refusal(
          Code.GRAMMAR, token.offset(), "'" + token.text() + "' is not a plain number", FORM);
    }
  }
}
