package dev.spotter.compare;

import dev.spotter.compare.Detail.Weight;
import dev.spotter.compare.Edit.Kind;
import dev.spotter.compare.Edit.Subject;
import dev.spotter.compare.NamedEdits.Feature;
import dev.spotter.rules.Citation;
import dev.spotter.rules.RuleSet;
import dev.spotter.rules.Scale;
import dev.spotter.vocabulary.Cause;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Question.Choice;
import dev.spotter.vocabulary.RemedyKind;
import dev.spotter.vocabulary.Section;
import dev.spotter.vocabulary.Vocabulary;
import dev.spotter.vocabulary.When;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What changed beside the rules: questions, causes, remedies, the scale, lifts, words, sources. */
final class VocabularyEdits {
  private static final List<Feature<Question>> QUESTION =
      List.of(
          new Feature<>("kind", Weight.CONDITION, Question::kind),
          new Feature<>("range", Weight.CONDITION, VocabularyEdits::range),
          new Feature<>("unit", Weight.CONDITION, Question::unit),
          new Feature<>("safe", Weight.CONDITION, q -> sorted(q.safe())),
          new Feature<>("when", Weight.CONDITION, VocabularyEdits::when),
          new Feature<>("from", Weight.CONDITION, Question::from),
          new Feature<>("needed", Weight.CONDITION, Question::needed),
          new Feature<>("tier", Weight.CONDITION, Question::tier),
          new Feature<>("who", Weight.CONDITION, q -> sorted(q.who())),
          new Feature<>("ask", Weight.TEXT, Question::ask),
          new Feature<>("help", Weight.TEXT, Question::help),
          new Feature<>("step", Weight.TEXT, Question::step));

  private static final List<Feature<Cause>> CAUSE =
      List.of(
          new Feature<>("start", Weight.EFFECT, Cause::start),
          new Feature<>("leadsWith", Weight.EFFECT, c -> sorted(c.leadsWith())),
          new Feature<>("likelyWith", Weight.EFFECT, c -> sorted(c.likelyWith())),
          new Feature<>("title", Weight.TEXT, Cause::title));

  private static final List<Feature<RemedyKind>> REMEDY =
      List.of(
          new Feature<>("kind", Weight.EFFECT, RemedyKind::kind),
          new Feature<>("title", Weight.TEXT, RemedyKind::title));

  private static final List<Feature<Scale>> SCALE =
      List.of(
          new Feature<>("points", Weight.EFFECT, s -> new TreeMap<>(s.points())),
          new Feature<>("likely", Weight.EFFECT, Scale::likely),
          new Feature<>("possible", Weight.EFFECT, Scale::possible),
          new Feature<>("lead", Weight.EFFECT, Scale::lead),
          new Feature<>("informative", Weight.EFFECT, Scale::informative),
          new Feature<>("observer", Weight.EFFECT, Scale::observer),
          new Feature<>("percent", Weight.EFFECT, s -> new TreeMap<>(s.percent())));

  private static final List<Feature<Citation>> CITATION =
      List.of(
          new Feature<>("citation", Weight.TEXT, Citation::citation),
          new Feature<>("doi", Weight.TEXT, Citation::doi),
          new Feature<>("status", Weight.TEXT, Citation::status));

  private VocabularyEdits() {}

  static List<Edit> of(RuleSet before, RuleSet after) {
    Vocabulary old = before.vocabulary();
    Vocabulary now = after.vocabulary();
    List<Edit> edits = new ArrayList<>(questions(old, now));
    edits.addAll(
        NamedEdits.of(
            Subject.SECTION,
            byId(old.sections(), Section::key),
            byId(now.sections(), Section::key),
            List.of(new Feature<>("title", Weight.TEXT, Section::title))));
    edits.addAll(NamedEdits.of(Subject.CAUSE, old.causes(), now.causes(), CAUSE));
    order(old, now, edits);
    edits.addAll(NamedEdits.of(Subject.REMEDY, old.remedies(), now.remedies(), REMEDY));
    List<Detail> scale = NamedEdits.details(before.scale(), after.scale(), SCALE);
    if (!scale.isEmpty()) {
      edits.add(new Edit(Subject.SCALE, Kind.CHANGED, "", null, null, scale));
    }
    if (!before.exercises().equals(after.exercises())) {
      Detail detail = Detail.of("exercises.yaml", null, null, Weight.EFFECT);
      edits.add(new Edit(Subject.LIFTS, Kind.CHANGED, "", null, null, List.of(detail)));
    }
    edits.addAll(
        NamedEdits.of(
            Subject.WORD,
            before.words(),
            after.words(),
            List.of(new Feature<>("word", Weight.TEXT, w -> w))));
    edits.addAll(NamedEdits.of(Subject.SOURCE, before.citations(), after.citations(), CITATION));
    return edits;
  }

