package dev.spotter.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Shipped;
import dev.spotter.fact.Level;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the rules do on the stories of facts/vignettes; the bars are the project's own. */
class VignettesTest {
  private static final long SEED = Long.getLong("spotter.seed", 20260302L);
  private static final int THINNED = 20;

  private final RuleSet rules = Shipped.rules();
  private final VignetteRunner runner = new VignetteRunner(rules);

  private static List<Vignette> stories() throws IOException {
    List<Vignette> stories = new ArrayList<>();
    try (Stream<Path> files = Files.list(Shipped.ROOT.resolve("facts/vignettes"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        stories.addAll(VignetteFile.read(file.getFileName().toString(), Files.readAllBytes(file)));
      }
    }
    return stories;
  }

  @Test
  void thereAreStoriesOfEveryKind() throws IOException {
    List<Vignette> stories = stories();
    assertThat(stories).hasSizeGreaterThanOrEqualTo(80);
    assertThat(stories).extracting(Vignette::id).doesNotHaveDuplicates();
    Map<String, Long> causes =
        stories.stream()
            .collect(Collectors.groupingBy(v -> v.label().first(), Collectors.counting()));
    Map<Level, Long> levels =
        stories.stream()
            .collect(Collectors.groupingBy(v -> v.label().level(), Collectors.counting()));
    assertThat(causes.keySet())
        .containsExactlyInAnyOrderElementsOf(rules.vocabulary().causes().keySet());
    assertThat(causes.values()).allMatch(n -> n >= 10);
    assertThat(levels.keySet()).containsExactlyInAnyOrder(Level.values());
    assertThat(levels.values()).allMatch(n -> n >= 10);
  }

  @Test
  void nothingDangerousAndTheBarsAreMet() throws IOException {
    Tally tally = new Tally(runner.run(stories()));
    assertThat(tally.told().stream().flatMap(t -> tally.dangers(t).stream())).isEmpty();
    assertThat(tally.level().percent()).as("level within its bounds").isGreaterThanOrEqualTo(95);
    assertThat(tally.first().percent()).as("first cause").isGreaterThanOrEqualTo(85);
    assertThat(tally.over(Level.SELF_CARE).percent()).as("over-triage").isLessThanOrEqualTo(10);
  }

  /** Stories told by people who answer less: the label stays, and so must the meaning of words. */
  @Test
  void likelyIsRightEightTimesInTenAlsoWhenLessIsAnswered() throws IOException {
    List<Vignette> thinned = new ArrayList<>();
    Random random = new Random(SEED);
    for (Vignette story : stories()) {
      for (int i = 0; i < THINNED; i++) {
        thinned.add(thinned(story, random));
      }
    }
    Tally tally = new Tally(runner.run(thinned));
    System.out.printf(
        "thinned stories: seed %d, %d; likely right %d of %d (%.1f %%), leader"
            + " right %d of %d (%.1f %%)%n",
        SEED,
        thinned.size(),
        tally.likely().hits(),
        tally.likely().of(),
        tally.likely().percent(),
        tally.verdict().hits(),
        tally.verdict().of(),
        tally.verdict().percent());
    assertThat(tally.likely().of()).isGreaterThan(thinned.size() / 3);
    assertThat(tally.likely().percent()).as("seed %d", SEED).isGreaterThanOrEqualTo(80);
    for (String cause : rules.vocabulary().causes().keySet()) {
      assertThat(tally.likely(cause).percent()).as(cause).isGreaterThanOrEqualTo(80);
    }
  }

  /** Without a third of the answers that self-care does not wait for. */
  private Vignette thinned(Vignette story, Random random) {
    Map<String, @Nullable Object> intake = new LinkedHashMap<>();
    story
        .intake()
        .forEach(
            (section, fields) ->
                intake.put(
                    section,
                    rules.vocabulary().section(section) != null && fields instanceof Map<?, ?> map
                        ? thinned(section, map, random)
                        : fields));
    return new Vignette(
        story.file(),
        story.line(),
        story.id(),
        story.story(),
        intake,
        story.label(),
        story.because());
  }

  private Map<String, Object> thinned(String section, Map<?, ?> answers, Random random) {
    Map<String, Object> fewer = new LinkedHashMap<>();
    answers.forEach(
        (field, answer) -> {
          Question question = rules.vocabulary().question(section + "." + field);
          boolean needed = question != null && question.needed() != null;
          if (needed || random.nextInt(3) > 0) {
            fewer.put(String.valueOf(field), answer);
          }
        });
    return fewer;
  }

  @Test
  void sharesHaveWilsonsInterval() {
    // Worked example: 81 of 263, Newcombe 1998, Stat Med 17:857, table I, method 3.
    assertThat(new Share(81, 263).low())
        .isCloseTo(25.53, org.assertj.core.data.Offset.offset(0.01));
    assertThat(new Share(81, 263).high())
        .isCloseTo(36.62, org.assertj.core.data.Offset.offset(0.01));
    assertThat(new Share(0, 20).low()).isZero();
    assertThat(new Share(0, 20).high()).isCloseTo(16.11, org.assertj.core.data.Offset.offset(0.01));
  }
}
