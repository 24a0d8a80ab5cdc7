package dev.spotter.book;

import dev.spotter.cases.Case;
import dev.spotter.rules.RuleSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The knowledge of a rule set, readable from cover to cover: red flags, causes, remedies, notes,
 * questions, sources, and every rule with its cases. Immutable; the same rules give the same book.
 */
public final class Book {
  private static final String TITLE = "Spotter: the rule book";
  private static final String CONTENTS = "Contents";

  private final List<Heading> headings = new ArrayList<>();
  private final Map<String, String> anchors = new HashMap<>();
  private final List<Block> blocks;
  private final String text;

  private Book(List<Block> blocks) {
    this.blocks = blocks;
    Anchors names = new Anchors();
    names.next(TITLE);
    names.next(CONTENTS);
    for (Block block : blocks) {
      if (block instanceof Block.Title title) {
        String anchor = names.next(title.text());
        headings.add(new Heading(title.level(), Escaped.line(title.text()).strip(), anchor));
        if (anchors.putIfAbsent(title.key(), anchor) != null) {
          throw new IllegalStateException("two places of the book have the key: " + title.key());
        }
      }
    }
    this.text = new Markdown(anchors).write(blocks);
  }

  /**
   * Writes the book of a rule set.
   *
   * @param cases the cases that stand beside its rules
   */
  public static Book of(RuleSet rules, Collection<Case> cases) {
    Knowledge knowledge = Knowledge.of(rules, List.copyOf(cases));
    Manuscript manuscript = new Manuscript();
    new IntroductionChapter(knowledge, manuscript).write();
    new RedFlagsChapter(knowledge, manuscript).write();
    new CausesChapter(knowledge, manuscript).write();
    new RemediesChapter(knowledge, manuscript).write();
    new NotesChapter(knowledge, manuscript).write();
    new QuestionsChapter(knowledge, manuscript).write();
    new SourcesChapter(knowledge, manuscript).write();
    new RulesChapter(knowledge, manuscript).write();
    return new Book(manuscript.blocks());
  }

  public String title() {
    return TITLE;
  }

  /** Every heading below the title, in order. */
  public List<Heading> headings() {
    return List.copyOf(headings);
  }

  /** The chapters as Markdown with tables (GFM), without title and contents. */
  public String text() {
    return text;
  }

  /** The whole book as one Markdown text; its links work where headings are named as on GitHub. */
  public String markdown() {
    Manuscript front = new Manuscript();
    front.title(1, TITLE, TITLE);
    front.title(2, CONTENTS, CONTENTS);
    front.items(contents());
    return new Markdown(anchors).write(front.blocks()) + "\n" + text;
  }

  /** A line for each chapter, and behind it what is in it. */
  private List<Phrase> contents() {
    List<Phrase> lines = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Block.Title title && title.level() == 2) {
        lines.add(Phrase.ref(title.text(), title.key()));
      } else if (block instanceof Block.Title title && title.level() == 3) {
        Phrase chapter = lines.remove(lines.size() - 1);
        lines.add(
            chapter
                .and(chapter.spans().size() == 1 ? ": " : "; ")
                .and(Phrase.ref(title.text(), title.key())));
      }
    }
    return lines;
  }
}
