package dev.spotter.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.spotter.Answer;
import dev.spotter.Spotter;
import dev.spotter.intake.Reading;
import dev.spotter.report.TextReport;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Assesses readings one by one and writes each answer as it comes. One client's JSON is laid out
 * for reading; of several, each stands on a line of its own.
 */
final class Answering {
  private final Spotter spotter;
  private final boolean explain;
  private final @Nullable TextReport text;
  private final Streams streams;
  private @Nullable Answer held;
  private int written;
  private int rejected;
  private int failed;

  /**
   * @param text writes the answers; null for JSON
   */
  Answering(Spotter spotter, @Nullable TextReport text, boolean explain, Streams streams) {
    this.spotter = spotter;
    this.text = text;
    this.explain = explain;
    this.streams = streams;
  }

  void take(Reading reading) {
    Answer answer = Answer.to(reading, spotter, explain);
    rejected += answer.status().equals("rejected") ? 1 : 0;
    failed += answer.status().equals("failed") ? 1 : 0;
    if (text != null) {
      text(text, answer);
    } else if (held == null && written == 0) {
      held = answer;
    } else {
      release(false);
      write(answer, false);
    }
  }

  private void release(boolean alone) {
    if (held != null) {
      write(held, alone);
      held = null;
    }
  }

  /** Writes what is still held, and tells how it went. */
  int finish(PrintStream err) {
    release(true);
    streams.out().flush();
    if (written == 0) {
      throw new InputException("there is no client in the input");
    }
    if (failed > 0) {
      err.println(failed + " client(s) failed in a rule: have them called today");
    }
    if (rejected > 0) {
      err.println(rejected + " of " + written + " client(s) rejected");
    }
    return failed > 0 ? Exit.INTERNAL : rejected > 0 ? Exit.INPUT : Exit.OK;
  }

  private void text(TextReport report, Answer answer) {
    if (written++ > 0) {
      streams.out().println("\n" + "=".repeat(96) + "\n");
    }
    streams.out().print(answer.text(report));
  }

  private void write(Answer answer, boolean alone) {
    written++;
    StringWriter line = new StringWriter();
    try (JsonGenerator generator = new JsonFactory().createGenerator(line)) {
      if (alone) {
        generator.setPrettyPrinter(pretty());
      }
      answer.write(generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    streams.out().print(line + "\n");
  }

  /** Writes to a generator. */
  interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  /** JSON laid out for reading, with a line end behind it. */
  static String laidOut(Writing writing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(pretty());
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text + "\n";
  }

  /** The same on every system. */
  private static DefaultPrettyPrinter pretty() {
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
        .withArrayIndenter(new com.fasterxml.jackson.core.util.DefaultIndenter("  ", "\n"))
        .withObjectIndenter(new com.fasterxml.jackson.core.util.DefaultIndenter("  ", "\n"));
  }
}
