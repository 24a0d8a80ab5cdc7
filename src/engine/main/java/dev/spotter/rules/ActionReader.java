package dev.spotter.rules;

import dev.spotter.rules.Action.Call;
import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Token.Kind;
import dev.spotter.vocabulary.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what follows {@code then}: {@code insert( Record.factory("text").more("text") );}, again
 * and again, and nothing else.
 */
final class ActionReader {
  private static final String FORM =
      "an action is insert( Evidence.supports(\"muscle-fatigue\").strongly().because(\"...\") );";

  /** By record: the factories, and what may follow them; a name with () takes no text. */
  private static final Map<String, Set<String>> FACTORIES =
      Map.of(
          "Evidence", Set.of("supports", "opposes"),
          "Referral", Set.of("emergency", "urgent", "soon", "undetermined"),
          "Withhold", Set.of("remedy", "kind"),
          "Note", Set.of("says", "safetyNet", "recheck"),
          "Conclusion", Set.of("about"),
          "Remedy", Set.of("of"));

  private static final Map<String, Set<String>> FOLLOWING =
      Map.of(
          "Evidence",
          Set.of(
              "decisively()",
              "strongly()",
              "moderately()",
              "weakly()",
              "group",
              "subtype",
              "asObserved()",
              "because"),
          "Referral",
          Set.of("because"),
          "Withhold",
          Set.of("because"),
          "Note",
          Set.of("because"),
          "Conclusion",
          Set.of("says"),
          "Remedy",
          Set.of("advice", "because"));

  private final Cursor cursor;

  private ActionReader(Cursor cursor) {
    this.cursor = cursor;
  }

  static List<Action> read(List<Token> tokens) throws Refusal {
    ActionReader reader = new ActionReader(new Cursor(tokens));
    List<Action> actions = new ArrayList<>();
    do {
      actions.add(reader.action());
    } while (reader.cursor.peek().kind() != Kind.END);
    return List.copyOf(actions);
  }

  private Action action() throws Refusal {
    if (!cursor.peek().named("insert")) {
      throw cursor.strange("a rule can only insert facts", FORM);
    }
    cursor.take();
    cursor.expect("(", FORM);
    Token type = cursor.expect(Kind.NAME, "the name of a fact", FORM);
    Set<String> factories = FACTORIES.get(type.text());
    if (factories == null) {
      throw unknown(type, "a rule cannot insert '" + type.text() + "'", FACTORIES.keySet());
    }
    List<Call> calls = new ArrayList<>();
    cursor.expect(".", FORM);
    calls.add(call(factories));
    while (cursor.takeIf(".")) {
      calls.add(call(FOLLOWING.getOrDefault(type.text(), Set.of())));
    }
    if (cursor.peek().kind() == Kind.NAME) {
      throw cursor.missing(".", "a dot stands before each word: .because(\"...\")");
    }
    cursor.expect(")", "insert( opens a bracket that closes behind all words: );");
    cursor.expect(";", "end the action with );");
    return new Action(type.text(), List.copyOf(calls));
  }

  private Call call(Set<String> allowed) throws Refusal {
    Token name = cursor.expect(Kind.NAME, "a word", FORM);
    boolean bare = allowed.contains(name.text() + "()");
    if (!bare && !allowed.contains(name.text())) {
      throw unknown(name, "there is no '" + name.text() + "' here", allowed);
    }
    cursor.expect("(", "write " + name.text() + (bare ? "()" : "(\"...\")"));
    @Nullable String argument = null;
    int offset = name.offset();
    if (!bare) {
      if (cursor.peek().kind() == Kind.NAME) {
        String word = cursor.glued();
        throw cursor.strange(
            "expected a text in double quotes", "write " + name.text() + "(\"" + word + "\")");
      }
      Token text = cursor.expect(Kind.STRING, "a text in double quotes, on one line", FORM);
      argument = text.text();
      offset = text.offset() + 1;
    }
    cursor.expect(
        ")", bare ? name.text() + "() takes no text" : "close the bracket behind the text");
    return new Call(name.text(), argument, offset);
  }

  private static Refusal unknown(Token token, String message, Set<String> allowed) {
    return new Refusal(
        Code.GRAMMAR, token.offset(), message, Suggestion.among(token.text(), allowed));
  }
}
