package dev.spotter.book;

import dev.spotter.book.Knowledge.Inserted;
import java.util.List;

/** What is said beside causes and remedies. */
final class NotesChapter {
  private final Knowledge knowledge;
  private final Manuscript out;

  NotesChapter(Knowledge knowledge, Manuscript out) {
    this.knowledge = knowledge;
    this.out = out;
  }

  void write() {
    out.chapter("Notes and safety net");
    out.say("What is said beside the causes and the remedies. It changes no level and no cause.");
    kind("Safety net: when to come back or get help at once", "safety net");
    kind("When to look at it again", "look at it again");
    kind("Notes", "note");
  }

  private void kind(String title, String kind) {
    List<List<Phrase>> rows =
        knowledge
            .inserted("Note")
            .filter(i -> ActionWords.noteKind(i.action()).equals(kind))
            .map(this::row)
            .toList();
    if (!rows.isEmpty()) {
      out.title(3, title, Keys.chapter(kind));
      out.table(List.of("Said", "When", "Rule", "Sources"), rows);
    }
  }

  private List<Phrase> row(Inserted note) {
    return List.of(
        knowledge.actions().note(note.action()),
        knowledge.when(note.rule()),
        Knowledge.rule(note.rule()),
        knowledge.sources(note.rule()));
  }
}
