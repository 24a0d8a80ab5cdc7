package dev.spotter.book;

import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cuts from the files what their author wrote about a rule. */
final class RuleText {
  private final Map<String, List<String>> files = new HashMap<>();

  RuleText(RuleSet rules) {
    rules
        .files()
        .files()
        .forEach(
            (name, bytes) ->
                files.put(name, new String(bytes, StandardCharsets.UTF_8).lines().toList()));
  }

  /** The conditions: what stands between when and then. */
  String when(Rule rule) {
    List<String> lines = files.getOrDefault(rule.file(), List.of());
    String text =
        String.join("\n", lines.subList(Math.min(rule.line() - 1, lines.size()), lines.size()));
    int when = word(text, "when", 0);
    int then = word(text, "then", when);
    return text.substring(Math.min(when + 4, then), then);
  }

  /** Where a word stands outside of quotes and comments; the end where it does not. */
  private static int word(String text, String word, int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        at = after(text, String.valueOf(c), at + 1);
      } else if (text.startsWith("//", at)) {
        at = after(text, "\n", at);
      } else if (text.startsWith("/*", at)) {
        at = after(text, "*/", at + 2);
      } else if (Character.isJavaIdentifierStart(c)) {
        int end = at;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
          end++;
        }
        if (text.substring(at, end).equals(word)) {
          return at;
        }
        at = end;
      } else {
        at++;
      }
    }
    return text.length();
  }

  private static int after(String text, String sign, int from) {
    int at = text.indexOf(sign, from);
    return at < 0 ? text.length() : at + sign.length();
  }

  /** The comment right above the rule, on one line; empty if there is none. */
  String comment(Rule rule) {
    List<String> lines = files.getOrDefault(rule.file(), List.of());
    List<String> comment = new ArrayList<>();
    int at = rule.line() - 2;
    while (at >= 0 && at < lines.size() && lines.get(at).strip().startsWith("//")) {
      String words = lines.get(at).strip().replaceFirst("^/+\\s*", "");
      if (words.startsWith("--")) {
        break;
      }
      comment.add(0, words);
      at--;
    }
    return String.join(" ", comment).strip();
  }
}
