package dev.spotter.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Shipped;
import dev.spotter.intake.RecordReader.Origin;
import dev.spotter.prove.Clients;
import dev.spotter.vocabulary.Question;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A record read straight is what the tree makes of it, and whatever the tree objects to is not. */
class StraightTest {
  private static final long SEED = Long.getLong("spotter.seed", 20260302L);
  private static final Origin ORIGIN = new Origin("clients.ndjson", 7, "clients:7");
  private static final Pattern FIELD =
      Pattern.compile("\"(\\w+)\"\\s*:\\s*(\\[[^\\]]*\\]|[^{},]+)");

  /** What may stand for an answer, well and badly. */
  private static final List<String> VALUES =
      List.of(
              "null true false 0 -0 4 04 4.0 4.5 -1 1e2 99999999999 1.23456789012 NaN {} [] [[]]"
                  .split(" "),
              "\"\",\"unknown\",\"none\",\"yes\",\"no\",\"true\",\"4\",\" 4\",\"4,5\",\"225 lb\",\"nul\\u006c\",\"y\\u0065s\""
                  .split(","),
              "[\"none\"];[\"unknown\"];[\"heat\"];[\"heat\", \"heat\"];[\"heat\", \"none\"];[null];[4]"
                  .split(";"),
              "{\"value\": 4};{\"value\": \"yes\", \"by\": \"trainer\"};{\"value\": 4, \"by\": 5};{\"value\": null};{\"value\": 225, \"unit\": \"lb\"};{\"value\": 1, \"value\": 2}"
                  .split(";"))
          .stream()
          .flatMap(Stream::of)
          .toList();

  private static final String CLIENT = "{\"id\": \"a\", \"nerves\": {\"saddle\": \"no\"}}";

  private final RecordReader reader = new RecordReader(Shipped.rules().vocabulary(), Limits.USUAL);
  private final Clients clients = new Clients(Shipped.rules(), SEED);

  @Test
  void clientsInOrderAreReadStraight() {
    for (int i = 0; i < 600; i++) {
      String text = clients.client(i).text();
      assertThat(same(text)).as("seed %d, client %d", SEED, i).isNotNull();
      assertThat(same(text.replaceAll("\\s*\\R\\s*", ""))).isNotNull();
    }
  }

