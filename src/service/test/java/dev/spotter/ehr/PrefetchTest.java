package dev.spotter.ehr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.fact.Level;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which answers of those that a record system sends become a card. */
class PrefetchTest extends WithEhr {
  @Test
  void withoutAnswersThereIsNoCard() throws Exception {
    assertThat(ehr.cards("nobody").body()).isEqualTo("{\"cards\":[]}");
    ObjectNode other = of("somebody-else", response(Level.EMERGENCY));
    assertThat(ehr.call("me", prefetch(other)).body()).isEqualTo("{\"cards\":[]}");
    ObjectNode draft = of("me", response(Level.EMERGENCY)).put("status", "in-progress");
    assertThat(ehr.call("me", prefetch(draft)).body()).isEqualTo("{\"cards\":[]}");
    ObjectNode foreign =
        of("me", response(Level.EMERGENCY)).put("questionnaire", "https://q.example");
    assertThat(ehr.call("me", prefetch(foreign)).body()).isEqualTo("{\"cards\":[]}");
    ObjectNode all = JSON.createObjectNode().put("resourceType", "Bundle");
    ArrayNode entries = all.putArray("entry");
    List.of(other, draft, draft, foreign).forEach(r -> entries.addObject().set("resource", r));
    assertThat(ehr.call("me", prefetch(all)).body()).isEqualTo("{\"cards\":[]}");
    assertThat(log())
        .contains(
            "nothing fits: {another patient=1}",
            "nothing fits: {another patient=1, another questionnaire=1, not completed=2}")
        .doesNotContain("somebody-else", "q.example");
  }

  @Test
  void whereNothingOfAPageFitsTheNextIsNotTakenForEmpty() throws Exception {
    ObjectNode page = JSON.createObjectNode().put("resourceType", "Bundle");
    page.putArray("link").addObject().put("relation", "next").put("url", "https://ehr.example/2");
    ObjectNode answers = of("me", response(Level.EMERGENCY));
    ArrayNode entries = page.putArray("entry");
    entries.addObject().set("resource", answers.deepCopy().put("status", "in-progress"));

    ObjectNode empty = page.deepCopy();
    empty.remove("entry");
    assertThat(ehr.call("me", prefetch(empty)).statusCode()).isEqualTo(412);
    HttpResponse<String> unsure = ehr.call("me", prefetch(page));
    assertThat(unsure.statusCode()).isEqualTo(412);
    assertThat(unsure.body()).contains("there are more");
    entries.addObject().set("resource", answers);
    assertThat(card(ehr.call("me", prefetch(page))).path("indicator").textValue())
        .isEqualTo("critical");
  }

  @Test
  void withoutAPrefetchOrWithAnOutcomeThePreconditionFails() throws Exception {
    ObjectNode outcome = JSON.createObjectNode().put("resourceType", "OperationOutcome");
    outcome.putArray("issue").addObject().put("severity", "error").put("code", "timeout");
    ObjectNode bundle = JSON.createObjectNode().put("resourceType", "Bundle");
    ArrayNode entries = bundle.putArray("entry");
    entries.addObject().set("resource", of("me", response(Level.SELF_CARE)));
    entries.addObject().set("resource", outcome);

    assertThat(ehr.call("me", null).statusCode()).isEqualTo(412);
    assertThat(ehr.call("me", JSON.createObjectNode()).statusCode()).isEqualTo(412);
    assertThat(ehr.call("me", prefetch(outcome)).statusCode()).isEqualTo(412);
    assertThat(ehr.call("me", prefetch(bundle)).statusCode()).isEqualTo(412);
    ((ObjectNode) outcome.at("/issue/0")).put("severity", "information");
    assertThat(ehr.call("me", prefetch(outcome)).statusCode()).isEqualTo(412);
    assertThat(ehr.call("me", prefetch(bundle)).statusCode()).isEqualTo(200);
  }

  @Test
  void theCanonicalMayHaveAVersionOrNotAndTheResourceMayStandAlone() throws Exception {
    ObjectNode response = of("me", response(Level.EMERGENCY));
    String canonical = response.path("questionnaire").textValue();
    assertThat(canonical).contains("|");
    for (String told :
        List.of(
            canonical,
            canonical.replaceFirst("\\|.*", ""),
            canonical.replaceFirst("\\|.*", "|9"))) {
      JsonNode card = card(ehr.call("me", prefetch(response.put("questionnaire", told))));
      assertThat(card.path("indicator").textValue()).as(told).isEqualTo("critical");
    }
  }

  @Test
  void theNewestOfABundleIsTakenInWhateverOrderAndZone() throws Exception {
    ObjectNode bundle = JSON.createObjectNode().put("resourceType", "Bundle");
    ArrayNode entries = bundle.putArray("entry");
    ObjectNode late =
        of("me", response(Level.EMERGENCY)).put("authored", "2026-03-02T01:00:00-05:00");
    ObjectNode early = of("me", response(Level.SELF_CARE)).put("authored", "2026-03-02T05:30:00Z");
    entries.addObject().set("resource", late);
    entries.addObject().set("resource", early);

    assertThat(card(ehr.call("me", prefetch(bundle))).path("indicator").textValue())
        .isEqualTo("critical");
  }

  @Test
  void answersThatCannotBeUsedAreAWarningWithTheirPlacesAndNoValues() throws Exception {
    String wrong =
        of("me", response(Level.EMERGENCY))
            .toString()
            .replaceFirst("\"code\":\"[^\"]+\"", "\"code\":\"zqmark\"");
    JsonNode card = card(ehr.call("me", prefetch(JSON.readTree(wrong))));

    assertThat(card.path("indicator").textValue()).isEqualTo("warning");
    assertThat(card.path("summary").textValue()).contains("could not be used");
    assertThat(card.toString()).doesNotContain("zqmark");
    assertThat(Rendered.words(card.path("detail").textValue()))
        .containsPattern("\\b[a-z]+\\.[a-zA-Z]+:");
  }
}
