package dev.spotter.app;

import dev.spotter.book.Book;
import dev.spotter.cases.Case;
import dev.spotter.cases.CaseRunner;
import dev.spotter.rules.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code spotter docs}: the knowledge as a book. */
@Command(
    name = "docs",
    description = {
      "Write the rules as a book to read: red flags, causes, remedies, questions, sources, and every"
          + " rule in plain words with its cases.",
      "One HTML file that opens offline, or the same as one Markdown text."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples:",
      "  spotter docs                                (writes spotter-book/index.html)",
      "  spotter docs --format markdown > book.md",
      "  spotter docs --rules my-rules --out public  (writes public/index.html)",
      "  spotter docs --out - > rules.html"
    })
final class DocsCommand implements Callable<Integer> {
  private static final Path PRINTED = Path.of("-");

  enum Format {
    html("index.html"),
    markdown("book.md");

    private final String file;

    Format(String file) {
      this.file = file;
    }
  }

  private final Streams streams;

  @Mixin RulesOption rules;

  @Option(
      names = "--format",
      defaultValue = "html",
      description = "html or markdown. Default: ${DEFAULT-VALUE}.")
  Format format;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description =
          "The folder to write index.html or book.md into; made if it is not there. - prints instead."
              + " Default: spotter-book for html; markdown is printed.")
  @Nullable Path out;

  DocsCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    RuleSet loaded = rules.load(streams.err());
    List<Case> cases;
    try {
      cases = CaseRunner.casesOf(loaded);
    } catch (IllegalArgumentException e) {
      streams.err().println(e.getMessage());
      return Exit.RULES;
    }
    if (rules.trustCode) {
      streams.err().println("docs: what rules do in code is not told in words; see their DRL");
    }
    Book book = Book.of(loaded, cases);
    String text = format == Format.html ? BookPage.of(book) : book.markdown();
    Path folder = out != null ? out : format == Format.html ? Path.of("spotter-book") : PRINTED;
    if (folder.equals(PRINTED)) {
      streams.out().print(text);
      streams.out().flush();
    } else {
      write(folder, text);
    }
    return Exit.OK;
  }

  private void write(Path folder, String text) {
    Path file = folder.resolve(format.file);
    try {
      Files.createDirectories(folder);
      Files.writeString(file, text);
      streams
          .err()
          .printf(Locale.ROOT, "wrote %s, %d kB%n", file, (Files.size(file) + 1023) / 1024);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
