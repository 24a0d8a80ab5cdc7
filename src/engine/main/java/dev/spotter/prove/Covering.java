package dev.spotter.prove;

import dev.spotter.prove.Invariant.Then;
import dev.spotter.prove.Invariant.When;
import dev.spotter.prove.Wanted.Bound;
import dev.spotter.prove.Wanted.One;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Whether some invariants demand at least what another does, by their words alone: what is not seen
 * to be covered may still hold, what is said to be covered does.
 */
public final class Covering {
  private final List<Invariant> now;

  private Covering(List<Invariant> now) {
    this.now = now;
  }

  /**
   * What an invariant demands that none of the others is seen to demand, in words; empty if
   * nothing. A split, a merge, a new name or a stricter wording loses nothing.
   *
   * @param now the invariants that hold now; names do not matter
   */
  public static List<String> lost(Invariant invariant, Collection<Invariant> now) {
    Covering covering = new Covering(List.copyOf(now));
    List<String> lost = new ArrayList<>();
    for (When when : whens(invariant)) {
      String about = about(when);
      covering.lost(when, invariant.then()).forEach(demand -> lost.add(demand + about));
    }
    return lost;
  }

  private static List<When> whens(Invariant invariant) {
    return invariant.anyOf().isEmpty() ? List.of(new When(Map.of(), Set.of())) : invariant.anyOf();
  }

  private static String about(When when) {
    List<String> parts = new ArrayList<>(new TreeSet<>(when.answers().keySet()));
    if (!when.levels().isEmpty()) {
      parts.add("triage");
    }
    return parts.isEmpty() ? "" : " (by " + String.join(", ", parts) + ")";
  }

  private List<String> lost(When when, Then then) {
    List<String> lost = new ArrayList<>();
    if (!then.levels().isEmpty() && !covered(when, t -> stricter(t, then))) {
      lost.add("triage: " + then.levels().stream().map(l -> l.word()).toList());
    }
    lost("remedies", when, then.remedies(), Then::remedies, lost);
    lost("noRemedies", when, then.noRemedies(), Then::noRemedies, lost);
    lost("noKinds", when, then.noKinds(), Then::noKinds, lost);
    if (then.firm() && !covered(when, Then::firm)) {
      lost.add("withoutASafeAnswer");
    }
    return lost;
  }

  private static boolean stricter(Then now, Then then) {
    return !now.levels().isEmpty() && then.levels().containsAll(now.levels());
  }

  private interface Names {
    List<String> of(Then then);
  }

  private void lost(String what, When when, List<String> names, Names list, List<String> lost) {
    names.stream()
        .filter(name -> !covered(when, t -> list.of(t).contains(name)))
        .forEach(name -> lost.add(what + ": " + name));
  }

  private boolean covered(When when, Predicate<Then> demands) {
    return now.stream()
        .filter(i -> demands.test(i.then()))
        .anyMatch(i -> whens(i).stream().anyMatch(w -> wider(w, when)));
  }

  /** True if the one applies wherever the other does. */
  private static boolean wider(When wide, When narrow) {
    boolean levels =
        wide.levels().isEmpty()
            || (!narrow.levels().isEmpty() && wide.levels().containsAll(narrow.levels()));
    return levels
        && wide.answers().entrySet().stream()
            .allMatch(
                e -> {
                  Wanted wanted = narrow.answers().get(e.getKey());
                  return wanted != null
                      && wanted.anyOf().stream().allMatch(o -> within(o, e.getValue()));
                });
  }

  private static boolean within(One one, Wanted wide) {
    return wide.anyOf().stream().anyMatch(w -> w.equals(one) || bounded(one, w));
  }

  private static boolean bounded(One narrow, One wide) {
    if (!(narrow instanceof Bound n) || !(wide instanceof Bound w)) {
      return false;
    }
    int order = n.limit().compareTo(w.limit());
    if (w.sign().startsWith(">")) {
      boolean above = n.sign().startsWith(">") || n.sign().isEmpty();
      return above && (order > 0 || (order == 0 && reaches(n, w)));
    }
    if (w.sign().startsWith("<")) {
      boolean below = n.sign().startsWith("<") || n.sign().isEmpty();
      return below && (order < 0 || (order == 0 && reaches(n, w)));
    }
    return n.sign().isEmpty() && order == 0;
  }

  /** At the same limit: the wide one holds there, or the narrow one does not. */
  private static boolean reaches(Bound narrow, Bound wide) {
    return wide.sign().endsWith("=") || narrow.sign().equals(wide.sign());
  }
}
