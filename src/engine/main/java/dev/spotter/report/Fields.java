package dev.spotter.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;

/** Fields of JSON that hold lists. */
record Fields(JsonGenerator json) {

  /** Writes what one value has to say, within its object. */
  interface Writer<T> {
    void write(T value) throws IOException;
  }

  <T> void list(String name, Collection<T> values, Writer<T> writer) throws IOException {
    json.writeArrayFieldStart(name);
    for (T value : values) {
      json.writeStartObject();
      writer.write(value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void strings(String name, Collection<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
