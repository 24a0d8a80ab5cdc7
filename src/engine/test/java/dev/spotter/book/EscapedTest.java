package dev.spotter.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.rules.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a rule says stands in the book letter for letter and does nothing. */
class EscapedTest {
  private static final String HOSTILE =
      "<script>alert(1)</script> [x](javascript:alert(2)) `a` ``b`` *c* _d_ &lt; ~~e~~ $f$ g@h"
          + " http://i www.j ![k](l)";

  @Test
  void signsAreEscaped() {
    assertThat(Escaped.words("<b> | `a` [x](javascript:1) *c* &lt; http://i www.j"))
        .isEqualTo("\\<b\\> \\| \\`a\\` \\[x\\](javascript:1) \\*c\\* \\&lt; http\\://i www\\.j");
    assertThat(Escaped.words("two\n\n# lines\u0007")).isEqualTo("two \\# lines ");
  }

  @Test
  void noBeginningMakesAList() {
    assertThat(Escaped.beginning("1. Call")).isEqualTo("1\\. Call");
    assertThat(Escaped.beginning("- a")).isEqualTo("\\- a");
    assertThat(Escaped.beginning("   === a")).isEqualTo("\\=== a");
    assertThat(Escaped.beginning("**Call** 1.")).isEqualTo("**Call** 1.");
  }

  @Test
  void codeIsFencedByMoreTicksThanItHolds() {
    assertThat(Escaped.code("a``b", false)).isEqualTo("```a``b```");
    assertThat(Escaped.code("`a|b`", true)).isEqualTo("`` `a\\|b` ``");
    assertThat(Escaped.fenced("\n  a\n  ````\n", "drl")).isEqualTo("`````drl\na\n````\n`````");
  }

  @Test
  void aHostileRuleIsShownAsItIs() {
    RuleSet rules =
        Tiny.with(
            """
            declare Bad @cause( "bad" ) @title( "%1$s" ) @start( "0" ) end
            rule "bad | %1$s" @source( "S1" ) when
              Ache( worst >= 7 ) // ``` <script>
            then
              insert( Evidence.supports("bad").weakly().because("| %1$s |") );
              insert( Note.says("# %1$s") );
              insert( Referral.soon("<i>F</i> | x").because("1. %1$s") );
            end
            """
                .formatted(HOSTILE));
    String book = Book.of(rules, List.of()).markdown();
    String outsideCode = book.replaceAll("(?s)\n(````*)drl\n.*?\n\\1\n", "\n");
    assertThat(outsideCode)
        .doesNotContainPattern("(?<!\\\\)<")
        .doesNotContainPattern("(?<!\\\\)]\\((?!#|https://doi\\.org/)")
        .doesNotContainPattern("(?<!\\\\)`a\\\\?`")
        .contains("#### bad \\| \\<script\\>");
    assertThat(book).contains("````drl\nAche( worst >= 7 ) // ``` <script>\n````");
    assertThat(outsideCode.lines().filter(l -> l.startsWith("|")))
        .allSatisfy(l -> assertThat(l).endsWith("|"))
        .anySatisfy(l -> assertThat(l).contains("\\| \\<script\\>"));
  }
}