  private static List<Edit> questions(Vocabulary old, Vocabulary now) {
    List<Edit> edits = new ArrayList<>();
    for (Question question : old.questions()) {
      Question fresh = now.question(question.id());
      List<Detail> details = new ArrayList<>();
      if (fresh != null) {
        choices(question, fresh, details);
        details.addAll(NamedEdits.details(question, fresh, QUESTION));
      }
      if (fresh == null) {
        edits.add(Edit.whole(Subject.QUESTION, Kind.REMOVED, question.id()));
      } else if (!details.isEmpty()) {
        edits.add(new Edit(Subject.QUESTION, Kind.CHANGED, question.id(), null, null, details));
      }
    }
    for (Question question : now.questions()) {
      if (old.question(question.id()) == null) {
        edits.add(Edit.whole(Subject.QUESTION, Kind.ADDED, question.id()));
      }
    }
    return edits;
  }

  private static void choices(Question old, Question now, List<Detail> details) {
    Map<String, String> before = labels(old);
    Map<String, String> after = labels(now);
    before.forEach(
        (id, label) -> {
          if (!after.containsKey(id)) {
            details.add(Detail.of("answer", id, null, Weight.CONDITION));
          } else if (!label.equals(after.get(id))) {
            details.add(Detail.of("label of " + id, label, after.get(id), Weight.TEXT));
          }
        });
    after.keySet().stream()
        .filter(id -> !before.containsKey(id))
        .forEach(id -> details.add(Detail.of("answer", null, id, Weight.CONDITION)));
  }

  private static Map<String, String> labels(Question question) {
    Map<String, String> labels = new LinkedHashMap<>();
    question.choices().forEach((Choice c) -> labels.put(c.id(), c.label()));
    return labels;
  }

  /** Of two causes with the same points the one that is declared first stands first. */
  private static void order(Vocabulary old, Vocabulary now, List<Edit> edits) {
    List<String> before = new ArrayList<>(old.causes().keySet());
    List<String> after = new ArrayList<>(now.causes().keySet());
    before.retainAll(now.causes().keySet());
    after.retainAll(old.causes().keySet());
    if (!before.equals(after)) {
      Detail detail =
          Detail.of("order", String.join(", ", before), String.join(", ", after), Weight.EFFECT);
      edits.add(new Edit(Subject.CAUSE, Kind.CHANGED, "order", null, null, List.of(detail)));
    }
  }

  private static <T> Map<String, T> byId(Collection<T> things, Function<T, String> id) {
    Map<String, T> byId = new LinkedHashMap<>();
    things.forEach(t -> byId.put(id.apply(t), t));
    return byId;
  }

  private static @Nullable Object range(Question question) {
    Question.Range range = question.range();
    return range == null
        ? null
        : range.min().stripTrailingZeros().toPlainString()
            + ".."
            + range.max().stripTrailingZeros().toPlainString();
  }

  private static @Nullable Object when(Question question) {
    When when = question.when();
    return when == null
        ? null
        : when.anyOf().stream()
            .map(t -> t.question() + (t.in() ? " in " : " not in ") + sorted(t.values()))
            .sorted()
            .collect(Collectors.joining(" or "));
  }

  private static String sorted(Collection<String> words) {
    return String.join(", ", new TreeSet<>(words));
  }
}
