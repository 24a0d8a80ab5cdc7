package dev.spotter.history;

import dev.spotter.yaml.Shallow;
import java.io.ByteArrayInputStream;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** The lifts that load the back, and the names they go by in logs. Immutable. */
public final class Exercises {
  /** No lift is known. */
  public static final Exercises NONE = new Exercises(Map.of());

  private static final Set<String> FAMILIES =
      Set.of("deadlift", "squat", "good-morning", "row", "other");
  private static final Set<String> HINGES = Set.of("high", "low", "none");

  private final Map<String, Lift> byName;

  /**
   * @param byName lifts by the {@link #spelling} of each of their names
   */
  public Exercises(Map<String, Lift> byName) {
    this.byName = Map.copyOf(byName);
  }

  /**
   * One lift.
   *
   * @param id its canonical name
   * @param family deadlift, squat, good-morning, row or other
   * @param hinge high, low or none
   * @param volumeShare per cent of its volume that counts as hinge volume
   * @param variation the answer it gives to which lift it was, or null
   */
  public record Lift(
      String id, String family, String hinge, int volumeShare, @Nullable String variation) {
    /** True if a session of it can be the one in question. */
    public boolean isDeadlift() {
      return hinge.equals("high");
    }

    /** True for the squats. */
    public boolean isSquat() {
      return family.equals("squat");
    }
  }

  /**
   * Reads exercises.yaml.
   *
   * @throws IllegalArgumentException if an entry is wrong, naming it
   */
  public static Exercises parse(byte[] yaml) {
    Map<String, Lift> byName = new HashMap<>();
    Object root;
    try {
      LoadSettings settings = LoadSettings.builder().setSchema(new FailsafeSchema()).build();
      root = new Shallow(settings, Shallow.USUAL).load(new ByteArrayInputStream(yaml));
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException("not YAML: " + e.getMessage(), e);
    }
    if (!(root instanceof Map<?, ?> entries)) {
      throw new IllegalArgumentException("expected 'lift:' entries");
    }
    entries.forEach((id, entry) -> add(String.valueOf(id), entry, byName));
    return new Exercises(byName);
  }

  private static void add(String id, Object entry, Map<String, Lift> byName) {
    if (!(entry instanceof Map<?, ?> fields) || !(fields.get("names") instanceof List<?> names)) {
      throw new IllegalArgumentException(
          "the lift " + id + " needs family, hinge, volumeShare and a list of names");
    }
    String family = String.valueOf(fields.get("family"));
    String hinge = String.valueOf(fields.get("hinge"));
    String share = String.valueOf(fields.get("volumeShare"));
    if (!FAMILIES.contains(family) || !HINGES.contains(hinge) || !share.matches("\\d{1,3}")) {
      throw new IllegalArgumentException(
          "the lift "
              + id
              + " has a family of "
              + FAMILIES
              + ", a hinge of "
              + HINGES
              + " and a volumeShare in per cent");
    }
    Object variation = fields.get("variation");
    Lift lift =
        new Lift(
            id,
            family,
            hinge,
            Integer.parseInt(share),
            variation == null ? null : String.valueOf(variation));
    for (Object name : names) {
      Lift before = byName.put(spelling(String.valueOf(name)), lift);
      if (before != null && !before.equals(lift)) {
        throw new IllegalArgumentException(
            "'" + name + "' stands under " + before.id() + " and under " + id);
      }
    }
  }

  /** The lift of this name in a log; null if it is none that loads the back, or none we know. */
  public @Nullable Lift find(String name) {
    Lift whole = byName.get(spelling(name));
    int bracket = name.indexOf('(');
    return whole != null || bracket <= 0 ? whole : byName.get(spelling(name.substring(0, bracket)));
  }

  /** The lifts by the {@link #spelling} of each of their names. */
  public Map<String, Lift> byName() {
    return byName;
  }

  /** The canonical name of a lift, or the name as logged where it is not known. */
  public String canonical(String name) {
    Lift lift = find(name);
    return lift == null ? name : lift.id();
  }

  /** True for the same lifts under the same names. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Exercises exercises && byName.equals(exercises.byName);
  }

  @Override
  public int hashCode() {
    return byName.hashCode();
  }

  /** A name as names are compared: letters and digits only, without accents, in lower case. */
  public static String spelling(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
