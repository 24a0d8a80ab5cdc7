package dev.spotter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each claim of the threat model names tests, and these are there. */
class ThreatModelTest {
  private static final Path ROOT =
      Path.of(System.getProperty("spotter.root", "../..")).toAbsolutePath().normalize();
  private static final Pattern TEST = Pattern.compile("`(?<type>\\w+)\\.(?<method>\\w+)`");

  private static List<String> claims() throws IOException {
    String page = Files.readString(ROOT.resolve("src/docs/threat-model.md"));
    String claims = page.substring(page.indexOf("## Claims"), page.indexOf("## What is not"));
    return claims
        .lines()
        .filter(l -> l.startsWith("| ") && !l.startsWith("| claim") && !l.startsWith("| ---"))
        .toList();
  }

  @Test
  void everyClaimNamesATestThatIsThere() throws IOException {
    List<String> claims = claims();
    assertThat(claims).hasSizeGreaterThan(30);
    for (String claim : claims) {
      List<String> named = new ArrayList<>();
      for (Matcher m = TEST.matcher(claim); m.find(); ) {
        named.add(m.group());
        assertThat(sources(m.group("type"))).as(claim).anyMatch(s -> isTest(s, m.group("method")));
      }
      assertThat(named).as(claim).isNotEmpty();
    }
  }

  /** A method of the class itself that can be a test, of one case or of a table. */
  private static boolean isTest(String source, String method) {
    return Pattern.compile("(?m)^  (void|\\w+<DynamicTest>) " + method + "\\(")
        .matcher(source)
        .find();
  }

  private static List<String> sources(String type) throws IOException {
    List<String> sources = new ArrayList<>();
    for (String module : List.of("engine", "service", "app")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve("src/" + module + "/test"))) {
        for (Path file : files.filter(f -> f.endsWith(type + ".java")).toList()) {
          sources.add(Files.readString(file));
        }
      }
    }
    return sources;
  }
}
