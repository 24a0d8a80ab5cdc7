package dev.spotter.app;

import dev.spotter.chart.Accounts;
import dev.spotter.intake.Intake;
import dev.spotter.intake.Problem;
import dev.spotter.intake.Reading;
import dev.spotter.log.Imported;
import dev.spotter.log.Joined;
import dev.spotter.log.LogReader;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** One client's training log, beside the client's own file. */
final class LogOption {
  @Option(
      names = "--history",
      paramLabel = "LOG",
      description =
          "Join this training log (an export of Strong, Hevy, FitNotes or OpenPowerlifting, or plain"
              + " CSV) to the one client; may be repeated. Answers given stay; a note tells where the"
              + " log differs.")
  List<String> files = new ArrayList<>();

  @Mixin UnitOption unit;

  boolean given() {
    return !files.isEmpty();
  }

  /**
   * The client with the log, and a problem for all that was odd in it. A client who was rejected
   * stays as he is.
   *
   * @param clock the time and zone for a client that says none
   */
  Reading join(Reading reading, ClockOption clock, CommandSpec spec) {
    if (!(reading instanceof Reading.Read read)) {
      return reading;
    }
    Intake client = read.intake();
    if (client.history() != null) {
      throw new InputException(
          client.id()
              + " has a training log already, in the block \"history\"; take that out, or leave out"
              + " --history");
    }
    ZoneId zone = client.zone() == null ? clock.zone(spec) : client.zone();
    OffsetDateTime at =
        client.at() == null ? OffsetDateTime.now(clock.clock(spec).withZone(zone)) : client.at();
    Joined log = LogFiles.read(files, new LogReader.Settings(unit.name(), at, zone));
    List<Problem> problems = new ArrayList<>(read.problems());
    log.files().forEach(file -> problems.addAll(problems(file)));
    boolean timed = log.history().sessions().stream().anyMatch(s -> s.start() != null);
    if (timed && client.zone() == null && clock.zone == null) {
      problems.add(
          problem(
              log.files().get(0),
              0,
              "no-zone",
              "nothing says where the log's clock stood; its times were read as UTC",
              "add --zone, such as --zone Europe/Berlin"));
    }
    return new Reading.Read(client.with(log.history()), problems);
  }

  private static List<Problem> problems(Imported file) {
    List<Problem> problems = new ArrayList<>();
    problems.add(problem(file, 0, "log-read", Accounts.sum(file), null));
    for (Accounts.Account account : Accounts.of(file)) {
      if (!account.reason().ordinary()) {
        problems.add(
            problem(file, account.lines().get(0), account.reason().code(), account.text(), null));
      }
    }
    return problems;
  }

  private static Problem problem(
      Imported file, int line, String code, String text, @Nullable String help) {
    return new Problem(file.source(), "history", line, line == 0 ? 0 : 1, code, text, null, help);
  }
}