  @Test
  void soAreAllTheExamples() throws IOException {
    for (Path file : files()) {
      same(Files.readAllBytes(file));
      for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList()) {
        same(line);
      }
    }
    assertThat(same(Files.readAllBytes(Shipped.ROOT.resolve("facts/clients/anna.json"))))
        .isNotNull();
  }

  @Test
  void damagedBytesAreTheTreesToReject() throws IOException {
    Random random = new Random(SEED);
    List<Path> files = files();
    for (int i = 0; i < 3_000; i++) {
      byte[] client = clients.client(i).text().getBytes(StandardCharsets.UTF_8);
      byte[] example = Files.readAllBytes(files.get(random.nextInt(files.size())));
      same(FuzzTest.damage(client, example, random));
      same(FuzzTest.damage(example, client, random));
    }
  }

  @Test
  void soAreWrongAnswers() {
    Random random = new Random(SEED);
    int straight = 0;
    for (int i = 0; i < 6_000; i++) {
      String text = clients.client(i % 600).text();
      List<MatchResult> fields = FIELD.matcher(text).results().toList();
      straight +=
          same(changed(text, fields.get(random.nextInt(fields.size())), random)) == null ? 0 : 1;
    }
    assertThat(straight).as("read straight, of 6000 that were changed").isBetween(200, 5_400);
  }

  /** One field with another value, under another name, or twice. */
  private static String changed(String text, MatchResult field, Random random) {
    String name = field.group(1);
    String value = VALUES.get(random.nextInt(VALUES.size()));
    List<Question> questions = Shipped.rules().vocabulary().questions();
    String other =
        switch (random.nextInt(5)) {
          case 0 -> pair(name, field.group(2)) + ", " + pair(name, value);
          case 1 -> pair(questions.get(random.nextInt(questions.size())).field(), field.group(2));
          case 2 -> pair(List.of("id", "at", "zone", "history", "x").get(random.nextInt(5)), value);
          default -> pair(name, value);
        };
    return text.substring(0, field.start()) + other + text.substring(field.end());
  }

  private static String pair(String name, String value) {
    return "\"" + name + "\": " + value;
  }

  @Test
  void noAnswerIsMadeBeforehandThatIsNotOffered() {
    for (Question question : Shipped.rules().vocabulary().questions()) {
      List<String> values = new ArrayList<>(VALUES);
      question.choices().forEach(c -> values.add("\"" + c.id() + "\""));
      for (int number = -2; number <= 102; number++) {
        values.add(String.valueOf(number));
      }
      for (String value : values) {
        same("{\"" + question.section() + "\": {" + pair(question.field(), value) + "}}");
      }
    }
  }

  @Test
  void whatIsOutOfOrderIsNotReadStraight() {
    assertThat(same(CLIENT)).isNotNull();
    for (String text :
        List.of(
            CLIENT + " x",
            CLIENT + CLIENT,
            CLIENT + "}",
            "[" + CLIENT + "]",
            "\uFEFF" + CLIENT,
            CLIENT.replace("\"a\"", "\"" + "a".repeat(201) + "\""),
            CLIENT.replace("\"a\"", "\"" + "a".repeat(10_001) + "\""),
            CLIENT.replace("\"a\"", "[".repeat(33) + "]".repeat(33)),
            CLIENT.replace("\"a\"", "\"a\", \"id\": \"a\""),
            CLIENT.replace("\"a\"", "\"a\", \"nerves\": null"),
            CLIENT.replace("\"no\"", "\"no\", \"saddle\": null"),
            CLIENT.replace("\"no\"", "null, \"saddle\": \"no\""),
            CLIENT.replace("saddle", "sadle"),
            CLIENT.replace("nerves", "Nerves"),
            CLIENT.replace("{\"saddle\": \"no\"}", "[]"),
            "",
            "null")) {
      assertThat(same(text)).as(text).isNull();
    }
  }

  @Test
  void aLetterInTwoBytesIsNoUtf8() {
    for (int at = 0; at < CLIENT.length(); at++) {
      int letter = CLIENT.charAt(at);
      String overlong = "" + (char) (0xC0 | letter >> 6) + (char) (0x80 | letter & 0x3F);
      String text = CLIENT.substring(0, at) + overlong + CLIENT.substring(at + 1);
      assertThat(same(text.getBytes(StandardCharsets.ISO_8859_1))).as(text).isNull();
    }
  }

  @Test
  void theLimitsAreTheSame() {
    Random random = new Random(SEED);
    int straight = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] client = clients.client(i % 100).text().getBytes(StandardCharsets.UTF_8);
      Limits limits =
          new Limits(
              random.nextInt(4_000), random.nextInt(4), random.nextInt(40), random.nextInt(4_000));
      RecordReader tight = new RecordReader(Shipped.rules().vocabulary(), limits);
      straight += same(tight, client) == null ? 0 : 1;
    }
    assertThat(straight).as("read straight, of 2000").isBetween(50, 1_950);
  }

  private Reading same(String text) {
    return same(text.getBytes(StandardCharsets.UTF_8));
  }

  private Reading same(byte[] bytes) {
    return same(reader, bytes);
  }

  /** What reading it straight gives, perhaps null; the same as by the tree, without a word. */
  private static Reading same(RecordReader reader, byte[] bytes) {
    Reading straight = reader.straight(ORIGIN, bytes);
    if (straight != null) {
      assertThat(straight)
          .as(() -> "seed " + SEED + ": " + new String(bytes, StandardCharsets.UTF_8))
          .isEqualTo(reader.strict(ORIGIN, bytes));
      assertThat(straight.problems()).isEmpty();
    }
    return straight;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> entries = Files.list(Shipped.ROOT.resolve("facts/clients"))) {
      return entries.sorted().toList();
    }
  }
}
