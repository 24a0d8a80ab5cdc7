package dev.spotter.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.spotter.assess.Decision;
import dev.spotter.cases.Share;
import dev.spotter.cases.Tally;
import dev.spotter.cases.VignetteRunner.Told;
import dev.spotter.fact.Level;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the rules do on stories: shares with their intervals, confusion matrices, every miss. */
final class VignetteReport {
  private final Tally tally;
  private final Collection<String> causes;

  /**
   * @param causes the ids of all causes, in the order of the matrix
   */
  VignetteReport(Tally tally, Collection<String> causes) {
    this.tally = tally;
    this.causes = List.copyOf(causes);
  }

  /** At least one story, and nothing dangerous. */
  boolean passed() {
    return !tally.told().isEmpty()
        && tally.told().stream().allMatch(t -> tally.dangers(t).isEmpty());
  }

  /** One outcome for each story, for JUnit's format: failed where something is dangerous. */
  List<TestReport.Outcome> outcomes() {
    return tally.told().stream()
        .map(t -> new TestReport.Outcome(place(t), t.vignette().id(), tally.dangers(t)))
        .toList();
  }

  void text(PrintStream out) {
    for (Told told : tally.told()) {
      List<String> dangers = tally.dangers(told);
      dangers.forEach(
          d -> out.println(place(told) + ": FAILED " + told.vignette().id() + ": " + d));
      tally
          .misses(told)
          .forEach(m -> out.println(place(told) + ": " + told.vignette().id() + ": " + m));
    }
    if (tally.told().isEmpty()) {
      out.println("no vignette found: nothing was tried");
      return;
    }
    out.println();
    out.println(
        tally.told().size() + " vignettes                          share   95 % interval (Wilson)");
    line(out, "first cause right", tally.first());
    causes.forEach(c -> line(out, "  " + c, tally.first(c)));
    line(out, "level within its bounds", tally.level());
    for (Level level : Level.values()) {
      line(out, "  " + level.word(), tally.level(level));
    }
    line(out, "level exactly as labelled", tally.exactLevel());
    for (Level level : Level.values()) {
      line(out, "under-triage of " + level.word(), tally.under(level));
    }
    for (Level level : Level.values()) {
      line(out, "over-triage of " + level.word(), tally.over(level));
    }
    line(out, "right where called likely", tally.likely());
    line(out, "right where a cause leads", tally.verdict());
    line(out, "expected remedies shown", tally.remedies());
    line(out, "wrong remedies shown", tally.wrongRemedies());
    matrix(out, "First cause: the label (rows), the answer (columns)", causes, tally.causes());
    matrix(
        out,
        "Level: the label (rows), the answer (columns)",
        Level.words(),
        byWord(tally.levels()));
    long dangerous = tally.told().stream().filter(t -> !tally.dangers(t).isEmpty()).count();
    out.println();
    out.println(
        dangerous == 0
            ? "nothing dangerous: no emergency or urgent story came out lower, no wrong remedy shown"
            : dangerous + " dangerous, see FAILED above");
  }

  private static void line(PrintStream out, String what, Share share) {
    if (share.of() > 0) {
      out.printf(
          Locale.ROOT,
          "%-30s %4d of %4d  %5.1f %%  %5.1f to %5.1f%n",
          what,
          share.hits(),
          share.of(),
          share.percent(),
          share.low(),
          share.high());
    }
  }

  private static Map<String, Map<String, Integer>> byWord(Map<Level, Map<Level, Integer>> levels) {
    Map<String, Map<String, Integer>> words = new LinkedHashMap<>();
    levels.forEach(
        (label, row) ->
            row.forEach(
                (level, count) ->
                    words
                        .computeIfAbsent(label.word(), l -> new LinkedHashMap<>())
                        .put(level.word(), count)));
    return words;
  }

  private static void matrix(
      PrintStream out,
      String title,
      Collection<String> ids,
      Map<String, Map<String, Integer>> counts) {
    out.println();
    out.println(title);
    StringBuilder head = new StringBuilder(" ".repeat(18));
    ids.forEach(id -> head.append(String.format(Locale.ROOT, "%14.13s", id)));
    out.println(head);
    for (String row : ids) {
      StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-18s", row));
      for (String column : ids) {
        int count = counts.getOrDefault(row, Map.of()).getOrDefault(column, 0);
        line.append(String.format(Locale.ROOT, "%14s", count == 0 ? "." : count));
      }
      out.println(line);
    }
  }

  void json(PrintStream out) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("vignettes", tally.told().size());
      share(json, "first", tally.first());
      share(json, "level", tally.level());
      share(json, "exactLevel", tally.exactLevel());
      share(json, "likely", tally.likely());
      share(json, "verdict", tally.verdict());
      share(json, "remedies", tally.remedies());
      share(json, "wrongRemedies", tally.wrongRemedies());
      json.writeObjectFieldStart("byCause");
      for (String cause : causes) {
        share(json, cause, tally.first(cause));
      }
      json.writeEndObject();
      json.writeObjectFieldStart("byLevel");
      for (Level level : Level.values()) {
        json.writeObjectFieldStart(level.word());
        share(json, "within", tally.level(level));
        share(json, "under", tally.under(level));
        share(json, "over", tally.over(level));
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeArrayFieldStart("stories");
      for (Told told : tally.told()) {
        story(json, told);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.println(text);
  }

  private void story(JsonGenerator json, Told told) throws IOException {
    json.writeStartObject();
    json.writeStringField("place", place(told));
    json.writeStringField("id", told.vignette().id());
    Decision decision = told.decision();
    if (decision != null) {
      json.writeStringField("first", decision.first());
      json.writeStringField("level", decision.level().word());
    }
    json.writeArrayFieldStart("dangers");
    for (String danger : tally.dangers(told)) {
      json.writeString(danger);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("misses");
    for (String miss : tally.misses(told)) {
      json.writeString(miss);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void share(JsonGenerator json, String name, Share share) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("hits", share.hits());
    json.writeNumberField("of", share.of());
    json.writeNumberField("percent", Math.round(share.percent() * 10) / 10.0);
    json.writeNumberField("low", Math.round(share.low() * 10) / 10.0);
    json.writeNumberField("high", Math.round(share.high() * 10) / 10.0);
    json.writeEndObject();
  }

  private static String place(Told told) {
    return told.vignette().file() + ":" + told.vignette().line();
  }
}
