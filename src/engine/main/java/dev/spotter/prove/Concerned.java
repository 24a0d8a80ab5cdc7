package dev.spotter.prove;

import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final Map<Integer, Map<String, List<Numbered>>> byChoice = new HashMap<>();

  Concerned(List<Invariant> invariants, Vocabulary vocabulary) {
    for (int number = 0; number < invariants.size(); number++) {
      List<Way> ways = Way.of(invariants.get(number), vocabulary);
      always.set(number, ways.isEmpty());
      for (Way way : ways) {
        put(new Numbered(number, way));
      }
    }
  }

  private void put(Numbered numbered) {
    Way way = numbered.way();
    for (int i = 0; i < way.places().size(); i++) {
      List<String> choices = way.wanted().get(i).choices();
      if (!choices.isEmpty()) {
        Map<String, List<Numbered>> here =
            byChoice.computeIfAbsent(way.places().get(i), p -> new HashMap<>());
        choices.forEach(c -> here.computeIfAbsent(c, x -> new ArrayList<>()).add(numbered));
        return;
      }
    }
    asked.add(numbered);
  }

  /** The numbers of the invariants that are about this client. */
  BitSet in(Verifier.Tried client) {
    BitSet found = (BitSet) always.clone();
    add(asked, client, found);
    byChoice.forEach(
        (place, ways) -> {
          Object value = client.values()[place];
          if (value instanceof Set<?> ticked) {
            ticked.forEach(choice -> add(ways.get(choice), client, found));
            if (ticked.isEmpty()) {
              add(ways.get(Question.NONE), client, found);
            }
          } else if (value != null) {
            add(ways.get(value), client, found);
          }
        });
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
