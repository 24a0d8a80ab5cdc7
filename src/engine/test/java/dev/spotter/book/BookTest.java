package dev.spotter.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Shipped;
import dev.spotter.cases.CaseRunner;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Question;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The book of the shipped rules is whole, and every way in it leads somewhere. */
class BookTest {
  private static final RuleSet RULES = Shipped.rules();
  private static final Book BOOK = Book.of(RULES, CaseRunner.casesOf(RULES));
  private static final Pattern LINK = Pattern.compile("]\\(#([^)]*)\\)");

  private static List<String> titles(int level) {
    return BOOK.headings().stream().filter(h -> h.level() == level).map(Heading::text).toList();
  }

  @Test
  void everythingStandsInIt() {
    List<String> places = titles(4);
    assertThat(places).containsAll(RULES.rules().stream().map(Rule::name).toList());
    assertThat(places)
        .containsAll(RULES.vocabulary().questions().stream().map(Question::id).toList());
    assertThat(places).containsAll(RULES.citations().keySet());
    assertThat(places).doesNotHaveDuplicates();
    assertThat(titles(3))
        .containsAll(RULES.vocabulary().causes().values().stream().map(c -> c.title()).toList());
    assertThat(titles(3))
        .containsAll(RULES.vocabulary().remedies().values().stream().map(r -> r.title()).toList());
    for (Rule rule : RULES.rules()) {
      assertThat(BOOK.text()).contains("`" + rule.file() + ":" + rule.line() + "`");
    }
  }

  @Test
  void everyRuleCitesWhatThereIs() {
    for (Rule rule : RULES.rules()) {
      assertThat(rule.sources()).as(rule.name()).isNotEmpty();
      assertThat(RULES.citations().keySet()).as(rule.name()).containsAll(rule.sources());
    }
  }

  @Test
  void everyRuleHasItsCases() {
    assertThat(BOOK.text()).doesNotContain("No case speaks of it.");
  }

  @Test
  void everyLinkLeadsToAHeading() {
    Set<String> anchors = BOOK.headings().stream().map(Heading::anchor).collect(Collectors.toSet());
    assertThat(anchors).hasSameSizeAs(BOOK.headings());
    Matcher link = LINK.matcher(BOOK.markdown());
    int links = 0;
    while (link.find()) {
      assertThat(anchors).contains(link.group(1));
      links++;
    }
    assertThat(links).isGreaterThan(3000);
  }

  @Test
  void whatIsSaidOfARuleIsAllInItsPlace() {
    String rule = place("red flag RF01: changed feeling in the saddle");
    assertThat(rule)
        .contains("`red-flags.drl:", "finding", "[S3](#s3)", "[S3b](#s3b)")
        .contains("Its author’s comment: Any doubt is a yes.")
        .contains("(#nervessaddle) (`nerves.saddle`): “yes”")
        .contains("```drl\nNerves( saddle == \"yes\" )\n```")
        .contains("asks for **emergency**, flag [RF01](#rf01")
        .contains("`nerves.saddle: no`");
  }

  private static String place(String title) {
    int from = BOOK.text().indexOf("\n#### " + title + "\n");
    return BOOK.text().substring(from, BOOK.text().indexOf("\n#### ", from + 6));
  }

  @Test
  void theSameRulesGiveTheSameBook() {
    assertThat(Book.of(RULES, CaseRunner.casesOf(RULES)).markdown()).isEqualTo(BOOK.markdown());
  }

  @Test
  void sourcesSayHowFarTheyWereChecked() {
    assertThat(place("S1"))
        .contains("[10.2519/jospt.2020.9971](https://doi.org/10.2519/jospt.2020.9971)")
        .contains("**verified**, its abstract or a page of it was read")
        .contains("Cited in `red-flags.drl`");
    assertThat(place("house")).contains("our own judgement, without direct evidence");
  }
}
