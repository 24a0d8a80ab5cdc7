package dev.spotter.app;

import dev.spotter.record.DecisionRecord;
import dev.spotter.record.RecordFailed;
import dev.spotter.record.RecordSettings;
import dev.spotter.record.RecordView;
import dev.spotter.service.SettingsReader;
import dev.spotter.service.SettingsRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which record, for the commands that work on it. */
final class RecordOption {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The service's settings, as YAML; SPOTTER_RECORD_URL will do too.")
  @Nullable Path config;

  /** Opens the record to be read, works on it and says what went wrong. */
  int read(Streams streams, ToIntFunction<RecordView> work) {
    return use(streams, settings -> work.applyAsInt(RecordView.open(settings)));
  }

  /** Opens the record to be written, works on it and says what went wrong. */
  int write(Streams streams, ToIntFunction<DecisionRecord> work) {
    return use(
        streams,
        settings -> {
          try (DecisionRecord record = DecisionRecord.open(settings, Version.number())) {
            return work.applyAsInt(record);
          }
        });
  }

  private int use(Streams streams, ToIntFunction<RecordSettings> work) {
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
      return work.applyAsInt(settings);
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
