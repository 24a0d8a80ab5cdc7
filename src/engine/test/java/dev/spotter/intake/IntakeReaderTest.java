package dev.spotter.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeReaderTest {

  private static Object value(String json) {
    Intake intake = Readings.intake(Readings.json(json));
    return intake.answers().values().iterator().next().value();
  }

  @Test
  void jsonAndYamlSayTheSame() {
    Intake json =
        Readings.intake(
            Readings.json(
                "{'id': 'anna', 'at': '2026-11-20T18:00:00+01:00', 'soreness': {'worst': 4, 'onset': '24-to-72h-after', 'quality': ['sharp'], 'pop': true},"
                    + " 'nerves': {'saddle': 'no'}, 'client': {'conditions': ['none'], 'age': null}, 'workout': {'topRpe': 8.5}}"));
    Intake yaml =
        Readings.intake(
            Readings.yaml(
                "id: anna\nat: 2026-11-20T18:00:00+01:00\nsoreness: {worst: 4, onset: 24-to-72h-after, quality: [sharp], pop: true}\n"
                    + "nerves:\n  saddle: no\nclient: {conditions: [none], age: }\nworkout: {topRpe: '8,5'}\n"));
    assertThat(json).isEqualTo(yaml);
    assertThat(json.answers().get("nerves.saddle").value()).isEqualTo("no");
    assertThat(json.answers().get("client.conditions").value()).isEqualTo(Set.of());
    assertThat(json.answers()).doesNotContainKey("client.age");
    assertThat(json.at()).isEqualTo(OffsetDateTime.parse("2026-11-20T18:00:00+01:00"));
  }

  @Test
  void notAskedUnknownAndNoneAreThreeThings() {
    assertThat(Readings.intake(Readings.json("{'id': 'a', 'nerves': {'saddle': null}}")).answers())
        .isEmpty();
    assertThat(value("{'nerves': {'saddle': 'unknown'}}")).isEqualTo("unknown");
    assertThat(value("{'soreness': {'worst': 'unknown'}}")).isEqualTo("unknown");
    assertThat(value("{'client': {'conditions': ['unknown']}}")).isEqualTo("unknown");
    assertThat(value("{'client': {'conditions': 'none'}}")).isEqualTo(Set.of());
    assertThat(new Answer("unknown", null).known()).isFalse();
  }

  @Test
  void whoAnsweredIsKept() {
    Intake intake =
        Readings.intake(Readings.json("{'nerves': {'legWeak': {'value': 'no', 'by': 'trainer'}}}"));
    assertThat(intake.answers().get("nerves.legWeak")).isEqualTo(new Answer("no", "trainer"));
  }

  @ParameterizedTest
  @CsvSource({
    "'225 lb', 102.058",
    "225lbs, 102.058",
    "100 kg, 100",
    "100, 100",
    "'62,5', 62.5",
    "61.25, 61.25"
  })
  void weightsComeInKilogramsAndPounds(String text, double kg) {
    assertThat((double) value("{'workout': {'topLoadKg': '" + text + "'}}"))
        .isCloseTo(kg, org.assertj.core.data.Offset.offset(0.001));
  }

  @Test
  void aWeightMayNameItsUnitBeside() {
    assertThat((double) value("{'workout': {'topLoadKg': {'value': 225, 'unit': 'lb'}}}"))
        .isCloseTo(102.058, org.assertj.core.data.Offset.offset(0.001));
  }

  /** A tilde stands for a double quote. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{~sorenes~: {~worst~: 4}}                               | 1:2 unknown-section sorenes",
        "{~soreness~: {~wrost~: 4}}                              | 1:15 unknown-field soreness.wrost",
        "{~soreness~: {~saddle~: ~no~}}                          | 1:15 unknown-field soreness.saddle",
        "{~soreness~: {~worst~: 11}}                             | 1:24 out-of-range soreness.worst",
        "{~soreness~: {~worst~: -1}}                             | 1:24 out-of-range soreness.worst",
        "{~soreness~: {~worst~: 3.5}}                            | 1:24 not-a-number soreness.worst",
        "{~soreness~: {~worst~: ~bad~}}                          | 1:24 not-a-number soreness.worst",
        "{~soreness~: {~worst~: true}}                           | 1:24 not-a-number soreness.worst",
        "{~soreness~: {~worst~: 1e1}}                            | 1:24 not-a-number soreness.worst",
        "{~soreness~: {~worst~: ~0x4~}}                          | 1:24 not-a-number soreness.worst",
        "{~soreness~: {~worst~: ~04~}}                           | 1:24 not-a-number soreness.worst",
        "{~soreness~: {~worst~: ~4 kg~}}                         | 1:24 not-a-number soreness.worst",
        "{~workout~: {~topLoadKg~: ~1400 lb~}}                   | 1:27 out-of-range workout.topLoadKg",
        "{~soreness~: {~onset~: ~yesterday~}}                    | 1:24 not-offered soreness.onset",
        "{~soreness~: {~onset~: [~unknown~]}}                    | 1:24 wrong-type soreness.onset",
        "{~soreness~: {~pop~: 1}}                                | 1:22 not-offered soreness.pop",
        "{~nerves~: {~saddle~: ~NO~}}                            | 1:23 not-offered nerves.saddle",
        "{~nerves~: {~legPain~: true}}                           | 1:24 not-offered nerves.legPain",
        "{~client~: {~conditions~: [~none~, ~diabetes~]}}        | 1:27 contradiction client.conditions",
        "{~client~: {~conditions~: [~unknown~, ~diabetes~]}}     | 1:27 contradiction client.conditions",
        "{~client~: {~conditions~: []}}                          | 1:27 wrong-type client.conditions",
        "{~client~: {~conditions~: [~gout~]}}                    | 1:28 not-offered client.conditions",
        "{~client~: {~age~: {~value~: 30, ~bye~: ~x~}}}          | 1:34 unknown-field client.age",
        "{~client~: {~age~: 30, ~age~: 31}}                      | 1:24 duplicate-key client.age",
        "{~client~: {~age~: 30}, ~client~: {}}                   | 1:25 duplicate-key client",
        "{~client~: 30}                                          | 1:12 wrong-type client",
        "{~id~: ~~}                                              | 1:8 bad-id id",
        "{~at~: ~2026-11-20~}                                    | 1:8 bad-time at",
        "{~at~: ~2026-11-20T10:00:00~}                           | 1:8 bad-time at",
        "{~at~: ~1226-11-20T10:00:00Z~}                          | 1:8 bad-time at",
        "{~zone~: ~Berlin~}                                      | 1:10 bad-time zone",
        "{~history~: {~sessions~: []}}                           | 1:13 no-unit history.unit",
        "{~history~: {~unit~: ~kg~, ~sessions~: [{}]}}           | 1:41 bad-time history.sessions[0].start",
        "[3]                                                     | 1:2 wrong-type",
        "{~soreness~: {~worst~: 4,}}                             | 1:26 syntax",
      })
  void everythingWrongIsToldWithItsPlace(String text, String expected) {
    List<Reading> readings = Readings.json(text.replace('~', '"'));
    assertThat(Readings.problems(readings)).containsExactly(expected);
    assertThat(readings).singleElement().isInstanceOf(Reading.Rejected.class);
  }

  @Test
  void aProblemAdvisesAndNeverPutsThePrivateValueIntoItsMessage() {
    Problem problem = Readings.json("{'nerves': {'sadle': 'geheim'}}").get(0).problems().get(0);
    assertThat(problem.help()).isEqualTo("did you mean saddle?");
    Problem value = Readings.json("{'nerves': {'saddle': 'geheim'}}").get(0).problems().get(0);
    assertThat(value.message() + value.help()).doesNotContain("geheim");
    assertThat(value.value()).isEqualTo("geheim");
    assertThat(Readings.json("{'soreness': {'saddle': 'no'}}").get(0).problems().get(0).help())
        .contains("belongs to nerves");
  }

  @Test
  void allProblemsOfAClientAreTold() {
    assertThat(
            Readings.problems(
                Readings.json(
                    "{'sorenes': {},\n 'soreness': {'worst': 99, 'onset': 'x'},\n 'client': {'age': 'old'}}")))
        .containsExactly(
            "1:2 unknown-section sorenes",
            "2:24 out-of-range soreness.worst",
            "2:37 not-offered soreness.onset",
            "3:20 not-a-number client.age");
  }

  @Test
  void yamlTellsPlacesToo() {
    assertThat(
            Readings.problems(
                Readings.yaml("id: a\nsoreness:\n  worst: 40\n  worst: 4\n  onst: x\n")))
        .containsExactly(
            "3:10 out-of-range soreness.worst",
            "4:3 duplicate-key soreness.worst",
            "5:3 unknown-field soreness.onst");
    assertThat(Readings.problems(Readings.yaml("id: a\nsoreness: [1\n")))
        .singleElement()
        .asString()
        .contains("syntax");
    assertThat(Readings.problems(Readings.yaml("id: !!java.net.URL ['http://x']\n")))
        .singleElement()
        .asString()
        .contains("syntax");
  }

  @Test
  void manyClientsComeAsListAsLinesAndAsDocuments() {
    assertThat(Readings.json("[{'id': 'a'}, {'id': 'b'}]")).hasSize(2);
    assertThat(Readings.json("{'id': 'a'}\n{'id': 'b'}\n\n{'id': 'c'}\n")).hasSize(3);
    assertThat(Readings.json("{\n 'id': 'a'\n}\n{\n 'id': 'b'\n}\n")).hasSize(2);
    assertThat(Readings.yaml("id: a\n---\nid: b\n")).hasSize(2);
    assertThat(Readings.yaml("- id: a\n- id: b\n")).hasSize(2);
    assertThat(Readings.of("-", "id: a\n".getBytes(StandardCharsets.UTF_8))).hasSize(1);
  }

  @Test
  void aBadLineIsOneBadClient() {
    List<Reading> readings =
        Readings.of(
            "c.ndjson",
            "{\"id\": \"a\"}\n{\"id\": \"b\", }\nnot json\n{\"id\": \"d\"}\n"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(readings).hasSize(4);
    assertThat(readings.get(0)).isInstanceOf(Reading.Read.class);
    assertThat(readings.get(3)).isInstanceOf(Reading.Read.class);
    assertThat(Readings.problems(readings)).hasSize(2).first().asString().startsWith("2:");
    assertThat(Readings.problems(readings)).last().asString().startsWith("3:");
  }

  @Test
  void aBadClientOfAListDoesNotStopTheOthers() {
    List<Reading> readings = Readings.json("[{'id': 'a'}, {'id': 'b', 'x': 1}, 5, {'id': 'd'}]");
    assertThat(readings.stream().map(r -> r instanceof Reading.Read))
        .containsExactly(true, false, false, true);
  }

  @Test
  void aClientWithoutIdIsNamedAfterItsFile() {
    assertThat(Readings.intake(Readings.json("{}")).id()).isEqualTo("anna");
    assertThat(Readings.json("[{}, {}]").stream().map(r -> ((Reading.Read) r).intake().id()))
        .containsExactly("anna", "anna#2");
    assertThat(Readings.json("{}\n{}\n").stream().map(r -> ((Reading.Read) r).intake().id()))
        .containsExactly("anna:1", "anna:2");
  }

  @Test
  void bytesAreReadStrictly() {
    byte[] latin =
        "{ \"id\": \"a\",\n \"client\": { \"job\": \"b\u00fcro\" } }"
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Readings.problems(Readings.of("a.json", latin))).containsExactly("2:23 bad-utf8");
    byte[] mark = "\uFEFF{\"id\": \"a\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(Readings.intake(Readings.of("a.json", mark)).id()).isEqualTo("a");
    assertThat(
            Readings.problems(
                Readings.of("a.json", "{\"id\": \"a\"}".getBytes(StandardCharsets.UTF_16))))
        .containsExactly("1:1 wrong-encoding");
    assertThat(Readings.problems(Readings.of("a.json", new byte[0]))).containsExactly("1:1 empty");
    assertThat(Readings.problems(Readings.of("a.json", "  \n".getBytes(StandardCharsets.UTF_8))))
        .containsExactly("1:1 empty");
    assertThat(Readings.intake(Readings.json("{'id': 'Jürgen 🏋'}")).id()).isEqualTo("Jürgen 🏋");
  }

  @Test
  void whatIsTooLongOrTooDeepIsRefused() {
    assertThat(Readings.problems(Readings.json("{'id': '" + "x".repeat(201) + "'}")))
        .containsExactly("1:8 bad-id id");
    assertThat(Readings.problems(Readings.json("{'id': '" + "x".repeat(20_000) + "'}")).get(0))
        .contains("too-long");
    assertThat(Readings.problems(Readings.json("{'id': " + "[".repeat(100))).get(0))
        .contains("too-deep");
    assertThat(Readings.problems(Readings.yaml("id: " + "[".repeat(100) + "]".repeat(100))).get(0))
        .contains("too-deep");
    for (String down : List.of("[", "{a: ", "- ", "? ", "[{a: [")) {
      assertThat(Readings.problems(Readings.yaml("id: x\nb:\n  " + down.repeat(20_000))).get(0))
          .contains("too-deep");
    }
    String bomb =
        "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
            + "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\n";
    assertThat(Readings.problems(Readings.yaml(bomb)).get(0)).contains("too-long");
  }

  @Test
  void timesMayBeLocalWithAZone() {
    Intake intake =
        Readings.intake(Readings.json("{'at': '2026-07-01T10:00:00', 'zone': 'Europe/Berlin'}"));
    assertThat(intake.at()).isEqualTo(OffsetDateTime.parse("2026-07-01T10:00:00+02:00"));
    assertThat(intake.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @Test
  void theLogIsReadInItsUnit() {
    Intake intake =
        Readings.intake(
            Readings.json(
                "{'history': {'unit': 'lb', 'sessions': [{'start': '2026-06-01', 'exercises': [{'name': 'Deadlift', 'sets': [{'load': 315, 'reps': 5, 'rpe': 8, 'kind': 'work'}, {'load': 0, 'reps': 5}]}]}]}}"));
    var set = intake.history().sessions().get(0).exercises().get(0).sets().get(0);
    assertThat(set.loadKg()).isCloseTo(142.88, org.assertj.core.data.Offset.offset(0.01));
    assertThat(intake.history().sessions().get(0).start()).isNull();
    assertThat(
            Readings.problems(
                Readings.json(
                    "{'history': {'unit': 'lb', 'sessions': [{'start': '2026-06-01', 'exercises': [{'name': 'Deadlift', 'sets': [{'load': 0, 'reps': 5}]}]}]}}")))
        .singleElement()
        .asString()
        .contains("odd-row");
  }
}
