package dev.spotter.cases;

import dev.spotter.cases.Vignette.Label;
import dev.spotter.fact.Level;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a file of vignettes; every scalar stays text. */
public final class VignetteFile {
  private static final Set<String> KEYS =
      Set.of("vignette", "story", "intake", "expect", "because");
  private static final Set<String> EXPECTED =
      Set.of("first", "subtype", "triage", "bounds", "remedies", "noRemedies");

  private final String file;
  private final Outline outline;

  private VignetteFile(String file) {
    this.file = file;
    this.outline = new Outline(file);
  }

  /**
   * Reads the vignettes of one file.
   *
   * @throws IllegalArgumentException if it is not a list of vignettes, with file and line
   */
  public static List<Vignette> read(String file, byte[] bytes) {
    VignetteFile vignettes = new VignetteFile(file);
    return vignettes.outline.entries(bytes, "- vignette: ...").stream()
        .map(vignettes::one)
        .toList();
  }

  private Vignette one(Node node) {
    Map<String, Node> parts = outline.mapping(node, KEYS);
    for (String key : List.of("vignette", "story", "intake", "expect")) {
      if (!parts.containsKey(key)) {
        throw outline.wrong(node, "a vignette has a line " + key + ": ...");
      }
    }
    return new Vignette(
        file,
        Outline.line(node),
        outline.text(parts.get("vignette")),
        outline.text(parts.get("story")).strip(),
        outline.plain(parts.get("intake")),
        label(Objects.requireNonNull(parts.get("expect")), node),
        outline.text(parts.get("because")).strip());
  }

  private Label label(Node expected, Node place) {
    Map<String, Node> parts = outline.mapping(expected, EXPECTED);
    if (!parts.containsKey("first") || !parts.containsKey("triage")) {
      throw outline.wrong(place, "expect: names first: (a cause) and triage: (a level)");
    }
    Level level = level(outline.text(parts.get("triage")), place);
    EnumSet<Level> bounds = EnumSet.of(level);
    outline.list(parts.get("bounds")).forEach(word -> bounds.add(level(word, place)));
    return new Label(
        outline.text(parts.get("first")),
        outline.word(parts.get("subtype")),
        level,
        bounds,
        outline.list(parts.get("remedies")),
        outline.list(parts.get("noRemedies")));
  }

  private Level level(String word, Node place) {
    Level level = Level.of(word);
    if (level == null) {
      throw outline.wrong(place, "there is no level '" + word + "'; there are " + Level.words());
    }
    return level;
  }
}
