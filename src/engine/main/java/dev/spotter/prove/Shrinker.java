package dev.spotter.prove;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Takes from a client whatever is not needed for something to hold of it. */
final class Shrinker {
  private Shrinker() {}

  /**
   * The client with answers, ticks and measures taken away, one by one and as long as that goes, in
   * order of name: none that is left can be taken away.
   *
   * @param holds true of the client given
   */
  static Client shrunk(Client client, Predicate<Client> holds) {
    Client small = client;
    for (Client smaller = pass(small, holds); !smaller.equals(small); ) {
      small = smaller;
      smaller = pass(small, holds);
    }
    return small;
  }

  private static Client pass(Client client, Predicate<Client> holds) {
    Client small = client;
    for (String measure : new TreeMap<>(client.measures()).keySet()) {
      small = taken(small, small.measuring(measure, null), holds);
    }
    for (String question : new TreeMap<>(client.answers()).keySet()) {
      Client without = taken(small, small.with(question, null), holds);
      small = without.equals(small) ? fewerTicks(small, question, holds) : without;
    }
    return small;
  }

  private static Client fewerTicks(Client client, String question, Predicate<Client> holds) {
    Client small = client;
    if (client.answers().get(question) instanceof Set<?> ticked) {
      for (Object choice : ticked.stream().sorted().toList()) {
        Set<Object> fewer = new LinkedHashSet<>((Set<?>) small.answers().get(question));
        fewer.remove(choice);
        small = taken(small, small.with(question, fewer), holds);
      }
    }
    return small;
  }

  private static Client taken(Client before, Client after, Predicate<Client> holds) {
    return holds.test(after) ? after : before;
  }
}
