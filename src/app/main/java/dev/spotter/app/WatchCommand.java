package dev.spotter.app;

import dev.spotter.assess.Assessor;
import dev.spotter.assess.Decision;
import dev.spotter.intake.Intake;
import dev.spotter.intake.IntakeReader;
import dev.spotter.intake.Reading;
import dev.spotter.publish.Gate;
import dev.spotter.publish.Judged;
import dev.spotter.publish.RulesFolder;
import dev.spotter.rules.RuleFailed;
import dev.spotter.rules.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spotter watch}: says after every save whether the rules are right, and what changed. */
@Command(
    name = "watch",
    description = {
      "After every save: check, cases, invariants, and whose answers change.",
      "Ends with Ctrl-C."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples:",
      "  spotter watch",
      "  spotter watch my-rules --clients facts/clients --clients facts/vignettes"
    })
final class WatchCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = "rules",
      description = "The rules folder to watch. Default: ${DEFAULT-VALUE}.")
  Path folder = Path.of("rules");

  @Option(
      names = "--clients",
      paramLabel = "FILE",
      description =
          "Clients whose answers are compared; files or folders. Default: facts/clients, if there.")
  List<Path> clients = new ArrayList<>();

  @Option(names = "--once", hidden = true, description = "End after the first change.")
  boolean once;

  WatchCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    PrintStream out = streams.out();
    Told told = new Told(out);
    try (RulesFolder rules =
        new RulesFolder(
            folder,
            Gate.trying(200, 100),
            judged -> {
              told.say(judged);
              if (once) {
                end.countDown();
              }
            })) {
      told.begin(rules.current());
      out.println("watching " + folder + ", " + rules.current().id().substring(0, 19));
      out.flush();
      end.await();
    }
    return Exit.OK;
  }

  /** What is said after each save; by one thread. */
  private final class Told {
    private final PrintStream out;
    private Map<String, Decision> before = Map.of();

    Told(PrintStream out) {
      this.out = out;
    }

    synchronized void begin(RuleSet rules) {
      before = decisions(rules);
    }

    synchronized void say(Judged judged) {
      judged.refusals().forEach(out::println);
      RuleSet rules = judged.rules();
      if (rules != null) {
        Map<String, Decision> after = decisions(rules);
        after.forEach((id, decision) -> change(id, before.get(id), decision));
        if (judged.accepted()) {
          before = after;
        }
      }
      out.println(
          judged.accepted() ? "good" : judged.refusals().size() + " problem(s), not good yet");
      out.flush();
    }

    private void change(String id, @Nullable Decision was, Decision is) {
      if (was == null) {
        return;
      }
      List<String> changes = new ArrayList<>();
      if (was.level() != is.level()) {
        String direction = is.level().compareTo(was.level()) < 0 ? "FALLS" : "rises";
        changes.add(
            "the level " + direction + " from " + was.level().word() + " to " + is.level().word());
      }
      if (!was.first().equals(is.first())) {
        changes.add("first " + was.first() + " -> " + is.first());
      }
      difference("gets", is.remedies(), was.remedies(), changes);
      difference("gets no more", was.remedies(), is.remedies(), changes);
      difference("fires", is.fired(), was.fired(), changes);
      difference("no longer fires", was.fired(), is.fired(), changes);
      if (!changes.isEmpty()) {
        out.println("  " + id + ": " + String.join("; ", changes));
      }
    }
  }

  private static void difference(String what, Set<String> a, Set<String> b, List<String> changes) {
    Set<String> only = new TreeSet<>(a);
    only.removeAll(b);
    if (!only.isEmpty()) {
      changes.add(what + " " + String.join(", ", only));
    }
  }

  private Map<String, Decision> decisions(RuleSet rules) {
    Assessor assessor = new Assessor(rules);
    Assessor.Settings settings =
        Assessor.Settings.at(
            OffsetDateTime.of(2026, 1, 5, 12, 0, 0, 0, ZoneOffset.UTC), ZoneOffset.UTC);
    Map<String, Decision> decisions = new LinkedHashMap<>();
    for (Intake intake : intakes(rules)) {
      try {
        decisions.put(intake.id(), assessor.decide(intake, settings));
      } catch (RuleFailed e) {
        streams.err().println(intake.id() + ": " + e.getMessage());
      }
    }
    return decisions;
  }

  private List<Intake> intakes(RuleSet rules) {
    List<Path> named = clients;
    if (named.isEmpty()) {
      Path usual = Path.of("facts", "clients");
      named = Files.isDirectory(usual) ? List.of(usual) : List.of();
    }
    List<Intake> intakes = new ArrayList<>();
    IntakeReader reader = new IntakeReader(rules.vocabulary());
    for (Path file : Inputs.files(named, List.of(".json", ".ndjson", ".yaml"))) {
      try (InputStream in = Files.newInputStream(file)) {
        reader.read(
            file.toString(),
            in,
            reading -> {
              if (reading instanceof Reading.Read read) {
                intakes.add(read.intake());
              }
            });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return intakes;
  }
}
