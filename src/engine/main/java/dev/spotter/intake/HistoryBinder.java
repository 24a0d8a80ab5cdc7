package dev.spotter.intake;

import dev.spotter.history.TrainingHistory;
import dev.spotter.history.TrainingHistory.Exercise;
import dev.spotter.history.TrainingHistory.LiftedSet;
import dev.spotter.history.TrainingHistory.Session;
import dev.spotter.intake.Node.Entry;
import dev.spotter.vocabulary.Suggestion;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the training log of an intake. Odd rows are warned of and kept out; wrong ones are errors.
 */
final class HistoryBinder {
  private static final Set<String> LOG = Set.of("unit", "zone", "sessions", "source", "athleteRef");
  private static final Set<String> SESSION =
      Set.of(
          "id",
          "start",
          "durationSec",
          "exercises",
          "title",
          "notes",
          "sessionRpe",
          "bodyweightKg",
          "generalWarmupMin");
  private static final Set<String> EXERCISE = Set.of("name", "sets", "notes");
  private static final Set<String> SET =
      Set.of("load", "reps", "rpe", "rir", "kind", "seconds", "tempo", "pain", "notes");
  private static final Set<String> KINDS = Set.of("warmup", "work", "drop", "failure");

  private final Problems problems;
  private boolean pounds;
  private @Nullable ZoneId zone;

  HistoryBinder(Problems problems) {
    this.problems = problems;
  }

  /** The log; null if there is none, or if what stands there is told as a problem. */
  @Nullable TrainingHistory bind(@Nullable Node node) {
    if (node == null || (node instanceof Node.Scalar absent && absent.absent())) {
      return null;
    }
    Map<String, Node> parts = mapping("history", node, LOG);
    if (parts == null) {
      return null;
    }
    zone = IntakeBinder.zone("history.zone", parts.get("zone"), problems);
    String unit = unit(node, parts.get("unit"));
    List<Session> sessions = new ArrayList<>();
    int number = 0;
    for (Node session : list("history.sessions", parts.get("sessions"))) {
      Session read = session("history.sessions[" + number++ + "]", session);
      if (read != null) {
        sessions.add(read);
      }
    }
    return new TrainingHistory(unit, zone, sessions);
  }

  private String unit(Node history, @Nullable Node node) {
    String unit = node instanceof Node.Scalar scalar ? scalar.text() : "";
    if (!unit.equals("kg") && !unit.equals("lb")) {
      problems.error(
          Fault.NO_UNIT,
          "history.unit",
          node == null ? history : node,
          "the log does not say whether loads are kg or lb",
          "add \"unit\": \"kg\" or \"lb\"");
    }
    pounds = unit.equals("lb");
    return pounds ? "lb" : "kg";
  }

  private @Nullable Session session(String path, Node node) {
    Map<String, Node> parts = mapping(path, node, SESSION);
    if (parts == null) {
      return null;
    }
    List<Exercise> exercises = new ArrayList<>();
    int number = 0;
    for (Node exercise : list(path + ".exercises", parts.get("exercises"))) {
      Exercise read = exercise(path + ".exercises[" + number++ + "]", exercise);
      if (read != null) {
        exercises.add(read);
      }
    }
    Double duration = number(path + ".durationSec", parts.get("durationSec"), 0, 8_640_000);
    return start(
        path + ".start",
        node,
        parts.get("start"),
        duration == null ? null : duration.intValue(),
        exercises);
  }

  private @Nullable Session start(
      String path,
      Node session,
      @Nullable Node node,
      @Nullable Integer duration,
      List<Exercise> exercises) {
    String text = node instanceof Node.Scalar scalar ? scalar.text().strip().replace(' ', 'T') : "";
    try {
      if (text.length() == 10) {
        return new Session(LocalDate.parse(text), null, duration, exercises);
      }
      LocalDateTime local = local(text);
      return new Session(local.toLocalDate(), local, duration, exercises);
    } catch (DateTimeException e) {
      problems.error(
          Fault.BAD_TIME,
          path,
          node == null ? session : node,
          "a session starts at a date, or a date and a time",
          "write 2026-11-18 or 2026-11-18T18:30:00");
      return null;
    }
  }

  private LocalDateTime local(String text) {
    boolean offset = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
    if (!offset) {
      return LocalDateTime.parse(text);
    }
    OffsetDateTime at = OffsetDateTime.parse(text);
    return zone == null ? at.toLocalDateTime() : at.atZoneSameInstant(zone).toLocalDateTime();
  }

