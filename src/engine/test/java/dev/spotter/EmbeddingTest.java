package dev.spotter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.assess.Assessment;
import dev.spotter.explain.Why;
import dev.spotter.explain.WhyNot;
import dev.spotter.fact.Level;
import dev.spotter.history.TrainingHistory;
import dev.spotter.intake.Intake;
import dev.spotter.intake.IntakeRejected;
import dev.spotter.intake.Problem;
import dev.spotter.intake.Reading;
import dev.spotter.publish.Judged;
import dev.spotter.report.Audience;
import dev.spotter.report.Ink;
import dev.spotter.report.JsonReport;
import dev.spotter.report.TextReport;
import dev.spotter.rules.RuleFailed;
import dev.spotter.rules.RulesRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of src/docs/embedding.md, run; what the page shows stands here word for word. */
class EmbeddingTest {
  private static final Spotter SPOTTER = Spotter.of(Shipped.rules());
  private final List<String> log = new ArrayList<>();
  @TempDir Path folder;

  @Test
  void thePageShowsWhatIsRunHere() throws IOException {
    String page = Files.readString(Shipped.ROOT.resolve("src/docs/embedding.md"));
    String here =
        Files.readString(
            Shipped.ROOT.resolve("src/engine/test/java/dev/spotter/EmbeddingTest.java"));
    List<String> blocks =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(page)
            .results()
            .map((MatchResult r) -> flush(r.group(1)))
            .toList();
    assertThat(blocks).hasSizeGreaterThan(8);
    assertThat(blocks).allSatisfy(block -> assertThat(flush(here)).contains(block));
  }

  /** Without what indents a line. */
  private static String flush(String code) {
    return code.replaceAll("(?m)^ +", "");
  }

  @Test
  void fromDependencyToAnswer() {
    Spotter spotter = Spotter.packed();
    Intake anna =
        spotter
            .intake("anna")
            .answer("soreness.onset", "24-to-72h-after")
            .answer("soreness.worst", 4)
            .answer("soreness.location", List.of("low-back-both-sides"))
            .answer("nerves.saddle", false)
            .answer("nerves.bladder", "unknown")
            .read()
            .intake();
    Assessment answer = spotter.assess(anna);
    Level level = answer.triage().level();
    assertThat(level).isEqualTo(Level.UNDETERMINED);
    assertThat(answer.causes().get(0).id()).isEqualTo("muscle-fatigue");
  }

  @Test
  void whatCanBeAsked() {
    Spotter spotter = SPOTTER;
    spotter
        .rules()
        .vocabulary()
        .questions()
        .forEach(q -> log.add(q.id() + ": " + q.ask() + " " + q.choices()));
    assertThat(log).anyMatch(l -> l.startsWith("soreness.worst: At its worst"));
  }

  @Test
  void fromAFile() throws IOException {
    Spotter spotter = SPOTTER;
    try (InputStream in = Files.newInputStream(Shipped.ROOT.resolve("facts/clients/team.ndjson"))) {
      spotter.read("team.ndjson", in, reading -> answered(spotter, reading));
    }
    assertThat(log).anyMatch(l -> l.contains("schemaVersion"));
    spotter.read("x.json", new ByteArrayInputStream("{".getBytes()), r -> answered(spotter, r));
    assertThat(log).anyMatch(l -> l.startsWith("null could not be read: "));
  }

  void answered(Spotter spotter, Reading reading) {
    if (reading instanceof Reading.Read read) {
      Assessment answer = spotter.assess(read.intake()).withProblems(read.problems());
      log.add(JsonReport.text(answer));
    } else if (reading instanceof Reading.Rejected rejected) {
      for (Problem p : rejected.problems()) {
        log.add(rejected.id() + " could not be read: " + p.line() + " " + p.path() + p.message());
      }
    }
  }

