package dev.spotter.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spotter.service.Service;
import dev.spotter.service.SettingsReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code audit}, {@code replay} and {@code record}, on what a real service kept. */
class RecordCommandTest {
  @TempDir Path folder;
  private Path config;

  @BeforeEach
  void configure() throws IOException {
    config = folder.resolve("spotter.yaml");
    Files.writeString(
        config,
        """
        listen: 127.0.0.1:0
        rules: %s
        record:
          url: jdbc:sqlite:%s
          keep: all
        """
            .formatted(Run.ROOT.resolve("rules"), folder.resolve("record.db")));
  }

  /** The ids of decisions on these example clients. */
  private List<String> serve(String... clients) throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    List<String> ids = new java.util.ArrayList<>();
    try (Service service = Service.start(SettingsReader.read(config, Map.of()))) {
      URI address = URI.create("http://127.0.0.1:" + service.port() + "/v1/assessments");
      for (String client : clients) {
        HttpResponse<String> answer =
            http.send(
                HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofFile(Path.of(Run.client(client))))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        ids.add(answer.headers().firstValue("X-Decision-Id").orElseThrow());
      }
    }
    return ids;
  }

  private Run run(String... command) {
    List<String> all = new java.util.ArrayList<>(List.of(command));
    all.addAll(List.of("--config", config.toString()));
    return Run.spotter(all.toArray(String[]::new));
  }

  private void sql(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("record.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Test
  void whatWasKeptIsWholeAndComesOutAgain() throws Exception {
    List<String> ids = serve("anna.json", "bruno.json", "anna.json");

    assertThat(run("audit")).isEqualTo(new Run(Exit.OK, "", "3 row(s), 0 finding(s)\n"));
    Run replayed = run("replay", ids.get(1));
    assertThat(replayed.exit()).as(replayed.err()).isEqualTo(Exit.OK);
    assertThat(replayed.err()).isEqualTo("the same bytes as then\n");
    assertThat(replayed.out()).contains("\"id\":\"bruno\"", "\"triage\"");
    assertThat(run("replay", "--all"))
        .isEqualTo(new Run(Exit.OK, "", "3 the same, 0 other, 0 not kept in full\n"));
    Run timeline = run("record", "timeline", "anna");
    assertThat(timeline.out().lines()).hasSize(2).allMatch(l -> l.contains("self-care"));
    assertThat(timeline.out()).contains(ids.get(0), ids.get(2));
    JsonNode export = new ObjectMapper().readTree(run("record", "export", "anna").out());
    assertThat(export.path("rows")).hasSize(2);
    assertThat(export.at("/rows/0/input/id").textValue()).isEqualTo("anna");
  }

  @Test
  void anErasedClientIsGoneAndTheRestStays() throws Exception {
    List<String> ids = serve("anna.json", "bruno.json");
    Run erased = run("record", "erase", "anna");

    assertThat(erased.exit()).as(erased.err()).isEqualTo(Exit.OK);
    assertThat(erased.err()).contains("says so");
    for (String command : List.of("timeline", "export", "erase")) {
      Run again = run("record", command, "anna");
      assertThat(again.exit()).isEqualTo(Exit.INPUT);
      assertThat(again.err()).contains("nothing is known of such a client");
      assertThat(again.out()).isEmpty();
    }
    Run replayed = run("replay", ids.get(0));
    assertThat(replayed.exit()).isEqualTo(Exit.INPUT);
    assertThat(replayed.err()).contains("erased");
    assertThat(run("replay", "--all").err()).isEqualTo("1 the same, 0 other, 1 not kept in full\n");
    assertThat(run("audit").err()).isEqualTo("3 row(s), 0 finding(s)\n");
  }

  @Test
  void whatWasTamperedWithIsNamed() throws Exception {
    List<String> ids = serve("anna.json", "bruno.json", "carla.json");
    sql("UPDATE decision SET payload = x'00' WHERE seq = 2");
    Run audit = run("audit");

    assertThat(audit.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(audit.out()).isEqualTo("row 2: changed: it is not what its hash was made of\n");
    assertThat(audit.err()).isEqualTo("3 row(s), 1 finding(s)\n");
    Run replayed = run("replay", ids.get(1));
    assertThat(replayed.exit()).isEqualTo(Exit.INPUT);
    assertThat(replayed.err()).contains("does not open", "run spotter audit");
  }

  @Test
  void whatIsNotThereIsSaid() throws Exception {
    Run none = run("audit");
    assertThat(none.exit()).isEqualTo(Exit.INPUT);
    assertThat(none.err()).contains("there is no record " + folder.resolve("record.db"));
    serve("anna.json");
    assertThat(run("replay", "nonsense").err()).contains("there is no decision nonsense");
    assertThat(run("replay").exit()).isEqualTo(Exit.USAGE);
    assertThat(run("replay", "a", "--all").exit()).isEqualTo(Exit.USAGE);
    assertThat(Run.spotter("record").err()).contains("timeline, export or erase");
    Files.writeString(config, "listen: 127.0.0.1:0\n");
    assertThat(run("audit").err()).contains("no record is set up");
    Files.writeString(config, "record.url: jdbc:sqlite:" + folder.resolve("record.db") + "\n");
    Files.delete(folder.resolve("record.db.key"));
    assertThat(run("audit").err()).contains("record.db.key cannot be read");
  }
}
