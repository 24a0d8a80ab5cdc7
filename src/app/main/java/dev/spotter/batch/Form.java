package dev.spotter.batch;

import java.util.List;

/**
 * What is written of each client.
 *
 * @param detail how much
 * @param file as what
 * @param columns of a table, from {@link #ALL_COLUMNS} or {@code likelihood.CAUSE}
 */
public record Form(Detail detail, File file, List<String> columns) {
  /** Columns that a table may have, beside {@code likelihood.CAUSE}. */
  public static final List<String> ALL_COLUMNS =
      List.of(
          "id",
          "at",
          "status",
          "level",
          "flags",
          "verdict",
          "first",
          "likelihood",
          "remedies",
          "withheld",
          "rule",
          "source",
          "line");

  /** Columns unless others are chosen. */
  public static final List<String> USUAL_COLUMNS = ALL_COLUMNS.subList(0, 10);

  /** How much is written of each client. */
  public enum Detail {
    /** Ids only. */
    summary,
    /** The whole answer, as {@code assess} gives it. */
    full
  }

  /** What kind of file. */
  public enum File {
    ndjson,
    csv
  }

  /** The name of the file with the answers. */
  String answers() {
    return "assessments." + file;
  }
}
