package dev.spotter.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.intake.Intake;
import dev.spotter.intake.Reading;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An intake, written as a response and read again, is the same intake. */
class RoundTripTest {
  private static final long SEED = Long.getLong("spotter.seed", 20261120L);
  private static final int CLIENTS = 10_000;

  @Test
  void generatedClientsComeBackAsTheyWere() {
    Generated generated = new Generated(SEED);
    int answered = 0;
    for (int number = 0; number < CLIENTS; number++) {
      Intake intake = generated.client(number);
      Reading back = Examples.read(Examples.FHIR.response(intake));
      assertThat(back)
          .as("seed %d, client %d", SEED, number)
          .isInstanceOf(Reading.Read.class)
          .extracting(r -> ((Reading.Read) r).intake())
          .isEqualTo(intake);
      answered += intake.answers().size();
    }
    System.out.printf("seed %d: %d clients, %d answers%n", SEED, CLIENTS, answered);
    assertThat(answered).isGreaterThan(CLIENTS * 20);
  }

  @Test
  void exampleClientsComeBackAndGetTheSameAnswer() {
    List<Reading.Read> readings = Examples.readings();
    assertThat(readings).hasSizeGreaterThan(150);
    for (Reading.Read read : readings) {
      Reading back = Examples.read(Examples.FHIR.response(read.intake()));
      assertThat(back).as(read.intake().id()).isEqualTo(new Reading.Read(read.intake(), List.of()));
    }
  }

  @Test
  void aWeightInPoundsLosesNothing() {
    Intake intake = Examples.intake("{\"id\": \"a\", \"workout\": {\"topLoadKg\": \"225.55 lb\"}}");
    Reading back = Examples.read(Examples.FHIR.response(intake));
    assertThat(back).isEqualTo(new Reading.Read(intake, List.of()));
  }

  @Test
  void anOffsetThatFhirCannotSayKeepsItsMoment() {
    OffsetDateTime at = OffsetDateTime.parse("2026-11-20T18:00:00+17:00");
    Intake intake = new Intake("a", at, null, Map.of(), null);
    Reading back = Examples.read(Examples.FHIR.response(intake));
    assertThat(((Reading.Read) back).intake().at().toInstant()).isEqualTo(at.toInstant());
  }
}
