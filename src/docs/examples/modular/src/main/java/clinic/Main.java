package clinic;

import dev.spotter.Spotter;
import dev.spotter.intake.Reading;
import dev.spotter.report.JsonReport;
import java.io.IOException;

/** On the module path: clients as JSON or YAML on standard input, an answer a line. */
public class Main {
  public static void main(String[] args) throws IOException {
    if (!Spotter.class.getModule().isNamed()) {
      throw new IllegalStateException("this is the class path");
    }
    Spotter spotter = Spotter.packed();
    spotter.read("-", System.in, reading -> answer(spotter, reading));
  }

  private static void answer(Spotter spotter, Reading reading) {
    if (reading instanceof Reading.Read read) {
      System.out.println(JsonReport.text(spotter.assess(read.intake())));
    } else {
      reading.problems().forEach(p -> System.err.println(p.path() + ": " + p.message()));
    }
  }
}
