package dev.spotter.chart;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.spotter.history.Timeline.Done;
import dev.spotter.history.Timeline.Moment;
import dev.spotter.log.Imported;
import dev.spotter.log.Warning;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A course as JSON, schemaVersion 1: loads and volumes in kg, null where the log cannot tell. */
public final class CourseJson {
  private final Course course;
  private final JsonGenerator json;

  private CourseJson(Course course, JsonGenerator json) {
    this.course = course;
    this.json = json;
  }

  /** A course, ending with a line break. */
  public static String of(Course course) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      new CourseJson(course, json).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out + "\n";
  }

  private void write() throws IOException {
    json.writeStartObject();
    json.writeNumberField("schemaVersion", 1);
    json.writeStringField("at", course.at().toString());
    json.writeStringField("zone", course.zone().getId());
    json.writeStringField("unit", course.unit().label());
    json.writeArrayFieldStart("files");
    for (Imported file : course.log().files()) {
      file(file);
    }
    json.writeEndArray();
    counts("lifts", course.lifts());
    counts("otherExercises", course.others());
    value("lift", course.lift());
    json.writeNumberField("laterSessions", course.timeline().later());
    json.writeArrayFieldStart("sessions");
    for (Moment moment : course.timeline().moments()) {
      session(moment);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void counts(String name, Map<String, Integer> counts) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      json.writeNumberField(count.getKey(), count.getValue());
    }
    json.writeEndObject();
  }

  private void file(Imported file) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", file.source());
    json.writeStringField("app", file.app());
    json.writeNumberField("rows", file.counts().rows());
    json.writeNumberField("kept", file.counts().kept());
    json.writeNumberField("sets", file.counts().sets());
    json.writeNumberField("sessions", file.history().sessions().size());
    json.writeObjectFieldStart("setAside");
    for (Map.Entry<dev.spotter.log.Reason, Integer> one : file.counts().setAside().entrySet()) {
      json.writeNumberField(one.getKey().code(), one.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("warnings");
    for (Warning warning : file.warnings()) {
      json.writeStartObject();
      json.writeStringField("code", warning.reason().code());
      json.writeNumberField("line", warning.line());
      json.writeStringField("message", warning.reason().text());
      if (warning.value() != null) {
        json.writeStringField("value", warning.value());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void session(Moment moment) throws IOException {
    json.writeStartObject();
    json.writeStringField("date", moment.date().toString());
    value("start", moment.start() == null ? null : moment.start().toString());
    json.writeBooleanField("inQuestion", course.asks(moment));
    value("main", moment.main());
    value("volumeKg", moment.volumeKg());
    value("meanVolumeKg", moment.meanVolumeKg());
    json.writeArrayFieldStart("lifts");
    for (Done done : moment.lifts()) {
      json.writeStartObject();
      json.writeStringField("lift", done.lift());
      value("topKg", done.topKg());
      value("topReps", done.topReps() == 0 ? null : (Integer) done.topReps());
      json.writeNumberField("workSets", done.workSets());
      value("volumeKg", done.volumeKg());
      value("e1rmKg", done.e1rmKg());
      json.writeEndObject();
    }
    json.writeEndArray();
    measures(moment);
    json.writeEndObject();
  }

  private void measures(Moment moment) throws IOException {
    if (moment.measures() == null) {
      json.writeNullField("measures");
      return;
    }
    json.writeObjectFieldStart("measures");
    for (Map.Entry<String, @Nullable Object> one : moment.measures().measures().entrySet()) {
      value(one.getKey(), one.getValue());
    }
    json.writeEndObject();
  }

  private void value(String name, @Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else if (value instanceof Integer number) {
      json.writeNumberField(name, number);
    } else if (value instanceof Double number) {
      json.writeNumberField(name, Math.round(number * 1000) / 1000.0);
    } else {
      json.writeStringField(name, value.toString());
    }
  }
}
