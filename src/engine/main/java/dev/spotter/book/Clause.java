package dev.spotter.book;

import dev.spotter.rules.Condition;
import dev.spotter.rules.Condition.Op;
import dev.spotter.rules.Condition.Test;
import dev.spotter.vocabulary.Question;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One demand in plain words. Says a name once where it is compared twice in a row, so made anew for
 * each demand.
 */
final class Clause {
  private final String type;
  private final Set<String> given;
  private final Subjects subjects;
  private final Values values;
  private String last = "";

  /**
   * @param type the fact that is spoken of
   * @param given its fields that must have a value anyway, so that nothing need be said of null
   */
  Clause(String type, Set<String> given, Subjects subjects, Values values) {
    this.type = type;
    this.given = given;
    this.subjects = subjects;
    this.values = values;
  }

  Phrase say(Condition condition) {
    return say(condition, false);
  }

  private Phrase say(Condition condition, boolean inside) {
    if (condition instanceof Test test) {
      return test(test);
    }
    if (condition instanceof Condition.Bind bind) {
      return subjects.of(type, bind.field()).name().and(", called ").and(Phrase.code(bind.name()));
    }
    boolean any = condition instanceof Condition.Any;
    List<Condition> parts = Merging.of(parts(condition), any);
    if (parts.size() == 1) {
      return say(parts.get(0), inside);
    }
    List<Phrase> all = parts.stream().map(p -> say(p, true)).toList();
    Phrase said = Phrase.joined(all, any ? ", or " : ", and ");
    return inside ? Phrase.of("(").and(said).and(")") : said;
  }

  private static List<Condition> parts(Condition condition) {
    return condition instanceof Condition.All all
        ? all.parts()
        : ((Condition.Any) condition).parts();
  }

  private Phrase test(Test test) {
    Subject subject = subjects.of(type, test.field());
    boolean again = last.equals(test.field());
    last = test.field();
    Phrase said = comparison(test, subject);
    return again ? said : subject.name().and(": ").and(said);
  }

  private Phrase comparison(Test test, Subject subject) {
    if (test.againstNull()) {
      return Phrase.of(test.op() == Op.EQ ? subject.absent() : subject.present());
    }
    List<Phrase> said =
        test.operands().stream().map(o -> values.of(type, test.field(), o)).toList();
    Phrase one = said.get(0);
    return switch (test.op()) {
      case EQ -> test.operands().get(0).number() ? Phrase.of("exactly ").and(one) : one;
      case NE -> Phrase.of("anything but ").and(one).and(alsoOpen(test, subject));
      case LT -> Phrase.of("less than ").and(one);
      case LE -> Phrase.of("at most ").and(one);
      case GT -> Phrase.of("more than ").and(one);
      case GE -> Phrase.of("at least ").and(one);
      case IN -> Phrase.listed(said, "or");
      case NOT_IN -> outside(test, subject, said);
      case CONTAINS -> Phrase.listed(said, "or").and(" is among them");
      case NOT_CONTAINS -> neither(said).and(" is among them").and(alsoOpen(test, subject));
    };
  }

  private static Phrase neither(List<Phrase> said) {
    return said.size() == 1
        ? Phrase.of("not that ").and(said.get(0))
        : Phrase.of("neither ").and(Phrase.listed(said, "nor"));
  }

  /** None of them; where they are all the answers that there are, only open is left. */
  private Phrase outside(Test test, Subject subject, List<Phrase> said) {
    Question question = subjects.question(type, test.field());
    boolean all =
        question != null
            && !question.choices().isEmpty()
            && question.choices().stream()
                .allMatch(c -> test.operands().stream().anyMatch(o -> c.id().equals(o.value())));
    return all && !given.contains(test.field())
        ? Phrase.of(unknownNamed(test) ? "not asked" : "open, without a clear answer")
        : neither(said).and(alsoOpen(test, subject));
  }

  /** A negation is true where there is no answer; who reads it must not have to remember that. */
  private String alsoOpen(Test test, Subject subject) {
    @Nullable Question question = subjects.question(type, test.field());
    boolean word = question != null && Subjects.word(question);
    boolean unknownNamed = word && unknownNamed(test);
    String open =
        given.contains(test.field())
            ? word && !unknownNamed ? Values.NOT_KNOWN : ""
            : unknownNamed ? "not asked" : subject.open();
    return open.isEmpty() ? "" : ", also if " + open;
  }

  private static boolean unknownNamed(Test test) {
    return test.operands().stream().anyMatch(o -> Question.UNKNOWN.equals(o.value()));
  }
}
