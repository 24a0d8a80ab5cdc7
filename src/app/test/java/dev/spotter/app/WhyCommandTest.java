package dev.spotter.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spotter.Spotter;
import dev.spotter.intake.Intake;
import dev.spotter.intake.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Why and why not, for example clients; -Dspotter.accept=true writes the golden texts anew. */
class WhyCommandTest {
  private static final Path GOLDEN = Run.ROOT.resolve("facts/golden/why");
  private static final Spotter SPOTTER = Spotter.load(Run.ROOT.resolve("rules"));
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  /** What the command writes once the rules, loaded for all, have read the client. */
  private static void golden(String name, String command, String client, String... more)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Streams streams = new Streams(out, out);
    List<String> args = new ArrayList<>(List.of(Run.client(client)));
    args.addAll(List.of(more));
    if (command.equals("why")) {
      WhyCommand why = new WhyCommand(streams);
      new CommandLine(why).parseArgs(args.toArray(String[]::new));
      why.write(SPOTTER, intake(client));
    } else {
      WhyNotCommand whyNot = new WhyNotCommand(streams);
      new CommandLine(whyNot).parseArgs(args.toArray(String[]::new));
      whyNot.write(SPOTTER, intake(client));
    }
    Path kept = GOLDEN.resolve(name);
    if (Boolean.getBoolean("spotter.accept")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(kept, bytes.toString(StandardCharsets.UTF_8));
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(Files.readString(kept));
  }

  private static Intake intake(String client) throws IOException {
    List<Intake> read = new ArrayList<>();
    try (InputStream in = Files.newInputStream(Path.of(Run.client(client)))) {
      SPOTTER.read(
          client,
          in,
          r -> {
            if (r instanceof Reading.Read one) {
              read.add(one.intake());
            }
          });
    }
    return read.get(0);
  }

  @TestFactory
  Stream<DynamicTest> everyAccountIsAsItWas() {
    return Stream.of(
        test("anna.txt", "why", "anna.json"),
        test("anna.muscle-fatigue.json", "why", "anna.json", "muscle-fatigue", "--format", "json"),
        test("gabi.emergency.txt", "why", "gabi.json", "emergency"),
        test("kaya.notes.txt", "why", "kaya.json", "notes"),
        test("anna.not-injury.txt", "why-not", "anna.json", "injury"),
        test("anna.not-RF06.txt", "why-not", "anna.json", "RF06", "--all"),
        test("anna.not-RF06.json", "why-not", "anna.json", "RF06", "--format", "json"),
        test("carla.not-overexertion.txt", "why-not", "carla.json", "overexertion"),
        test("gabi.not-self-care.txt", "why-not", "gabi.json", "self-care"),
        test("gabi.not-relative-rest.txt", "why-not", "gabi.json", "relative-rest"),
        test("anna.not-foam-roll.txt", "why-not", "anna.json", "foam-roll"),
        test("kaya.not-heat.txt", "why-not", "kaya.json", "heat"),
        test(
            "bruno.not-rule.txt",
            "why-not",
            "bruno.json",
            "lack of warm-up: no build-up sets to a working load"));
  }

  private static DynamicTest test(String name, String command, String client, String... more) {
    return DynamicTest.dynamicTest(name, () -> golden(name, command, client, more));
  }

