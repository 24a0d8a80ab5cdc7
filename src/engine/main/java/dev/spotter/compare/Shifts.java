package dev.spotter.compare;

import dev.spotter.assess.Decision;
import dev.spotter.assess.Decision.Standing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In what two answers for one client differ, in ids. */
final class Shifts {
  private static final String TO = " -> ";

  private final Map<Aspect, List<String>> shifts = new EnumMap<>(Aspect.class);

  private Shifts() {}

  /** What shifted by aspect, such as {@code emergency -> soon}; empty if nothing did. */
  static Map<Aspect, List<String>> of(Side before, Side after) {
    Shifts found = new Shifts();
    if (before instanceof Side.Decided old && after instanceof Side.Decided now) {
      found.decided(old.decision(), now.decision());
    } else if (!before.getClass().equals(after.getClass())) {
      found.put(aspect(before, after), word(before) + TO + word(after));
    }
    return found.shifts;
  }

  private static Aspect aspect(Side before, Side after) {
    if (after instanceof Side.Failed) {
      return Aspect.FAILS;
    }
    if (after instanceof Side.Rejected) {
      return Aspect.REJECTED;
    }
    return before instanceof Side.Failed ? Aspect.FAILED_BEFORE : Aspect.REJECTED_BEFORE;
  }

  private static String word(Side side) {
    if (side instanceof Side.Decided decided) {
      return decided.decision().level().word();
    }
    return side instanceof Side.Rejected rejected ? "rejected: " + rejected.code() : "failed";
  }

  private void decided(Decision old, Decision now) {
    int order = now.level().compareTo(old.level());
    if (order != 0) {
      put(order < 0 ? Aspect.FELL : Aspect.ROSE, old.level().word() + TO + now.level().word());
    } else {
      cameAndWent("", old.flags(), now.flags(), Aspect.FLAGS);
    }
    differs(Aspect.FIRST, old.first(), now.first());
    differs(Aspect.VERDICT, old.verdict(), now.verdict());
    causes(old, now);
    cameAndWent("", old.remedies(), now.remedies(), Aspect.REMEDIES);
    cameAndWent("withheld ", old.withheld(), now.withheld(), Aspect.REMEDIES);
  }

  private void causes(Decision old, Decision now) {
    for (Standing was : old.causes()) {
      Standing is = now.cause(was.cause());
      if (!was.equals(is)) {
        differs(
            Aspect.LIKELIHOOD,
            was.cause() + ": ",
            was.likelihood(),
            is == null ? "none" : is.likelihood());
        if (is != null) {
          differs(Aspect.SUBTYPE, was.cause() + ": ", word(was.subtype()), word(is.subtype()));
        }
      }
    }
    for (Standing is : now.causes()) {
      if (old.cause(is.cause()) == null) {
        differs(Aspect.LIKELIHOOD, is.cause() + ": ", "none", is.likelihood());
      }
    }
  }

  private static String word(@Nullable String subtype) {
    return Objects.requireNonNullElse(subtype, "none");
  }

  private void differs(Aspect aspect, String old, String now) {
    differs(aspect, "", old, now);
  }

  private void differs(Aspect aspect, String what, String old, String now) {
    if (!old.equals(now)) {
      put(aspect, what + old + TO + now);
    }
  }

  private void cameAndWent(String what, Set<String> old, Set<String> now, Aspect aspect) {
    if (!old.equals(now)) {
      old.stream().filter(id -> !now.contains(id)).forEach(id -> put(aspect, what + "-" + id));
      now.stream().filter(id -> !old.contains(id)).forEach(id -> put(aspect, what + "+" + id));
    }
  }

  private void put(Aspect aspect, String shift) {
    shifts.computeIfAbsent(aspect, a -> new ArrayList<>()).add(shift);
  }
}
