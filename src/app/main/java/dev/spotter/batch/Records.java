package dev.spotter.batch;

import dev.spotter.intake.Limits;
import dev.spotter.intake.Reading;
import dev.spotter.intake.RecordReader;
import dev.spotter.intake.RecordReader.Origin;
import dev.spotter.vocabulary.Vocabulary;
import java.util.List;

/** Reads records as their sources write them. Safe for many threads. */
final class Records {
  /** What a record may be: as always, but several are held at once. */
  private static final Limits LIMITS =
      new Limits(Gathered.MOST, Limits.USUAL.depth(), Limits.USUAL.text(), 300_000);

  private final RecordReader reader;
  private final List<Source> sources;
  private final List<Table> tables;

  Records(Vocabulary vocabulary, List<Source> sources) {
    this.reader = new RecordReader(vocabulary, LIMITS);
    this.sources = sources;
    this.tables =
        sources.stream().map(s -> new Table(s.head().columns(), s.head().separator())).toList();
  }

  /** The name of the source of a record. */
  String source(Raw raw) {
    return sources.get(raw.source()).name();
  }

  Reading read(Raw raw) {
    Source source = sources.get(raw.source());
    Format format = source.head().format();
    boolean lines = format == Format.LINES || format == Format.CSV;
    String derived = source.stem() + (lines ? ":" + raw.line() : "#" + raw.number());
    Origin origin =
        new Origin(source.name(), (int) Math.min(raw.line(), Integer.MAX_VALUE), derived);
    return switch (raw.cut()) {
      case TOO_LONG ->
          RecordReader.refuse(
              origin,
              "too-long",
              "a record of " + raw.length() + " bytes, more than " + Gathered.MOST,
              "look for a bracket or a quote that is not closed");
      case UNFINISHED_LIST ->
          RecordReader.refuse(
              origin,
              "unfinished",
              "the list of clients is not closed: the file may be cut off, and clients missing",
              "look at the end of the file");
      case WHOLE -> whole(raw, origin, format);
    };
  }

  private Reading whole(Raw raw, Origin origin, Format format) {
    try {
      return switch (format) {
        case LINES, JSON -> reader.json(origin, raw.bytes());
        case YAML -> reader.yaml(origin, raw.bytes());
        case CSV -> tables.get(raw.source()).read(reader, origin, raw.bytes());
      };
    } catch (RuntimeException | StackOverflowError e) {
      return RecordReader.refuse(
          origin, "internal", "reading it failed: " + e.getClass().getName(), "please report this");
    }
  }
}
