package dev.spotter.app;

import dev.spotter.record.RecordFailed;
import dev.spotter.service.Service;
import dev.spotter.service.Settings;
import dev.spotter.service.SettingsReader;
import dev.spotter.service.SettingsRefused;
import dev.spotter.service.Token;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code spotter serve}: the same answers over HTTP, until it is told to stop. */
@Command(
    name = "serve",
    description =
        "Answer over HTTP: REST and FHIR, with hot reload of the rules folder. Listens on this"
            + " machine only, unless told otherwise; then callers need tokens.",
    mixinStandardHelpOptions = true,
    footer = {
      "%nEvery setting can stand in the file or in the environment (limits.clients is"
          + " SPOTTER_LIMITS_CLIENTS); see src/docs/service.md.",
      "%nExamples:",
      "  spotter serve",
      "  curl -H 'Content-Type: application/json' --data-binary @facts/clients/anna.json"
          + " http://localhost:8080/v1/assessments",
      "  spotter serve --new-token front-desk assessor",
      "  spotter serve --config /etc/spotter/spotter.yaml",
      "%nExit codes: 0 stopped, 2 wrong settings, 3 the rules do not compile, 4 the record cannot be"
          + " reached or was tampered with."
    })
final class ServeCommand implements Callable<Integer> {
  private final Streams streams;

  @Option(names = "--config", paramLabel = "FILE", description = "Settings, as YAML.")
  @Nullable Path config;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description = "Where to listen. Default: 127.0.0.1:8080.")
  @Nullable String listen;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description =
          "The rules folder, whose edits are followed. Otherwise the settings, ./rules, beside the"
              + " launcher, packed in the jar.")
  @Nullable Path rules;

  @Option(
      names = "--new-token",
      arity = "2..*",
      paramLabel = "NAME ROLE",
      description =
          "Make a token for NAME with these roles (reader, assessor, editor, auditor), print it"
              + " once, and the line for the settings; then end.")
  @Nullable List<String> newToken;

  ServeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      return newToken == null ? serve() : token(newToken);
    } catch (SettingsRefused e) {
      streams.err().println(e.getMessage());
      return Exit.USAGE;
    } catch (RecordFailed e) {
      streams.err().println("spotter: " + e.getMessage());
      return Exit.INPUT;
    }
  }

  private int token(List<String> words) {
    Token token = Token.make(words.get(0), words.subList(1, words.size()));
    streams.err().println("give this to whoever calls; it is shown this once:");
    streams.out().println(token.secret());
    streams.err().println("and put this into the settings:");
    streams.out().println(token.setting());
    return Exit.OK;
  }

  private int serve() throws InterruptedException {
    log();
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (listen != null) {
      environment.put("SPOTTER_LISTEN", listen);
    }
    if (rules != null) {
      environment.put("SPOTTER_RULES", rules.toString());
    }
    Settings settings = SettingsReader.read(config, environment);
    if (settings.rules() == null) {
      List<Path> found = new RulesOption().named();
      settings = found.isEmpty() ? settings : settings.withRules(found.get(0));
    }
    Service service = Service.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(service::close, "spotter stop"));
    streams
        .err()
        .println(
            "spotter listens at http://"
                + settings.host()
                + ":"
                + service.port()
                + ", "
                + service.spotter().rules());
    new CountDownLatch(1).await();
    return Exit.OK;
  }

  /** Other commands are silent; this one logs to standard error. */
  private static void log() {
    String simple = "org.slf4j.simpleLogger.";
    System.setProperty(simple + "defaultLogLevel", "warn");
    System.setProperty(simple + "log.dev.spotter", "info");
    // It repeats what a caller sent.
    System.setProperty(simple + "log.org.eclipse.jetty.util.HostPort", "off");
    System.setProperty(simple + "showThreadName", "false");
    System.setProperty(simple + "showDateTime", "true");
    System.setProperty(simple + "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
  }
}
