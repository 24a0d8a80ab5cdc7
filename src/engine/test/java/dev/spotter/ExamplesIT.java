package dev.spotter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.intake.Reading;
import dev.spotter.report.Audience;
import dev.spotter.report.Ink;
import dev.spotter.report.JsonReport;
import dev.spotter.report.TextReport;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The engine from outside: as a jar in programs that other people build and start. */
class ExamplesIT {
  private static final Path ANNA = Shipped.ROOT.resolve("facts/clients/anna.json");
  private static final Path NOTHING = Path.of("-");
  private static final Spotter SPOTTER = Spotter.packed();
  private static Clinic clinic;

  @BeforeAll
  static void build() throws Exception {
    clinic = Clinic.built();
  }

  @Test
  void whatTheyUseIsTheJarOfThisBuild() throws IOException {
    Path used = clinic.at("plain/target/lib").resolve(clinic.jar().getFileName());
    assertThat(used).hasSameBinaryContentAs(clinic.jar());
  }

  @Test
  void onTheClassPath() throws Exception {
    String said = Clinic.run(NOTHING, Clinic.java(), "-cp", path("plain", "/*"), "clinic.Main");
    var anna =
        SPOTTER
            .intake("anna")
            .at(OffsetDateTime.parse("2026-11-20T18:00:00+01:00"))
            .answer("soreness.onset", "24-to-72h-after")
            .answer("soreness.worst", 4)
            .answer("nerves.saddle", "no")
            .read()
            .intake();
    assertThat(said)
        .isEqualToNormalizingNewlines(
            new TextReport(SPOTTER.rules(), Audience.CLIENT, Ink.PLAIN)
                .write(SPOTTER.assess(anna)));
  }

  @Test
  void onTheModulePath() throws Exception {
    String said =
        Clinic.run(
            ANNA, Clinic.java(), "--module-path", path("modular", ""), "-m", "clinic/clinic.Main");
    assertThat(said).isEqualToNormalizingNewlines(answer() + "\n");
  }

  @Test
  void besideTheHostsOwnRulesOnOneClassPath() throws Exception {
    String said = Clinic.run(NOTHING, Clinic.java(), "-cp", path("beside", "/*"), "clinic.Main");
    String own = "waited 7 weeks, waited 7 weeks";
    String backs = "emergency, 2 reasons, own rule true, Drools 10.2.0";
    assertThat(said.lines()).containsExactly(own, backs, own, backs);
  }

  @Test
  void besideAnotherDroolsInAClassLoaderOfItsOwn() throws Exception {
    String jar = clinic.at("beside/target/beside.jar").toString();
    String said =
        Clinic.run(
            NOTHING,
            Clinic.java(),
            "-cp",
            jar,
            "clinic.TwoDrools",
            jar,
            clinic.at("older/target/lib").toString(),
            clinic.at("beside/target/lib").toString());
    String backs = "emergency, 2 reasons, own rule true, Drools 10.2.0";
    String own = "waited 7 weeks, waited 7 weeks, by Drools 8.44.0.Final";
    assertThat(said.lines()).containsExactly(backs, own, backs, own);
  }

  @Test
  void insideAnApplicationOfSpring() throws Exception {
    Process process =
        new ProcessBuilder(
                Clinic.java(),
                "-jar",
                clinic.at("spring/target/spring.jar").toString(),
                "--server.port=0",
                "--server.address=127.0.0.1")
            .redirectErrorStream(true)
            .start();
    try {
      int port = port(process);
      HttpResponse<String> good = post(port, Files.readAllBytes(ANNA));
      assertThat(good.statusCode()).isEqualTo(200);
      assertThat(good.body()).isEqualTo(answer());
      HttpResponse<String> bad = post(port, "{\"soreness\": {\"worst\": 11}}".getBytes());
      assertThat(bad.statusCode()).isEqualTo(422);
      assertThat(bad.body()).contains("1:24 soreness.worst: outside the range (0 to 10)");
    } finally {
      process.destroy();
    }
  }

  /** Reads its log until it says where it listens. */
  private static int port(Process process) throws IOException {
    Pattern listening = Pattern.compile("started on port (\\d+)");
    List<String> log = new ArrayList<>();
    BufferedReader lines = process.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher found = listening.matcher(line);
      if (found.find()) {
        return Integer.parseInt(found.group(1));
      }
      log.add(line);
    }
    throw new AssertionError(String.join("\n", log));
  }

  private static HttpResponse<String> post(int port, byte[] body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/assess"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** Anna's, by this process. */
  private static String answer() throws IOException {
    List<Reading> readings = new ArrayList<>();
    try (InputStream in = Files.newInputStream(ANNA)) {
      SPOTTER.read("anna.json", in, readings::add);
    }
    return JsonReport.text(SPOTTER.assess(readings.get(0).intake()));
  }

  private static String path(String example, String each) {
    return clinic.at(example + "/target/" + example + ".jar")
        + File.pathSeparator
        + clinic.at(example + "/target/lib")
        + each;
  }
}
