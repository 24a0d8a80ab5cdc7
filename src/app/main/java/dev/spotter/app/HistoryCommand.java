package dev.spotter.app;

import dev.spotter.chart.Course;
import dev.spotter.chart.CourseCsv;
import dev.spotter.chart.CourseJson;
import dev.spotter.chart.CoursePage;
import dev.spotter.chart.CourseText;
import dev.spotter.log.Joined;
import dev.spotter.log.LogReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spotter history}: what a training log says over time. */
@Command(
    name = "history",
    description = {
      "Show what a training log says over time: top loads, estimated maxima, volume, and the measures"
          + " that rules read.",
      "Reads exports of Strong, Hevy, FitNotes and OpenPowerlifting, and plain CSV (facts/README.md)."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples:",
      "  spotter history facts/logs/strong.csv --unit kg",
      "  spotter history --html log.html hevy.csv",
      "  spotter history --lift squat --format csv strong-2025.csv strong-2026.csv --unit kg > log.csv",
      "%nExit codes: 0 read (rows set aside are counted and named), 4 a file that is no log."
    })
final class HistoryCommand implements Callable<Integer> {
  enum Format {
    text,
    json,
    csv
  }

  private final Streams streams;

  @Spec CommandSpec spec;
  @Mixin RulesOption rules;
  @Mixin ClockOption clock;
  @Mixin UnitOption unit;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Exports of one lifter, joined into one log; - for standard input.")
  List<String> files;

  @Option(
      names = "--format",
      defaultValue = "text",
      description =
          "text, json or csv (both with loads in kg and every measure). Default: ${DEFAULT-VALUE}.")
  Format format;

  @Option(
      names = "--html",
      paramLabel = "PAGE",
      description = "Also write a page with charts: one file that opens offline.")
  @Nullable Path html;

  @Option(
      names = "--lift",
      paramLabel = "LIFT",
      description =
          "The lift to follow, as exercises.yaml or the log names it; otherwise that of the last"
              + " session of the deadlift family.")
  @Nullable String lift;

  HistoryCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    ZoneId zone = clock.zone(spec);
    OffsetDateTime now = OffsetDateTime.now(clock.clock(spec).withZone(zone));
    Joined log = LogFiles.read(files, new LogReader.Settings(unit.name(), now, zone));
    Course course = course(log, now, zone);
    if (html != null) {
      write(html, CoursePage.of(course));
    }
    streams
        .out()
        .print(
            switch (format) {
              case text -> CourseText.of(course);
              case json -> CourseJson.of(course);
              case csv -> CourseCsv.of(course);
            });
    streams.out().flush();
    return Exit.OK;
  }

  private Course course(Joined log, OffsetDateTime now, ZoneId zone) {
    try {
      return Course.of(log, now, zone, rules.exercises(), lift);
    } catch (Course.NoSuchLift e) {
      throw new ParameterException(spec.commandLine(), "--lift: " + e.getMessage(), e);
    }
  }

  private void write(Path file, String page) {
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.writeString(file, page);
      streams.err().println("wrote " + file + ", " + (Files.size(file) + 1023) / 1024 + " kB");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
