package dev.spotter.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DocsCommandTest {
  private static final String HOSTILE =
      "<script>alert(1)</script> | [x](javascript:alert(2)) `a` **b** &amp; http://i ![k](l)";

  private static final String RULE =
      """
      package spotter
      import dev.spotter.fact.*
      declare Bad @cause( "bad" ) @title( "Bad %1$s" ) @start( "0" ) end
      rule "bad %1$s"
        @source( "house" )
      when
        Client( age == 29 ) // </code></pre><script>alert(3)</script>
      then
        insert( Evidence.supports("bad").weakly().because("%1$s") );
        insert( Note.says("1. %1$s") );
      end
      """
          .formatted(HOSTILE);

  @TempDir Path folder;

  /** The book of a folder with all questions and few rules, which is quick to compile. */
  private Run small(String file, String text, String... args) throws IOException {
    Path rules = Files.createDirectories(folder.resolve("rules"));
    for (String name : List.of("questions.drl", "conclusions.drl", "sources.yaml")) {
      Files.copy(Run.ROOT.resolve("rules").resolve(name), rules.resolve(name));
    }
    Files.writeString(rules.resolve(file), text);
    List<String> all = new ArrayList<>(List.of("docs", "--rules", rules.toString()));
    all.addAll(List.of(args));
    return Run.spotter(all.toArray(String[]::new));
  }

  /** The page as XML, which HTML of this kind is too. */
  private static Document parsed(String html) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> elements(Document page, String tag) {
    NodeList nodes = page.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static void standsAlone(Document page) {
    for (String tag :
        List.of("script", "img", "link", "iframe", "object", "embed", "form", "base", "svg")) {
      assertThat(elements(page, tag)).as(tag).isEmpty();
    }
    List<String> ids = new ArrayList<>();
    List<String> alive = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    for (Element element : elements(page, "*")) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        String name = element.getAttributes().item(i).getNodeName();
        String value = element.getAttributes().item(i).getNodeValue();
        switch (name) {
          case "id" -> ids.add(value);
          case "href" -> targets.add(value);
          case "class",
              "data-label",
              "rel",
              "lang",
              "charset",
              "name",
              "content",
              "http-equiv" -> {}
          case "aria-label" -> {}
          default -> alive.add(element.getTagName() + " " + name);
        }
      }
    }
    assertThat(alive).isEmpty();
    assertThat(ids).doesNotHaveDuplicates();
    Set<String> places = new HashSet<>(ids);
    assertThat(targets)
        .filteredOn(t -> !(t.startsWith("#") && places.contains(t.substring(1))))
        .isNotEmpty()
        .allSatisfy(t -> assertThat(t).startsWith("https://doi.org/10."));
    assertThat(elements(page, "style")).hasSize(1);
    assertThat(elements(page, "style").get(0).getTextContent()).doesNotContain("url(", "@import");
  }

  @Test
  void thePageStandsAlone() throws Exception {
    Run run = Run.shipped("docs", "--out", folder.resolve("a/b").toString());
    assertThat(run.exit()).as(run.err()).isEqualTo(Exit.OK);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("wrote ", "index.html");
    String html = Files.readString(folder.resolve("a/b/index.html"));
    Document page = parsed(html);
    standsAlone(page);
    assertThat(elements(page, "h4")).hasSizeGreaterThan(600);
    assertThat(elements(page, "td").stream().map(td -> td.getAttribute("data-label")))
        .isNotEmpty()
        .doesNotContain("");
    assertThat(html).contains("<strong class=\"level emergency\">emergency</strong>");
  }

  @Test
  void aHostileRuleIsShownAndDoesNothing() throws Exception {
    Run run = small("bad.drl", RULE, "--out", "-");
    assertThat(run.exit()).as(run.err()).isEqualTo(Exit.OK);
    Document page = parsed(run.out());
    standsAlone(page);
    assertThat(elements(page, "h4").stream().map(Element::getTextContent))
        .contains("bad " + HOSTILE + "#");
    assertThat(elements(page, "td").stream().map(Element::getTextContent))
        .contains(HOSTILE, "1. " + HOSTILE);
    assertThat(elements(page, "code").stream().map(Element::getTextContent))
        .contains("Client( age == 29 ) // </code></pre><script>alert(3)</script>\n");
  }

  @Test
  void markdownIsPrinted() throws IOException {
    Run run = small("bad.drl", RULE, "--format", "markdown");
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out())
        .startsWith("# Spotter: the rule book\n")
        .contains("\n## Red flags\n", "\n## All rules\n");
  }

  @Test
  void aBrokenFileOfCasesIsToldByName() throws IOException {
    Run run = small("mine.cases.yaml", "case: no list\n", "--out", "-");
    assertThat(run.exit()).isEqualTo(Exit.RULES);
    assertThat(run.err()).contains("mine.cases.yaml");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aPlaceThatCannotBeWrittenIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Run run = small("bad.drl", RULE, "--out", file.toString());
    assertThat(run.exit()).isEqualTo(Exit.INPUT);
    assertThat(run.err()).contains("cannot write").contains("file");
  }
}
