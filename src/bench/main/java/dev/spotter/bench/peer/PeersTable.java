package dev.spotter.bench.peer;

import dev.spotter.bench.Chart;
import dev.spotter.bench.Inputs;
import dev.spotter.bench.Measured;
import dev.spotter.bench.Page;
import dev.spotter.rules.Recording;
import dev.spotter.rules.RuleSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The table of engines, each checked before it is timed. */
public final class PeersTable {
  static final int CLIENTS = 1_000;

  private PeersTable() {}

  /**
   * @param options of JMH
   */
  public static void measure(List<String> options) throws IOException {
    RuleSet rules = Inputs.rules();
    Common common = Common.of(rules);
    List<Recording> clients = common.clients(rules, CLIENTS);
    Peer spotter = common.spotter();
    List<BitSet> right = clients.stream().map(spotter::fired).toList();
    for (String name : EachPeer.ALL) {
      PeersCheck.same(name, EachPeer.of(name, common), clients, right);
    }
    PeersCheck.same(rules, CLIENTS);
    List<String> skipped = new ArrayList<>();
    List<Foreign> foreign = foreign(common, clients, right, skipped);
    List<Measured> found = Measured.run(EachFinding.class, "by", options);
    List<Measured> fired = Measured.run(EachPeer.class, "peer", options);

    double own = Measured.of(fired, "fired", EachPeer.SPOTTER).micros();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("the common rules", "us a client", "KB allocated", "times Spotter"));
    fired.forEach(
        m -> rows.add(row(m.of(), m.micros(), Page.figures(m.bytes() / 1024), m.micros() / own)));
    foreign.forEach(f -> rows.add(row(f.name(), f.micros(), "", f.micros() / own)));

    double decided = Measured.of(found, "found", EachPeer.SPOTTER).micros();
    List<List<String>> sums = new ArrayList<>();
    sums.add(
        List.of("all findings and their sums", "us a client", "KB allocated", "times Spotter"));
    found.forEach(
        m ->
            sums.add(
                row(m.of(), m.micros(), Page.figures(m.bytes() / 1024), m.micros() / decided)));

    double firings = right.stream().mapToInt(BitSet::cardinality).average().orElseThrow();
    List<Chart.Bar> bars = new ArrayList<>();
    fired.forEach(m -> bars.add(new Chart.Bar(m.of(), m.micros())));
    foreign.forEach(f -> bars.add(new Chart.Bar(f.name(), f.micros())));
    bars.sort(Comparator.comparingDouble(Chart.Bar::value));
    Page.draw(
        "performance-peers.svg",
        new Chart("The common rules, one warm client", "", "microseconds").bars(bars));
    Page.put(
        "peers",
        Page.table(rows)
            + "\n![The common rules, one warm client](performance-peers.svg)\n"
            + String.format(
                Locale.ROOT,
                "%n%d of %d rules, %,d clients, %.1f rules fired for each; the same rules in every"
                    + " engine.%s%n%n",
                common.rules().rules().size(),
                rules.rules().size(),
                CLIENTS,
                firings,
                skipped.isEmpty()
                    ? ""
                    : " Not there, so left out: " + String.join(", ", skipped) + ".")
            + Page.table(sums)
            + "\nLevel, flags and the points of every cause equal for every client.");
  }

  private static List<Foreign> foreign(
      Common common, List<Recording> clients, List<BitSet> right, List<String> skipped)
      throws IOException {
    List<Foreign> foreign = new ArrayList<>();
    if (Processes.has("clips")) {
      foreign.add(ClipsPeer.run(common, clients).checked(right));
    } else {
      skipped.add("CLIPS (`apt-get install clips`)");
    }
    if (Processes.has("node") && Processes.has("npm")) {
      NodePeers.run(common, clients).forEach(f -> foreign.add(f.checked(right)));
    } else {
      skipped.add("json-rules-engine and zen (Node and npm)");
    }
    return foreign;
  }

  private static List<String> row(String name, double micros, String memory, double times) {
    return List.of(name, Page.figures(micros), memory, Page.figures(times));
  }
}