  @Test
  void aTrainingLog() {
    Spotter spotter = SPOTTER;
    var sets = List.of(new TrainingHistory.LiftedSet(100.0, 5, 8.0, null, "work"));
    var deadlift = new TrainingHistory.Exercise("Deadlift", sets);
    var session =
        new TrainingHistory.Session(LocalDate.of(2026, 11, 18), null, null, List.of(deadlift));
    var history = new TrainingHistory("kg", ZoneId.of("Europe/Berlin"), List.of(session));
    Intake intake =
        spotter
            .intake("anna")
            .at(OffsetDateTime.parse("2026-11-20T18:00:00+01:00"))
            .history(history)
            .read()
            .intake();
    assertThat(spotter.assess(intake).at()).isEqualTo("2026-11-20T18:00:00+01:00");
    assertThat(intake.history()).isEqualTo(history);
  }

  private static Intake anna() {
    return SPOTTER.intake("anna").answer("soreness.onset", "24-to-72h-after").read().intake();
  }

  @Test
  void textAndJson() {
    Spotter spotter = SPOTTER;
    Assessment answer = spotter.assess(anna());
    String text = new TextReport(spotter.rules(), Audience.CLIENT, Ink.PLAIN).write(answer);
    String json = JsonReport.text(answer);
    assertThat(text).startsWith("NOT DETERMINED");
    assertThat(json).startsWith("{\"schemaVersion\":1,\"id\":\"anna\"");
  }

  @Test
  void explanations() {
    Spotter spotter = SPOTTER;
    Intake anna = anna();
    List<Why> why = spotter.why(anna, "muscle-fatigue");
    List<WhyNot> whyNot = spotter.whyNot(anna, "self-care");
    List<Assessment.Match> matches = spotter.assess(anna, true).matches();
    assertThat(why.get(0).grounds()).isNotEmpty();
    assertThat(whyNot.get(0).said()).isNotEmpty();
    assertThat(matches).isNotEmpty();
  }

  @Test
  void rulesOfOnesOwn() throws IOException {
    Path clinic = Files.createDirectories(folder.resolve("clinic"));
    Files.writeString(clinic.resolve("clinic.drl"), "package spotter\nrule broken\nend\n");
    Path rules = Shipped.ROOT.resolve("rules");
    try {
      Spotter spotter = Spotter.load(rules, clinic);
      log.add(spotter.rules().id());
    } catch (RulesRefused e) {
      e.diagnostics().forEach(d -> log.add(d.render()));
    }
    assertThat(log).anyMatch(l -> l.startsWith("clinic.drl:"));
  }

  @Test
  void hotReload() throws Exception {
    Path rules = copied();
    BlockingQueue<Judged> judged = new LinkedBlockingQueue<>();
    try (Following following = Spotter.watch(rules, judged::add)) {
      Spotter now = following.now();
      Assessment answer = now.assess(anna());
      assertThat(answer.ruleSet()).isEqualTo(now.rules().id());
      Files.writeString(rules.resolve("clinic.drl"), "package spotter\nrule broken\nend\n");
      Judged edit = judged.poll(60, TimeUnit.SECONDS);
      assertThat(edit).isNotNull();
      assertThat(edit.refusals()).isNotEmpty();
      assertThat(following.now()).isSameAs(now);
    }
  }

  private Path copied() throws IOException {
    Path rules = Files.createDirectories(folder.resolve("rules"));
    for (Map.Entry<String, byte[]> file : Shipped.files().entrySet()) {
      Files.write(rules.resolve(file.getKey()), file.getValue());
    }
    return rules;
  }

  @Test
  void errors() {
    Spotter spotter = SPOTTER;
    try {
      Intake intake = spotter.intake("anna").answer("soreness.worst", 11).read().intake();
      log.add(spotter.assess(intake).verdict());
    } catch (IntakeRejected e) {
      e.problems().forEach(p -> log.add(p.path() + " " + p.code()));
    } catch (RuleFailed e) {
      log.add("no answer for this client, see to them today: " + e.rule());
    }
    assertThat(log).containsExactly("soreness.worst out-of-range");
  }

  @Test
  void clockAndZone() {
    Clock clock = Clock.fixed(Instant.parse("2026-11-20T23:30:00Z"), ZoneOffset.UTC);
    Spotter spotter = SPOTTER.withClock(clock).withZone(ZoneId.of("Europe/Berlin"));
    assertThat(spotter.assess(anna()).at()).isEqualTo("2026-11-21T00:30:00+01:00");
  }
}
