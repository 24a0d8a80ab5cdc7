package dev.spotter.rules;

import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import dev.spotter.vocabulary.Vocabulary;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Compiles checked rules, written back as text, beside the same facts but without any other rule.
 */
final class Rewritten {
  private static final String FILE = "asked.drl";

  private Rewritten() {}

  /**
   * @param rules with unique names
   * @throws RulesRefused if Drools finds fault with one
   */
  static Engine compile(Vocabulary vocabulary, Collection<Rule> rules) {
    Map<String, Rule> byName = new LinkedHashMap<>();
    StringBuilder text =
        new StringBuilder("package " + Grammar.PACKAGE + "\nimport dev.spotter.fact.*\n");
    Set<String> sections = new LinkedHashSet<>();
    for (Section section : vocabulary.sections()) {
      sections.add(section.type());
      declare(section, text);
    }
    for (Rule rule : rules) {
      byName.put(rule.name(), rule);
      text.append(RuleWriter.text(rule, rule.name()));
    }
    return Compiled.of(Map.of(FILE, parsed(text.toString())), byName, sections);
  }

  private static void declare(Section section, StringBuilder text) {
    text.append("declare ").append(section.type()).append('\n');
    for (Question question : section.questions()) {
      String type =
          switch (question.kind()) {
            case YES_NO, CHOICE -> "String";
            case MANY -> "java.util.Set";
            case WHOLE -> "Integer";
            case DECIMAL -> "Double";
          };
      text.append("  ").append(question.field()).append(" : ").append(type).append('\n');
    }
    text.append("end\n");
  }

  private static PackageDescr parsed(String text) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    try {
      PackageDescr descr = parser.parse(false, text);
      if (descr != null && !parser.hasErrors()) {
        return descr;
      }
    } catch (DroolsParserException e) {
      throw new IllegalStateException("a rule that was written back cannot be read", e);
    }
    throw new IllegalStateException(
        "a rule that was written back cannot be read: " + parser.getErrors());
  }
}
