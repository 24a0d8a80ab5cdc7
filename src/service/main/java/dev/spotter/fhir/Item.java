package dev.spotter.fhir;

import dev.spotter.vocabulary.Question.Choice;
import dev.spotter.vocabulary.Question.Range;
import dev.spotter.vocabulary.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the form: a group, or a question. The last word of its link id is the name of its
 * field in an intake, so that a filled form and an intake have the same shape.
 *
 * @param linkId its path in an intake, without the numbers of list items
 * @param repeats true for a group that comes several times, and for tick-all questions
 * @param options what may be chosen; empty where nothing is
 * @param range of a number, or null
 * @param when the question applies, or null for always
 * @param items of a group
 */
record Item(
    String linkId,
    Type type,
    boolean repeats,
    String text,
    @Nullable String help,
    List<Choice> options,
    @Nullable Range range,
    @Nullable String unit,
    @Nullable When when,
    List<Item> items) {

  /** What an item holds: its code in a Questionnaire, and the key of a value in a response. */
  enum Type {
    GROUP("group", ""),
    CHOICE("choice", "valueCoding"),
    INTEGER("integer", "valueInteger"),
    DECIMAL("decimal", "valueDecimal"),
    STRING("string", "valueString"),
    DATE("date", "valueDate"),
    TIME("time", "valueTime");

    private final String code;
    private final String value;

    Type(String code, String value) {
      this.code = code;
      this.value = value;
    }

    String code() {
      return code;
    }

    String value() {
      return value;
    }

    boolean number() {
      return this == INTEGER || this == DECIMAL;
    }
  }

  static Item group(String linkId, boolean repeats, String text, List<Item> items) {
    return new Item(linkId, Type.GROUP, repeats, text, null, List.of(), null, null, null, items);
  }

  static Item field(String linkId, Type type, String text, @Nullable Range range) {
    return new Item(linkId, type, false, text, null, List.of(), range, null, null, List.of());
  }

  static Item choice(String linkId, String text, List<Choice> options) {
    return new Item(linkId, Type.CHOICE, false, text, null, options, null, null, null, List.of());
  }

  /** Its field in an intake. */
  String name() {
    return linkId.substring(linkId.lastIndexOf('.') + 1);
  }

  boolean group() {
    return type == Type.GROUP;
  }

  /** The words of an option; null if there is no such option. */
  @Nullable String display(String code) {
    for (Choice option : options) {
      if (option.id().equals(code)) {
        return option.label();
      }
    }
    return null;
  }
}
