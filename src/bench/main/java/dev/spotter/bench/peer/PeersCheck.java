package dev.spotter.bench.peer;

import dev.spotter.assess.Assessor;
import dev.spotter.assess.Decision;
import dev.spotter.bench.Inputs;
import dev.spotter.intake.Intake;
import dev.spotter.rules.Recording;
import dev.spotter.rules.RuleSet;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds the peers' answers against Spotter's, before anything is timed. */
final class PeersCheck {
  private PeersCheck() {}

  static void same(String name, Peer peer, List<Recording> clients, List<BitSet> right) {
    for (int i = 0; i < clients.size(); i++) {
      differ(name, i, peer.fired(clients.get(i)), right.get(i));
    }
  }

  static void differ(String name, int client, BitSet fired, BitSet right) {
    if (!fired.equals(right)) {
      BitSet other = (BitSet) fired.clone();
      other.xor(right);
      throw new IllegalStateException(
          name + " fires other rules for client " + client + ": " + other);
    }
  }

  static void same(RuleSet rules, int count) {
    List<Intake> clients = Inputs.clients(rules.vocabulary(), count);
    List<Recording> recorded = Inputs.recorded(rules, clients);
    Manual.Findings manual = new Manual.Findings(rules);
    Assessor assessor = new Assessor(rules);
    for (int i = 0; i < clients.size(); i++) {
      Decision decision = assessor.decide(clients.get(i), Inputs.SETTINGS);
      Map<String, Integer> points = new HashMap<>();
      decision.causes().forEach(c -> points.put(c.cause(), c.points()));
      Manual.Sums right = new Manual.Sums(decision.level(), decision.flags(), points);
      Manual.Sums sums = manual.sums(recorded.get(i));
      if (!sums.equals(right)) {
        throw new IllegalStateException(
            "by the manual, client " + i + " comes to " + sums + " and not to " + right);
      }
    }
  }
}
