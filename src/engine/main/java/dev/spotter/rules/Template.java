package dev.spotter.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text with places that are filled for each client.
 *
 * @param parts in order
 * @param fallback what is said instead if a value is absent, or null where the text has no values
 */
public record Template(List<Part> parts, @Nullable Template fallback) {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern VALUE =
      Pattern.compile("(?:(\\d{1,3})% of )?([A-Z][A-Za-z]*)\\.([a-z][A-Za-z0-9]*)");
  private static final Pattern DAY = Pattern.compile("\\+(\\d{1,4})d");
  private static final Pattern WORD = Pattern.compile("words\\.([a-z][A-Za-z0-9]*)");

  /** A piece of a text. */
  public sealed interface Part {}

  /** Words as they stand. */
  public record Words(String text) implements Part {}

  /**
   * The value of a fact's field.
   *
   * @param percent how much of it, rounded to what can be loaded; or null for the value itself
   */
  public record Value(@Nullable Integer percent, String type, String field) implements Part {}

  /** The date so many days after the clock. */
  public record Day(int days) implements Part {}

  /** A word from messages.yaml. */
  public record Word(String key) implements Part {}

  /** What cannot be a place. */
  public record Strange(String text) implements Part {}

  /** Reads a text; what it does not know becomes {@link Strange}. */
  public static Template of(String text) {
    int bar = text.indexOf('|');
    if (bar < 0 || !text.contains("{")) {
      return new Template(parts(text), null);
    }
    return new Template(
        parts(text.substring(0, bar).strip()),
        new Template(parts(text.substring(bar + 1).strip()), null));
  }

  private static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher place = PLACE.matcher(text);
    int from = 0;
    while (place.find()) {
      parts.add(new Words(text.substring(from, place.start())));
      parts.add(part(place.group(1)));
      from = place.end();
    }
    parts.add(new Words(text.substring(from)));
    return List.copyOf(parts);
  }

  private static Part part(String inside) {
    Matcher value = VALUE.matcher(inside);
    if (value.matches()) {
      Integer percent = value.group(1) == null ? null : Integer.valueOf(value.group(1));
      return new Value(percent, value.group(2), value.group(3));
    }
    Matcher day = DAY.matcher(inside);
    if (day.matches()) {
      return new Day(Integer.parseInt(day.group(1)));
    }
    Matcher word = WORD.matcher(inside);
    return word.matches() ? new Word(word.group(1)) : new Strange(inside);
  }

  /** The values it needs, without those of the fallback. */
  public Stream<Value> values() {
    return parts.stream().filter(Value.class::isInstance).map(Value.class::cast);
  }
}
