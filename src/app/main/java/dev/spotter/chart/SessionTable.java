package dev.spotter.chart;

import dev.spotter.fact.History;
import dev.spotter.history.Timeline.Done;
import dev.spotter.history.Timeline.Moment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sessions as rows of a table, loads in the lifter's unit.
 *
 * @param moments the sessions shown
 * @param rows their cells, in the order of {@link #COLUMNS}; a dash where the log cannot tell
 */
record SessionTable(List<Moment> moments, List<List<String>> rows) {
  /**
   * One column.
   *
   * @param head short, for a narrow table
   * @param meaning in full
   * @param number whether it is set to the right
   */
  record Head(String head, String meaning, boolean number) {}

  static final List<Head> COLUMNS =
      List.of(
          new Head("date", "local date", false),
          new Head("lift", "heaviest lift of the deadlift family, else the one followed", false),
          new Head("top set", "heaviest load and its repetitions", true),
          new Head("e1RM", "estimated one-repetition maximum", true),
          new Head("sets", "work sets", true),
          new Head("volume", "hinge volume: load x repetitions of work sets", true),
          new Head("/30d", "that volume against the largest session of the 30 days before", true),
          new Head("/28d", "that volume against the mean session of the 28 days before", true),
          new Head("load", "top load against the best of the 30 days before, same reps", true),
          new Head("gap", "days since the hinge session before", true),
          new Head("ramp", "build-up sets", true));

  static SessionTable of(Course course, List<Moment> moments) {
    return new SessionTable(moments, moments.stream().map(m -> row(course, m)).toList());
  }

  private static List<String> row(Course course, Moment moment) {
    Unit unit = course.unit();
    Done done = course.shown(moment);
    History measures = moment.measures() == null ? History.NONE : moment.measures();
    List<String> row = new ArrayList<>();
    row.add(moment.date().toString());
    row.add(done.lift());
    row.add(unit.load(done.topKg()) + (done.topReps() == 0 ? "" : " x " + done.topReps()));
    row.add(done.e1rmKg() == null ? "-" : unit.load(done.e1rmKg()));
    row.add(String.valueOf(done.workSets()));
    row.add(unit.volume(moment.volumeKg()));
    row.add(shown(measures.volumeVsBest30d()));
    row.add(shown(measures.volumeVs28dMean()));
    row.add(shown(measures.topLoadVsBest30d()));
    row.add(shown(measures.layoffDays()));
    row.add(shown(measures.rampSets()));
    return row;
  }

  private static String shown(@Nullable Object measure) {
    return measure == null ? "-" : measure.toString();
  }
}
