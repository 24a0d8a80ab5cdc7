package dev.spotter.intake;

import dev.spotter.vocabulary.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Reads clients, JSON or YAML, one or many, and hands each on as soon as it is read. A bad client
 * never stops the others, as far as the next one can be found: in a file with a client a line
 * always, in one long JSON list unless its brackets are broken. Holds one client at a time (of
 * YAML, one document). Safe for many threads.
 */
public final class IntakeReader {
  /** How far to look for the kind of file and the end of a first line. */
  private static final int LOOK_AHEAD = 65_536;

  private final Vocabulary vocabulary;
  private final Limits limits;

  public IntakeReader(Vocabulary vocabulary) {
    this(vocabulary, Limits.USUAL);
  }

  public IntakeReader(Vocabulary vocabulary, Limits limits) {
    this.vocabulary = vocabulary;
    this.limits = limits;
  }

  /**
   * Reads a stream to its end.
   *
   * @param source the file's name for problems, {@code -} for standard input; its ending decides
   *     where the content does not
   * @param in the bytes, UTF-8 with or without a byte order mark; not closed
   * @param sink gets one reading for each client, in order, and one for a file that cannot be read
   *     on
   * @throws IOException if the bytes cannot be had
   */
  public void read(String source, InputStream in, Consumer<Reading> sink) throws IOException {
    Utf8 utf8 = Utf8.of(in);
    if (utf8 == null) {
      refuse(
          source,
          sink,
          new Unreadable(
              Fault.ENCODING, new Node.Place(1, 1), "the file is not UTF-8 but looks like UTF-16"));
      return;
    }
    try {
      BufferedReader reader = new BufferedReader(utf8, LOOK_AHEAD);
      String ahead = lookAhead(reader);
      if (ahead.isBlank()) {
        refuse(
            source,
            sink,
            new Unreadable(Fault.EMPTY, new Node.Place(1, 1), "there is nothing in the file"));
      } else if (yaml(source, ahead)) {
        yaml(source, reader, sink);
      } else if (aClientALine(source, ahead)) {
        new Lines(source, sink).read(reader);
      } else {
        json(source, reader, sink);
      }
    } catch (Utf8.BadByte e) {
      refuse(source, sink, new Unreadable(Fault.BAD_UTF8, e.place(), "a byte here is not UTF-8"));
    }
  }

  private static String lookAhead(Reader reader) throws IOException {
    reader.mark(LOOK_AHEAD);
    char[] ahead = new char[LOOK_AHEAD];
    int length = 0;
    try {
      for (int n = 0; n >= 0 && length < ahead.length - 1; length += Math.max(0, n)) {
        n = reader.read(ahead, length, ahead.length - 1 - length);
      }
    } catch (Utf8.BadByte e) {
      // It is met again, and reported, once what stands before it has been read.
      return new String(ahead, 0, length) + " ";
    } finally {
      reader.reset();
    }
    return new String(ahead, 0, length);
  }

  private static boolean yaml(String source, String ahead) {
    String name = source.toLowerCase(Locale.ROOT);
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return true;
    }
    char first = ahead.strip().charAt(0);
    boolean named = name.endsWith("json") || name.endsWith("jsonl");
    return !named && first != '{' && first != '[';
  }

  /** True if the first line of several is a whole client, or the name says that each is. */
  private boolean aClientALine(String source, String ahead) throws IOException {
    String name = source.toLowerCase(Locale.ROOT);
    if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
      return true;
    }
    List<String> lines = ahead.lines().filter(l -> !l.isBlank()).limit(2).toList();
    String first = lines.get(0).strip();
    if (lines.size() < 2 || !first.startsWith("{") || !first.endsWith("}")) {
      return false;
    }
    try (JsonNodes nodes = new JsonNodes(new StringReader(first), limits, 0)) {
      return nodes.next() != null;
    } catch (Unreadable e) {
      return false;
    }
  }

  private void json(String source, Reader reader, Consumer<Reading> sink) throws IOException {
    try (JsonNodes nodes = new JsonNodes(reader, limits, 0)) {
      String derived = Names.of(source, 0);
      int number = 1;
      for (Node node = nodes.next(); node != null; node = nodes.next()) {
        sink.accept(bind(source, derived, node));
        derived = Names.of(source, ++number);
      }
    } catch (Unreadable e) {
      refuse(source, sink, e);
    }
  }

  private void yaml(String source, Reader reader, Consumer<Reading> sink) throws IOException {
    YamlNodes nodes = new YamlNodes(new Unchecked(reader), limits);
    try {
      String derived = Names.of(source, 0);
      int number = 1;
      for (Node node = nodes.next(); node != null; node = nodes.next()) {
        sink.accept(bind(source, derived, node));
        derived = Names.of(source, ++number);
      }
      if (number == 1) {
        refuse(
            source,
            sink,
            new Unreadable(Fault.EMPTY, new Node.Place(1, 1), "there is no client in the file"));
      }
    } catch (Unreadable e) {
      refuse(source, sink, e);
    } catch (Unchecked.Failed e) {
      throw e.cause();
    }
  }

  private Reading bind(String source, String derived, Node node) {
    return new IntakeBinder(vocabulary, source, derived).bind(node);
  }

  private static void refuse(String source, Consumer<Reading> sink, Unreadable reason) {
    sink.accept(new Reading.Rejected(null, List.of(reason.in(source, reason.fault().help()))));
  }

  /** A file with a client a line: each stands or falls for itself. */
  private final class Lines {
    private final String source;
    private final Consumer<Reading> sink;
    private int number;

    Lines(String source, Consumer<Reading> sink) {
      this.source = source;
      this.sink = sink;
    }

    void read(Reader reader) throws IOException {
      StringBuilder line = new StringBuilder();
      boolean cut = false;
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        if (c == '\n') {
          line(line, cut);
          line.setLength(0);
          cut = false;
        } else if (line.length() < limits.characters()) {
          line.append((char) c);
        } else {
          cut = true;
        }
      }
      line(line, cut);
    }

    private void line(StringBuilder text, boolean cut) throws IOException {
      number++;
      if (cut) {
        refuse(
            source,
            sink,
            new Unreadable(
                Fault.TOO_LONG,
                new Node.Place(number, 1),
                "a line of more than " + limits.characters() + " characters"));
        return;
      }
      try (JsonNodes nodes = new JsonNodes(new StringReader(text.toString()), limits, number - 1)) {
        String derived = Names.of(source, 0) + ":" + number;
        for (Node node = nodes.next(); node != null; node = nodes.next()) {
          sink.accept(bind(source, derived, node));
        }
      } catch (Unreadable e) {
        refuse(source, sink, e);
      }
    }
  }
}
