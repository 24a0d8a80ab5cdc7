package dev.spotter.book;

import dev.spotter.fact.Evidence.Strength;
import dev.spotter.fact.Level;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.rules.Scale;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the book is, what it is for, and how to read its words. */
final class IntroductionChapter {
  private final RuleSet rules;
  private final int cases;
  private final Manuscript out;

  IntroductionChapter(Knowledge knowledge, Manuscript out) {
    this.rules = knowledge.rules();
    this.cases = knowledge.cases().size();
    this.out = out;
  }

  void write() {
    out.chapter("About this book");
    out.say(
        "Spotter tells why a back is sore after deadlifting, how urgent it is, and what to do. The"
            + " program wrote this book from the very rules that decide its answers.");
    out.say(Phrase.of("Rule set ").and(Phrase.code(rules.id())).and(". " + counts()));
    out.say(
        Phrase.strong("Intended use:")
            .and(
                " advice for training and triage, not a diagnosis. No clinician has reviewed it. It"
                    + " does not replace being examined."));
    levels();
    scale();
    conditions();
  }

  private String counts() {
    Vocabulary words = rules.vocabulary();
    long findings = rules.rules().stream().filter(r -> r.layer() == Rule.Layer.FINDING).count();
    return "%d rules (%d findings, %d advice), %d questions, %d causes, %d remedies, %d sources, %d cases."
        .formatted(
            rules.rules().size(),
            findings,
            rules.rules().size() - findings,
            words.questions().size(),
            words.causes().size(),
            words.remedies().size(),
            rules.citations().size(),
            cases);
  }

  private void levels() {
    out.title(3, "How urgent", Keys.chapter("levels"));
    out.say(
        "The highest level that any red flag asks for holds, and nothing lowers it. From the most"
            + " urgent:");
    List<Phrase> items = new ArrayList<>();
    for (Level level : Level.values()) {
      items.add(0, Phrase.strong(level.word()).and(": " + Levels.meaning(level)));
    }
    out.items(items);
  }

  private void scale() {
    Scale scale = rules.scale();
    out.title(3, "How causes are weighed", Keys.chapter("scale"));
    out.say(
        "Each finding speaks for or against a cause with a strength. Strengths are points, hundredths"
            + " of log-odds. A cause begins at its start and adds up what speaks for it and takes off"
            + " what speaks against it. All numbers stand in the rules.");
    out.table(
        List.of("Strength", "Points", "Makes the cause so many times as likely"),
        Stream.of(Strength.values()).map(this::strength).toList());
    out.items(
        List.of(
            Phrase.of(
                "Findings of one group say the same thing in other words: for each cause and direction"
                    + " the strongest counts in full, the next by half, the others not at all. A"
                    + " finding without a group stands for itself."),
            Phrase.strong("likely")
                .and(" is a cause from " + scale.likely() + " points on, ")
                .and(Phrase.strong("possible"))
                .and(" from " + scale.possible() + " on, below that ")
                .and(Phrase.strong("unlikely"))
                .and("."),
            Phrase.of(
                "The first cause is the verdict if it is at least possible, leads by at least %d points"
                        .formatted(scale.lead())
                    + " and at least %d different answers counted.".formatted(scale.informative())
                    + " Otherwise no cause clearly leads, or too little is known."),
            Phrase.of(
                "A kind says what sort of the cause it looks like; the one that most speaks for is"
                    + " named.")));
    observers(scale);
  }

  private List<Phrase> strength(Strength strength) {
    int points = rules.scale().points().getOrDefault(strength, 0);
    return List.of(
        Phrase.strong(Levels.word(strength)),
        Phrase.of(String.valueOf(points)),
        Phrase.of(String.format(Locale.ROOT, "%.1f", Math.exp(points / 100.0))));
  }

  private void observers(Scale scale) {
    @Nullable Question question =
        scale.observer() == null ? null : rules.vocabulary().question(scale.observer());
    if (question == null) {
      return;
    }
    out.say(
        Phrase.of("Findings that are scaled count by who saw it, by the answer to ")
            .and(Subjects.name(question))
            .and(":"));
    List<Phrase> shares = new ArrayList<>();
    question.choices().forEach(c -> share(scale, c.id(), c.label(), shares));
    share(scale, Question.UNKNOWN, "not known, or not asked", shares);
    out.items(shares);
  }

  private static void share(Scale scale, String id, String label, List<Phrase> shares) {
    @Nullable Integer percent = scale.percent().get(id);
    if (percent != null) {
      shares.add(Phrase.of(Values.quoted(label) + ": " + percent + " % of the points"));
    }
  }

  private void conditions() {
    out.title(3, "How conditions are said", Keys.chapter("conditions"));
    out.items(
        List.of(
            Phrase.strong("Open")
                .and(" is an answer that was not asked, or asked and not known. It is never a no."),
            Phrase.of(
                "A comparison with an open answer does not hold, unless it says: also if open. So “at"
                    + " least 7” needs a number that was given, and “anything but “no”, also if open”"
                    + " holds for everybody who did not say no."),
            Phrase.strong("Findings")
                .and(" read answers only. ")
                .and(Phrase.strong("Advice"))
                .and(
                    " reads what was weighed too: the likelihood of causes, how urgent it is, the"
                        + " verdict."),
            Phrase.of("No order matters, and no rule undoes another."),
            Phrase.of("What stands in ")
                .and(Phrase.code("[brackets]"))
                .and(" in a text is filled in for each client."),
            Phrase.strong("own judgement")
                .and(" beside a source means that there is no direct evidence for it.")));
  }
}