  @Test
  void aMisspeltConclusionIsWrongUsageWithASuggestion() {
    Run run = Run.shipped("why", Run.client("anna.json"), "muscle-fatige");
    assertThat(run.exit()).isEqualTo(Exit.USAGE);
    assertThat(run.err()).contains("did you mean muscle-fatigue?");
    assertThat(run.out()).isEmpty();
    assertThat(Run.shipped("why-not", Run.client("anna.json"), "verdict").exit())
        .isEqualTo(Exit.USAGE);
    assertThat(Run.shipped("why-not", Run.client("anna.json")).exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void aRejectedClientIsToldAndTheOthersAnswered() throws IOException {
    Run run = Run.shipped("why", Run.client("team.ndjson"), "verdict", "--format", "json");
    assertThat(run.exit()).isEqualTo(Exit.INPUT);
    assertThat(run.err()).contains("REJECTED");
    assertThat(JSON.readerFor(JsonNode.class).readValues(run.out()).readAll()).hasSize(2);
  }

  @Test
  void theCommandsPrintTheGoldenTexts() throws IOException {
    Run run = Run.shipped("why-not", Run.client("anna.json"), "injury");
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out()).isEqualTo(Files.readString(GOLDEN.resolve("anna.not-injury.txt")));
    assertThat(Run.shipped("why", Run.client("anna.json"), "foam-roll", "--color", "always").out())
        .contains("\u001b[1mFoam rolling: advised");
  }

  @Test
  void aRuleWithCodeOfItsOwnIsToldAsFarAsItCanBe() throws IOException {
    Files.writeString(
        folder.resolve("mine.drl"),
        "package spotter\nimport dev.spotter.fact.*\nrule \"mine: code\"\n  @source( \"house\" )\n"
            + "when\n  Client( age == 29 )\n  eval( 1 > 2 )\n"
            + "then\n  insert( Note.says(\"-\") );\nend\n");
    Run run =
        Run.shipped(
            "why-not",
            "--rules",
            folder.toString(),
            "--trust-code",
            Run.client("anna.json"),
            "mine: code");
    assertThat(run.exit()).as(run.err()).isEqualTo(Exit.OK);
    assertThat(run.out()).contains("it fails by code of its own");
  }

  @Test
  void coverageNamesWhatNoCaseShowsBothWays() throws IOException {
    for (String name :
        new String[] {
          "questions.drl", "conclusions.drl", "sources.yaml", "exercises.yaml", "messages.yaml"
        }) {
      Files.copy(Run.ROOT.resolve("rules").resolve(name), folder.resolve(name));
    }
    Files.writeString(
        folder.resolve("mine.drl"),
        """
        package spotter
        import dev.spotter.fact.*
        rule "mine: old"
          @source( "house" )
        when
          Client( age >= 70 || sex == "male" )
          Soreness( worst >= 3 )
        then
          insert( Note.says("-") );
        end
        rule "mine: never"
          @source( "house" )
        when
          Client( age >= 90 )
        then
          insert( Note.says("-") );
        end
        """);
    Files.writeString(
        folder.resolve("mine.cases.yaml"),
        """
        - case: an old back
          intake: { client: { age: 71 }, soreness: { worst: 4 } }
          expect: { fires: [ "mine: old" ] }
          but:    { client.age: 30 }
          then:   { silent: [ "mine: old" ] }
        """);
    String rules = folder.toString();
    Run text = Run.spotter("test", "--rules", rules, "--facts", facts(), "--coverage");
    assertThat(text.out())
        .contains(
            "mine.drl:11: never fires: the rule \"mine: never\"",
            "mine.drl:3: never true: the condition Client( sex == \"male\" ), in the rule \"mine: old\"",
            "mine.drl:3: never false: the condition Soreness( worst >= 3 ), in the rule \"mine: old\"",
            "coverage: 2 rules (1 never fire, 0 always fire); 4 conditions in them (2 never true, 1"
                + " never false); over 2 clients");
    Run json =
        Run.spotter("test", "--rules", rules, "--facts", facts(), "--coverage", "--format", "json");
    JsonNode coverage = JSON.readTree(json.out()).get("coverage");
    assertThat(coverage.get("clients").asInt()).isEqualTo(2);
    assertThat(coverage.get("conditionsNeverTrue").asInt()).isEqualTo(2);
    assertThat(coverage.get("oneSided")).hasSize(4);
    assertThat(
            JSON.readTree(
                    Run.spotter("test", "--rules", rules, "--facts", facts(), "--format", "json")
                        .out())
                .has("coverage"))
        .isFalse();
  }

  /** A folder of facts with no client in it. */
  private String facts() throws IOException {
    Files.createDirectories(folder.resolve("facts/clients"));
    return folder.resolve("facts").toString();
  }
}
