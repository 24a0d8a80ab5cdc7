package dev.spotter.cds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.assess.Assessment;
import dev.spotter.fact.Level;
import dev.spotter.intake.Problem;
import dev.spotter.rules.RuleSet;
import java.util.List;
import java.util.UUID;

/** Writes cards, each with the detail that backs it. */
final class Cards {
  private final RuleSet rules;
  private final House house;
  private final String patient;
  private final Age age;

  Cards(RuleSet rules, House house, String patient, Age age) {
    this.rules = rules;
    this.house = house;
    this.patient = patient;
    this.age = age;
  }

  /**
   * What was found. Old answers never make a card quieter, and never reassure alone.
   *
   * @param kept what the record has of it; its id becomes the card's
   */
  ObjectNode assessed(Assessment answer, List<Problem> problems, Keeper.Kept kept) {
    Level level = answer.triage().level();
    boolean quiet = level == Level.SELF_CARE;
    ObjectNode card =
        card(
            Words.headline(level),
            quiet && age.doubtful() ? "warning" : Words.indicator(level),
            new Detail(rules).write(answer, age, problems, kept.asAsked()));
    if (kept.id() != null) {
      card.put("uuid", kept.id());
    }
    return quiet ? card : withTask(card, Words.headline(level), Words.priority(level));
  }

  /** That the answers could not be used. */
  ObjectNode rejected(List<Problem> problems) {
    String detail = new Detail(rules).rejected(age, problems);
    return withTask(card(Words.UNUSABLE, "warning", detail), Words.UNUSABLE, "urgent");
  }

  /** That a rule failed. */
  ObjectNode failed(String rule) {
    String detail = new Detail(rules).failed(age, rule);
    return withTask(card(Words.FAILED, Words.CRITICAL, detail), Words.FAILED, "asap");
  }

  private ObjectNode card(String summary, String indicator, String detail) {
    ObjectNode card =
        Documents.object()
            .put("uuid", UUID.randomUUID().toString())
            .put("summary", Words.summary(age.mark() + summary))
            .put("indicator", indicator)
            .put("detail", detail);
    card.putObject("source").put("label", "Spotter").put("url", house.sourceUrl());
    card.set("overrideReasons", Overrides.codings());
    House.Link link = house.link();
    if (link != null) {
      card.putArray("links")
          .addObject()
          .put("label", link.label())
          .put("url", link.url())
          .put("type", "absolute");
    }
    return card;
  }

  /** Somebody must do something, so the card offers to put that on the list of tasks. */
  private ObjectNode withTask(ObjectNode card, String what, String priority) {
    ObjectNode suggestion =
        card.put("selectionBehavior", "at-most-one").putArray("suggestions").addObject();
    suggestion
        .put("label", "Put this on the list of tasks")
        .put("uuid", UUID.randomUUID().toString());
    ObjectNode action =
        suggestion
            .putArray("actions")
            .addObject()
            .put("type", "create")
            .put("description", "A task for this patient, priority " + priority);
    ObjectNode task = action.putObject("resource").put("resourceType", "Task");
    task.put("status", "requested").put("intent", "proposal").put("priority", priority);
    task.put("description", "Spotter: " + what + ". " + Detail.DISCLAIMER);
    task.putObject("for").put("reference", "Patient/" + patient);
    return card;
  }
}
