package dev.spotter.bench.peer;

import dev.spotter.assess.Assessor;
import dev.spotter.bench.Inputs;
import dev.spotter.intake.Intake;
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

/** From answers to a level, flags and the points of each cause, with Spotter and by the manual. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 4, time = 2)
public class EachFinding {
  @Param({EachPeer.SPOTTER, EachPeer.MANUAL})
  public String by;

  private Assessor assessor;
  private Manual.Findings manual;
  private List<Intake> clients;
  private List<Recording> recorded;
  private int next;

  @Setup
  public void load() {
    RuleSet rules = Inputs.rules();
    assessor = new Assessor(rules);
    manual = by.equals(EachPeer.MANUAL) ? new Manual.Findings(rules) : null;
    clients = Inputs.clients(rules.vocabulary(), PeersTable.CLIENTS);
    recorded = Inputs.recorded(rules, clients);
  }

  @Benchmark
  public Object found() {
    next = next + 1 == clients.size() ? 0 : next + 1;
    return manual == null
        ? assessor.decide(clients.get(next), Inputs.SETTINGS)
        : manual.sums(recorded.get(next));
  }
}
