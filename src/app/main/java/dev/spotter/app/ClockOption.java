package dev.spotter.app;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What time it is, and where. */
final class ClockOption {
  @Option(
      names = "--now",
      paramLabel = "TIME",
      description =
          "The clock for clients whose file says no 'at', such as 2026-11-20T18:00:00+01:00; otherwise the time of receipt.")
  @Nullable String now;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "The time zone for clients and logs that name none, such as Europe/Berlin; otherwise UTC.")
  @Nullable String zone;

  ZoneId zone(CommandSpec spec) {
    try {
      return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new ParameterException(
          spec.commandLine(),
          "--zone: '" + zone + "' is not a time zone; write it like Europe/Berlin",
          e);
    }
  }

  Clock clock(CommandSpec spec) {
    OffsetDateTime fixed = fixed(spec);
    return fixed == null ? Clock.systemUTC() : Clock.fixed(fixed.toInstant(), zone(spec));
  }

  /** The time that was given, or null. */
  @Nullable OffsetDateTime fixed(CommandSpec spec) {
    try {
      return now == null ? null : OffsetDateTime.parse(now);
    } catch (DateTimeException e) {
      throw new ParameterException(
          spec.commandLine(),
          "--now: '" + now + "' is not a time with offset; write it like 2026-11-20T18:00:00+01:00",
          e);
    }
  }
}
