package dev.spotter.cases;

import dev.spotter.assess.Decision;
import dev.spotter.cases.VignetteRunner.Told;
import dev.spotter.fact.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Counts how answers stand against labels. Where there is no answer, nothing is right. */
public final class Tally {
  private final List<Told> told;

  public Tally(Collection<Told> told) {
    this.told = List.copyOf(told);
  }

  /** All that were told. */
  public List<Told> told() {
    return told;
  }

  /** How often the first cause is the label's. */
  public Share first() {
    return share(t -> true, Told::rightFirst);
  }

  /** How often the first cause is the label's, among the stories of one cause. */
  public Share first(String cause) {
    return share(t -> t.vignette().label().first().equals(cause), Told::rightFirst);
  }

  /** How often the level is one that the label allows. */
  public Share level() {
    return share(t -> true, Told::withinBounds);
  }

  /** How often the level is one that the label allows, among the stories of one level. */
  public Share level(Level level) {
    return share(t -> labelled(t, level), Told::withinBounds);
  }

  /** How often the level is the label's own. */
  public Share exactLevel() {
    return share(
        t -> true,
        t -> t.decision() != null && t.decision().level() == t.vignette().label().level());
  }

  /** How often the level is too low, among the stories of one level. */
  public Share under(Level level) {
    return share(t -> labelled(t, level), Told::underTriaged);
  }

  /** How often the level is too high, among the stories of one level. */
  public Share over(Level level) {
    return share(t -> labelled(t, level), Told::overTriaged);
  }

  /** How often the first cause is right where it is called likely. */
  public Share likely() {
    return share(t -> calledLikely(t), Told::rightFirst);
  }

  /** How often this cause is right where it stands first and is called likely. */
  public Share likely(String cause) {
    return share(
        t -> calledLikely(t) && t.decision() != null && t.decision().first().equals(cause),
        Told::rightFirst);
  }

  /** How often a verdict that names a cause names the right one. */
  public Share verdict() {
    return share(
        t -> t.decision() != null && t.decision().verdict().equals(t.decision().first()),
        Told::rightFirst);
  }

  private static boolean calledLikely(Told t) {
    Decision decision = t.decision();
    return decision != null
        && !decision.causes().isEmpty()
        && decision.causes().get(0).likelihood().equals("likely");
  }

  /** How often an expected remedy is shown. */
  public Share remedies() {
    int of = told.stream().mapToInt(t -> t.vignette().label().remedies().size()).sum();
    int missing =
        told.stream()
            .mapToInt(
                t ->
                    t.decision() == null
                        ? t.vignette().label().remedies().size()
                        : t.missingRemedies().size())
            .sum();
    return new Share(of - missing, of);
  }

  /** How often a remedy is shown that would be wrong. */
  public Share wrongRemedies() {
    return new Share(
        told.stream().mapToInt(t -> t.wrongRemedies().size()).sum(),
        told.stream().mapToInt(t -> t.vignette().label().noRemedies().size()).sum());
  }

  /** How many of each labelled cause got which cause first. */
  public Map<String, Map<String, Integer>> causes() {
    Map<String, Map<String, Integer>> matrix = new LinkedHashMap<>();
    told.stream()
        .filter(t -> t.decision() != null)
        .forEach(
            t ->
                matrix
                    .computeIfAbsent(t.vignette().label().first(), c -> new LinkedHashMap<>())
                    .merge(Objects.requireNonNull(t.decision()).first(), 1, Integer::sum));
    return matrix;
  }

  /** How many of each labelled level got which level. */
  public Map<Level, Map<Level, Integer>> levels() {
    Map<Level, Map<Level, Integer>> matrix = new LinkedHashMap<>();
    told.stream()
        .filter(t -> t.decision() != null)
        .forEach(
            t ->
                matrix
                    .computeIfAbsent(t.vignette().label().level(), l -> new LinkedHashMap<>())
                    .merge(Objects.requireNonNull(t.decision()).level(), 1, Integer::sum));
    return matrix;
  }

  /**
   * What is dangerous, whatever the shares are: an emergency or urgent story that came out lower, a
   * wrong remedy shown, a story that could not be asked.
   */
  public List<String> dangers(Told t) {
    List<String> dangers = new ArrayList<>(t.problems());
    if (t.underTriaged() && t.vignette().label().level().barsTraining()) {
      dangers.add("under-triaged: " + difference(t));
    }
    if (!t.wrongRemedies().isEmpty()) {
      dangers.add("shows what would be wrong here: " + String.join(", ", t.wrongRemedies()));
    }
    return dangers;
  }

  /** What differs from the label without being dangerous. */
  public List<String> misses(Told t) {
    List<String> misses = new ArrayList<>();
    if (t.decision() == null) {
      return misses;
    }
    if (!t.withinBounds() && !(t.underTriaged() && t.vignette().label().level().barsTraining())) {
      misses.add(difference(t));
    }
    if (!t.rightFirst()) {
      misses.add(
          "first is "
              + t.decision().first()
              + ", should be "
              + t.vignette().label().first()
              + " "
              + t.decision().causes().stream().map(c -> c.cause() + " " + c.points()).toList());
    }
    if (!t.missingRemedies().isEmpty()) {
      misses.add("does not show " + String.join(", ", t.missingRemedies()));
    }
    return misses;
  }

  private static String difference(Told t) {
    Decision decision = Objects.requireNonNull(t.decision());
    return "level is "
        + decision.level().word()
        + " "
        + decision.flags().stream().sorted().toList()
        + ", should be "
        + t.vignette().label().level().word();
  }

  private static boolean labelled(Told t, Level level) {
    return t.vignette().label().level() == level;
  }

  private Share share(Predicate<Told> among, Predicate<Told> hit) {
    List<Told> these = told.stream().filter(among).toList();
    return new Share((int) these.stream().filter(hit).count(), these.size());
  }
}
