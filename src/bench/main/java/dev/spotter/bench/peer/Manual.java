package dev.spotter.bench.peer;

import dev.spotter.bench.peer.ManualFacts.Fired;
import dev.spotter.bench.peer.ManualFacts.Flag;
import dev.spotter.bench.peer.ManualFacts.Total;
import dev.spotter.bench.peer.ManualFacts.Urgency;
import dev.spotter.fact.Level;
import dev.spotter.rules.Recording;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Question;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.Results;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.ExecutionResults;
import org.kie.api.runtime.StatelessKieSession;

/** Drools as its manual has it: text, a container, a new stateless session a client. */
final class Manual {
  private static final String FACTS = "facts";

  private final KieBase base;

  private Manual(String drl) {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    files.write("src/main/resources/manual.drl", drl);
    Results results = services.newKieBuilder(files).buildAll().getResults();
    if (results.hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(results.getMessages(Message.Level.ERROR).toString());
    }
    base = services.newKieContainer(services.getRepository().getDefaultReleaseId()).getKieBase();
  }

  /** The common rules. */
  static Peer common(Common common) {
    Manual manual = new Manual(ManualDrl.common(common.rules()));
    return client -> {
      BitSet fired = new BitSet();
      for (Object fact : manual.left(manual.facts(client))) {
        if (fact instanceof Fired one) {
          fired.set(one.rule());
        }
      }
      return fired;
    };
  }

  /**
   * What the findings add up to.
   *
   * @param points by cause
   */
  record Sums(Level level, Set<String> flags, Map<String, Integer> points) {}

  /** All findings of a rule set, with their sums. */
  static final class Findings {
    private final RuleSet rules;
    private final Manual manual;

    Findings(RuleSet rules) {
      this.rules = rules;
      this.manual = new Manual(ManualDrl.findings(rules));
    }

    /** How much of the weight of what was seen counts for a client. */
    private int percent(Recording client) {
      for (Recording.Told told : client.sections()) {
        for (int i = 0; i < told.values().length; i++) {
          if (told.section().questions().get(i).id().equals(rules.scale().observer())
              && told.values()[i] != null) {
            return rules.scale().percent().getOrDefault((String) told.values()[i], 100);
          }
        }
      }
      return rules.scale().percent().getOrDefault(Question.UNKNOWN, 100);
    }

    Sums sums(Recording client) {
      List<Object> facts = manual.facts(client);
      facts.add(new ManualFacts.Observer(percent(client)));
      rules.vocabulary().causes().values().stream()
          .map(c -> new ManualFacts.Cause(c.id(), c.start()))
          .forEach(facts::add);
      facts.addAll(client.known());
      Level level = Level.SELF_CARE;
      Set<String> flags = new HashSet<>();
      Map<String, Integer> points = new HashMap<>();
      for (Object fact : manual.left(facts)) {
        if (fact instanceof Total total) {
          points.put(total.cause(), total.points());
        } else if (fact instanceof Flag flag) {
          flags.add(flag.id());
        } else if (fact instanceof Urgency urgency) {
          level = Level.values()[urgency.level()];
        }
      }
      return new Sums(level, flags, points);
    }
  }

  /** A client's sections. */
  private List<Object> facts(Recording client) {
    List<Object> facts = new ArrayList<>();
    for (Recording.Told told : client.sections()) {
      FactType type = base.getFactType(ManualDrl.PACKAGE, told.section().type());
      try {
        Object fact = type.newInstance();
        for (int i = 0; i < told.values().length; i++) {
          type.set(fact, told.section().questions().get(i).field(), told.values()[i]);
        }
        facts.add(fact);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return facts;
  }

  /** What is in a session once it has come to rest. */
  private Iterable<?> left(List<Object> facts) {
    StatelessKieSession session = base.newStatelessKieSession();
    var commands = KieServices.get().getCommands();
    List<org.kie.api.command.Command<?>> batch = new ArrayList<>();
    batch.add(commands.newInsertElements(facts));
    batch.add(commands.newFireAllRules());
    batch.add(commands.newGetObjects(FACTS));
    ExecutionResults results = session.execute(commands.newBatchExecution(batch));
    return (Iterable<?>) results.getValue(FACTS);
  }
}
