package dev.spotter.assess;

import dev.spotter.fact.History;
import dev.spotter.history.TrainingHistory;
import dev.spotter.rules.RuleSet;
import dev.spotter.rules.Template;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Fills the places of a text for one client. Weights come out in the client's unit; a share of one
 * is rounded down to what plates can make: 2.5 kg or 5 lb.
 */
final class Filler {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

  private final RuleSet rules;
  private final ConcurrentHashMap<String, Template> templates;
  private final Answers answers;
  private final LocalDate today;
  private final boolean pounds;

  /**
   * @param templates texts already read, shared between clients
   * @param today the day of the clock in the client's zone
   * @param unit {@code kg} or {@code lb}
   */
  Filler(
      RuleSet rules,
      ConcurrentHashMap<String, Template> templates,
      Answers answers,
      LocalDate today,
      String unit) {
    this.rules = rules;
    this.templates = templates;
    this.answers = answers;
    this.today = today;
    this.pounds = unit.equals("lb");
  }

  /** The day of the clock in the client's zone. */
  LocalDate today() {
    return today;
  }

  String fill(String text) {
    if (text.indexOf('{') < 0) {
      return text;
    }
    Template template = templates.computeIfAbsent(text, Template::of);
    String filled = fill(template);
    if (filled == null && template.fallback() != null) {
      filled = fill(template.fallback());
    }
    return filled == null ? text : filled;
  }

  private @Nullable String fill(Template template) {
    StringBuilder out = new StringBuilder();
    for (Template.Part part : template.parts()) {
      String piece = piece(part);
      if (piece == null) {
        return null;
      }
      out.append(piece);
    }
    return out.toString();
  }

  private @Nullable String piece(Template.Part part) {
    if (part instanceof Template.Words words) {
      return words.text();
    }
    if (part instanceof Template.Day day) {
      return DATE.format(today.plusDays(day.days()));
    }
    if (part instanceof Template.Word word) {
      return rules.words().get(word.key());
    }
    return part instanceof Template.Value value ? value(value) : null;
  }

  private @Nullable String value(Template.Value place) {
    Section section =
        rules.vocabulary().sections().stream()
            .filter(s -> s.type().equals(place.type()))
            .findFirst()
            .orElse(null);
    String key = section == null ? "" : section.key();
    Object value = answers.value(place.type(), place.field(), key);
    Question question = rules.vocabulary().question(key + "." + place.field());
    if (value == null || Question.UNKNOWN.equals(value)) {
      return null;
    }
    if (!(value instanceof Number number)) {
      return question == null ? String.valueOf(value) : question.label(String.valueOf(value));
    }
    double amount = number.doubleValue();
    boolean weight =
        question == null ? History.isWeight(place.field()) : "kg".equals(question.unit());
    return weight ? weight(amount, place.percent()) : plain(share(amount, place.percent()));
  }

  private static double share(double amount, @Nullable Integer percent) {
    return percent == null ? amount : amount * percent / 100;
  }

  private String weight(double kg, @Nullable Integer percent) {
    double amount = share(pounds ? kg / TrainingHistory.KG_PER_LB : kg, percent);
    double step = pounds ? 5 : 2.5;
    double shown = percent == null ? amount : Math.floor(amount / step + 1e-9) * step;
    return plain(shown) + (pounds ? " lb" : " kg");
  }

  /** A number without needless decimals. */
  static String plain(double amount) {
    return BigDecimal.valueOf(amount)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
