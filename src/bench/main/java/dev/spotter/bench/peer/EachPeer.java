package dev.spotter.bench.peer;

import dev.spotter.bench.Inputs;
import dev.spotter.rules.Recording;
import dev.spotter.rules.RuleSet;
import java.util.BitSet;
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

/** The common rules in every engine that runs in Java. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 4, time = 2)
public class EachPeer {
  static final String SPOTTER = "Spotter";
  static final String WRITTEN = "hand-written Java";
  static final String EASY = "Easy Rules 4.1.0";
  static final String EVRETE = "Evrete 4.0.3";
  static final String MANUAL = "Drools 10.2.0 as in its manual";
  static final List<String> ALL = List.of(WRITTEN, SPOTTER, EASY, EVRETE, MANUAL);

  @Param({WRITTEN, SPOTTER, EASY, EVRETE, MANUAL})
  public String peer;

  private Peer engine;
  private List<Recording> clients;
  private int next;

  static Peer of(String name, Common common) {
    return switch (name) {
      case WRITTEN -> common.written();
      case SPOTTER -> common.spotter();
      case EASY -> new EasyRulesPeer(common);
      case EVRETE -> new EvretePeer(common);
      default -> Manual.common(common);
    };
  }

  @Setup
  public void load() {
    RuleSet shipped = Inputs.rules();
    Common common = Common.of(shipped);
    engine = of(peer, common);
    clients = common.clients(shipped, PeersTable.CLIENTS);
  }

  @Benchmark
  public BitSet fired() {
    next = next + 1 == clients.size() ? 0 : next + 1;
    return engine.fired(clients.get(next));
  }
}
