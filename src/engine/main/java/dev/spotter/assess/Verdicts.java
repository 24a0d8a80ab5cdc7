package dev.spotter.assess;

import dev.spotter.fact.Verdict;
import dev.spotter.rules.Scale;
import java.util.BitSet;
import java.util.List;

/** Says which cause leads, if enough is known and it is far enough ahead. */
record Verdicts(Scale scale, Reads reads) {

  /**
   * The verdict on causes that were weighed.
   *
   * @param sums best first
   */
  Verdict of(List<Weighing.Sum> sums, Answers answers) {
    if (sums.isEmpty()) {
      return new Verdict(Verdict.UNDETERMINED, "");
    }
    Weighing.Sum first = sums.get(0);
    String id = first.cause().id();
    if (informative(sums, answers) < scale.informative()) {
      return new Verdict(Verdict.UNDETERMINED, id);
    }
    int next = Integer.MIN_VALUE / 2;
    for (Weighing.Sum sum : sums.subList(1, sums.size())) {
      next = sum.mayLead() ? Math.max(next, sum.standing()) : next;
    }
    boolean leads = first.standing() >= scale.possible() && first.standing() - next >= scale.lead();
    return new Verdict(leads ? id : Verdict.NO_CLEAR_LEADER, id);
  }

  /** The distinct answers that evidence which counts has read. */
  private int informative(List<Weighing.Sum> sums, Answers answers) {
    BitSet known = new BitSet(reads.fields());
    for (Weighing.Sum sum : sums) {
      for (Weighing.Weighed item : sum.items()) {
        if (item.counted() > 0) {
          for (Reads.Field field : reads.fieldsOf(item.rule())) {
            if (answers.value(field) != null) {
              known.set(field.number());
            }
          }
        }
      }
    }
    return known.cardinality();
  }
}
