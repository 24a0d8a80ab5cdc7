package dev.spotter.bench;

import dev.spotter.assess.Assessor;
import dev.spotter.assess.Decision;
import dev.spotter.intake.Intake;
import dev.spotter.rules.HandWritten;
import dev.spotter.rules.Insertion;
import dev.spotter.rules.Recording;
import dev.spotter.rules.RuleSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One warm assessment, client after client, with the engine and with the rules as Java. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 15, time = 2)
@Measurement(iterations = 5, time = 2)
public class OneAssessment {
  static final String SPOTTER = "Spotter";
  static final String WRITTEN = "hand-written Java";

  /** The rules compiled by Drools from their DRL, which the shipped engine is held against. */
  static final String REFERENCE = "compiled DRL";

  @Param({SPOTTER, REFERENCE, WRITTEN})
  public String engine;

  private RuleSet rules;
  private Assessor assessor;
  private List<Intake> clients;
  private List<Recording> recordings;
  private int next;

  @Setup
  public void load() {
    rules = rules(engine);
    assessor = new Assessor(rules);
    clients = Inputs.clients(rules.vocabulary(), Inputs.CLIENTS);
    recordings = Inputs.recorded(rules, clients);
  }

  static RuleSet rules(String engine) {
    return switch (engine) {
      case SPOTTER -> Inputs.rules();
      case REFERENCE -> RuleSet.trusting(Inputs.files());
      default -> HandWritten.of(Inputs.rules());
    };
  }

  /** From the intake, read, to the decision in ids. */
  @Benchmark
  public Decision assessment() {
    return assessor.decide(clients.get(next()), Inputs.SETTINGS);
  }

  /** Facts in, both layers fired, what they inserted out. */
  @Benchmark
  public List<Insertion> rulesAlone() {
    return recordings.get(next()).fire(rules);
  }

  private int next() {
    next = next + 1 == clients.size() ? 0 : next + 1;
    return next;
  }
}
