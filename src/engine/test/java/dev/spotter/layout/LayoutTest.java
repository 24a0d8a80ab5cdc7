package dev.spotter.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Shipped;
import dev.spotter.rules.RuleSet;
import dev.spotter.rules.RulesRefused;
import dev.spotter.rules.Said;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The layout of rule files: it holds for the shipped ones, and changes no meaning of any. */
class LayoutTest {
  private static final String SMALL =
      """
      package spotter
      import dev.spotter.fact.*

      // About it.
      declare Cold @cause( "cold" ) @title( "Cold" ) @start( "0" ) end

      // Attached.
      rule "cold: a rule"
        @source( "house" )
      when
        // Why.
        Soreness( worst >= 3, onset in ( "a", "b" ) || ( now == null && worst < 9 ) ) // so
        not Workout( effort == "easy", effort != null )
      then
        insert( Evidence.supports("cold").strongly().group("g").because("it's // cold") );
        // And.
        insert( Note.says("a, b; c") );
      end
      """;

  private static Map<String, String> shipped() {
    Map<String, String> texts = new TreeMap<>();
    Shipped.files()
        .forEach(
            (name, bytes) -> {
              if (name.endsWith(".drl")) {
                texts.put(name, new String(bytes, StandardCharsets.UTF_8));
              }
            });
    return texts;
  }

  private static Said said(String text) {
    return Said.by("one.drl", text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> comments(String text) {
    return Piece.of(text).stream().filter(Piece::comment).map(Piece::text).sorted().toList();
  }

  @Test
  void shippedFilesAreLaidOut() {
    shipped().forEach((name, text) -> assertThat(Layout.of(text)).as(name).isEqualTo(text));
  }

  @Test
  void aSmallFileIsLaidOut() {
    assertThat(Layout.of(SMALL)).isEqualTo(SMALL);
    String squeezed =
        SMALL
            .replace("\n  @source( \"house\" )\nwhen\n", " @source(\"house\") when\n")
            .replace("( worst >= 3, ", "(worst>=3,")
            .replace("in ( \"a\", \"b\" )", "in(\"a\",\"b\")")
            .replace(
                "insert( Evidence.supports(\"cold\")", "insert(Evidence . supports( \"cold\" )")
            .replace(") );\nend", "));end")
            .replace("spotter\nimport", "spotter; import");
    assertThat(squeezed).isNotEqualTo(SMALL);
    assertThat(Layout.of(squeezed)).isEqualTo(SMALL);
  }

  @Test
  void endsOfLinesOfOtherSystemsAreOurs() {
    assertThat(Layout.of(SMALL.replace("\n", "\r\n"))).isEqualTo(SMALL);
  }

  /** Random spaces and line ends between the pieces; a comment to the end of a line keeps it. */
  private static String relaid(String text, Random random) {
    StringBuilder out = new StringBuilder();
    List<Piece> pieces = Piece.of(text);
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      Piece before = i == 0 ? null : pieces.get(i - 1);
      boolean line =
          before != null && (before.kind() == Piece.Kind.COMMENT || random.nextInt(8) == 0);
      boolean words =
          before != null && before.kind() == Piece.Kind.WORD && piece.kind() == Piece.Kind.WORD;
      boolean space = words || random.nextInt(3) > 0 || piece.comment();
      if (before != null && qualified(before, piece)) {
        out.append(piece.text());
        continue;
      }
      out.append(line ? "\n".repeat(1 + random.nextInt(3)) : "");
      out.append(" ".repeat(space ? 1 + random.nextInt(3) : 0)).append(piece.text());
    }
    return out.append("\n").toString();
  }

  /** The parser wants java.util.Set in one piece. */
  private static boolean qualified(Piece before, Piece piece) {
    List<String> names = List.of("java", "util", "Set", "dev", "spotter", "fact", "*");
    return (before.is(".") && names.contains(piece.text()))
        || (piece.is(".") && names.contains(before.text()));
  }

  @Test
  void anyLayoutComesBackToOneMeaning() {
    long seed = 20260302;
    int parsed = 0;
    for (int round = 0; round < 3; round++) {
      for (Map.Entry<String, String> file : shipped().entrySet()) {
        Random random = new Random(seed + round);
        String text = relaid(file.getValue(), random);
        String about = file.getKey() + ", seed " + (seed + round);
        Said meant;
        try {
          meant = said(text);
        } catch (RulesRefused e) {
          throw new AssertionError(
              about + ": " + e.getMessage().lines().limit(4).collect(Collectors.joining("\n")), e);
        }
        parsed++;
        assertThat(meant).as(about).isEqualTo(said(file.getValue()));
        String laidOut = Layout.of(text);
        assertThat(said(laidOut)).as(about).isEqualTo(meant);
        assertThat(Layout.of(laidOut)).as(about).isEqualTo(laidOut);
        assertThat(comments(laidOut)).as(about).isEqualTo(comments(file.getValue()));
      }
    }
    assertThat(parsed).isEqualTo(3 * shipped().size());
  }

  @Test
  void aCommentMayStandWhereverTheGrammarTakesOne() {
    int taken = 0;
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      List<Piece> pieces = Piece.of(SMALL);
      StringBuilder text = new StringBuilder();
      for (Piece piece : pieces) {
        boolean names = piece.is(".") || text.toString().endsWith(".");
        String more = random.nextBoolean() ? " // one\n" : "\n\n // two\n";
        text.append(!names && random.nextInt(20) == 0 ? more : names ? "" : " ");
        text.append(piece.text()).append(piece.kind() == Piece.Kind.COMMENT ? "\n" : "");
      }
      Said meant;
      try {
        meant = said(text.toString());
      } catch (RulesRefused e) {
        continue;
      }
      taken++;
      String laidOut = Layout.of(text.toString());
      assertThat(said(laidOut)).as("seed " + seed).isEqualTo(meant);
      assertThat(Layout.of(laidOut)).as("seed " + seed).isEqualTo(laidOut);
      assertThat(comments(laidOut)).as("seed " + seed).isEqualTo(comments(text.toString()));
    }
    assertThat(taken).isGreaterThan(20);
  }

  @Test
  void theWholeFolderMeansTheSameAfterwards() {
    Map<String, byte[]> files = Shipped.files();
    Random random = new Random(7);
    shipped()
        .forEach(
            (name, text) ->
                files.put(name, Layout.of(relaid(text, random)).getBytes(StandardCharsets.UTF_8)));
    RuleSet again = RuleSet.of(files);
    RuleSet shipped = Shipped.rules();
    assertThat(again.vocabulary().sections()).isEqualTo(shipped.vocabulary().sections());
    assertThat(again.vocabulary().causes()).isEqualTo(shipped.vocabulary().causes());
    assertThat(again.vocabulary().remedies()).isEqualTo(shipped.vocabulary().remedies());
    assertThat(again.scale()).isEqualTo(shipped.scale());
    assertThat(again.rules().stream().map(r -> r.name() + r.sources() + r.layer()).toList())
        .isEqualTo(shipped.rules().stream().map(r -> r.name() + r.sources() + r.layer()).toList());
  }
}
