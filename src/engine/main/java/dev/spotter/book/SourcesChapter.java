package dev.spotter.book;

import dev.spotter.rules.Citation;
import dev.spotter.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the knowledge comes from, how far it was checked, and what rests on it. */
final class SourcesChapter {

  private final Knowledge knowledge;
  private final Manuscript out;

  SourcesChapter(Knowledge knowledge, Manuscript out) {
    this.knowledge = knowledge;
    this.out = out;
  }

  void write() {
    out.chapter("Sources");
    out.say(
        "Every rule names its sources. How far they were checked is said with each; whole papers were"
            + " rarely read.");
    List<Citation> idle =
        knowledge.rules().citations().values().stream().filter(c -> citing(c).isEmpty()).toList();
    if (!idle.isEmpty()) {
      List<Phrase> keys =
          idle.stream().map(c -> Phrase.ref(c.key(), Keys.source(c.key()))).toList();
      out.say(Phrase.of("Cited by no rule: ").and(Phrase.joined(keys, ", ")).and("."));
    }
    knowledge.rules().citations().values().forEach(this::source);
  }

  private void source(Citation citation) {
    out.title(4, citation.key(), Keys.source(citation.key()));
    out.say(citation.citation());
    List<Phrase> items = new ArrayList<>();
    String doi = citation.doi();
    if (doi != null) {
      String address = citation.address();
      items.add(
          Phrase.of("DOI: ")
              .and(address == null ? Phrase.of(doi) : Phrase.link(doi.strip(), address)));
    }
    items.add(Phrase.of("Status: ").and(Phrase.strong(citation.status())).and(meaning(citation)));
    items.addAll(citedBy(citation));
    out.items(items);
  }

  private static String meaning(Citation citation) {
    return switch (citation.status()) {
      case "verified" -> ", its abstract or a page of it was read";
      case "second-hand" -> ", read only in somebody else’s summary";
      case "stated" -> ", stated from general knowledge and not re-checked";
      case "unverified" -> ", not checked";
      case "house" -> ", our own judgement, without direct evidence";
      default -> "";
    };
  }

  private List<Phrase> citedBy(Citation citation) {
    Map<String, List<Phrase>> byFile = new TreeMap<>();
    citing(citation)
        .forEach(
            r -> byFile.computeIfAbsent(r.file(), f -> new ArrayList<>()).add(Knowledge.rule(r)));
    List<Phrase> lines = new ArrayList<>();
    byFile.forEach(
        (file, rules) ->
            lines.add(
                Phrase.of("Cited in ")
                    .and(Phrase.code(file))
                    .and(" (" + rules.size() + "): ")
                    .and(Phrase.joined(rules, "; "))));
    return lines.isEmpty() ? List.of(Phrase.of("Cited by no rule")) : lines;
  }

  private List<Rule> citing(Citation citation) {
    return knowledge.rules().rules().stream()
        .filter(r -> r.sources().contains(citation.key()))
        .toList();
  }
}
