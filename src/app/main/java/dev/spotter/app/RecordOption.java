package dev.spotter.app;

import dev.spotter.record.DecisionRecord;
import dev.spotter.record.RecordFailed;
import dev.spotter.record.RecordSettings;
import dev.spotter.service.SettingsReader;
import dev.spotter.service.SettingsRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which record, for the commands that read it. */
final class RecordOption {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The service's settings, as YAML; SPOTTER_RECORD_URL will do too.")
  @Nullable Path config;

  /** Opens the record, works on it and says what went wrong. */
  int use(Streams streams, ToIntFunction<DecisionRecord> work) {
    try {
      RecordSettings settings = SettingsReader.read(config, System.getenv()).record();
      if (settings == null) {
        streams.err().println("spotter: no record is set up; give --config with record.url");
        return Exit.USAGE;
      }
      Path file = settings.file();
      if (file != null && !Files.exists(file)) {
        streams.err().println("spotter: there is no record " + file);
        return Exit.INPUT;
      }
      try (DecisionRecord record = DecisionRecord.open(settings, Version.number())) {
        return work.applyAsInt(record);
      }
    } catch (SettingsRefused e) {
      streams.err().println(e.getMessage());
      return Exit.USAGE;
    } catch (RecordFailed e) {
      streams.err().println("spotter: " + e.getMessage());
      return Exit.INPUT;
    } finally {
      streams.out().flush();
    }
  }
}
