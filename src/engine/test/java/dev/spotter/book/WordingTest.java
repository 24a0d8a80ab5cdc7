package dev.spotter.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions in plain words. */
class WordingTest {
  private static String said(String conditions) {
    Knowledge knowledge = Tiny.when(conditions);
    return knowledge.when(Tiny.tried(knowledge)).plain();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "Ache( worst >= 7 ) ~ At its worst, how bad was it, 0 to 10: at least 7",
        "Ache( worst >= 7 || ( worst == null && now >= 7 ) )"
            + " ~ At its worst, how bad was it, 0 to 10: at least 7, or (not asked or not known, and"
            + " How bad is it now: at least 7 points)",
        "Ache( now < 3, now != null ) ~ How bad is it now: less than 3 points; and How bad is it now:"
            + " answered",
        "Ache( worst == 4 ) ~ At its worst, how bad was it, 0 to 10: exactly 4",
        "Ache( sharp == \"yes\" ) ~ Is it sharp: “yes”",
        "Ache( sharp != \"no\" ) ~ Is it sharp: anything but “no”, also if open",
        "Ache( sharp != \"unknown\" ) ~ Is it sharp: anything but “not known”, also if not asked",
        "Ache( sharp != null, sharp != \"no\" )"
            + " ~ Is it sharp: asked; and Is it sharp: anything but “no”, also if not known",
        "Ache( sharp == null || sharp == \"unknown\" ) ~ Is it sharp: not asked, or “not known”",
        "Ache( onset in ( \"early\", \"late\" ) )"
            + " ~ When did it start (roughly): “in the morning” or “at night”",
        "Ache( onset not in ( \"early\", \"unknown\" ) )"
            + " ~ When did it start (roughly): neither “in the morning” nor “not known”, also if not asked",
        "Ache( sharp not in ( \"yes\", \"no\" ) ) ~ Is it sharp: open, without a clear answer",
        "Ache( place contains \"left\" || place contains \"right\" )"
            + " ~ Where is it: “on the left” or “on the right” is among them",
        "Ache( place != null, place not contains \"left\" )"
            + " ~ Where is it: answered; and Where is it: not that “on the left” is among them",
        "Ache( place == null || place not contains \"left\" )"
            + " ~ Where is it: not asked or not known, or not that “on the left” is among them, also if"
            + " open",
        "not Ache( sharp == \"yes\" ) ~ it is not so that (Is it sharp: “yes”)",
        "Ache( $w : worst, now > $w ) ~ At its worst, how bad was it, 0 to 10, called $w; and How bad"
            + " is it now: more than $w",
        "History( volumeVsBest30d > 1.3 ) ~ training log, volumeVsBest30d: more than 1.3",
        "History( loadJump != \"no\" )"
            + " ~ training log, loadJump: anything but “no”, also if the log cannot tell",
        "not LoggedSet( rpe != null, rpe >= 9 )"
            + " ~ there is no set in the log with rpe: logged, and at least 9",
        "Completeness( openCore > 0 ) ~ needed safety items still open: more than 0",
        "Likelihood( cause == \"strain\", level == \"likely\", rank == 1 )"
            + " ~ for A strain, likelihood: likely, and place in the list of causes: exactly 1",
        "Likelihood( cause == \"strain\", subtype != \"tear\" )"
            + " ~ for A strain, kind: anything but a tear, also if no kind stands out",
        "Likelihood( level != \"unlikely\" ) ~ a cause with likelihood: anything but unlikely",
        "Triage( level != \"emergency\", flags contains \"F1\" )"
            + " ~ how urgent: anything but emergency; and red flags raised: F1 is among them",
        "Verdict( leads == \"no-clear-leader\" ) ~ the verdict: no cause clearly leads",
      })
  void aConditionIsSaidAs(String conditions, String words) {
    assertThat(said(conditions)).isEqualTo(words);
  }

  @Test
  void aLongQuestionIsCutAndNamed() {
    assertThat(said("Ache( sitting == \"yes\" )"))
        .isEqualTo(
            "Does it come on whenever you have been sitting for more than a whole … (ache.sitting): “yes”");
  }

  @Test
  void placesOfATextAreNamed() {
    Knowledge knowledge = Tiny.when("Ache( worst >= 1 )");
    assertThat(
            knowledge
                .texts()
                .say("Up to {50% of History.topLoadKg} by {+3d}, call {words.line}. | Rest.")
                .plain())
        .isEqualTo(
            "Up to [50 % of topLoadKg from the training log, rounded down to what can be loaded] by"
                + " [the date 3 days later], call the line 5. If that is not known: Rest.");
    assertThat(knowledge.texts().say("After {Ache.now}. | -").plain())
        .startsWith("After [the answer to: How bad is it now?].");
  }
}
