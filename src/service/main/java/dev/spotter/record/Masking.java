package dev.spotter.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.spotter.intake.Answer;
import dev.spotter.intake.Intake;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes answers that must not be stored out of what is stored. */
final class Masking {
  static final String MASKED = "(masked)";

  private final Set<String> ids;
  private final @Nullable Pattern values;

  /**
   * @param ids of the questions whose answers must not be stored
   */
  Masking(Set<String> ids, Intake intake) {
    this.ids = ids;
    Set<String> words = new LinkedHashSet<>();
    ids.forEach(id -> words(intake.answers().get(id), words));
    // Texts may repeat an answer: better a word too many is taken out of them.
    this.values =
        words.isEmpty()
            ? null
            : Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:"
                    + String.join("|", words.stream().map(Pattern::quote).toList())
                    + ")(?![\\p{L}\\p{N}])");
  }

  private static void words(@Nullable Answer answer, Set<String> words) {
    Object value = answer == null ? null : answer.value();
    if (value instanceof Set<?> several) {
      several.forEach(v -> words.add(v.toString()));
    } else if (value != null && !value.toString().isEmpty()) {
      words.add(value.toString());
      if (value.toString().endsWith(".0")) {
        words.add(value.toString().replace(".0", ""));
      }
    }
  }

  /** True if something was answered that must not be stored. */
  boolean applies() {
    return values != null;
  }

  /** The client as if never asked what must not be stored. */
  Intake intake(Intake told) {
    Intake kept = told;
    for (String id : ids) {
      kept = kept.without(id);
    }
    return kept;
  }

  /** Takes the answers out of an answer, wherever they stand in it. */
  JsonNode answer(JsonNode node) {
    if (values == null) {
      return node;
    }
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        boolean fact = ids.contains(name) || name.equals("value");
        object.set(name, fact ? TextNode.valueOf(MASKED) : kept(name, object.get(name)));
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, answer(array.get(i)));
      }
    } else if (node.isTextual()) {
      return TextNode.valueOf(values.matcher(node.textValue()).replaceAll(MASKED));
    }
    return node;
  }

  /** Names and dates of ours are no answers, though they may look like one. */
  private JsonNode kept(String name, JsonNode node) {
    return Set.of("id", "at", "ruleSet", "rule", "level", "status", "verdict").contains(name)
        ? node
        : answer(node);
  }
}
