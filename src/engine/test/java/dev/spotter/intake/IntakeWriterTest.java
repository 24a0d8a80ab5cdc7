package dev.spotter.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Shipped;
import dev.spotter.intake.RecordReader.Origin;
import dev.spotter.prove.Clients;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A client that is written and read again is the same client. */
class IntakeWriterTest {
  private static final long SEED = Long.getLong("spotter.seed", 20260302L);
  private static final int CLIENTS = 10_000;

  private final RecordReader reader = new RecordReader(Shipped.rules().vocabulary(), Limits.USUAL);

  @Test
  void generatedClientsComeBackAsTheyWereAndAreWrittenAlike() {
    System.out.println("intake writer: seed " + SEED + ", " + CLIENTS + " clients");
    Clients clients = new Clients(Shipped.rules(), SEED);
    int logs = 0;
    for (int number = 0; number < CLIENTS; number++) {
      Intake intake = Told.client(clients, SEED, number);
      String text = IntakeWriter.text(intake);
      Reading back = read(text);
      assertThat(back)
          .as("seed %d, client %d: %s", SEED, number, text)
          .isEqualTo(new Reading.Read(intake, List.of()));
      assertThat(IntakeWriter.text(back.intake())).isEqualTo(text);
      logs += intake.history() == null ? 0 : 1;
    }
    assertThat(logs).isBetween(CLIENTS / 3, CLIENTS * 2 / 3);
  }

  @Test
  void oneFormHoweverItWasTold() {
    String told =
        """
        { "zone": "Europe/Berlin", "nerves": { "saddle": false }, "at": "2026-11-20 18:00",
          "client": { "conditions": "none" },
          "soreness": { "worst": { "by": "trainer", "value": "8" }, "location": ["midline-spine", "low-back-left"],
                        "onset": "unknown", "quality": null },
          "workout": { "topLoadKg": "200 lb" }, "id": "anna",
          "history": { "unit": "lb", "source": "hevy", "sessions": [
            { "start": "2026-11-18T18:30", "exercises": [
              { "name": " Squat ", "sets": [ { "reps": 5, "load": 200, "kind": "unknown" } ] } ] },
            { "start": "2026-11-16", "durationSec": 3600 } ] } }
        """;
    assertThat(IntakeWriter.text(read(told).intake()))
        .isEqualTo(
            ("{'id':'anna','at':'2026-11-20T18:00:00+01:00','zone':'Europe/Berlin',"
                    + "'client':{'conditions':{'value':['none']}},"
                    + "'nerves':{'saddle':{'value':'no'}},"
                    + "'soreness':{'location':{'value':['low-back-left','midline-spine']},"
                    + "'onset':{'value':'unknown'},"
                    + "'worst':{'value':8,'by':'trainer'}},"
                    + "'workout':{'topLoadKg':{'value':90.718474}},"
                    + "'history':{'unit':'lb','sessions':["
                    + "{'start':'2026-11-18T18:30:00','exercises':["
                    + "{'name':'Squat','sets':[{'load':200,'reps':5}]}]},"
                    + "{'start':'2026-11-16','durationSec':3600,'exercises':[]}]}}")
                .replace('\'', '"'));
  }

  private Reading read(String text) {
    return reader.json(new Origin("written.json", 1, "?"), text.getBytes(StandardCharsets.UTF_8));
  }
}
