package dev.spotter.vocabulary;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be asked, as a rule set declares it.
 *
 * @param id {@code section.field}
 * @param section the section's key in an intake ({@code soreness})
 * @param field the field's name, the same in the intake and in rules
 * @param kind what an answer looks like
 * @param ask the wording, English; the key for other languages
 * @param help a hint for whoever asks, or null
 * @param choices what is offered, in order; {@code unknown} is always accepted and never listed.
 *     Empty for numbers; yes and no for a yes/no question
 * @param range the least and greatest number accepted, or null where not a number
 * @param step how a form steps the number, or null; a hint, never a reason to refuse
 * @param unit what the number counts, or null
 * @param tier {@code safety}, {@code core}, {@code detail} or {@code optional}: the order of asking
 * @param who who may answer
 * @param safe the answers that exclude worry; empty where no answer does
 * @param when when the question applies; null for always
 * @param from the history measure that answers it when nobody did, or null
 * @param needed the name of the safety item this question settles, or null; self-care is not said
 *     while an item has no answered question
 */
public record Question(
    String id,
    String section,
    String field,
    Kind kind,
    String ask,
    @Nullable String help,
    List<Choice> choices,
    @Nullable Range range,
    @Nullable BigDecimal step,
    @Nullable String unit,
    String tier,
    Set<String> who,
    Set<String> safe,
    @Nullable When when,
    @Nullable String from,
    @Nullable String needed) {

  /** The answer "asked, and not known"; accepted for every question. */
  public static final String UNKNOWN = "unknown";

  /** The only option of a tick-all question that may not stand beside another, with unknown. */
  public static final String NONE = "none";

  /** What an answer looks like. */
  public enum Kind {
    /** Yes or no. */
    YES_NO,
    /** One of several. */
    CHOICE,
    /** Tick all that apply. */
    MANY,
    /** A whole number. */
    WHOLE,
    /** A number that may have a fraction. */
    DECIMAL;

    /** True for {@link #WHOLE} and {@link #DECIMAL}. */
    public boolean number() {
      return this == WHOLE || this == DECIMAL;
    }

    /** True for {@link #YES_NO} and {@link #CHOICE}. */
    public boolean word() {
      return this == YES_NO || this == CHOICE;
    }
  }

  /** One option: its id, as rules and intakes write it, and the words shown. */
  public record Choice(String id, String label) {}

  /** Bounds of a number, both inclusive. */
  public record Range(BigDecimal min, BigDecimal max) {}

  public Question {
    choices = List.copyOf(choices);
  }

  /** True if {@code value} is one of the choices (unknown is not counted as one). */
  public boolean offers(String value) {
    for (Choice choice : choices) {
      if (choice.id().equals(value)) {
        return true;
      }
    }
    return false;
  }

  /** The words shown for one of the choices; the id itself where there are none. */
  public String label(String choice) {
    return choices.stream()
        .filter(c -> c.id().equals(choice))
        .map(Choice::label)
        .findFirst()
        .orElse(choice);
  }
}
