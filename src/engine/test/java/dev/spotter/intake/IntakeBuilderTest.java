package dev.spotter.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spotter.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told in code means what it means in a file. */
class IntakeBuilderTest {

  private static IntakeBuilder anna() {
    return new IntakeBuilder(Shipped.rules().vocabulary(), "anna");
  }

  static Stream<Path> clients() throws IOException {
    return Files.list(Shipped.ROOT.resolve("facts/clients"))
        .filter(f -> f.toString().endsWith(".json") && !f.toString().endsWith("golden.json"))
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("clients")
  void everyExampleClientCanBeToldInCode(Path file) throws IOException {
    for (Reading reading : Readings.of("client.json", Files.readAllBytes(file))) {
      if (reading instanceof Reading.Read read) {
        assertThat(told(read.intake()).intake()).isEqualTo(read.intake());
      }
    }
  }

  private static Reading told(Intake client) {
    IntakeBuilder builder = new IntakeBuilder(Shipped.rules().vocabulary(), client.id());
    client.answers().forEach((id, answer) -> tell(builder, id, answer));
    if (client.at() != null) {
      builder.at(client.at());
    }
    if (client.zone() != null) {
      builder.zone(client.zone());
    }
    return client.history() == null ? builder.read() : builder.history(client.history()).read();
  }

  private static void tell(IntakeBuilder builder, String id, Answer answer) {
    Object value = answer.value().equals(Set.of()) ? List.of("none") : answer.value();
    if (answer.by() == null) {
      builder.answer(id, value);
    } else {
      builder.answer(id, value, answer.by());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "worst, 11, out-of-range",
    "worst, 4.5, not-a-number",
    "wurst, 4, unknown-field",
    "onset, yesterday, not-offered"
  })
  void theProblemsAreThoseOfAFile(String field, String value, String code) {
    boolean number = Character.isDigit(value.charAt(0));
    String json = number ? value : "'" + value + "'";
    Reading file =
        Readings.json("{'id': 'anna', 'soreness': {'" + field + "': " + json + "}}").get(0);
    Reading told =
        anna().answer("soreness." + field, number ? (Object) Double.valueOf(value) : value).read();
    assertThat(told).isInstanceOf(Reading.Rejected.class);
    assertThat(told.problems()).extracting(Problem::code).containsExactly(code);
    assertThat(told.problems())
        .usingRecursiveComparison()
        .ignoringFields("source", "line", "column", "value")
        .isEqualTo(file.problems());
  }

  @Test
  void whatStandsTwiceOrNowhereIsSaid() {
    assertThat(anna().answer("soreness.worst", 4).answer("soreness.worst", 5).read().problems())
        .extracting(Problem::code)
        .containsExactly("duplicate-key");
    assertThat(anna().answer("worst", 4).read().problems())
        .extracting(Problem::code)
        .containsExactly("unknown-section");
  }

  @Test
  void trueAndFalseSayYesAndNo() {
    assertThat(anna().answer("nerves.saddle", false).read().intake().answers())
        .containsEntry("nerves.saddle", Answer.of("no"));
  }

  @Test
  void aBadOneIsThrownWithItsProblemsAndWithoutTheValue() {
    assertThatThrownBy(() -> anna().answer("soreness.onset", "private words").read().intake())
        .isInstanceOfSatisfying(IntakeRejected.class, e -> assertThat(e.problems()).hasSize(1))
        .hasMessageContaining("soreness.onset: this is not one of the answers")
        .hasMessageNotContaining("private");
  }

  @Test
  void aTimeIsKept() {
    OffsetDateTime at = OffsetDateTime.parse("2026-11-20T18:00:00+01:00");
    assertThat(anna().at(at).read().intake().at()).isEqualTo(at);
  }

  @Test
  void anAnswerOfAForeignTypeIsRefusedAtOnce() {
    assertThatThrownBy(() -> anna().answer("soreness.worst", new Object()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
