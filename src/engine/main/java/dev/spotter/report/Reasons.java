package dev.spotter.report;

import dev.spotter.assess.Assessment;
import dev.spotter.assess.Item;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Vocabulary;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words one reason for one audience: what was found, from which answers, by which source. */
final class Reasons {
  private final Vocabulary vocabulary;
  private final Audience audience;
  private final Ink ink;

  Reasons(Vocabulary vocabulary, Audience audience, Ink ink) {
    this.vocabulary = vocabulary;
    this.audience = audience;
    this.ink = ink;
  }

  /** Why a level was asked for. */
  String referral(Item item) {
    String flag = audience == Audience.CLINICIAN ? item.group() + ": " : "";
    return flag + worded(item, "");
  }

  /** What speaks for or against a cause. */
  String evidence(Item item) {
    String group = item.group() == null ? "" : ", group " + item.group();
    String weight =
        audience == Audience.CLINICIAN
            ? ink.faint(" {" + item.counted() + " of " + item.points() + " points" + group + "}")
            : "";
    return worded(item, weight);
  }

  private String worded(Item item, String weight) {
    String rule = audience == Audience.CLINICIAN ? ink.faint(" \"" + item.rule() + "\"") : "";
    return item.because() + answers(item) + weight + rule + sources(item);
  }

  private String answers(Item item) {
    String answers =
        item.facts().entrySet().stream()
            .filter(f -> f.getValue() != null)
            .map(f -> answer(f.getKey(), f.getValue()))
            .filter(a -> !a.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    boolean open = item.facts().values().stream().allMatch(v -> v == null);
    if (audience == Audience.CLIENT) {
      return open || answers.isEmpty() ? "" : ink.faint(" (you said: " + answers + ")");
    }
    return ink.faint(" (" + (open ? "not asked" : answers) + ")");
  }

  /**
   * For the client what was chosen, in the words of the question; a bare yes or no would say
   * nothing there. For others the answer by its id.
   */
  private String answer(String id, @Nullable Object value) {
    Question question = vocabulary.question(id);
    if (audience != Audience.CLIENT) {
      return id + " = " + shown(value) + unit(question, value);
    }
    if (question == null || question.kind() == Question.Kind.YES_NO) {
      return "";
    }
    String said =
        value instanceof Set<?> set
            ? JsonReport.sorted(set).stream().map(question::label).collect(Collectors.joining(", "))
            : question.kind().number() ? shown(value) : question.label(shown(value));
    return said + unit(question, value);
  }

  private static String unit(@Nullable Question question, @Nullable Object value) {
    if (question == null || question.unit() == null || !(value instanceof Number number)) {
      return "";
    }
    String unit = question.unit();
    boolean one = number.doubleValue() == 1 && unit.endsWith("s");
    return " " + (one ? unit.substring(0, unit.length() - 1) : unit);
  }

  /** A value as it stands in an intake. */
  static String shown(@Nullable Object value) {
    if (value instanceof Set<?> set) {
      return set.isEmpty() ? Question.NONE : String.join(" + ", JsonReport.sorted(set));
    }
    return value == null ? "not known" : String.valueOf(value);
  }

  private String sources(Item item) {
    return audience == Audience.CLIENT
        ? ""
        : ink.faint(" [" + String.join(" ", item.sources()) + "]");
  }

  /** Why a remedy is advised. */
  String remedy(Assessment.Remedy remedy) {
    List<Item> items = remedy.reasons();
    String because = items.stream().map(Item::because).distinct().collect(Collectors.joining("; "));
    String sources =
        items.stream()
            .flatMap(i -> i.sources().stream())
            .distinct()
            .collect(Collectors.joining(" "));
    String rules =
        items.stream()
            .map(i -> "\"" + i.rule() + "\"")
            .distinct()
            .collect(Collectors.joining(", "));
    return ink.faint(
        switch (audience) {
          case CLIENT -> "because " + because;
          case COACH -> "because " + because + " [" + sources + "]";
          case CLINICIAN -> "because " + because + " " + rules + " [" + sources + "]";
        });
  }
}
