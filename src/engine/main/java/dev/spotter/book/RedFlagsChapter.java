package dev.spotter.book;

import dev.spotter.book.Knowledge.Inserted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who must be seen, and how soon. */
final class RedFlagsChapter {
  private final Knowledge knowledge;
  private final Manuscript out;

  RedFlagsChapter(Knowledge knowledge, Manuscript out) {
    this.knowledge = knowledge;
    this.out = out;
  }

  void write() {
    Map<String, List<Inserted>> flags = new LinkedHashMap<>();
    knowledge
        .inserted("Referral")
        .forEach(i -> flags.computeIfAbsent(i.action().subject(), f -> new ArrayList<>()).add(i));
    out.chapter("Red flags");
    out.say(
        "Any one of the rules below is enough to raise its flag. Flags are looked at whatever the"
            + " likely cause is.");
    flags.forEach(this::flag);
  }

  private void flag(String flag, List<Inserted> raising) {
    out.title(3, flag + ": " + about(raising.get(0).rule().name()), Keys.flag(flag));
    out.table(
        List.of("Level", "When", "Reason given", "Rule", "Sources"),
        raising.stream().map(this::row).toList());
  }

  private List<Phrase> row(Inserted raised) {
    return List.of(
        Phrase.strong(raised.action().calls().get(0).name()),
        knowledge.when(raised.rule()),
        knowledge.actions().text(raised.action(), "because"),
        Knowledge.rule(raised.rule()),
        knowledge.sources(raised.rule()));
  }

  /** A rule is named by its subject, a colon, and what it is about. */
  private static String about(String rule) {
    int colon = rule.indexOf(": ");
    return colon < 0 ? rule : rule.substring(colon + 2);
  }
}
