package dev.spotter.scaffold;

import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes new knowledge from templates; nothing is written or tried here. */
public final class Scaffold {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern QUESTION =
      Pattern.compile("([a-z][A-Za-z0-9]*)\\.([a-z][A-Za-z0-9]*)");
  private static final String HOUSE = "house";

  private final RuleSet rules;
  private final Firings firings;

  public Scaffold(RuleSet rules) {
    this.rules = rules;
    this.firings = new Firings(rules);
  }

  /**
   * Ways to add a rule with evidence for a cause, best first; several, since one may change the
   * outcome of a case.
   *
   * @throws ScaffoldRefused if there is such a rule, or no such cause
   */
  public Stream<Addition> rule(String name, String cause) {
    plain(name);
    if (rules.rule(name) != null) {
      throw new ScaffoldRefused("there is a rule \"" + name + "\" already");
    }
    if (!rules.vocabulary().causes().containsKey(cause)) {
      throw new ScaffoldRefused(
          "there is no cause " + cause + "; there are " + rules.vocabulary().causes().keySet());
    }
    String file = declares("@cause\\(\\s*\"" + Pattern.quote(cause) + "\"");
    String cases = file.replaceFirst("\\.drl$", ".cases.yaml");
    Map<String, String> places = places();
    places.put("name", name);
    places.put("case", name.replaceAll("[^A-Za-z0-9 ,.-]", ","));
    places.put("cause", cause);
    places.put("group", name.replaceFirst("^[^:]*: *", ""));
    return firings
        .about(cause)
        .map(
            firing -> {
              firing(places, firing);
              return new Addition.Builder(rules.files())
                  .append(file, Template.fill("rule.drl", places))
                  .append(cases, Template.fill("rule.cases.yaml", places))
                  .next(
                      file + ": for whom it fires, how strongly it speaks, in which group, and why",
                      cases + ": the case, until it is one that a coach would tell");
            });
  }

  /**
   * Ways to add a cause with one finding and one conclusion.
   *
   * @param title as people read it
   * @throws ScaffoldRefused if there is such a cause or file, or the name is no id
   */
  public Stream<Addition> cause(String id, String title) {
    if (!ID.matcher(id).matches()) {
      throw new ScaffoldRefused("a cause has an id like other-origin, not '" + id + "'");
    }
    if (rules.vocabulary().causes().containsKey(id)) {
      throw new ScaffoldRefused("there is a cause " + id + " already");
    }
    plain(title);
    int decisive = rules.scale().points().values().stream().mapToInt(p -> p).max().orElse(0);
    Map<String, String> places = places();
    places.put("id", id);
    places.put("title", title);
    places.put("type", type(id));
    places.put("words", id.replace('-', ' '));
    places.put("start", String.valueOf(rules.scale().likely() - decisive));
    return firings
        .any()
        .map(
            firing -> {
              firing(places, firing);
              return new Addition.Builder(rules.files())
                  .create(id + ".drl", Template.fill("cause.drl", places))
                  .create(id + ".cases.yaml", Template.fill("cause.cases.yaml", places))
                  .next(
                      id + ".drl: what speaks for it and against it, what we say, what helps",
                      id + ".cases.yaml: a case and a near miss for every rule you add",
                      "every report lists the cause from now on: spotter test --accept, once the"
                          + " golden reports are read");
            });
  }

  /**
   * Adds a yes/no question and a note that reads it.
   *
   * @param id {@code section.field}; a section that is not there is made
   * @param ask the wording
   * @throws ScaffoldRefused if there is such a question or file, or the name is no id
   */
  public Addition question(String id, String ask) {
    Matcher name = QUESTION.matcher(id);
    if (!name.matches()) {
      throw new ScaffoldRefused("a question is called section.field, not '" + id + "'");
    }
    if (rules.vocabulary().question(id) != null) {
      throw new ScaffoldRefused("there is a question " + id + " already");
    }
    plain(ask);
    Section section = rules.vocabulary().section(name.group(1));
    String key = name.group(1);
    Map<String, String> places = places();
    places.put("id", id);
    places.put("key", key);
    places.put("field", name.group(2));
    places.put("type", Character.toUpperCase(key.charAt(0)) + key.substring(1));
    places.put("title", Character.toUpperCase(key.charAt(0)) + key.substring(1));
    places.put("words", words(key) + ": " + words(name.group(2)));
    places.put("case", words(key) + ", " + words(name.group(2)));
    places.put("ask", ask);
    places.put("section", section == null ? Template.fill("section.drl", places) : "");
    String stem = section == null ? key : key + "-" + name.group(2);
    Addition.Builder files = new Addition.Builder(rules.files());
    String asked = stem + ".drl";
    if (section != null) {
      asked = declares("\\bdeclare\\s+" + section.type() + "\\b");
      String text = Addition.text(rules.files(), asked);
      Matcher end =
          Pattern.compile("\\bdeclare\\s+" + section.type() + "\\b.*?(\\n)end\\b", Pattern.DOTALL)
              .matcher(text);
      if (!end.find()) {
        throw new ScaffoldRefused("the end of " + section.type() + " is not found in " + asked);
      }
      files.insert(asked, end.start(1), "\n" + Template.fill("field.drl", places).stripTrailing());
    }
    return files
        .create(stem + ".drl", Template.fill("question.drl", places))
        .create(stem + ".cases.yaml", Template.fill("question.cases.yaml", places))
        .next(
            asked
                + ": the wording; @choices or @range if it is not a yes or no; @safe if it is a"
                + " safety question; @when it applies",
            stem + ".drl: what the answer means, as evidence or a referral");
  }

  private Map<String, String> places() {
    Map<String, String> places = new HashMap<>();
    boolean house = rules.citations().containsKey(HOUSE);
    places.put("source", house ? HOUSE : rules.citations().keySet().iterator().next());
    return places;
  }

  private static void firing(Map<String, String> places, Firing firing) {
    places.put("conditions", firing.conditions());
    places.put("intake", firing.intake());
    places.put("but", firing.but());
  }

  private static void plain(String text) {
    if (text.isBlank() || !text.matches("[^\"\\\\\\p{Cntrl}{}]*")) {
      throw new ScaffoldRefused(
          "a name is plain text without quotes, brackets { } and backslashes");
    }
  }

  private static String words(String camel) {
    return camel.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
  }

  private static String type(String id) {
    StringBuilder type = new StringBuilder();
    List.of(id.split("-"))
        .forEach(w -> type.append(Character.toUpperCase(w.charAt(0))).append(w.substring(1)));
    return type.toString();
  }

  private String declares(String declaration) {
    Pattern pattern = Pattern.compile(declaration);
    return rules.files().files().keySet().stream()
        .filter(f -> f.endsWith(".drl"))
        .filter(f -> pattern.matcher(Addition.text(rules.files(), f)).find())
        .findFirst()
        .orElseThrow(() -> new ScaffoldRefused("no file says " + declaration));
  }
}
