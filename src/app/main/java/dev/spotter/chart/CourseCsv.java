package dev.spotter.chart;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.spotter.fact.History;
import dev.spotter.history.Timeline.Done;
import dev.spotter.history.Timeline.Moment;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A course as CSV: a row a session, loads in kg, every measure by its name, empty where unknown.
 */
public final class CourseCsv {
  private static final List<String> OWN =
      List.of(
          "date", "start", "lift", "topKg", "reps", "e1rmKg", "sets", "volumeKg", "meanVolumeKg");

  private CourseCsv() {}

  public static String of(Course course) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      List<String> head = new ArrayList<>(OWN);
      head.addAll(History.NONE.measures().keySet());
      csv.writeRecord(head);
      for (Moment moment : course.timeline().moments()) {
        csv.writeRecord(row(course, moment));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static List<String> row(Course course, Moment moment) {
    Done done = course.shown(moment);
    List<String> row = new ArrayList<>();
    row.add(moment.date().toString());
    row.add(moment.start() == null ? "" : moment.start().toString());
    row.add(done.lift());
    row.add(shown(done.topKg()));
    row.add(done.topReps() == 0 ? "" : String.valueOf(done.topReps()));
    row.add(shown(done.e1rmKg()));
    row.add(String.valueOf(done.workSets()));
    row.add(shown(moment.volumeKg()));
    row.add(shown(moment.meanVolumeKg()));
    History measures = moment.measures() == null ? History.NONE : moment.measures();
    for (Map.Entry<String, @Nullable Object> measure : measures.measures().entrySet()) {
      row.add(shown(measure.getValue()));
    }
    return row;
  }

  private static String shown(@Nullable Object value) {
    if (value instanceof Double number) {
      return Unit.plain(Math.round(number * 1000) / 1000.0);
    }
    return value == null ? "" : value.toString();
  }
}
