package dev.spotter.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Excerpt;
import dev.spotter.Shipped;
import dev.spotter.rules.Diagnostic;
import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Diagnostic.Severity;
import dev.spotter.rules.RuleFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Slips as trainers make them, one file each, laid over the shipped rules. The first line of each
 * says what must be told, and where; nothing else may be.
 */
class MistakesTest {
  /** All that is declared, and so few of the rules that checking them again and again is quick. */
  private static final Map<String, byte[]> FEW = few();

  private static Map<String, byte[]> few() {
    Map<String, byte[]> few =
        new Excerpt(Shipped.rules(), Shipped.files())
            .with(r -> r.file().equals("injury.drl") || r.file().equals("muscle-fatigue.drl"));
    few.keySet().removeIf(n -> n.endsWith(".cases.yaml") || n.equals("safety.yaml"));
    return few;
  }

  static Stream<Path> mistakes() throws IOException {
    try (Stream<Path> files =
        Files.list(Shipped.ROOT.resolve("src/engine/test/resources/mistakes"))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void isToldAtItsPlaceWithHelp(Path mistake) throws IOException {
    byte[] bytes = Files.readAllBytes(mistake);
    String name = mistake.getFileName().toString();
    SortedMap<String, byte[]> files = new TreeMap<>(FEW);
    files.put(name, bytes);
    List<String> expected = expected(bytes);

    List<Diagnostic> found =
        Check.of(new RuleFiles("a mistake", files)).all().stream()
            .filter(d -> d.file().equals(name) || d.severity() == Severity.ERROR)
            .filter(d -> d.severity() != Severity.HINT)
            .filter(d -> d.code() != Code.UNTRIED || expected.toString().contains("SP035"))
            .toList();

    assertThat(found)
        .extracting(d -> d.code().id() + " " + d.line() + ":" + d.column())
        .as(() -> String.join("\n", found.stream().map(Diagnostic::render).toList()))
        .containsExactlyElementsOf(expected);
    assertThat(found)
        .allSatisfy(d -> assertThat(d.file()).isEqualTo(name))
        .allSatisfy(d -> assertThat(d.help()).isNotBlank());
  }

  /** The first line: {@code // expect SP012 6:13 | SP003 8:2}. */
  private static List<String> expected(byte[] bytes) {
    boolean wide = bytes[0] == (byte) 0xFF || bytes[0] == 0;
    String text = new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
    String first = text.substring(text.indexOf("expect ") + 7, text.indexOf('\n')).strip();
    return first.isEmpty() ? List.of() : List.of(first.split(" \\| "));
  }

  @Test
  void thereAreMany() throws IOException {
    assertThat(mistakes()).hasSizeGreaterThanOrEqualTo(120);
  }

  @Test
  void theShippedRulesHaveNone() {
    Findings shipped = Check.of(new RuleFiles("shipped", Shipped.files()));
    assertThat(shipped.withoutHints().all()).isEmpty();
    assertThat(shipped.rules()).isGreaterThan(100);
  }
}
