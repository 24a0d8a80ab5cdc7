package dev.spotter.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spotter.intake.Problem;
import dev.spotter.intake.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slips planted in a good response: what HAPI refuses we refuse too, and more. */
class RefusedTest {
  private static final String GOOD =
      """
      {
        'resourceType': 'QuestionnaireResponse',
        'questionnaire': 'https://spotter.dev/fhir/Questionnaire/spotter',
        'status': 'completed',
        'subject': { 'reference': 'Patient/anna' },
        'authored': '2026-11-20T18:00:00+01:00',
        'item': [
          { 'linkId': 'zone', 'answer': [ { 'valueString': 'Europe/Berlin' } ] },
          { 'linkId': 'soreness', 'item': [
            { 'linkId': 'soreness.onset', 'answer': [ { 'valueCoding': {
              'system': 'https://spotter.dev/fhir/CodeSystem/soreness.onset', 'code': '24-to-72h-after' } } ] },
            { 'linkId': 'soreness.worst', 'answer': [ { 'valueInteger': 4 } ] },
            { 'linkId': 'soreness.quality', 'answer': [ { 'valueCoding': {
              'system': 'https://spotter.dev/fhir/CodeSystem/soreness.quality', 'code': 'sharp' } } ] } ] },
          { 'linkId': 'workout', 'item': [
            { 'linkId': 'workout.topLoadKg', 'answer': [ { 'valueDecimal': 102.5 } ] } ] },
          { 'linkId': 'history', 'item': [
            { 'linkId': 'history.unit', 'answer': [ { 'valueCoding': {
              'system': 'https://spotter.dev/fhir/CodeSystem/history.unit', 'code': 'kg' } } ] },
            { 'linkId': 'history.sessions', 'item': [
              { 'linkId': 'history.sessions.date', 'answer': [ { 'valueDate': '2026-11-18' } ] },
              { 'linkId': 'history.sessions.exercises', 'item': [
                { 'linkId': 'history.sessions.exercises.name', 'answer': [ { 'valueString': 'Deadlift' } ] },
                { 'linkId': 'history.sessions.exercises.sets', 'item': [
                  { 'linkId': 'history.sessions.exercises.sets.reps', 'answer': [ { 'valueInteger': 5 } ] } ] } ] } ] } ] }
        ]
      }
      """
          .replace('\'', '"');

  private static String planted(String from, String to) {
    String bad = GOOD.replace(from.replace('\'', '"'), to.replace('\'', '"'));
    assertThat(bad).as("planted").isNotEqualTo(GOOD);
    return bad;
  }

  private static List<Problem> refused(String response) {
    Reading reading = Examples.FHIR.intake("r.json", response.getBytes(StandardCharsets.UTF_8));
    assertThat(reading).isInstanceOf(Reading.Rejected.class);
    return reading.problems();
  }

