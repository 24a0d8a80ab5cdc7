package dev.spotter.intake;

import dev.spotter.Shipped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads texts by the shipped questions. */
final class Readings {
  private Readings() {}

  static List<Reading> of(String source, byte[] bytes) {
    List<Reading> readings = new ArrayList<>();
    try {
      new IntakeReader(Shipped.rules().vocabulary())
          .read(source, new ByteArrayInputStream(bytes), readings::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return readings;
  }

  static List<Reading> json(String text) {
    return of("anna.json", text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  static List<Reading> yaml(String text) {
    return of("anna.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  /** The one intake of a text; the problems in the exception if there is none. */
  static Intake intake(List<Reading> readings) {
    if (readings.size() == 1 && readings.get(0) instanceof Reading.Read read) {
      return read.intake();
    }
    throw new AssertionError(readings.toString());
  }

  /** Every problem, as {@code line:column code path}. */
  static List<String> problems(List<Reading> readings) {
    return readings.stream()
        .flatMap(r -> r.problems().stream())
        .map(
            p ->
                p.line()
                    + ":"
                    + p.column()
                    + " "
                    + p.code()
                    + (p.path().isEmpty() ? "" : " " + p.path()))
        .toList();
  }
}
