package dev.spotter.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spotter.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCacheTest {
  private static final long SEED = Long.getLong("spotter.seed", 20261125L);

  @TempDir Path folder;
  private final RuleFiles files = Shipped.rules().files();
  private final List<String> doubts = new ArrayList<>();

  @BeforeEach
  void alone() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  private RuleSet load(RuleFiles files, String program) {
    return new RuleCache(folder, program, doubts::add).of(files);
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private static CheckedRules contents(RuleSet rules) {
    return new CheckedRules(
        rules.vocabulary().sections(),
        List.copyOf(rules.vocabulary().causes().values()),
        List.copyOf(rules.vocabulary().remedies().values()),
        rules.scale(),
        List.copyOf(rules.rules()),
        rules.citations(),
        rules.words(),
        Checked.of(rules.files()).contents().subtypes(),
        rules.codes(),
        rules.exercises().byName());
  }

  @Test
  void whatWasKeptIsAllThatWasChecked() throws IOException {
    RuleSet first = load(files, "one");
    assertThat(entries()).hasSize(1);
    FileTime made = Files.getLastModifiedTime(entries().get(0));
    RuleSet second = load(files, "one");

    assertThat(Files.getLastModifiedTime(entries().get(0))).isEqualTo(made);
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(contents(second)).isEqualTo(Checked.of(files).contents());
    assertThat(List.copyOf(second.citations().keySet()))
        .isEqualTo(List.copyOf(first.citations().keySet()));
    assertThat(doubts).isEmpty();
  }

  @Test
  void otherRulesAndOtherProgramsHaveTheirOwn() throws IOException {
    load(files, "one");
    load(files, "two");
    TreeMap<String, byte[]> edited = new TreeMap<>(files.files());
    edited.put(
        "remedies.drl",
        (new String(edited.get("remedies.drl"), StandardCharsets.UTF_8) + "\n// one more line\n")
            .getBytes(StandardCharsets.UTF_8));
    RuleSet other = load(new RuleFiles("edited", edited), "one");

    assertThat(entries()).hasSize(3);
    assertThat(other.id()).isNotEqualTo(files.id());
    assertThat(doubts).isEmpty();
  }

  @Test
  void aBrokenFolderIsRefusedAsEverAndNothingIsKept() throws IOException {
    TreeMap<String, byte[]> broken = new TreeMap<>(files.files());
    broken.put("red-flags.drl", "package spotter\nrule".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> load(new RuleFiles("broken", broken), "one"))
        .isInstanceOf(RulesRefused.class);
    assertThat(entries()).isEmpty();
  }

  @Test
  void anEntryOfWhichOneBitIsChangedIsMadeAnew() throws IOException {
    load(files, "one");
    Path entry = entries().get(0);
    byte[] good = Files.readAllBytes(entry);
    System.out.println("RuleCacheTest: seed " + SEED);
    Random random = new Random(SEED);
    for (int i = 0; i < 20; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      rebuilt(entry, bad, good);
    }
    rebuilt(entry, new byte[0], good);
    rebuilt(entry, Arrays.copyOf(good, good.length / 2), good);
    rebuilt(entry, Arrays.copyOf(good, good.length + 1), good);
  }

  @Test
  void anotherEntryUnderThisNameIsMadeAnew() throws IOException {
    load(files, "one");
    Path entry = entries().get(0);
    byte[] good = Files.readAllBytes(entry);
    load(files, "two");
    Path other = entries().stream().filter(e -> !e.equals(entry)).findFirst().orElseThrow();

    rebuilt(entry, Files.readAllBytes(other), good);
  }

  private void rebuilt(Path entry, byte[] bad, byte[] good) throws IOException {
    Files.write(entry, bad);
    doubts.clear();
    RuleSet rules = load(files, "one");

    assertThat(rules.rules()).hasSameSizeAs(Shipped.rules().rules());
    assertThat(doubts).singleElement().asString().contains("damaged or not ours");
    assertThat(Files.readAllBytes(entry)).isEqualTo(good);
  }

  @Test
  void aFolderThatOthersCanWriteIsNotUsed() throws IOException {
    load(files, "one");
    for (String open : List.of("rwxrwx---", "rwx----w-")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(open));
      Path entry = entries().get(0);
      Files.write(entry, new byte[] {1});
      doubts.clear();

      assertThat(load(files, "one").id()).isEqualTo(files.id());
      assertThat(doubts).singleElement().asString().contains("can be written by others");
      assertThat(Files.readAllBytes(entry)).containsExactly(1);
    }
  }

  @Test
  void aLinkToAFolderIsNotUsedNorOneThatIsNotThere(@TempDir Path other) throws IOException {
    Path link = Files.createSymbolicLink(other.resolve("link"), folder);
    for (Path place : List.of(link, other.resolve("nowhere"))) {
      assertThat(new RuleCache(place, "one", doubts::add).of(files).id()).isEqualTo(files.id());
    }
    assertThat(doubts).hasSize(2);
    assertThat(entries()).isEmpty();
  }

  @Test
  void theNewestAreLeft() throws IOException {
    for (int i = 0; i < 20; i++) {
      Path old = Files.createFile(folder.resolve(i + ".rules"));
      Files.setLastModifiedTime(old, FileTime.fromMillis(1_000_000L + i * 1000L));
    }
    load(files, "one");

    assertThat(entries()).hasSize(16);
    assertThat(folder.resolve("19.rules")).exists();
    assertThat(folder.resolve("4.rules")).doesNotExist();
  }
}
