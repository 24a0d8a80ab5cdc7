package dev.spotter.compare;

import dev.spotter.prove.Covering;
import dev.spotter.prove.Invariant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of an invariant of safety.yaml.
 *
 * @param name its name
 * @param was where it stood, or null if it is new
 * @param is where it stands, or null if it is gone
 * @param lost what it demanded and nothing is seen to demand any more, in words
 */
public record InvariantEdit(
    Fate fate, String name, @Nullable Place was, @Nullable Place is, List<String> lost) {

  /** What can become of it; the first two are losses. */
  public enum Fate {
    REMOVED("removed"),
    WEAKENED("weakened, or not seen to be as strict"),
    COVERED("removed, but covered by others"),
    CHANGED("changed, as strict or stricter"),
    ADDED("added");

    private final String word;

    Fate(String word) {
      this.word = word;
    }

    /** As it is written in reports. */
    public String word() {
      return word;
    }

    /** True if something may be allowed now that was not. */
    public boolean loss() {
      return this == REMOVED || this == WEAKENED;
    }
  }

  /** Losses first, then in the order of the files. */
  static List<InvariantEdit> of(List<Invariant> before, List<Invariant> after) {
    Map<String, Invariant> now = new LinkedHashMap<>();
    after.forEach(i -> now.put(i.name(), i));
    List<InvariantEdit> edits = new ArrayList<>();
    for (Invariant old : before) {
      Invariant same = now.remove(old.name());
      List<String> lost = Covering.lost(old, after);
      if (!lost.isEmpty()) {
        edits.add(edit(same == null ? Fate.REMOVED : Fate.WEAKENED, old, same, lost));
      } else if (same == null) {
        edits.add(edit(Fate.COVERED, old, null, lost));
      } else if (!same(old, same)) {
        edits.add(edit(Fate.CHANGED, old, same, lost));
      }
    }
    now.values().forEach(i -> edits.add(edit(Fate.ADDED, null, i, List.of())));
    return edits.stream()
        .sorted(java.util.Comparator.comparing((InvariantEdit e) -> !e.fate().loss()))
        .toList();
  }

  private static boolean same(Invariant old, Invariant now) {
    return old.anyOf().equals(now.anyOf()) && old.then().equals(now.then());
  }

  private static InvariantEdit edit(
      Fate fate, @Nullable Invariant old, @Nullable Invariant now, List<String> lost) {
    String name = old == null ? java.util.Objects.requireNonNull(now).name() : old.name();
    return new InvariantEdit(fate, name, place(old), place(now), lost);
  }

  private static @Nullable Place place(@Nullable Invariant invariant) {
    return invariant == null ? null : new Place(invariant.file(), invariant.line());
  }
}
