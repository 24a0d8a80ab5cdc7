package dev.spotter.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spotter.Spotter;
import dev.spotter.intake.Intake;
import dev.spotter.intake.IntakeReader;
import dev.spotter.intake.Reading;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The rules and the clients that the project ships. */
final class Examples {
  static final Path ROOT =
      Path.of(System.getProperty("spotter.root", "../..")).toAbsolutePath().normalize();
  static final RuleSet RULES = RuleSet.of(RuleFiles.read(List.of(ROOT.resolve("rules"))));
  static final Spotter SPOTTER = Spotter.of(RULES);
  static final Fhir FHIR = Fhir.of(RULES);

  private Examples() {}

  /** Every example client that can be read, and every story's. */
  static List<Reading.Read> readings() {
    List<Reading.Read> all = new ArrayList<>();
    try {
      for (Path file : files("facts/clients")) {
        try (InputStream in = Files.newInputStream(file)) {
          take(file.getFileName().toString(), in, all);
        }
      }
      for (Path file : files("facts/vignettes")) {
        stories(file, all);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return all;
  }

  private static void stories(Path file, List<Reading.Read> all) throws IOException {
    Object stories =
        new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    int number = 0;
    for (Object story : (List<?>) stories) {
      Object intake = ((Map<?, ?>) story).get("intake");
      byte[] json = new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsBytes(intake);
      take(file.getFileName() + "-" + number++ + ".json", new ByteArrayInputStream(json), all);
    }
  }

  private static void take(String name, InputStream in, List<Reading.Read> all) throws IOException {
    new IntakeReader(RULES.vocabulary())
        .read(
            name,
            in,
            reading -> {
              if (reading instanceof Reading.Read read) {
                all.add(read);
              }
            });
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** One client's intake, as text. */
  static Intake intake(String json) {
    List<Reading> readings = new ArrayList<>();
    try {
      new IntakeReader(RULES.vocabulary())
          .read(
              "test.json",
              new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
              readings::add);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    if (readings.get(0) instanceof Reading.Read read) {
      return read.intake();
    }
    throw new IllegalArgumentException(readings.toString());
  }

  /** Reads a response. */
  static Reading read(JsonNode response) {
    return FHIR.intake("test", Json.bytes(response));
  }
}
