package dev.spotter.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import dev.spotter.rules.Said;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is made from templates, before it is tried. */
class ScaffoldTest {
  private static final Path ROOT =
      Path.of(System.getProperty("spotter.root", "../..")).toAbsolutePath().normalize();
  private static final RuleSet RULES = RuleSet.of(RuleFiles.read(List.of(ROOT.resolve("rules"))));
  private static final Scaffold SCAFFOLD = new Scaffold(RULES);

  @Test
  void whatIsThereOrIsNoNameIsRefused() {
    List<ThrowingCallable> wrong =
        List.of(
            () -> SCAFFOLD.rule("lack of warm-up: conclusion", "lack-of-warm-up"),
            () -> SCAFFOLD.rule("new one", "no-such-cause"),
            () -> SCAFFOLD.rule("a \" quote", "injury"),
            () -> SCAFFOLD.rule("a line\nend", "injury"),
            () -> SCAFFOLD.cause("injury", "Injury"),
            () -> SCAFFOLD.cause("red-flags", "Red flags").findFirst(),
            () -> SCAFFOLD.cause("../escape", "Escape"),
            () -> SCAFFOLD.question("soreness.worst", "How bad?"),
            () -> SCAFFOLD.question("worst", "How bad?"),
            () -> SCAFFOLD.question("a/b.worst", "How bad?"));
    wrong.forEach(call -> assertThatThrownBy(call).isInstanceOf(ScaffoldRefused.class));
  }

  @Test
  void everyRuleFileParsesAndKeepsWhatWasThere() {
    Stream.of(
            SCAFFOLD.rule("injury: it's new", "injury").limit(3),
            SCAFFOLD.cause("cold-bath", "A cold bath").limit(3),
            Stream.of(SCAFFOLD.question("sauna.used", "Were you in a sauna?")),
            Stream.of(SCAFFOLD.question("health.coldBath", "Were you in a cold bath?")))
        .flatMap(s -> s)
        .forEach(
            addition ->
                addition
                    .files()
                    .forEach(
                        (name, text) -> {
                          assertThat(text).contains(addition.added().get(name));
                          if (name.endsWith(".drl")) {
                            assertThat(Said.by(name, text.getBytes(StandardCharsets.UTF_8)))
                                .isNotNull();
                          }
                        }));
  }
}
