package dev.spotter.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Shipped;
import dev.spotter.assess.Assessment;
import dev.spotter.assess.Assessor;
import dev.spotter.intake.Answer;
import dev.spotter.intake.Intake;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits under load: no client sees two rule sets, a bad edit changes nothing, nothing leaks. */
class ReloadTest {
  private static final int RELOADS = Integer.getInteger("spotter.reloads", 25);

  /** A few of our own that are first used late; a rule set brings some sixteen, were they kept. */
  private static final int STRAY_CLASSES = 100;

  private static final OffsetDateTime NOW =
      OffsetDateTime.of(2026, 3, 2, 9, 0, 0, 0, ZoneOffset.UTC);

  @TempDir Path folder;
  private final LinkedBlockingQueue<Judged> told = new LinkedBlockingQueue<>();
  private final Map<String, String> textOf = new ConcurrentHashMap<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicLong assessed = new AtomicLong();

  @Test
  void everyAssessmentHasOneRuleSetAndItsOwnAnswers() throws Exception {
    Folder edited = new Folder(folder);
    AtomicBoolean enough = new AtomicBoolean();
    List<Long> heap = new ArrayList<>();
    List<Long> metaspace = new ArrayList<>();
    List<Long> classes = new ArrayList<>();
    try (RulesFolder rules = new RulesFolder(folder, Gate.trying(20, 20), told::add)) {
      textOf.put(rules.current().id(), "version 0");
      List<Thread> load = List.of(load(rules, enough), load(rules, enough));
      for (int i = 1; i <= RELOADS; i++) {
        if (i % 5 == 0) {
          refused(edited, rules, i);
        } else {
          accepted(edited, rules, "version " + i);
        }
        if (i % Math.max(1, RELOADS / 10) == 0) {
          heap.add(used(rules, "heap"));
          metaspace.add(used(rules, "metaspace"));
          classes.add((long) ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        }
      }
      enough.set(true);
      for (Thread thread : load) {
        thread.join();
      }
    }
    System.out.printf(
        "reloads: %d, assessments meanwhile: %d, heap MB %s, metaspace MB %s, classes %s%n",
        RELOADS, assessed.get(), heap, metaspace, classes);
    assertThat(wrong).isEmpty();
    assertThat(assessed.get()).isPositive();
    assertThat(late(heap)).as("megabytes of heap %s", heap).isLessThan(early(heap) + 20);
    // Metaspace itself also grows by what the compiler learns of methods that are run often.
    assertThat(late(metaspace)).as("metaspace %s", metaspace).isLessThan(early(metaspace) + 10);
    assertThat(late(classes)).as("classes %s", classes).isLessThan(early(classes) + STRAY_CLASSES);
  }

  /** The least of the first few, for the load leaves garbage behind at any moment. */
  private static long early(List<Long> counts) {
    return counts.stream().limit(counts.size() / 2).min(Long::compare).orElseThrow();
  }

  private static long late(List<Long> counts) {
    return counts.stream().skip(counts.size() / 2).min(Long::compare).orElseThrow();
  }

  private void accepted(Folder edited, RulesFolder rules, String text) throws Exception {
    String drl = Folder.rules(text, 9);
    Map<String, byte[]> files = new java.util.TreeMap<>(rules.current().files().files());
    files.put("base.drl", drl.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    textOf.put(new RuleFiles("", new java.util.TreeMap<>(files)).id(), text);
    edited.write("base.drl", drl);
    Judged judged = next();
    assertThat(judged.refusals()).isEmpty();
    assertThat(rules.current()).isSameAs(judged.rules());
    assertThat(textOf.get(rules.current().id())).isEqualTo(text);
  }

  private void refused(Folder edited, RulesFolder rules, int i) throws Exception {
    RuleSet before = rules.current();
    String good = Files.readString(folder.resolve("base.drl"));
    edited.write("base.drl", i % 10 == 0 ? good.replace("then", "than") : good.replace("9", "7"));
    assertThat(next().accepted()).isFalse();
    assertThat(rules.current()).isSameAs(before);
    edited.write("base.drl", good);
    assertThat(next().accepted()).isTrue();
  }

  private Judged next() throws InterruptedException {
    Judged judged = told.poll(60, TimeUnit.SECONDS);
    assertThat(judged).as("an edit is judged").isNotNull();
    return judged;
  }

  private Thread load(RulesFolder rules, AtomicBoolean enough) {
    Intake intake = new Intake("a", NOW, ZoneOffset.UTC, Map.of("ache.worst", Answer.of(9)), null);
    Thread thread =
        new Thread(
            () -> {
              while (!enough.get()) {
                RuleSet taken = rules.current();
                Assessment answer =
                    new Assessor(taken).assess(intake, Assessor.Settings.at(NOW, ZoneOffset.UTC));
                String because = answer.triage().because().get(0).because();
                if (!answer.ruleSet().equals(taken.id())
                    || !because.equals(textOf.get(answer.ruleSet()))) {
                  wrong.add(answer.ruleSet() + ": " + because);
                }
                assessed.incrementAndGet();
              }
            });
    thread.start();
    return thread;
  }

  /** Megabytes in use after the collector ran. */
  private static long used(RulesFolder rules, String what) {
    assertThat(rules.current()).isNotNull();
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(p -> what.equals("heap") ? p.getType().name().equals("HEAP") : meta(p))
            .mapToLong(p -> p.getUsage().getUsed())
            .sum()
        >> 20;
  }

  private static boolean meta(MemoryPoolMXBean pool) {
    return pool.getName().contains("Metaspace") || pool.getName().contains("Class");
  }

  @Test
  void aFolderPutInThePlaceOfAnotherIsFollowed() throws Exception {
    Folder edited = new Folder(Files.createDirectory(folder.resolve("rules")));
    Folder other = new Folder(Files.createDirectory(folder.resolve("next")));
    other.write("base.drl", Folder.rules("from next door", 9));
    try (RulesFolder rules = new RulesFolder(edited.path(), Gate.trying(20, 20), told::add)) {
      Files.move(edited.path(), folder.resolve("old"));
      Files.move(other.path(), edited.path());
      assertThat(next().accepted()).isTrue();
      new Folder(folder.resolve("rules")).write("base.drl", Folder.rules("and edited there", 9));
      Judged last = next();
      while (!told.isEmpty()) {
        last = next();
      }
      assertThat(last.accepted()).isTrue();
    }
  }

  @Test
  void theShippedRulesPassTheirOwnGate() throws IOException {
    RuleSet shipped = Shipped.rules();
    Judged judged = Gate.trying(500, 100).judge(shipped.files(), shipped);
    assertThat(judged.refusals()).isEmpty();
  }
}
