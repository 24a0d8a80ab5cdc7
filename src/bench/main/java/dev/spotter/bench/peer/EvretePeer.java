package dev.spotter.bench.peer;

import dev.spotter.rules.Condition;
import dev.spotter.rules.Condition.Operand;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Recording;
import dev.spotter.rules.Rule;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.StatefulSession;
import org.evrete.api.Type;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Evrete: a fact a section, literal conditions that it compiles, one session that is cleared after
 * each client, since a new one costs several times as much.
 */
final class EvretePeer implements Peer {
  private static final String FIRED = "fired";

  /** A section's answers. */
  public record Values(@Nullable Object[] values) {}

  private final Knowledge knowledge = new KnowledgeService().newKnowledge();
  private final StatefulSession session;

  EvretePeer(Common common) {
    common.sections().forEach(this::declare);
    RuleSetBuilder<Knowledge> builder = knowledge.builder();
    for (Rule rule : common.rules().rules()) {
      builder = add(builder, rule);
    }
    builder.build();
    session = knowledge.newStatefulSession();
  }

  private void declare(Section section) {
    Type<Values> type = knowledge.getTypeResolver().declare(section.type(), Values.class);
    List<Question> questions = section.questions();
    for (int i = 0; i < questions.size(); i++) {
      int at = i;
      switch (questions.get(i).kind()) {
        case YES_NO, CHOICE ->
            type.declareField(questions.get(i).field(), String.class, v -> (String) v.values()[at]);
        case MANY ->
            type.declareField(questions.get(i).field(), Set.class, v -> (Set<?>) v.values()[at]);
        case WHOLE, DECIMAL ->
            type.declareField(questions.get(i).field(), Number.class, v -> (Number) v.values()[at]);
      }
    }
  }

  private static RuleSetBuilder<Knowledge> add(RuleSetBuilder<Knowledge> builder, Rule rule) {
    LhsBuilder<Knowledge> when = builder.newRule(rule.name()).getLhs();
    int patterns = 0;
    for (Pattern pattern : rule.patterns()) {
      String variable = "$p" + patterns++;
      when = when.addFact(variable, pattern.type());
      List<Condition> parts =
          pattern.condition() instanceof Condition.All all
              ? all.parts()
              : List.of(pattern.condition());
      for (Condition part : parts) {
        when = when.where(java(part, variable));
      }
    }
    int number = rule.order();
    return when.execute(context -> ((BitSet) context.getRuntime().get(FIRED)).set(number));
  }

  private static String java(Condition condition, String variable) {
    if (condition instanceof Condition.All all) {
      return joined(all.parts(), " && ", variable);
    }
    if (condition instanceof Condition.Any any) {
      return joined(any.parts(), " || ", variable);
    }
    Condition.Test test = (Condition.Test) condition;
    String value = variable + "." + test.field();
    String same =
        test.operands().stream().map(o -> same(value, o)).collect(Collectors.joining(" || "));
    Operand first = test.operands().get(0);
    return switch (test.op()) {
      case EQ, IN -> "(" + same + ")";
      case NE, NOT_IN -> "!(" + same + ")";
      case CONTAINS -> "(" + value + " != null && " + value + ".contains(" + first + "))";
      case NOT_CONTAINS -> "!(" + value + " != null && " + value + ".contains(" + first + "))";
      case LT, LE, GT, GE ->
          "(" + value + " != null && " + value + ".doubleValue() " + test.op().sign() + first + ")";
    };
  }

  private static String joined(List<Condition> parts, String with, String variable) {
    return parts.stream().map(p -> java(p, variable)).collect(Collectors.joining(with, "(", ")"));
  }

  private static String same(String value, Operand operand) {
    return operand.number()
        ? "(" + value + " != null && " + value + ".doubleValue() == " + operand + ")"
        : operand.value() == null ? value + " == null" : operand + ".equals(" + value + ")";
  }

  @Override
  public BitSet fired(Recording client) {
    BitSet fired = new BitSet();
    client.sections().forEach(t -> session.insertAs(t.section().type(), new Values(t.values())));
    session.set(FIRED, fired);
    session.fire();
    session.clear();
    return fired;
  }
}
