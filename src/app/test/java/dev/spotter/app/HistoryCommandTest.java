package dev.spotter.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class HistoryCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOW = "2026-11-20T18:00:00+01:00";

  @TempDir Path folder;

  private static String log(String name) {
    return Run.ROOT.resolve("facts/logs").resolve(name).toString();
  }

  private static Run history(String... args) {
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--now";
    all[args.length + 1] = NOW;
    return Run.shipped("history", all);
  }

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return file.toString();
  }

  @Test
  void theTextSaysWhatWasReadAndWhatTheLogSays() {
    Run run = history(log("strong.csv"), "--unit", "kg", "--zone", "Europe/Berlin");
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out())
        .contains(
            "strong.csv (Strong): 969 rows: 535 sets in 51 sessions, 434 rows set aside",
            "408 x a rest timer, not a set (lines 3, 5, 7, 9, 11, 13 and 402 more)",
            "1 x longer than four hours: a timer left running, left out, such as '264h 1m'",
            "51 sessions that load the back, 2026-05-06 to 2026-11-18",
            "deadlift-conventional, 26 sessions",
            "top load      ▂▂▂▃▃▃▃▁▃▃▄▄▄▅▅▅▅▅▅▅▂▆▆▆▆█  105 to 180",
            "* 2026-11-18  deadlift-conventional    180 x 3  197.2     5   3,840  1.56   1.6  1.13",
            "volumeVsBest30d == 1.56",
            "Pull Up (78)");
  }

  @Test
  void loadsAreShownInTheUnitOfTheLog() {
    assertThat(history(log("hevy.csv")).out()).contains("loads in lb", "385 x 5");
    assertThat(history(log("hevy.csv"), "--unit", "kg").out())
        .contains("loads in kg", "174.6 x 5", "the file names its unit itself");
  }

  @Test
  void aUnitThatNobodySaysIsAnError() {
    Run run = history(log("strong.csv"));
    assertThat(run.exit()).isEqualTo(Exit.INPUT);
    assertThat(run.err()).contains("strong.csv: ", "kg or lb", "add --unit kg or --unit lb");
    assertThat(run.out()).isEmpty();
    assertThat(history(log("strong.csv"), "--unit", "stone").exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void theJsonAddsUpAndCarriesEveryMeasure() throws IOException {
    JsonNode json = JSON.readTree(history(log("fitnotes.csv"), "--format", "json").out());
    assertThat(json.get("schemaVersion").asInt()).isEqualTo(1);
    JsonNode file = json.get("files").get(0);
    int aside = 0;
    for (JsonNode count : file.get("setAside")) {
      aside += count.asInt();
    }
    assertThat(file.get("rows").asInt()).isEqualTo(file.get("kept").asInt() + aside);
    assertThat(file.get("warnings").get(0).get("code").asText()).isEqualTo("mended");
    assertThat(file.get("warnings").get(0).get("line").asInt()).isEqualTo(5);
    JsonNode last = json.get("sessions").get(json.get("sessions").size() - 1);
    assertThat(last.get("inQuestion").asBoolean()).isTrue();
    assertThat(last.get("measures").size()).isEqualTo(35);
    assertThat(last.get("measures").get("hoursSinceSession").isNull()).isTrue();
  }

  @Test
  void theCsvHasARowASession() {
    List<String> lines = history(log("plain.csv"), "--format", "csv").out().lines().toList();
    assertThat(lines).hasSize(9);
    assertThat(lines.get(0)).startsWith("date,start,lift,topKg,reps,").contains("volumeVsBest30d");
    assertThat(lines.get(8))
        .startsWith("2026-05-26,2026-05-26T19:00,deadlift-conventional,107.5,5");
  }

  @Test
  void anotherLiftCanBeFollowedByAnyOfItsNames() {
    assertThat(history(log("strong.csv"), "--unit", "kg", "--lift", "Squat (Barbell)").out())
        .contains("squat, 25 sessions");
    Run run = history(log("strong.csv"), "--unit", "kg", "--lift", "Dead Hang");
    assertThat(run.exit()).isEqualTo(Exit.USAGE);
    assertThat(run.err()).contains("--lift: the log has no Dead Hang; it has deadlift-");
  }

  @Test
  void theClockLeavesLaterSessionsOut() {
    Run run =
        Run.shipped(
            "history", log("plain.csv"), "--now", "2026-05-01T12:00:00Z", "--format", "text");
    assertThat(run.out())
        .contains("4 sessions that load the back", "20 x later than the clock", "* 2026-04-28");
  }

  @Test
  void severalFilesAreOneLog() throws IOException {
    String all = Files.readString(Path.of(log("plain.csv")));
    String head = all.substring(0, all.indexOf('\n') + 1);
    String first = file("a.csv", all.substring(0, all.indexOf("2026-04-28")));
    String second = file("b.csv", head + all.substring(all.indexOf("2026-04-21")));
    Run run = history(first, second);
    assertThat(run.out())
        .contains("8 sessions that load the back", "1 x a session that another file has too");
    Run whole = history(log("plain.csv"));
    assertThat(run.out().substring(run.out().indexOf("8 sessions that")))
        .isEqualTo(whole.out().substring(whole.out().indexOf("8 sessions that")));
  }

  @Test
  void aLogWithoutAnyLiftOfTheBackIsToldSo() throws IOException {
    Run run = history(file("x.csv", "date,exercise,load_kg,reps\n2026-05-04,Bench Press,80,5\n"));
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out()).contains("loaded the back", "Bench Press (1)");
  }

  @Test
  void whatIsNoLogIsRefusedByName() throws IOException {
    assertThat(history(file("empty.csv", "")).err()).contains("empty.csv: there is nothing in");
    assertThat(history(file("x.csv", "name,price\nbar,100\n")).err()).contains("facts/README.md");
    assertThat(history(folder.resolve("no.csv").toString()).err()).contains("there is no file");
    assertThat(history(folder.resolve("no.csv").toString()).exit()).isEqualTo(Exit.INPUT);
  }

  @Test
  void thePageNeedsNothingElseAndSaysEverythingTwice() throws Exception {
    String name = "Ex<b> & \"deadlift\" (x)";
    String log =
        file(
            "<log>.csv",
            "date,exercise,load_kg,reps\n2026-05-04,Deadlift,100,5\n2026-05-04,\""
                + name.replace("\"", "\"\"")
                + "\",100,5\n");
    for (String source : List.of(log("strong.csv"), log("hevy.csv"), log)) {
      Path page = folder.resolve("pages/log.html");
      Run run = history(source, "--unit", "kg", "--html", page.toString());
      assertThat(run.exit()).isEqualTo(Exit.OK);
      assertThat(run.err()).contains("wrote ", "log.html");
      String html = Files.readString(page);
      assertThat(html)
          .contains("default-src 'none'")
          .doesNotContain("<script", "http://", "https://", "url(", "@import", "<b>");
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(
                  new ByteArrayInputStream(
                      html.replace("<!DOCTYPE html>", "")
                          .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      accessible(document);
    }
  }

  private static void accessible(Document document) {
    NodeList drawings = document.getElementsByTagName("svg");
    assertThat(drawings.getLength()).as("two charts, wide and narrow").isEqualTo(4);
    for (int i = 0; i < drawings.getLength(); i++) {
      Element svg = (Element) drawings.item(i);
      assertThat(svg.getAttribute("role")).isEqualTo("img");
      for (String id : svg.getAttribute("aria-labelledby").split(" ")) {
        assertThat(svg.getElementsByTagName(id.endsWith("t") ? "title" : "desc").item(0))
            .satisfies(
                e -> {
                  assertThat(((Element) e).getAttribute("id")).isEqualTo(id);
                  assertThat(e.getTextContent()).isNotBlank();
                });
      }
    }
    assertThat(document.getElementsByTagName("table").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("h1").getLength()).isEqualTo(1);
  }
}
