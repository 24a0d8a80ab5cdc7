package dev.spotter.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own: it says where it listens, answers, and stops when told. */
class ServeIT {
  private static final Pattern LISTENS =
      Pattern.compile("listens at (http://127\\.0\\.0\\.1:\\d+)");

  @TempDir Path folder;

  private Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(Run.ROOT.resolve("spotter").toString(), "serve"));
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command)
        .directory(Run.ROOT.toFile())
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private String err() throws IOException {
    return Files.readString(folder.resolve("err"));
  }

  @Test
  void itAnswersUntilItIsToldToStop() throws Exception {
    Process process = start("--listen", "127.0.0.1:0");
    try {
      Matcher listens = LISTENS.matcher(err());
      for (int i = 0; i < 600 && !listens.find(); i++) {
        Thread.sleep(100);
        listens = LISTENS.matcher(err());
      }
      String at = listens.group(1);
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(at + "/v1/assessments"))
                      .header("Content-Type", "application/json")
                      .POST(
                          HttpRequest.BodyPublishers.ofFile(
                              Run.ROOT.resolve("facts/clients/anna.json")))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"triage\":{\"level\":\"self-care\"");
    } finally {
      process.destroy();
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(err())
        .containsPattern("INFO dev.spotter.access - \\S+ local POST /v1/assessments 200")
        .doesNotContain("anna");
  }

  @Test
  void wrongSettingsAreToldAndNothingStarts() throws Exception {
    Path config = Files.writeString(folder.resolve("spotter.yaml"), "limits.second: 5\n");
    Process process = start("--config", config.toString(), "--listen", "0.0.0.0:0");

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(err())
        .contains("spotter.yaml:1: limits.second: there is no such setting; did you mean");
  }

  @Test
  void aNewTokenIsShownOnce() throws Exception {
    Process process = start("--new-token", "front-desk", "assessor", "auditor");

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    List<String> lines = Files.readAllLines(folder.resolve("out"));
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).matches("[A-Za-z0-9_-]{43}");
    assertThat(lines.get(1)).matches("tokens\\.front-desk: assessor, auditor, sha256:[0-9a-f]{64}");
  }
}
