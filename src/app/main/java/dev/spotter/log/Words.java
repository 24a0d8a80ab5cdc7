package dev.spotter.log;

import dev.spotter.history.Exercises;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of {@code words.yaml}: kinds of sets, pauses, remarks, units, names of months. */
final class Words {
  /** What a set that nobody marked is called. */
  static final String NORMAL = "normal";

  private static final Map<String, Object> FILE = DataFile.read("words.yaml");
  private static final Map<String, String> KINDS = byWord("kinds");
  private static final Map<String, String> UNITS = byWord("units");
  private static final Set<String> PAUSES = words("pauses");
  private static final Set<String> REMARKS = words("remarks");
  private static final Map<String, Set<Month>> MONTHS = months();

  private Words() {}

  private static Object part(String name) {
    return Objects.requireNonNull(FILE.get(name), name);
  }

  private static Set<String> words(String name) {
    return DataFile.list(part(name)).stream()
        .map(Exercises::spelling)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, String> byWord(String name) {
    Map<String, String> byWord = new HashMap<>();
    DataFile.group(part(name))
        .forEach(
            (id, words) ->
                DataFile.list(words).forEach(w -> byWord.put(Exercises.spelling(w), id)));
    return byWord;
  }

  private static Map<String, Set<Month>> months() {
    Map<String, Set<Month>> months = new HashMap<>();
    for (String language : DataFile.list(part("months"))) {
      Locale locale = Locale.forLanguageTag(language);
      for (Month month : Month.values()) {
        for (TextStyle style : TextStyle.values()) {
          String name = Exercises.spelling(month.getDisplayName(style, locale));
          if (name.length() >= 3) {
            months.computeIfAbsent(name, n -> EnumSet.noneOf(Month.class)).add(month);
          }
        }
      }
    }
    return months;
  }

  /** The kind of a set: warmup, work, drop, failure or {@link #NORMAL}; null if no such word. */
  static @Nullable String kind(String word) {
    return KINDS.get(Exercises.spelling(word));
  }

  static boolean pause(String word) {
    return PAUSES.contains(Exercises.spelling(word));
  }

  static boolean remark(String word) {
    return REMARKS.contains(Exercises.spelling(word));
  }

  /** kg or lb; null if no such word. */
  static @Nullable String unit(String word) {
    return UNITS.get(Exercises.spelling(word));
  }

  /** The month of this name or of one that begins like it; null if there is none, or several. */
  static @Nullable Month month(String word) {
    String spelt = Exercises.spelling(word);
    Set<Month> named = MONTHS.getOrDefault(spelt, EnumSet.noneOf(Month.class));
    if (named.isEmpty() && spelt.length() >= 3) {
      named =
          MONTHS.entrySet().stream()
              .filter(e -> e.getKey().startsWith(spelt))
              .map(Map.Entry::getValue)
              .flatMap(Collection::stream)
              .collect(Collectors.toSet());
    }
    return named.size() == 1 ? named.iterator().next() : null;
  }

  /** The loads that logs in a unit are full of. */
  static List<Double> plates(String unit) {
    Object loads = Objects.requireNonNull(DataFile.group(part("plates")).get(unit), unit);
    return DataFile.list(loads).stream().map(Double::valueOf).toList();
  }
}
