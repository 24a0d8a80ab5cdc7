package dev.spotter.bench;

import dev.spotter.assess.Assessor;
import dev.spotter.intake.Intake;
import dev.spotter.intake.IntakeReader;
import dev.spotter.intake.Reading;
import dev.spotter.rules.Recording;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What every part measures: the shipped rules, and clients drawn once. Read from the root. */
public final class Inputs {
  public static final Path WORK = Path.of("src/bench/target/work");
  static final Path RULES = Path.of("rules");
  public static final Assessor.Settings SETTINGS =
      Assessor.Settings.at(
          OffsetDateTime.of(2026, 11, 20, 9, 0, 0, 0, ZoneOffset.UTC), ZoneOffset.UTC);
  public static final int CLIENTS = 10_000;
  private static final long SEED = 20260302;

  private Inputs() {}

  public static RuleSet rules() {
    return RuleSet.of(files());
  }

  static RuleFiles files() {
    return RuleFiles.read(List.of(RULES));
  }

  /** The first so many of the drawn clients. */
  public static List<Intake> clients(Vocabulary vocabulary, int count) {
    List<Intake> clients = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file())) {
      new IntakeReader(vocabulary)
          .read(file().toString(), in, r -> clients.add(((Reading.Read) r).intake()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(clients.subList(0, count));
  }

  /** What these clients put into a working memory. */
  public static List<Recording> recorded(RuleSet rules, List<Intake> clients) {
    return Recording.of(
        rules,
        taped -> {
          Assessor assessor = new Assessor(taped);
          return client -> assessor.decide(client, SETTINGS);
        },
        clients);
  }

  static Path file() {
    return WORK.resolve("clients.ndjson");
  }

  /** Draws the clients; one that the reader refuses is drawn again. */
  public static void draw() throws IOException {
    Vocabulary vocabulary = rules().vocabulary();
    Drawn drawn = new Drawn(vocabulary, Path.of("facts/vignettes"));
    Random random = new Random(SEED);
    List<String> lines = new ArrayList<>();
    while (lines.size() < CLIENTS) {
      String line = drawn.line(lines.size(), random);
      List<Reading> readings = new ArrayList<>();
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      new IntakeReader(vocabulary)
          .read("drawn.json", new ByteArrayInputStream(bytes), readings::add);
      if (readings.get(0) instanceof Reading.Read) {
        lines.add(line);
      }
    }
    Files.createDirectories(WORK);
    Files.write(file(), lines);
  }
}
