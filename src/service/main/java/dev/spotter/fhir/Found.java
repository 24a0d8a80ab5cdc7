package dev.spotter.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spotter.intake.Problem;
import dev.spotter.vocabulary.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with a response as FHIR, before its answers are looked at. */
final class Found {
  static final String WRONG_TYPE = "wrong-type";
  static final String UNKNOWN_FIELD = "unknown-field";
  static final String DUPLICATE = "duplicate-key";
  static final String NOT_OFFERED = "not-offered";
  static final String NOT_A_NUMBER = "not-a-number";
  static final String BAD_TIME = "bad-time";
  static final String WRONG_STATUS = "wrong-status";
  static final String WRONG_QUESTIONNAIRE = "wrong-questionnaire";
  static final String MODIFIED = "not-understood";

  private final String source;
  private final List<Problem> errors = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  Found(String source) {
    this.source = source;
  }

  /** Something that makes the response unusable. */
  void error(String code, String path, String message, @Nullable String help) {
    errors.add(problem(code, path, message, help));
  }

  /** Something to be told, that changes nothing. */
  void warning(String code, String path, String message, @Nullable String help) {
    warnings.add(problem(code, path, message, help));
  }

  private Problem problem(String code, String path, String message, @Nullable String help) {
    return new Problem(source, path, 0, 0, code, message, null, help);
  }

  /**
   * Tells of every element that FHIR does not have in this place, and of those that would change
   * the meaning of what they stand in.
   */
  void strangers(JsonNode object, Collection<String> known, String path) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (name.equals("modifierExtension") || name.equals("implicitRules")) {
        error(
            MODIFIED,
            path,
            "'" + name + "' may change what this means, and is not understood here",
            "send the answers without it");
      } else if (!known.contains(name.startsWith("_") ? name.substring(1) : name)) {
        error(
            UNKNOWN_FIELD,
            path,
            "there is no element '" + name + "' here",
            Suggestion.among(name, known));
      }
    }
  }

  boolean bad() {
    return !errors.isEmpty();
  }

  /** All of them, errors first. */
  List<Problem> all() {
    List<Problem> all = new ArrayList<>(errors);
    all.addAll(warnings);
    return all;
  }
}
