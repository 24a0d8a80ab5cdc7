package dev.spotter.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;

/** JSON objects, one a line. Not for two threads. */
final class JsonLines {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder().rootValueSeparator("\n").build();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
  private final JsonGenerator json;

  JsonLines() throws IOException {
    this.json = FACTORY.createGenerator(bytes);
  }

  /** Where to write the next object. */
  JsonGenerator json() {
    return json;
  }

  void strings(String name, Collection<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /** All lines, each with its end. */
  byte[] bytes() throws IOException {
    json.close();
    if (bytes.size() > 0) {
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }
}
