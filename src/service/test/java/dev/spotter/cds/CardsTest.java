package dev.spotter.cds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.Spotter;
import dev.spotter.ehr.Rendered;
import dev.spotter.fhir.Fhir;
import dev.spotter.intake.Answer;
import dev.spotter.intake.Intake;
import dev.spotter.prove.Clients;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardsTest {
  private static final Path ROOT =
      Path.of(System.getProperty("spotter.root", "../..")).toAbsolutePath().normalize();
  private static final int CLIENTS = Integer.getInteger("spotter.clients", 1_000);
  private static final long SEED = Long.getLong("spotter.seed", 20261125L);
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-20T18:00:00Z");
  private static final Spotter SPOTTER = Spotter.load(ROOT.resolve("rules"));
  private static final Fhir FHIR = Fhir.of(SPOTTER.rules());
  private static final Hooks HOOKS =
      new Hooks(
          new House(Fhir.BASE, 3, null, null),
          Clock.fixed(Instant.parse("2026-11-21T18:00:00Z"), ZoneOffset.UTC),
          r -> r,
          s -> {});

  private static byte[] call(JsonNode response) {
    ObjectNode body = Documents.object().put("hook", "patient-view");
    body.put("hookInstance", "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea");
    body.putObject("context").put("patientId", "p1");
    body.putObject("prefetch").set("response", response);
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode response(Intake client) {
    return FHIR.response(new Intake("Patient/p1", AT, null, client.answers(), client.history()));
  }

  @Test
  void noCardSaysNothingAnywhereAndEachIsWhatTheSpecificationAllows() {
    System.out.println("CardsTest: seed " + SEED + ", " + CLIENTS + " clients");
    Clients clients = new Clients(SPOTTER.rules(), SEED);
    Map<String, Integer> indicators = new TreeMap<>();
    long[] nanos = new long[CLIENTS];
    for (int i = 0; i < CLIENTS; i++) {
      byte[] call = call(response(clients.client(i).intake()));
      long begin = System.nanoTime();
      ObjectNode answer = HOOKS.cards(SPOTTER, call, Keeper.NONE);
      nanos[i] = System.nanoTime() - begin;
      JsonNode card = answer.at("/cards/0");
      full(answer, "client " + i + " of seed " + SEED);
      indicators.merge(card.path("indicator").textValue(), 1, Integer::sum);
      assertThat(card.path("summary").textValue()).hasSizeLessThan(140);
      assertThat(card.has("suggestions")).isEqualTo(card.has("selectionBehavior"));
      assertThat(card.path("overrideReasons").findValuesAsText("system"))
          .hasSize(7)
          .containsOnly("http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes");
      String detail = card.path("detail").textValue();
      assertThat(detail).contains("not a diagnosis", "Rule set\\:");
      assertThat(Rendered.strange(detail)).as(detail).isEmpty();
    }
    Arrays.sort(nanos);
    System.out.printf(
        "CardsTest: %s, median %.2f ms, p99 %.2f ms, longest %.1f ms%n",
        indicators,
        nanos[CLIENTS / 2] / 1e6,
        nanos[CLIENTS * 99 / 100] / 1e6,
        nanos[CLIENTS - 1] / 1e6);
    assertThat(indicators).containsOnlyKeys("critical", "warning", "info");
  }

  /** Each character that cannot be seen is a space. */
  private static String shown(String text) {
    return text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", " ").strip();
  }

  private static void full(JsonNode node, String as) {
    assertThat(node.isNull()).as(as).isFalse();
    if (node.isContainerNode()) {
      assertThat(node.isEmpty()).as(as + " " + node).isFalse();
      node.forEach(n -> full(n, as));
    } else {
      assertThat(node.asText()).as(as).isNotBlank();
    }
  }

  @Test
  void aRuleThatFailsHasTheClientCalledToday() {
    Map<String, byte[]> files =
        new TreeMap<>(RuleFiles.read(List.of(ROOT.resolve("rules"))).files());
    String throwing =
        "package spotter\nimport dev.spotter.fact.*\nrule \"mine: throws\"\n"
            + "  @source( \"house\" )\nwhen\n  Client( age == 29 )\nthen\n"
            + "  if (true) throw new IllegalStateException(\"zqmark\");\nend\n";
    files.put("mine.drl", throwing.getBytes(StandardCharsets.UTF_8));
    Spotter broken = Spotter.of(RuleSet.trusting(new RuleFiles("test", new TreeMap<>(files))));
    Intake client = new Intake("p1", AT, null, Map.of("client.age", new Answer(29, null)), null);
    List<String> counted = new ArrayList<>();
    Hooks hooks =
        new Hooks(
            new House(Fhir.BASE, 3, null, null),
            Clock.fixed(AT.toInstant(), ZoneOffset.UTC),
            r -> r,
            counted::add);
    JsonNode card = hooks.cards(broken, call(response(client)), Keeper.NONE).at("/cards/0");

    assertThat(counted).containsExactly("failed");
    assertThat(card.path("indicator").textValue()).isEqualTo("critical");
    assertThat(card.path("summary").textValue()).startsWith("Have this client called today");
    assertThat(card.path("detail").textValue())
        .contains("mine\\: throws", "nothing is known of how urgent")
        .doesNotContain("zqmark", "29");
    assertThat(card.at("/suggestions/0/actions/0/resource/priority").textValue()).isEqualTo("asap");
  }

  @Test
  void pruningTakesWhatSaysNothingAtEveryDepth() {
    ObjectNode node = Documents.object().put("kept", false).put("no", "").putNull("nil");
    node.putArray("list").addObject().putObject("deep").putArray("empty").add(" ");
    node.putObject("half").put("a", 0).putNull("b");

    assertThat(Pruned.of(node)).hasToString("{\"kept\":false,\"half\":{\"a\":0}}");
  }

  @Test
  void discoverySaysNothingEmpty() {
    ObjectNode services = HOOKS.services();

    full(services, "discovery");
    assertThat(services.at("/services/0/prefetch/response").textValue())
        .contains("{{context.patientId}}", Fhir.BASE + "/Questionnaire/spotter&");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[click](javascript:alert(1))",
        "![x](https://evil.example/p.png)",
        "https://evil.example",
        "www.evil.example",
        "see evil.example or http://10.0.0.1/a.b",
        "mailto:me@evil.example xmpp:me@1.example",
        "me@evil.example",
        "@everyone #1",
        "&lt;b&gt; &#60;b&#62;",
        "`code` ``` ~~~ $x$",
        "# heading",
        "> quote",
        "| a | b |\n|---|---|",
        "1. one\n2. two",
        "a\r\n\r\n<b>new paragraph",
        "**bold** _it_ ~~gone~~",
        "[ref]: https://evil.example",
        "\\<b\\>",
        "\u202Egnp.exe\u202C",
        "- [x] done",
      })
  void everyMarkIsEscaped(String text) {
    String escaped = Markdown.escaped(text);

    assertThat(escaped).doesNotContain("<", ">", "\n", "\r", "\u202E");
    assertThat(escaped.replaceAll("\\\\[!-/:-@\\[-`{-~]|&(lt|gt|amp);", ""))
        .doesNotContainPattern("[\\\\`*_{}\\[\\]()#+!|~^$=:/@&.-]");
    assertThat(escaped).doesNotContainPattern("[.:/@]\\\\?[\\p{L}/]");
    assertThat(Rendered.kinds(escaped)).containsExactly("Document", "Paragraph", "Text");
    assertThat(Rendered.words(escaped)).isEqualTo(shown(text).replace("@", "@ "));
  }
}
