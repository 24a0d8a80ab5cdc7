package dev.spotter.prove;

import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the invariants that are about a client. A way in which one applies is looked up by a choice
 * that it wants, so that most are never asked.
 */
final class Concerned {
  /** A way, and the number of its invariant. */
  private record Numbered(int invariant, Way way) {}

  private final BitSet always = new BitSet();
  private final List<Numbered> asked = new ArrayList<>();

  /** By the question's place and then by the choice. */
  private final Map<Integer, Map<String, List<Numbered>>> byChoice = new TreeMap<>();

  private final Vocabulary vocabulary;

  Concerned(List<Invariant> invariants, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    for (int number = 0; number < invariants.size(); number++) {
      List<Way> ways = Way.of(invariants.get(number), vocabulary);
      always.set(number, ways.isEmpty());
      for (Way way : ways) {
        put(new Numbered(number, way));
      }
    }
  }

  /** Puts it where the fewest clients will be asked. */
  private void put(Numbered numbered) {
    Way way = numbered.way();
    int rarest = -1;
    double least = 1;
    for (int i = 0; i < way.places().length; i++) {
      int wanted = way.wanted().get(i).choices().size();
      int offered = vocabulary.questions().get(way.places()[i]).choices().size();
      double share = (double) wanted / (1 + offered);
      if (wanted > 0 && share < least) {
        rarest = i;
        least = share;
      }
    }
    if (rarest < 0) {
      asked.add(numbered);
    } else {
      Map<String, List<Numbered>> here =
          byChoice.computeIfAbsent(way.places()[rarest], p -> new HashMap<>());
      for (String choice : way.wanted().get(rarest).choices()) {
        here.computeIfAbsent(choice, c -> new ArrayList<>()).add(numbered);
      }
    }
  }

  /** The numbers of the invariants that are about this client. */
  BitSet in(Verifier.Tried client) {
    BitSet found = (BitSet) always.clone();
    add(asked, client, found);
    for (Map.Entry<Integer, Map<String, List<Numbered>>> here : byChoice.entrySet()) {
      Object value = client.values()[here.getKey()];
      if (value instanceof Set<?> ticked) {
        ticked.forEach(choice -> add(here.getValue().get(choice), client, found));
        if (ticked.isEmpty()) {
          add(here.getValue().get(Question.NONE), client, found);
        }
      } else if (value != null) {
        add(here.getValue().get(value), client, found);
      }
    }
    return found;
  }

  private static void add(@Nullable List<Numbered> ways, Verifier.Tried client, BitSet found) {
    if (ways != null) {
      for (Numbered each : ways) {
        if (!found.get(each.invariant())
            && each.way().holds(client.values(), client.decision().level())) {
          found.set(each.invariant());
        }
      }
    }
  }
}
