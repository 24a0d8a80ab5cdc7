package dev.spotter.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Shipped;
import dev.spotter.assess.Assessor;
import dev.spotter.assess.Examined;
import dev.spotter.cases.CaseRunner;
import dev.spotter.cases.Vignette;
import dev.spotter.cases.VignetteFile;
import dev.spotter.cases.VignetteRunner;
import dev.spotter.intake.Intake;
import dev.spotter.rules.Checked;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The engine against its reference: the same rules compiled by Drools from what its own parser
 * read. Every case, every vignette and many generated clients get the same answer from both.
 */
class ReferenceTest {
  private static final int CLIENTS = Integer.getInteger("spotter.compared", 10_000);

  /**
   * Of so many clients one has its whole answer written and compared, byte by byte; the others what
   * was decided in ids, with every rule that fired, of which the texts are made.
   */
  private static final int WRITTEN = 10;

  private static final long SEED = Long.getLong("spotter.seed", 20260302L);
  private static final Assessor.Settings SETTINGS =
      Assessor.Settings.at(Clients.NOW, ZoneOffset.UTC);

  /** Rules of every form that the network does not take, beside those that are shipped. */
  private static final String JOINING =
      """
      package spotter
      import dev.spotter.fact.*

      rule "joins: heavier than usual, by two answers"
        @source( "house" )
      when
        Workout( $usual : usualTopKg, topLoadKg > $usual )
      then
        insert( Evidence.supports( "overexertion" ).weakly().because( "More weight than usual." ) );
      end

      rule "joins: many repetitions in one set of the log"
        @source( "house" )
      when
        LoggedSet( reps >= 11 )
      then
        insert( Evidence.supports( "overexertion" ).weakly().because( "Many repetitions." ) );
      end

      rule "joins: two causes stand equally"
        @source( "house" )
      when
        Likelihood( cause == "overexertion", $points : points )
        Likelihood( cause == "muscle-fatigue", points == $points )
      then
        insert( Note.says( "Two causes stand equally." ) );
      end
      """;

  private final RuleSet rules = Shipped.rules();
  private final RuleSet reference = Checked.of(rules.files()).reference();

  @Test
  void everyCaseAndNearMiss() {
    assertThat(decisions(rules)).hasSizeGreaterThan(1_500).isEqualTo(decisions(reference));
  }

  /** What each client of the cases is told, by all that is known of it. */
  private static Map<String, String> decisions(RuleSet rules) {
    Map<String, String> decisions = new ConcurrentHashMap<>();
    new CaseRunner(rules, (Examined e) -> decisions.put(e.facts().toString(), gist(e)))
        .run(CaseRunner.casesOf(rules));
    return decisions;
  }

  private static String gist(Examined examined) {
    return examined.decision() + PropertiesTest.json(examined.assessment());
  }

  @Test
  void everyVignette() throws IOException {
    List<Vignette> stories;
    try (Stream<Path> files = Files.list(Shipped.ROOT.resolve("facts/vignettes"))) {
      stories =
          files
              .filter(f -> f.toString().endsWith(".yaml"))
              .sorted()
              .flatMap(f -> VignetteFile.read(f.toString(), bytes(f)).stream())
              .toList();
    }
    assertThat(new VignetteRunner(rules).run(stories))
        .hasSizeGreaterThan(100)
        .isEqualTo(new VignetteRunner(reference).run(stories));
  }

  @Test
  void generatedClients() {
    System.out.println("reference: seed " + SEED + ", " + CLIENTS + " clients");
    same(rules, reference, CLIENTS);
  }

  @Test
  void rulesThatJoinRunBesideTheOthers() {
    TreeMap<String, byte[]> files = new TreeMap<>(Shipped.with("joining.drl", JOINING));
    Checked checked = Checked.of(new RuleFiles("shipped and joining", files));
    RuleSet joining = checked.compiled();
    same(joining, checked.reference(), Math.min(CLIENTS, 2_000));
    Assessor assessor = new Assessor(joining);
    Clients clients = new Clients(joining, SEED);
    assertThat(
            IntStream.range(0, 500)
                .mapToObj(clients::client)
                .flatMap(c -> assessor.decide(c, SETTINGS).fired().stream())
                .filter(r -> r.startsWith("joins:"))
                .collect(Collectors.toSet()))
        .hasSize(3);
  }

  private static void same(RuleSet rules, RuleSet reference, int number) {
    Clients clients = new Clients(rules, SEED);
    Assessor engine = new Assessor(rules);
    Assessor drools = new Assessor(reference);
    List<String> differing =
        IntStream.range(0, number)
            .parallel()
            .filter(i -> !same(engine, drools, clients.client(i), i % WRITTEN == 0))
            .mapToObj(i -> clients.client(i).id())
            .limit(3)
            .toList();
    assertThat(differing).as("seed " + SEED).isEmpty();
  }

  private static boolean same(Assessor engine, Assessor drools, Intake client, boolean written) {
    return written
        ? gist(engine.examine(client, SETTINGS)).equals(gist(drools.examine(client, SETTINGS)))
        : engine.decide(client, SETTINGS).equals(drools.decide(client, SETTINGS));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
