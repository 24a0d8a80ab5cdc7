package dev.spotter.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.spotter.Shipped;
import dev.spotter.Spotter;
import dev.spotter.assess.Assessment;
import dev.spotter.intake.IntakeSchema;
import dev.spotter.intake.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with one new file, laid over the shipped rules, is all that new knowledge takes. */
class OverlayTest {
  private static final String SAUNA =
      """
      package spotter
      import dev.spotter.fact.*

      declare Sauna @section( "The sauna" )
        minutes : Integer @ask( "How long were you in the sauna?" ) @range( "0..240" ) @unit( "minutes" ) @tier( "detail" )
      end
      declare Overheating @cause( "overheating" ) @title( "Overheating" ) @start( "0" ) end
      declare Water @remedy( "water" ) @title( "Drink" ) @kind( "self-treatment" ) end

      rule "sauna: very long"
        @source( "house" )
      when
        Sauna( minutes >= 60 )
      then
        insert( Evidence.supports("overheating").decisively().because("an hour in the sauna") );
      end

      rule "sauna: drink"
        @source( "house" )
      when
        Likelihood( cause == "overheating", level == "likely" )
      then
        insert( Remedy.of("water").advice("Drink after {Sauna.minutes} minutes of heat. | Drink.") );
      end
      """;

  @TempDir Path overlay;

  @Test
  void aNewQuestionCauseAndRemedyNeedNoJava() throws IOException {
    Files.writeString(overlay.resolve("sauna.drl"), SAUNA);
    Spotter spotter = Spotter.load(Shipped.ROOT.resolve("rules"), overlay);

    StringWriter schema = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(schema)) {
      IntakeSchema.write(spotter.rules().vocabulary(), json);
    }
    assertThat(schema.toString()).contains("\"sauna\"", "How long were you in the sauna?");

    List<Reading> readings = new ArrayList<>();
    byte[] client =
        "{\"id\": \"eva\", \"sauna\": {\"minutes\": 75}}".getBytes(StandardCharsets.UTF_8);
    spotter.read("eva.json", new ByteArrayInputStream(client), readings::add);
    assertThat(readings).singleElement().isInstanceOf(Reading.Read.class);

    Assessment answer = spotter.assess(((Reading.Read) readings.get(0)).intake());
    assertThat(answer.causes().get(0).id()).isEqualTo("overheating");
    assertThat(answer.remedies())
        .filteredOn(r -> r.id().equals("water"))
        .singleElement()
        .satisfies(r -> assertThat(r.advice()).containsExactly("Drink after 75 minutes of heat."));
  }

  @Test
  void aLaterFolderStandsInFileByFile() throws IOException {
    String rules = new String(Shipped.files().get("lack-of-warm-up.drl"), StandardCharsets.UTF_8);
    Files.writeString(
        overlay.resolve("lack-of-warm-up.drl"),
        rules.replaceFirst("@title\\( \"[^\"]*\" \\)", "@title( \"Cold start\" )"));
    RuleSet changed = RuleSet.of(RuleFiles.read(List.of(Shipped.ROOT.resolve("rules"), overlay)));
    assertThat(changed.vocabulary().causes().get("lack-of-warm-up").title())
        .isEqualTo("Cold start");
    assertThat(changed.id()).isNotEqualTo(Shipped.rules().id());
  }

  @Test
  void aFolderThatWasNamedAndIsNotThereIsAnError() {
    assertThatThrownBy(() -> Spotter.load(overlay.resolve("nowhere")))
        .isInstanceOf(java.io.UncheckedIOException.class)
        .hasMessageContaining("there is no rules folder")
        .hasMessageContaining("nowhere");
  }

  @Test
  void casesDoNotChangeTheIdentityOfRules() {
    assertThat(RuleSet.of(Shipped.with("more.cases.yaml", "[]\n")).id())
        .isEqualTo(Shipped.rules().id());
    assertThat(
            RuleSet.of(
                    Shipped.with(
                        "questions.drl",
                        new String(Shipped.files().get("questions.drl"), StandardCharsets.UTF_8)
                            + "\n"))
                .id())
        .isNotEqualTo(Shipped.rules().id());
  }

  @Test
  void theRulesPackedInTheJarAreThoseOfTheFolder() {
    assertThat(RuleFiles.packed().id()).isEqualTo(Shipped.rules().id());
    assertThat(Spotter.packed().rules().id()).isEqualTo(Shipped.rules().id());
  }
}
