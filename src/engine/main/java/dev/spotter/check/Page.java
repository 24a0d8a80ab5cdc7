package dev.spotter.check;

import dev.spotter.rules.Diagnostic.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a code means: in plain words, with an example that is wrong and the same put right.
 *
 * @param code the code
 * @param title what it is, in a line
 * @param text the page, in Markdown, the title and all
 */
public record Page(Code code, String title, String text) {

  /**
   * The page of a code such as {@code SP012}, in capitals or not; null if there is no such code.
   */
  public static @Nullable Page of(String id) {
    return Arrays.stream(Code.values())
        .filter(c -> c.id().equalsIgnoreCase(id.strip()))
        .findFirst()
        .map(Page::of)
        .orElse(null);
  }

  /** One page for each code, in order of {@link Code}. */
  public static List<Page> all() {
    return Arrays.stream(Code.values()).map(Page::of).toList();
  }

  private static Page of(Code code) {
    try (InputStream in = Page.class.getResourceAsStream(code.id() + ".md")) {
      if (in == null) {
        throw new IllegalStateException("there is no page for " + code.id());
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String first = text.lines().findFirst().orElse("");
      return new Page(code, first.substring(first.indexOf(':') + 1).strip(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
