package dev.spotter.batch;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.spotter.assess.Assessment;
import dev.spotter.assess.Decision;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers as rows of a table, lists parted by {@code |}. */
final class CsvAnswers implements Answers {
  /** Begins the columns of single causes. */
  static final String CAUSE = "likelihood.";

  private final StringWriter text = new StringWriter();
  private final CsvWriter csv = Cell.writer(text);
  private final List<String> columns;

  CsvAnswers(List<String> columns) {
    this.columns = columns;
  }

  /** The row of column names. */
  static byte[] header(List<String> columns) {
    StringWriter text = new StringWriter();
    Cell.writer(text).writeRecord(columns);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void assessed(Client client, Decision decision, @Nullable Assessment assessment) {
    csv.writeRecord(columns.stream().map(c -> cell(c, client, decision)).toList());
  }

  private static String cell(String column, Client client, Decision decision) {
    return switch (column) {
      case "status" -> "assessed";
      case "level" -> decision.level().word();
      case "flags" -> String.join("|", new TreeSet<>(decision.flags()));
      case "verdict" -> decision.verdict();
      case "first" -> decision.first();
      case "likelihood" ->
          decision.causes().stream()
              .map(c -> c.cause() + ":" + c.likelihood())
              .collect(Collectors.joining("|"));
      case "remedies" -> String.join("|", decision.remedies());
      case "withheld" -> String.join("|", decision.withheld());
      default -> column.startsWith(CAUSE) ? likelihood(column, decision) : own(column, client);
    };
  }

  private static String likelihood(String column, Decision decision) {
    Decision.Standing standing = decision.cause(column.substring(CAUSE.length()));
    return standing == null ? "" : standing.likelihood();
  }

  private static String own(String column, Client client) {
    return switch (column) {
      case "id" -> Cell.text(client.id());
      case "at" -> client.time();
      case "source" -> client.source();
      case "line" -> String.valueOf(client.line());
      default -> "";
    };
  }

  @Override
  public void failed(Client client, Failure failure) {
    csv.writeRecord(
        columns.stream()
            .map(
                column ->
                    switch (column) {
                      case "status" -> "failed";
                      case "rule" -> failure.rule();
                      default -> own(column, client);
                    })
            .toList());
  }

  @Override
  public byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
