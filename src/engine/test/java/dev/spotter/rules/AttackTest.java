package dev.spotter.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spotter.Shipped;
import dev.spotter.intake.Intake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that try to run code from every corner of DRL. None gets past the load, and none runs. */
class AttackTest {
  private static final String MARK = "spotter.attack";

  static Stream<Path> attacks() throws IOException {
    try (Stream<Path> files =
        Files.list(Shipped.ROOT.resolve("src/engine/test/resources/attacks"))) {
      return files.sorted().toList().stream();
    }
  }

  @AfterEach
  void forget() {
    System.clearProperty(MARK);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void isRefusedWithPlaceAndAdvice(Path attack) throws IOException {
    String name = attack.getFileName().toString();
    assertThatThrownBy(() -> RuleSet.of(Shipped.with(name, Files.readString(attack))))
        .isInstanceOfSatisfying(
            RulesRefused.class,
            refused ->
                assertThat(refused.diagnostics())
                    .isNotEmpty()
                    .allSatisfy(d -> assertThat(d.file()).isEqualTo(name))
                    .allSatisfy(d -> assertThat(d.line()).isPositive())
                    .allSatisfy(d -> assertThat(d.help()).as(d.render()).isNotBlank()));
    assertThat(System.getProperty(MARK)).as("code that ran").isNull();
  }

  @Test
  void thereAreManyAndTheyAreReal() throws IOException {
    List<String> ran = new ArrayList<>();
    int all = 0;
    for (Path attack : attacks().toList()) {
      all++;
      System.clearProperty(MARK);
      if (runs(attack)) {
        ran.add(attack.getFileName().toString());
      }
    }
    assertThat(all).isGreaterThanOrEqualTo(100);
    // The same files, trusted: had the grammar not stopped them, these would have run code.
    assertThat(ran).hasSizeGreaterThanOrEqualTo(12);
  }

  private static boolean runs(Path attack) throws IOException {
    Map<String, byte[]> files = new TreeMap<>(Shipped.with("attack.drl", Files.readString(attack)));
    Set<String> questions = Set.of("questions.drl", "conclusions.drl", "attack.drl");
    files.keySet().removeIf(name -> name.endsWith(".drl") && !questions.contains(name));
    try {
      RuleSet rules = RuleSet.trusting(new RuleFiles("attack", new TreeMap<>(files)));
      new dev.spotter.assess.Assessor(rules)
          .assess(
              new Intake(
                  "a", null, null, Map.of("client.age", dev.spotter.intake.Answer.of(30)), null),
              dev.spotter.assess.Assessor.Settings.at(
                  java.time.OffsetDateTime.now(), java.time.ZoneOffset.UTC));
    } catch (RuntimeException | Error e) {
      // Many do not even compile; what counts is whether their code has run by now.
      return System.getProperty(MARK) != null;
    }
    return System.getProperty(MARK) != null;
  }
}
