package dev.spotter.cases;

import dev.spotter.cases.Case.Expected;
import dev.spotter.cases.Case.Miss;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a file of cases; every scalar stays text. */
public final class CaseFile {
  private static final Set<String> KEYS =
      Set.of("case", "with", "intake", "expect", "but", "then", "misses");
  private static final Set<String> EXPECTED =
      Set.of(
          "triage",
          "verdict",
          "first",
          "likelihood",
          "subtype",
          "fires",
          "never",
          "silent",
          "remedies",
          "noRemedies",
          "withheld",
          "flags");

  private final String file;
  private final Outline outline;

  private CaseFile(String file) {
    this.file = file;
    this.outline = new Outline(file);
  }

  /**
   * Reads the cases of one file.
   *
   * @throws IllegalArgumentException if it is not a list of cases, with file and line
   */
  public static List<Case> read(String file, byte[] bytes) {
    CaseFile cases = new CaseFile(file);
    return cases.outline.entries(bytes, "- case: ...").stream().map(cases::one).toList();
  }

  private Case one(Node node) {
    Map<String, Node> parts = outline.mapping(node, KEYS);
    Node name = parts.get("case");
    if (name == null) {
      throw outline.wrong(node, "a case has a name: - case: ...");
    }
    String with = outline.text(parts.get("with"));
    if (!with.isEmpty() && !with.equals("calm")) {
      throw outline.wrong(node, "there is only with: calm");
    }
    List<Miss> misses = new ArrayList<>();
    if (parts.containsKey("but")) {
      misses.add(miss(parts));
    }
    Node more = parts.get("misses");
    if (more != null) {
      for (Node each : outline.elements(more, "misses is a list: - { but: ..., then: ... }")) {
        misses.add(miss(outline.mapping(each, Set.of("but", "then"))));
      }
    }
    return new Case(
        file,
        Outline.line(node),
        outline.text(name),
        with.equals("calm"),
        outline.plain(parts.get("intake")),
        expected(parts.get("expect")),
        misses);
  }

  private Miss miss(Map<String, Node> parts) {
    return new Miss(outline.plain(parts.get("but")), expected(parts.get("then")));
  }

  private Expected expected(@Nullable Node node) {
    Map<String, Node> parts = node == null ? Map.of() : outline.mapping(node, EXPECTED);
    List<String> silent = new ArrayList<>(outline.list(parts.get("never")));
    silent.addAll(outline.list(parts.get("silent")));
    return new Expected(
        outline.word(parts.get("triage")),
        outline.word(parts.get("verdict")),
        outline.word(parts.get("first")),
        outline.words(parts.get("likelihood")),
        outline.words(parts.get("subtype")),
        outline.list(parts.get("fires")),
        silent,
        outline.list(parts.get("remedies")),
        outline.list(parts.get("noRemedies")),
        outline.list(parts.get("withheld")),
        parts.containsKey("flags") ? outline.list(parts.get("flags")) : null);
  }
}
