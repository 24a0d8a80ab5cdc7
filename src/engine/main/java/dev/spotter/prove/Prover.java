package dev.spotter.prove;

import dev.spotter.assess.Assessor;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Tries invariants on generated clients, drawn so that every rule fires often: in each round the
 * rules that have fired least are aimed at, from what they read or from a client that fired them.
 * Uses all processors; the same seed gives the same clients.
 */
public final class Prover {
  /** Into how many rounds a run is cut, so that aim is taken anew often enough. */
  private static final int ROUNDS = 200;

  private static final int SMALLEST_ROUND = 500;

  /** Cases of one invariant, beyond which going through all of them is given up. */
  public static final int MOST_CASES = 300_000;

  /** How many rules a round aims at. */
  private static final int TARGETS = 100;

  private List<Rule> aims;
  private final List<Invariant> invariants;
  private final Verifier verifier;
  private final Clients clients;
  private final long seed;
  private final Concerned concerned;
  private final Map<String, LongAdder> fired = new LinkedHashMap<>();

  /** By the invariant's number. */
  private final List<LongAdder> met;

  private final Map<Invariant, Client> breaking = new ConcurrentHashMap<>();
  private final Exhaustion exhaustion;
  private int cases = MOST_CASES;
  private final Map<Invariant, Integer> settled = new ConcurrentHashMap<>();

  /** For each rule that has fired, the first client for which it did: a recipe for more. */
  private final Map<String, Client> firstFired = new ConcurrentHashMap<>();

  /** What a round aims at. */
  private record Round(List<Rule> targets, Map<String, Client> recipes) {}

  public Prover(RuleSet rules, List<Invariant> invariants, long seed) {
    this.aims = List.copyOf(rules.rules());
    this.invariants = List.copyOf(invariants);
    Assessor assessor = new Assessor(rules);
    this.verifier = new Verifier(assessor);
    this.exhaustion = new Exhaustion(assessor);
    this.clients = new Clients(rules, seed);
    this.seed = seed;
    this.concerned = new Concerned(this.invariants, rules.vocabulary());
    aims.forEach(r -> fired.put(r.name(), new LongAdder()));
    this.met = this.invariants.stream().map(i -> new LongAdder()).toList();
  }

  /** The same, aimed at these rules alone; for those that an edit touched. */
  public Prover aimedAt(Collection<Rule> rules) {
    this.aims = List.copyOf(rules);
    return this;
  }

  /** The same, going through fewer cases of one invariant; for when there is little time. */
  public Prover upTo(int most) {
    this.cases = most;
    return this;
  }

  /**
   * Goes through all cases of the invariants that ask for a level, then tries so many clients.
   *
   * @param progress is told after each round how many were tried
   * @throws dev.spotter.rules.RuleFailed if a rule threw
   */
  public Proof prove(int count, IntConsumer progress) {
    invariants.stream().filter(Exhaustion::suits).parallel().forEach(this::exhaust);
    int round = Math.max(SMALLEST_ROUND, count / ROUNDS);
    for (int from = 0; from < count; from += round) {
      int upTo = Math.min(count, from + round);
      Round now = new Round(leastFired(), Map.copyOf(firstFired));
      IntStream.range(from, upTo).parallel().forEach(n -> attempt(n, now));
      progress.accept(upTo);
    }
    return new Proof(
        count,
        seed,
        counts(metByInvariant()),
        Map.copyOf(settled),
        invariants.stream().filter(breaking::containsKey).map(this::broken).toList(),
        counts(fired));
  }

  private void exhaust(Invariant invariant) {
    Exhaustion.Found found = exhaustion.search(invariant, cases);
    if (found.breaking() != null) {
      breaking.put(invariant, found.breaking());
    } else if (found.settled() && found.cases() > 0 && invariant.then().levelAlone()) {
      settled.put(invariant, found.cases());
    }
  }

  private List<Rule> leastFired() {
    return aims.stream()
        .sorted(Comparator.comparingInt((Rule r) -> count(r)).thenComparingInt(Rule::order))
        .limit(TARGETS)
        .toList();
  }

  private int count(Rule rule) {
    return Objects.requireNonNull(fired.get(rule.name())).intValue();
  }

  private Map<Invariant, LongAdder> metByInvariant() {
    Map<Invariant, LongAdder> counters = new LinkedHashMap<>();
    for (int i = 0; i < invariants.size(); i++) {
      counters.put(invariants.get(i), met.get(i));
    }
    return counters;
  }

  private static <T> Map<T, Integer> counts(Map<T, LongAdder> counters) {
    Map<T, Integer> counts = new LinkedHashMap<>();
    counters.forEach((key, counter) -> counts.put(key, counter.intValue()));
    return counts;
  }

  private void attempt(int number, Round round) {
    Random random = Clients.random(~seed, number);
    List<Rule> targets = round.targets();
    Rule rule =
        targets.isEmpty() || random.nextInt(4) == 0
            ? null
            : targets.get(random.nextInt(targets.size()));
    Invariant invariant =
        invariants.isEmpty() || random.nextBoolean()
            ? null
            : invariants.get(random.nextInt(invariants.size()));
    Client recipe = rule == null ? null : round.recipes().get(rule.name());
    Client client =
        recipe == null || random.nextInt(3) == 0
            ? clients.client(number, rule, invariant)
            : clients.near(number, recipe);
    Verifier.Tried tried = verifier.tried(client);
    for (String name : tried.decision().fired()) {
      Objects.requireNonNull(fired.get(name)).increment();
      if (!round.recipes().containsKey(name)) {
        firstFired.merge(name, client, Prover::first);
      }
    }
    concerned.in(tried).stream().forEach(n -> hold(n, tried, client, random));
  }

  private void hold(int number, Verifier.Tried tried, Client client, Random random) {
    met.get(number).increment();
    Invariant invariant = invariants.get(number);
    if (verifier.wrong(invariant, tried, random) != null) {
      breaking.merge(invariant, client, Prover::first);
    }
  }

  /** Of two clients the earlier, so that threads change nothing. */
  private static Client first(Client a, Client b) {
    return number(a) <= number(b) ? a : b;
  }

  private static int number(Client client) {
    return Integer.parseInt(client.id().substring(client.id().lastIndexOf('-') + 1));
  }

  private Broken broken(Invariant invariant) {
    Client client =
        Shrinker.shrunk(
            Objects.requireNonNull(breaking.get(invariant)),
            c -> {
              Verifier.Tried tried = verifier.tried(c);
              return verifier.applies(invariant, tried)
                  && verifier.wrong(invariant, tried, null) != null;
            });
    Verifier.Tried tried = verifier.tried(client);
    String how = Objects.requireNonNull(verifier.wrong(invariant, tried, null));
    return new Broken(invariant, client, tried.decision(), how);
  }
}