  private @Nullable Exercise exercise(String path, Node node) {
    Map<String, Node> parts = mapping(path, node, EXERCISE);
    if (parts == null) {
      return null;
    }
    String name = parts.get("name") instanceof Node.Scalar scalar ? scalar.text().strip() : "";
    if (name.isEmpty()) {
      problems.error(
          Fault.WRONG_TYPE,
          path + ".name",
          node,
          "an exercise has a name",
          "write \"name\": \"Deadlift\"");
    }
    List<LiftedSet> sets = new ArrayList<>();
    int number = 0;
    for (Node set : list(path + ".sets", parts.get("sets"))) {
      LiftedSet read = set(path + ".sets[" + number++ + "]", set);
      if (read != null) {
        sets.add(read);
      }
    }
    return new Exercise(name, sets);
  }

  private @Nullable LiftedSet set(String path, Node node) {
    Map<String, Node> parts = mapping(path, node, SET);
    if (parts == null) {
      return null;
    }
    double most = pounds ? LiftedSet.MOST_KG / TrainingHistory.KG_PER_LB : LiftedSet.MOST_KG;
    Double load = number(path + ".load", parts.get("load"), -most, most);
    Double reps = number(path + ".reps", parts.get("reps"), 0, LiftedSet.MOST_REPS);
    Double rpe = number(path + ".rpe", parts.get("rpe"), 0, 10);
    Double rir = number(path + ".rir", parts.get("rir"), 0, 10);
    if (load != null && load <= 0) {
      problems.warning(
          Fault.ODD_ROW, path + ".load", node, "a load of 0 or less counts as no load");
      load = null;
    }
    if (reps != null && reps % 1 != 0) {
      problems.error(Fault.NOT_A_NUMBER, path + ".reps", node, "repetitions are whole", null);
    }
    if (reps != null && reps == 0) {
      problems.warning(
          Fault.ODD_ROW, path + ".reps", node, "a set of no repetitions is a failed one");
    }
    Double kg = load == null || !pounds ? load : Double.valueOf(load * TrainingHistory.KG_PER_LB);
    return new LiftedSet(
        kg,
        reps == null ? null : reps.intValue(),
        rpe == null || rpe < 1 ? null : rpe,
        rir,
        kind(path, parts.get("kind")));
  }

  private @Nullable String kind(String path, @Nullable Node node) {
    if (!(node instanceof Node.Scalar scalar)
        || scalar.absent()
        || scalar.text().equals("unknown")) {
      return null;
    }
    String kind = scalar.text().toLowerCase(java.util.Locale.ROOT);
    if (!KINDS.contains(kind)) {
      problems.error(
          Fault.NOT_OFFERED,
          path + ".kind",
          node,
          "a set is warmup, work, drop, failure or unknown",
          Suggestion.among(kind, KINDS));
      return null;
    }
    return kind;
  }

  private @Nullable Double number(String path, @Nullable Node node, double min, double max) {
    if (node == null || (node instanceof Node.Scalar absent && absent.absent())) {
      return null;
    }
    BigDecimal number =
        node instanceof Node.Scalar scalar && scalar.kind() != Node.Kind.BOOLEAN
            ? Numbers.of(scalar.text().strip())
            : null;
    if (number == null) {
      problems.error(Fault.NOT_A_NUMBER, path, node, "a number is expected", null);
      return null;
    }
    double value = number.doubleValue();
    if (value < min || value > max) {
      problems.error(
          Fault.OUT_OF_RANGE,
          path,
          node,
          "outside the range (" + Math.round(min) + " to " + Math.round(max) + ")",
          null);
      return null;
    }
    return value;
  }

  private List<Node> list(String path, @Nullable Node node) {
    if (node == null || (node instanceof Node.Scalar absent && absent.absent())) {
      return List.of();
    }
    if (node instanceof Node.Sequence sequence) {
      return sequence.items();
    }
    problems.error(
        Fault.WRONG_TYPE, path, node, "a list is expected, this is " + node.described(), null);
    return List.of();
  }

  private @Nullable Map<String, Node> mapping(String path, Node node, Set<String> allowed) {
    if (!(node instanceof Node.Mapping mapping)) {
      problems.error(
          Fault.WRONG_TYPE,
          path,
          node,
          "a group of fields is expected, this is " + node.described(),
          null);
      return null;
    }
    Map<String, Node> parts = new LinkedHashMap<>();
    for (Entry entry : mapping.entries()) {
      if (!allowed.contains(entry.key())) {
        problems.error(
            Fault.UNKNOWN_FIELD,
            path + "." + entry.key(),
            entry.place(),
            "there is no field '" + entry.key() + "' here",
            Suggestion.among(entry.key(), allowed));
      } else if (parts.put(entry.key(), entry.value()) != null) {
        problems.error(
            Fault.DUPLICATE,
            path + "." + entry.key(),
            entry.place(),
            "'" + entry.key() + "' stands twice",
            "keep one");
      }
    }
    return parts;
  }
}
