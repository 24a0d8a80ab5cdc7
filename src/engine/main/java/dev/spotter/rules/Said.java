package dev.spotter.rules;

import dev.spotter.rules.Action.Call;
import dev.spotter.rules.Condition.Operand;
import dev.spotter.rules.Draft.Declared;
import dev.spotter.rules.Draft.DraftRule;
import dev.spotter.rules.Draft.Field;
import dev.spotter.rules.Draft.Note;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one rule file says, apart from where in the file: equal for two files that differ in layout
 * and comments only. Immutable.
 */
public final class Said {
  private final List<Declared> declarations;
  private final List<DraftRule> rules;

  private Said(Draft draft) {
    this.declarations = draft.declarations().stream().map(Said::placeless).toList();
    this.rules = draft.rules().stream().map(Said::placeless).toList();
  }

  /**
   * Reads a file by the closed grammar. Names are not looked up, since they may stand in others.
   *
   * @param name ends with {@code .drl}
   * @throws RulesRefused if the file does not parse, or holds what a rule file may not
   */
  public static Said by(String name, byte[] bytes) {
    return new Said(Loader.draft(name, bytes));
  }

  private static Declared placeless(Declared declared) {
    List<Field> fields =
        declared.fields().stream()
            .map(f -> new Field(f.name(), f.type(), 0, placeless(f.notes())))
            .toList();
    return new Declared(declared.name(), 0, placeless(declared.notes()), fields);
  }

  private static DraftRule placeless(DraftRule rule) {
    return new DraftRule(
        rule.name(),
        0,
        placeless(rule.notes()),
        rule.patterns().stream()
            .map(p -> new Pattern(p.demand(), p.type(), placeless(p.condition()), 0))
            .toList(),
        rule.actions().stream().map(Said::placeless).toList(),
        rule.whole());
  }

  private static Map<String, Note> placeless(Map<String, Note> notes) {
    Map<String, Note> placeless = new LinkedHashMap<>();
    notes.forEach((key, note) -> placeless.put(key, new Note(note.text(), 0)));
    return placeless;
  }

  private static Action placeless(Action action) {
    return new Action(
        action.type(),
        action.calls().stream().map(c -> new Call(c.name(), c.argument(), 0)).toList());
  }

  private static Condition placeless(Condition condition) {
    if (condition instanceof Condition.All all) {
      return new Condition.All(all.parts().stream().map(Said::placeless).toList());
    }
    if (condition instanceof Condition.Any any) {
      return new Condition.Any(any.parts().stream().map(Said::placeless).toList());
    }
    if (condition instanceof Condition.Test test) {
      return new Condition.Test(
          test.field(),
          test.op(),
          test.operands().stream().map(o -> new Operand(o.value(), o.variable(), 0)).toList(),
          0);
    }
    Condition.Bind bind = (Condition.Bind) condition;
    return new Condition.Bind(bind.name(), bind.field(), 0);
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof Said said
        && declarations.equals(said.declarations)
        && rules.equals(said.rules);
  }

  @Override
  public int hashCode() {
    return rules.stream().map(DraftRule::name).toList().hashCode();
  }
}
