package dev.spotter.log;

import dev.spotter.history.TrainingHistory.Exercise;
import dev.spotter.history.TrainingHistory.LiftedSet;
import dev.spotter.history.TrainingHistory.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Entries of powerlifting meets, a row a meet: each attempt is a single, a failed one has no
 * repetition. OpenPowerlifting writes kilograms, and a failed attempt below 0.
 */
final class Meets {
  private final Dates dates;
  private final Numerals numerals;
  private final LocalDate today;
  private final Ledger ledger;
  private final Set<Session> meets = new LinkedHashSet<>();
  private @Nullable String lifter;

  /**
   * @param today later meets are set aside
   */
  Meets(Dates dates, Numerals numerals, LocalDate today, Ledger ledger) {
    this.dates = dates;
    this.numerals = numerals;
    this.today = today;
    this.ledger = ledger;
  }

  void take(Cells cells) {
    Dates.When when = dates.of(cells.text(Column.START));
    Reason wrong = wrong(cells, when);
    List<Exercise> lifts = wrong == null ? lifts(cells) : List.of();
    if (when == null || wrong != null) {
      ledger.setAside(wrong == null ? Reason.BAD_DATE : wrong, cells.line(), null);
    } else if (lifts.isEmpty()) {
      ledger.setAside(Reason.NO_LIFT, cells.line(), null);
    } else if (meets.add(new Session(when.date(), null, null, lifts))) {
      one(cells.text(Column.LIFTER));
      ledger.keep(lifts.stream().mapToInt(l -> l.sets().size()).sum());
    } else {
      // One lift may be entered in two divisions.
      ledger.setAside(Reason.DUPLICATE, cells.line(), null);
    }
  }

  private @Nullable Reason wrong(Cells cells, Dates.@Nullable When when) {
    if (cells.isHeader()) {
      return Reason.REPEATED_HEADER;
    }
    if (when == null) {
      return Reason.BAD_DATE;
    }
    return when.date().isAfter(today) ? Reason.LATER : wrongLoad(cells);
  }

  private @Nullable Reason wrongLoad(Cells cells) {
    for (Column column : Column.values()) {
      boolean load =
          column.compareTo(Column.SQUAT) >= 0 && column.compareTo(Column.BEST_DEADLIFT) <= 0;
      for (String text : load ? cells.texts(column) : List.<String>of()) {
        Double kg = numerals.of(text);
        if (!text.isEmpty() && (kg == null || Math.abs(kg) > LiftedSet.MOST_KG)) {
          return kg == null ? Reason.BAD_NUMBER : Reason.OUT_OF_RANGE;
        }
      }
    }
    return null;
  }

  /** A file of a whole federation is no log. */
  private void one(String name) {
    if (lifter != null && !lifter.equals(name)) {
      throw new LogRefused("these are entries of several lifters; keep those of one and try again");
    }
    lifter = name;
  }

  private List<Exercise> lifts(Cells cells) {
    List<Exercise> lifts = new ArrayList<>();
    lift("Squat", cells, Column.SQUAT, Column.BEST_SQUAT, lifts);
    lift("Bench Press", cells, Column.BENCH, Column.BEST_BENCH, lifts);
    lift("Deadlift", cells, Column.DEADLIFT, Column.BEST_DEADLIFT, lifts);
    return lifts;
  }

  /** The attempts, or where they are not told the best of them. */
  private void lift(String name, Cells cells, Column attempts, Column best, List<Exercise> lifts) {
    List<LiftedSet> sets = attempts(cells.texts(attempts));
    sets = sets.isEmpty() ? attempts(cells.texts(best)) : sets;
    if (!sets.isEmpty()) {
      lifts.add(new Exercise(name, sets));
    }
  }

  private List<LiftedSet> attempts(List<String> texts) {
    return texts.stream()
        .map(numerals::of)
        .filter(kg -> kg != null && kg != 0)
        .map(
            kg ->
                kg > 0
                    ? new LiftedSet(kg, 1, null, null, "work")
                    : new LiftedSet(-kg, 0, null, null, "failure"))
        .toList();
  }

  /** All of them, oldest first. */
  List<Session> finished() {
    return meets.stream().sorted(Comparator.comparing(Session::date)).toList();
  }
}
