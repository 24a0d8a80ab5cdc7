package dev.spotter.chart;

import dev.spotter.assess.FactView;
import dev.spotter.history.Timeline.Done;
import dev.spotter.history.Timeline.Moment;
import dev.spotter.log.Imported;
import dev.spotter.report.FactSheet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A course as text for a terminal. */
public final class CourseText {
  private static final int SESSIONS_SHOWN = 20;
  private static final int OTHERS_SHOWN = 8;

  private final Course course;
  private final Unit unit;
  private final StringBuilder out = new StringBuilder(4000);

  private CourseText(Course course) {
    this.course = course;
    this.unit = course.unit();
  }

  /** A course, ending with a line break. */
  public static String of(Course course) {
    CourseText text = new CourseText(course);
    course.log().files().forEach(text::file);
    if (course.timeline().moments().isEmpty()) {
      text.line("").line("No session up to " + course.at() + " loaded the back.");
    } else {
      text.lines();
      text.table();
      text.inQuestion();
    }
    text.others();
    return text.out.toString();
  }

  private CourseText line(String line) {
    out.append(line.stripTrailing()).append('\n');
    return this;
  }

  private void file(Imported file) {
    line(file.source() + " (" + file.app() + "): " + Accounts.sum(file));
    Accounts.of(file).forEach(a -> line("  " + a.text()));
  }

  private void lines() {
    List<Moment> moments = course.timeline().moments();
    line("");
    line(
        moments.size()
            + " session"
            + Accounts.plural(moments.size())
            + (moments.size() == 1 ? " that loads the back, " : " that load the back, ")
            + moments.get(0).date()
            + " to "
            + moments.get(moments.size() - 1).date()
            + ", "
            + course.hinges().size()
            + " of the deadlift family; loads in "
            + unit.label());
    Collection<Done> followed = course.followed().values();
    line(course.lift() + ", " + followed.size() + " session" + Accounts.plural(followed.size()));
    spark("top load", followed, Done::topKg);
    List<Done> estimated = followed.stream().filter(d -> d.e1rmKg() != null).toList();
    spark("e1RM", estimated, d -> Objects.requireNonNull(d.e1rmKg()));
    spark("hinge volume", course.hinges(), Moment::volumeKg);
  }

  private <T> void spark(String name, Collection<T> things, ToDoubleFunction<T> kg) {
    List<@Nullable Double> numbers = new ArrayList<>();
    things.forEach(t -> numbers.add(kg.applyAsDouble(t)));
    double least = numbers.stream().mapToDouble(Objects::requireNonNull).min().orElse(0);
    double most = numbers.stream().mapToDouble(Objects::requireNonNull).max().orElse(0);
    if (!numbers.isEmpty()) {
      line(
          String.format(
              Locale.ROOT,
              "  %-13s %s  %s to %s",
              name,
              Sparkline.of(numbers),
              most < 1000 ? unit.load(least) : unit.volume(least),
              most < 1000 ? unit.load(most) : unit.volume(most)));
    }
  }

  private void table() {
    List<Moment> all = course.timeline().moments();
    List<Moment> shown = all.subList(Math.max(0, all.size() - SESSIONS_SHOWN), all.size());
    SessionTable table = SessionTable.of(course, shown);
    int[] widths = new int[SessionTable.COLUMNS.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          Math.max(
              SessionTable.COLUMNS.get(i).head().length(),
              table.rows().stream().mapToInt(r -> r.get(column).length()).max().orElse(0));
    }
    line("");
    line(row(SessionTable.COLUMNS.stream().map(SessionTable.Head::head).toList(), widths, false));
    for (int i = 0; i < shown.size(); i++) {
      line(row(table.rows().get(i), widths, course.asks(shown.get(i))));
    }
    if (shown.size() < all.size()) {
      line(
          "(the last "
              + shown.size()
              + " of "
              + all.size()
              + "; --format csv or --html shows them all)");
    }
    line("* the session in question. A dash: the log cannot tell.");
    line(
        SessionTable.COLUMNS.stream()
            .filter(
                c -> c.head().startsWith("/") || List.of("load", "gap", "ramp").contains(c.head()))
            .map(c -> c.head() + ": " + c.meaning())
            .collect(Collectors.joining("\n")));
  }

  private static String row(List<String> cells, int[] widths, boolean marked) {
    StringBuilder line = new StringBuilder(marked ? "* " : "  ");
    for (int i = 0; i < widths.length; i++) {
      String left = SessionTable.COLUMNS.get(i).number() ? "" : "-";
      line.append(String.format(Locale.ROOT, "%" + left + widths[i] + "s  ", cells.get(i)));
    }
    return line.toString();
  }

  private void inQuestion() {
    Moment moment = course.inQuestion();
    if (moment != null && moment.measures() != null) {
      String name = moment.start() == null ? moment.date().toString() : moment.start().toString();
      line("");
      line(
          FactSheet.write(
                  "the session in question, " + name + ", as rules read it (kg)",
                  List.of(new FactView("History", rounded(moment.measures().measures()))))
              .strip());
    }
  }

  /** Pounds in kilograms have a tail of digits that says nothing. */
  private static Map<String, @Nullable Object> rounded(Map<String, @Nullable Object> measures) {
    Map<String, @Nullable Object> rounded = new LinkedHashMap<>();
    measures.forEach(
        (name, value) ->
            rounded.put(
                name, value instanceof Double number ? Math.round(number * 100) / 100.0 : value));
    return rounded;
  }

  private void others() {
    Map<String, Integer> others = course.others();
    if (!others.isEmpty()) {
      String names =
          others.entrySet().stream()
              .limit(OTHERS_SHOWN)
              .map(e -> e.getKey() + " (" + e.getValue() + ")")
              .collect(Collectors.joining(", "));
      int more = others.size() - OTHERS_SHOWN;
      line("");
      line(
          "Not read as lifts that load the back (sets): "
              + names
              + (more > 0 ? " and " + more + " more" : ""));
      line("If one of them does, add its name to rules/exercises.yaml.");
    }
  }
}
