package dev.spotter.diff;

import dev.spotter.batch.JsonTree;
import dev.spotter.compare.Aspect;
import dev.spotter.compare.ClientChange;
import dev.spotter.compare.Detail;
import dev.spotter.compare.Edit;
import dev.spotter.compare.InvariantEdit;
import dev.spotter.compare.Place;
import dev.spotter.compare.Reason;
import dev.spotter.compare.Totals;
import dev.spotter.compare.Totals.Group;
import dev.spotter.fact.Level;
import dev.spotter.rules.RuleSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The comparison as one JSON object; keys always in the same order. */
public final class DiffJson {
  private final Diff diff;

  private DiffJson(Diff diff) {
    this.diff = diff;
  }

  /** UTF-8, indented, with a line end. */
  public static byte[] bytes(Diff diff) throws IOException {
    return JsonTree.bytes(new DiffJson(diff).tree());
  }

  private Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schemaVersion", 1);
    tree.put("old", side(diff.before()));
    tree.put("new", side(diff.after()));
    tree.put("safe", diff.safe());
    Map<String, Object> bump = new LinkedHashMap<>();
    bump.put("size", diff.bump().size().word());
    bump.put("reasons", diff.bump().reasons());
    tree.put("version", bump);
    tree.put("invariants", diff.change().invariants().stream().map(DiffJson::invariant).toList());
    Totals totals = diff.totals();
    if (totals != null) {
      tree.put("clients", clients(totals));
    }
    List<Object> edits = new ArrayList<>();
    diff.change().edits().forEach(e -> edits.add(edit(edits.size() + 1, e)));
    tree.put("edits", edits);
    tree.put("sameRules", diff.change().same());
    return tree;
  }

  private static Map<String, Object> side(RuleSet rules) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("origin", rules.files().origin());
    tree.put("ruleSet", rules.id());
    return tree;
  }

  private static Map<String, Object> invariant(InvariantEdit edit) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", edit.name());
    tree.put("fate", edit.fate().name().toLowerCase(Locale.ROOT));
    places(tree, edit.was(), edit.is());
    tree.put("lost", edit.lost());
    return tree;
  }

  private static void places(Map<String, Object> tree, @Nullable Place was, @Nullable Place is) {
    if (was != null) {
      tree.put("was", was.toString());
    }
    if (is != null) {
      tree.put("is", is.toString());
    }
  }

  private Map<String, Object> clients(Totals totals) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("records", totals.records());
    tree.put("decided", totals.decided());
    tree.put("changed", totals.changed());
    Map<String, Object> outcomes = new LinkedHashMap<>();
    List<String> words = new ArrayList<>(Level.words());
    words.addAll(List.of("failed", "rejected"));
    for (String word : words) {
      outcomes.put(word, Map.of("old", totals.before(word), "new", totals.after(word)));
    }
    tree.put("outcomes", outcomes);
    List<Object> aspects = new ArrayList<>();
    totals.aspects().forEach((aspect, group) -> aspects.add(aspect(totals, aspect, group)));
    tree.put("differences", aspects);
    return tree;
  }

  private Map<String, Object> aspect(Totals totals, Aspect aspect, Group group) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("aspect", aspect.id());
    tree.put("alarming", aspect.alarming());
    tree.put("count", group.count());
    tree.put("shifts", group.shifts());
    List<Object> groups = new ArrayList<>();
    totals.groups(aspect).forEach((reason, g) -> groups.add(group(aspect, reason, g)));
    tree.put("by", groups);
    return tree;
  }

  private Map<String, Object> group(Aspect aspect, Reason reason, Group group) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (reason.edit() >= 0) {
      tree.put("edit", reason.edit() + 1);
    } else if (!reason.rule().isEmpty()) {
      tree.put("rule", reason.rule());
    }
    tree.put("title", diff.title(reason));
    tree.put("count", group.count());
    tree.put("alone", group.alone());
    tree.put("first", group.first().stream().map(c -> client(aspect, c)).toList());
    return tree;
  }

  private static Map<String, Object> client(Aspect aspect, ClientChange client) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", client.id());
    tree.put("source", client.source());
    tree.put("line", client.line());
    tree.put("shifts", client.shifts().getOrDefault(aspect, List.of()));
    return tree;
  }

  private static Map<String, Object> edit(int number, Edit edit) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("edit", number);
    tree.put("subject", edit.subject().word());
    tree.put("kind", edit.kind().word());
    tree.put("name", edit.name());
    places(tree, edit.was(), edit.is());
    tree.put("textOnly", edit.textOnly());
    tree.put("details", edit.details().stream().map(DiffJson::detail).toList());
    return tree;
  }

  private static Map<String, @Nullable Object> detail(Detail detail) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("part", detail.part());
    tree.put("before", detail.before());
    tree.put("after", detail.after());
    if (detail.was() != null) {
      tree.put("was", detail.was().toString());
    }
    if (detail.is() != null) {
      tree.put("is", detail.is().toString());
    }
    return tree;
  }
}
