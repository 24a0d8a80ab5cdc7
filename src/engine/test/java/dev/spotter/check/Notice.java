package dev.spotter.check;

import dev.spotter.Shipped;
import dev.spotter.assess.Assessor;
import dev.spotter.cases.CaseRunner;
import dev.spotter.compare.Edit;
import dev.spotter.compare.RulesChange;
import dev.spotter.prove.Client;
import dev.spotter.prove.Clients;
import dev.spotter.prove.Proof;
import dev.spotter.prove.Prover;
import dev.spotter.prove.SafetyFile;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What becomes of a slip that check lets pass: whether it changes an answer, and who notices. */
final class Notice {
  /** How a slip ended. */
  enum End {
    /** The rules say the same in other words or another order. */
    SAME,
    /** A source, a unit, a title: what people read. */
    TEXT,
    /** Rules differ, and no client was found whose answer does. */
    EQUIVALENT,
    /** A case or invariant fails and names the rule. */
    NAMED,
    /** A case or invariant fails and does not name the rule. */
    UNNAMED,
    ESCAPED
  }

  private static final int PROVED = 600;
  private static final int ASKED = 2_000;

  private final RuleSet before = Shipped.rules();
  private final RuleSet after;
  private final Set<String> names = new TreeSet<>();
  private final List<Rule> touched;
  private final RulesChange change;

  private Notice(Slip slip) {
    after = RuleSet.of(slip.in(Shipped.files()));
    change = RulesChange.between(before, after);
    change.edits().forEach(e -> names.add(e.name()));
    names.addAll(change.renamed().keySet());
    names.remove(""); // the scale has no name
    touched = names.stream().map(after::rule).filter(Objects::nonNull).toList();
  }

  static End of(Slip slip) {
    return new Notice(slip).end();
  }

  private End end() {
    if (change.edits().isEmpty()) {
      return End.SAME;
    }
    if (change.edits().stream().allMatch(Edit::textOnly)) {
      return End.TEXT;
    }
    List<String> told = new ArrayList<>(tested());
    if (!named(told)) {
      told.addAll(proved());
    }
    if (named(told)) {
      return End.NAMED;
    }
    return !told.isEmpty() ? End.UNNAMED : differs() ? End.ESCAPED : End.EQUIVALENT;
  }

  private boolean named(List<String> told) {
    return told.stream().anyMatch(t -> names.stream().anyMatch(t::contains));
  }

  private List<String> tested() {
    CaseRunner runner = new CaseRunner(after);
    return Stream.concat(
            runner.run(CaseRunner.casesOf(after)).stream().flatMap(r -> r.failures().stream()),
            Stream.of(runner).flatMap(r -> r.lawless().stream()))
        .toList();
  }

  private List<String> proved() {
    Prover prover = new Prover(after, SafetyFile.of(after), 77).upTo(100);
    Proof proof = (touched.isEmpty() ? prover : prover.aimedAt(touched)).prove(PROVED, done -> {});
    return proof.broken().stream().map(b -> b.how() + " " + b.decision().fired()).toList();
  }

  private boolean differs() {
    Assessor old = new Assessor(before);
    Assessor now = new Assessor(after);
    Clients clients = new Clients(after, 77);
    for (int i = 0; i < ASKED; i++) {
      Client client =
          touched.isEmpty()
              ? clients.client(i)
              : clients.client(i, touched.get(i % touched.size()));
      if (!old.decide(client.intake(), client.settings())
          .equals(now.decide(client.intake(), client.settings()))) {
        return true;
      }
    }
    return false;
  }
}
