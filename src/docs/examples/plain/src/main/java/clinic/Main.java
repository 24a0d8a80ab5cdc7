package clinic;

import dev.spotter.Spotter;
import dev.spotter.assess.Assessment;
import dev.spotter.intake.Intake;
import dev.spotter.report.Audience;
import dev.spotter.report.Ink;
import dev.spotter.report.TextReport;
import java.time.OffsetDateTime;

/** The least there is: rules from the jar, a client from code, the answer as text. */
public class Main {
  public static void main(String[] args) {
    Spotter spotter = Spotter.packed();
    Intake anna =
        spotter
            .intake("anna")
            .at(OffsetDateTime.parse("2026-11-20T18:00:00+01:00"))
            .answer("soreness.onset", "24-to-72h-after")
            .answer("soreness.worst", 4)
            .answer("nerves.saddle", "no")
            .read()
            .intake();
    Assessment answer = spotter.assess(anna);
    System.out.print(
        new TextReport(spotter.rules(), Audience.CLIENT, Ink.PLAIN).write(answer));
  }
}
