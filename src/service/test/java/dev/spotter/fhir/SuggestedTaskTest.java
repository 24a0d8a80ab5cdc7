package dev.spotter.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.cds.Hooks;
import dev.spotter.cds.House;
import dev.spotter.cds.Keeper;
import dev.spotter.intake.Intake;
import dev.spotter.intake.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a card suggests to be put on the list of tasks is FHIR. */
class SuggestedTaskTest {
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-20T18:00:00Z");
  private static final Hooks HOOKS =
      new Hooks(
          new House(Fhir.BASE, 3, null, null),
          Clock.fixed(NOW.toInstant(), NOW.getOffset()),
          r -> r,
          s -> {});

  private static JsonNode card(Intake client) {
    ObjectNode response =
        Examples.FHIR.response(
            new Intake("Patient/p1", NOW, null, client.answers(), client.history()));
    ObjectNode call = Json.object().put("hook", "patient-view");
    call.put("hookInstance", "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea");
    call.putObject("context").put("patientId", "p1");
    call.putObject("prefetch").set("response", response);
    byte[] body = call.toString().getBytes(StandardCharsets.UTF_8);
    return HOOKS.cards(Examples.SPOTTER, body, Keeper.NONE).at("/cards/0");
  }

  @Test
  void everySuggestedTaskIsValid() {
    Set<String> priorities = new TreeSet<>();
    for (Reading.Read read : Examples.readings()) {
      JsonNode task = card(read.intake()).at("/suggestions/0/actions/0/resource");
      if (priorities.add(task.path("priority").asText()) && !task.isMissingNode()) {
        assertThat(Hapi.errors(task)).as(task.toString()).isEmpty();
      }
    }
    assertThat(priorities).contains("stat", "asap", "urgent", "");
    assertThat(Hapi.errors(Json.object().put("resourceType", "Task").put("status", "whatever")))
        .isNotEmpty();
  }
}