  private static JsonNode json(String text) throws IOException {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theGoodOneIsTaken() throws IOException {
    assertThat(Hapi.errors(json(GOOD))).isEmpty();
    Reading reading = Examples.read(json(GOOD));
    assertThat(reading.problems()).isEmpty();
    assertThat(((Reading.Read) reading).intake().id()).isEqualTo("Patient/anna");
  }

  /** Both refuse these; ours says where, by link id. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          'valueInteger': 4         | 'valueInteger': 11         | out-of-range   | soreness.worst
          'valueInteger': 4         | 'valueDecimal': 4.5        | wrong-type     | soreness.worst
          'valueInteger': 4         | 'valueString': '4'         | wrong-type     | soreness.worst
          'valueInteger': 4         | 'valueInteger': 4.0        | wrong-type     | soreness.worst
          { 'valueInteger': 4 }     | { 'valueInteger': 4 }, { 'valueInteger': 5 } | duplicate-key | soreness.worst
          [ { 'valueInteger': 4 } ] | []                         | wrong-type     | soreness.worst
          'soreness.worst'          | 'soreness.worts'           | unknown-field  | soreness
          'soreness.worst'          | 'soreness.onset'           | duplicate-key  | soreness.onset
          'soreness.worst'          | 'client.age'               | unknown-field  | soreness
          '24-to-72h-after'         | '24-to-72-after'           | not-offered    | soreness.onset
          CodeSystem/soreness.onset | CodeSystem/soreness.trend  | not-offered    | soreness.onset
          'valueDecimal': 102.5     | 'valueDecimal': 1025       | out-of-range   | workout.topLoadKg
          'valueDecimal': 102.5     | 'valueDecimal': '102.5'    | wrong-type     | workout.topLoadKg
          'linkId': 'workout',      | 'linkId': 'workout', 'answer': [ { 'valueInteger': 1 } ], | wrong-type | workout
          'linkId': 'workout',      | 'linkId': 'wrkout',        | unknown-field  | ~~
          'status': 'completed'     | 'status': 'complete'       | wrong-status   | status
          'authored': '2026-11-20T18:00:00+01:00' | 'authored': 'yesterday' | bad-time | authored
          '2026-11-18'              | '2026-13-45'               | bad-time       | history.sessions[0].date
          '2026-11-18'              | '2026-11-18T18:00:00'      | wrong-type     | history.sessions[0].date
          'valueInteger': 5         | 'valueInteger': 101        | out-of-range   | history.sessions[0].exercises[0].sets[0].reps
          'code': 'sharp' } }       | 'code': 'sharp' } }, { 'valueCoding': { 'system': 'https://spotter.dev/fhir/CodeSystem/soreness.quality', 'code': 'none' } } | contradiction | soreness.quality
          'answer': [ { 'valueDecimal' | 'answerr': [ { 'valueDecimal' | unknown-field | workout.topLoadKg
          """)
  void bothRefuse(String from, String to, String code, String path) throws IOException {
    String bad = planted(from, to);
    assertThat(Hapi.errors(json(bad))).as("HAPI").isNotEmpty();
    assertThat(refused(bad))
        .as("ours")
        .extracting(Problem::code, Problem::path)
        .contains(tuple(code, path));
  }

  /** These pass HAPI, and would mean something else than was meant. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Questionnaire/spotter     | Questionnaire/other        | wrong-questionnaire | questionnaire
          'status': 'completed'     | 'status': 'in-progress'    | wrong-status   | status
          'status': 'completed'     | 'status': 'entered-in-error' | wrong-status | status
          'authored': '2026-11-20T18:00:00+01:00' | 'authored': '2026-11-20' | bad-time | authored
          'authored': '2026-11-20T18:00:00+01:00' | 'authored': '1926-11-20T18:00:00Z' | bad-time | authored
          'Europe/Berlin'           | 'Berlin'                   | bad-time       | zone
          'linkId': 'history.unit'  | 'linkId': 'history.zone'   | wrong-type     | history.zone
          'code': 'kg'              | 'code': 'kgs'              | no-unit        | history.unit
          'valueDecimal': 102.5     | 'valueDecimal': 1e99       | not-a-number   | workout.topLoadKg
          'status': 'completed',    | 'status': 'completed', 'modifierExtension': [ { 'url': 'http://x.example/not', 'valueBoolean': true } ], | not-understood | ~~
          'status': 'completed',    | 'status': 'completed', 'status': 'completed', | syntax | ~~
          'status': 'completed',    | 'status': 'completed', 'statos': 'completed', | unknown-field | ~~
          'QuestionnaireResponse'   | 'Patient'                  | wrong-type     | ~~
          """)
  void weRefuseMore(String from, String to, String code, String path) {
    assertThat(refused(planted(from, to)))
        .extracting(Problem::code, Problem::path)
        .contains(tuple(code, path));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceAndNoValueIsSaid() {
    String bad =
        planted("'valueInteger': 4", "'valueInteger': 77")
            .replace("\"sharp\"", "\"private-word\"")
            .replace("102.5", "\"private-load\"")
            .replace("completed", "private-status");
    List<Problem> problems = refused(bad);
    assertThat(problems)
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(
            "status", "workout.topLoadKg", "soreness.worst", "soreness.quality");
    String outcome = Fhir.text(Examples.FHIR.outcome(new Reading.Rejected("a", problems)));
    assertThat(outcome)
        .contains("soreness.worst: outside the range")
        .doesNotContain("77", "private");
    assertThat(problems.toString().replaceAll("value=[^,]*", "")).doesNotContain("77", "private");
  }

  @Test
  void aSlipInANameIsMet() {
    assertThat(refused(planted("'soreness.worst'", "'soreness.worts'")).get(0).help())
        .isEqualTo("did you mean soreness.worst?");
    assertThat(refused(planted("'soreness.worst'", "'client.age'")).get(0).help())
        .isEqualTo("client.age belongs into client");
    assertThat(refused(planted("24-to-72h-after", "24-to-72-after")).get(0).help())
        .isEqualTo("did you mean 24-to-72h-after?");
  }

  @Test
  void anotherVersionIsTakenWithAWord() {
    String other = planted("Questionnaire/spotter'", "Questionnaire/spotter|1'");
    Reading reading = Examples.FHIR.intake("r", other.getBytes(StandardCharsets.UTF_8));
    assertThat(reading).isInstanceOf(Reading.Read.class);
    assertThat(reading.problems()).extracting(Problem::code).containsExactly("wrong-questionnaire");
  }

  @Test
  void noBytesMakeItThrow() {
    byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
    java.util.Random random = new java.util.Random(5);
    for (int i = 0; i < 5_000; i++) {
      byte[] bad = good.clone();
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      int end = random.nextInt(4) == 0 ? random.nextInt(bad.length) : bad.length;
      Reading reading = Examples.FHIR.intake("r", java.util.Arrays.copyOf(bad, end));
      assertThat(reading).as("seed 5, mutation %d", i).isNotNull();
      assertThat(reading instanceof Reading.Rejected && reading.problems().isEmpty()).isFalse();
    }
    assertThat(refused("[".repeat(100_000))).extracting(Problem::code).containsExactly("syntax");
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }
}
