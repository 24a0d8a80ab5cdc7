package dev.spotter.cds;

import dev.spotter.assess.Assessment;
import dev.spotter.assess.Item;
import dev.spotter.intake.Problem;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Question;
import java.util.ArrayList;
import java.util.List;

/** Writes an assessment as the detail of a card: how urgent, why, and what to do. */
final class Detail {
  static final String DISCLAIMER = "Advice for training and triage, not a diagnosis.";

  private final RuleSet rules;
  private final Markdown out = new Markdown();
  private final Grounds grounds;

  Detail(RuleSet rules) {
    this.rules = rules;
    this.grounds = new Grounds(rules);
  }

  String write(Assessment answer, Age age, List<Problem> problems, boolean kept) {
    out.heading(Words.headline(answer.triage().level()));
    age.told().forEach(out::text);
    if (!kept) {
      out.text(Words.UNKEPT);
    }
    triage(answer.triage());
    if (answer.triage().level().barsTraining()) {
      remedies(answer);
      causes(answer);
    } else {
      causes(answer);
      remedies(answer);
    }
    out.list(
        "To be asked next", answer.nextQuestions().stream().map(Assessment.Next::ask).toList());
    notes(answer.notes());
    problems("What was odd about the answers", problems);
    grounds.sources(out);
    return closed();
  }

  /** Why the answers could not be used; the places, never what stood there. */
  String rejected(Age age, List<Problem> problems) {
    out.heading(Words.UNUSABLE);
    age.told().forEach(out::text);
    out.text(
        "Nothing is known of how urgent this is. Ask the patient, or have it filled in again.");
    problems("What is wrong with the answers", problems);
    return closed();
  }

  /** That a rule failed. */
  String failed(Age age, String rule) {
    out.heading(Words.FAILED);
    age.told().forEach(out::text);
    out.text("A rule failed, so nothing is known of how urgent this is.");
    grounds.rule(rule, List.of(), 0, out);
    return closed();
  }

  private String closed() {
    return out.text("Rule set: " + rules.id()).text(DISCLAIMER).toString();
  }

  private void triage(Assessment.Triage triage) {
    if (!triage.because().isEmpty()) {
      out.heading("Why");
      for (int i = 0; i < triage.because().size(); i++) {
        Item item = triage.because().get(i);
        out.item(0, "Asks for: " + triage.levels().get(i).word());
        grounds.write(List.of(item), 1, out);
      }
    }
    out.list(
        "Safety questions that are still open",
        triage.unanswered().stream().map(this::asked).toList());
    out.list("To come back or get help at once", triage.safetyNet());
    if (triage.recheck() != null) {
      out.text("To be looked at again on " + triage.recheck());
    }
  }

  private String asked(String id) {
    Question question = rules.vocabulary().question(id);
    return question == null ? id : question.ask();
  }

  private void causes(Assessment answer) {
    List<Assessment.Cause> shown =
        answer.causes().stream().filter(c -> !c.likelihood().equals("unlikely")).toList();
    if (!shown.isEmpty()) {
      out.heading("What may be behind it");
    }
    for (Assessment.Cause cause : shown) {
      String kind = cause.subtypeTitle() == null ? "" : ", " + cause.subtypeTitle();
      out.item(0, cause.title() + kind + ": " + cause.likelihood());
      grounds.write(cause.conclusions(), 1, out);
      evidence("For", cause.supporting());
      evidence("Against", cause.opposing());
    }
  }

  private void evidence(String side, List<Item> items) {
    if (!items.isEmpty()) {
      out.item(1, side);
      grounds.write(items, 2, out);
    }
  }

  private void remedies(Assessment answer) {
    if (!answer.remedies().isEmpty()) {
      out.heading("What to do");
    }
    for (Assessment.Remedy remedy : answer.remedies()) {
      out.item(0, remedy.title() + ". " + String.join(" ", remedy.advice()));
      grounds.write(remedy.reasons(), 1, out);
    }
    if (!answer.withheld().isEmpty()) {
      out.heading("Not for now");
    }
    for (Assessment.Withheld one : answer.withheld()) {
      out.item(0, one.title() + ", because " + one.because());
      grounds.rule(one.rule(), List.of(), 1, out);
    }
  }

  private void notes(List<Assessment.Noted> notes) {
    if (!notes.isEmpty()) {
      out.heading("Also");
    }
    for (Assessment.Noted note : notes) {
      out.item(0, note.text());
      grounds.rule(note.rule(), note.sources(), 1, out);
    }
  }

  private void problems(String title, List<Problem> problems) {
    List<String> told = new ArrayList<>();
    for (Problem problem : problems) {
      String place = problem.path().isEmpty() ? "" : problem.path() + ": ";
      told.add(place + problem.message());
    }
    out.list(title, told);
  }
}
