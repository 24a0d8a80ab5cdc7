package dev.spotter.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Spotter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example clients and their golden reports; a change is accepted with spotter test --accept.
 */
class GoldenTest {
  private static final Path FACTS = Run.ROOT.resolve("facts");

  @TestFactory
  Stream<DynamicTest> everyReportIsAsItWas() throws IOException {
    List<TestReport.Outcome> outcomes =
        new Goldens(Spotter.load(Run.ROOT.resolve("rules")), FACTS).run(false);
    assertThat(outcomes).hasSizeGreaterThanOrEqualTo(32);
    return outcomes.stream()
        .map(o -> DynamicTest.dynamicTest(o.place(), () -> assertThat(o.failures()).isEmpty()));
  }

  @Test
  void aChangedReportIsShownAndAcceptedOnlyWhenTold(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("clients"));
    Files.copy(FACTS.resolve("clients/anna.json"), folder.resolve("clients/anna.json"));
    Goldens goldens = new Goldens(Spotter.load(Run.ROOT.resolve("rules")), folder);
    assertThat(goldens.run(false)).allSatisfy(o -> assertThat(o.failures()).isNotEmpty());
    goldens.run(true);
    assertThat(goldens.run(false)).allSatisfy(o -> assertThat(o.failures()).isEmpty());
    Path golden = folder.resolve("golden/anna.json.txt");
    Files.writeString(golden, Files.readString(golden).replace("SELF-CARE", "EMERGENCY"));
    assertThat(goldens.run(false))
        .anySatisfy(o -> assertThat(o.failures()).anyMatch(f -> f.startsWith("+ SELF-CARE")));
  }
}
