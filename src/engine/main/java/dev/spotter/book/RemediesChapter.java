package dev.spotter.book;

import dev.spotter.book.Knowledge.Inserted;
import dev.spotter.vocabulary.RemedyKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What can be advised, to whom, in which words, and what withholds it. */
final class RemediesChapter {
  private final Knowledge knowledge;
  private final Manuscript out;
  private final Set<String> withheldKinds = new LinkedHashSet<>();

  RemediesChapter(Knowledge knowledge, Manuscript out) {
    this.knowledge = knowledge;
    this.out = out;
  }

  void write() {
    knowledge
        .inserted("Withhold")
        .filter(RemediesChapter::ofKind)
        .forEach(i -> withheldKinds.add(i.action().subject()));
    out.chapter("Remedies");
    out.say(
        "What any rule withholds is not shown, whatever other rules advise. Whatever the rules say,"
            + " the engine shows nothing of the kinds self-treatment and training at the levels"
            + " urgent and emergency.");
    knowledge.rules().vocabulary().remedies().values().forEach(this::remedy);
    withheldKinds.forEach(this::kind);
  }

  private void remedy(RemedyKind remedy) {
    out.title(3, remedy.title(), Keys.remedy(remedy.id()));
    out.items(
        List.of(
            Phrase.of("Kind: " + remedy.kind()),
            Phrase.of("In rules: ").and(Phrase.code(remedy.id()))));
    List<List<Phrase>> advised =
        knowledge
            .inserted("Remedy")
            .filter(i -> i.action().subject().equals(remedy.id()))
            .map(this::advice)
            .toList();
    if (advised.isEmpty()) {
      out.say("No rule advises it.");
    }
    out.table(
        "Who gets it, in which words",
        List.of("Who gets it", "Advice", "Because", "Rule", "Sources"),
        advised);
    withheld("What withholds it", i -> !ofKind(i) && i.action().subject().equals(remedy.id()));
    if (withheldKinds.contains(remedy.kind())) {
      out.say(
          Phrase.of("Also withheld by all that ")
              .and(Phrase.ref("withholds the kind " + remedy.kind(), Keys.kind(remedy.kind())))
              .and("."));
    }
  }

  private List<Phrase> advice(Inserted advised) {
    return List.of(
        knowledge.when(advised.rule()),
        knowledge.actions().text(advised.action(), "advice"),
        knowledge.actions().text(advised.action(), "because"),
        Knowledge.rule(advised.rule()),
        knowledge.sources(advised.rule()));
  }

  private void kind(String kind) {
    out.title(3, "What withholds the kind " + kind, Keys.kind(kind));
    withheld(
        "No remedy of this kind is shown", i -> ofKind(i) && i.action().subject().equals(kind));
  }

  private void withheld(String about, Predicate<Inserted> meant) {
    out.table(
        about,
        List.of("When", "Because", "Rule", "Sources"),
        knowledge.inserted("Withhold").filter(meant).map(this::reason).toList());
  }

  private List<Phrase> reason(Inserted withheld) {
    return List.of(
        knowledge.when(withheld.rule()),
        knowledge.actions().text(withheld.action(), "because"),
        Knowledge.rule(withheld.rule()),
        knowledge.sources(withheld.rule()));
  }

  private static boolean ofKind(Inserted withheld) {
    return withheld.action().calls().get(0).name().equals("kind");
  }
}
