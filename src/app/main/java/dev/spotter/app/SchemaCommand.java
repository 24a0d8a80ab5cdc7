package dev.spotter.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.spotter.intake.IntakeSchema;
import dev.spotter.report.AnswerSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code spotter schema}: what an intake file may say, as JSON Schema. */
@Command(
    name = "schema",
    description =
        "Print the JSON Schema (2020-12) of an intake file, derived from the rules; or of an answer.",
    mixinStandardHelpOptions = true,
    footer = {"%nExample:", "  spotter schema > intake.schema.json"})
final class SchemaCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin RulesOption rules;

  @Option(names = "--answer", description = "Print the schema of an answer instead.")
  boolean answer;

  SchemaCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (answer) {
      streams.out().print(AnswerSchema.text());
      return Exit.OK;
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      IntakeSchema.write(rules.load(streams.err()).vocabulary(), json);
    }
    streams.out().println(text);
    return Exit.OK;
  }
}
