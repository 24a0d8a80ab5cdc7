package dev.spotter.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.rules.Diagnostic;
import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Diagnostic.Severity;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code has a page, and what the page shows is true. */
class PageTest {

  @ParameterizedTest
  @EnumSource(
      value = Code.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "COMPILER") // nothing is known that Drools refuses and we do not
  void theWrongExampleIsFoundAndTheRightOneIsNot(Code code) {
    Page page = Objects.requireNonNull(Page.of(code.id()));
    List<Diagnostic> wrong = found(Example.between(page.text(), "Wrong:", "Right:"));
    assertThat(wrong).extracting(Diagnostic::code).contains(code);
    assertThat(wrong)
        .filteredOn(d -> d.severity() == Severity.ERROR)
        .extracting(Diagnostic::code)
        .allMatch(code::equals);
    List<Diagnostic> right = found(Example.between(page.text(), "Right:", "\0"));
    assertThat(right)
        .as(() -> right.isEmpty() ? "" : right.get(0).render())
        .noneMatch(d -> d.code() == code && d.file().startsWith("example"))
        .noneMatch(d -> d.severity() == Severity.ERROR);
  }

  private static List<Diagnostic> found(List<Example> examples) {
    assertThat(examples).isNotEmpty();
    return Check.of(Example.over(examples)).all();
  }

  @Test
  void everyCodeHasATitle() {
    assertThat(Page.all()).hasSameSizeAs(Code.values());
    assertThat(Page.all()).allSatisfy(p -> assertThat(p.title()).isNotBlank());
    assertThat(Page.of("SP999")).isNull();
  }
}
