package dev.spotter.rules;

import dev.spotter.fact.Completeness;
import dev.spotter.fact.History;
import dev.spotter.fact.Likelihood;
import dev.spotter.fact.Triage;
import dev.spotter.fact.Verdict;
import dev.spotter.vocabulary.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The same knowledge without a rule engine: to measure what the engine costs. */
public final class HandWritten {
  private HandWritten() {}

  /**
   * The same rule set, with its rules written as Java and compiled; everything else is shared.
   *
   * @throws IllegalArgumentException if a rule uses what {@link JavaSource} does not write
   */
  public static RuleSet of(RuleSet rules) {
    try {
      Path folder = Files.createTempDirectory("hand-written");
      Path file = folder.resolve(JavaSource.NAME + ".java");
      Files.writeString(file, new JavaSource(rules).write());
      String path = System.getProperty("java.class.path");
      int failed =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, "-cp", path, "-d", folder.toString(), file.toString());
      if (failed != 0) {
        throw new IllegalStateException("the written rules do not compile, see " + file);
      }
      return rules.running(new Written(rules, constructor(folder)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In this package, hence in this class loader. */
  private static Constructor<?> constructor(Path folder) throws IOException {
    try {
      byte[] code =
          Files.readAllBytes(folder.resolve("dev/spotter/rules/" + JavaSource.NAME + ".class"));
      return java.lang.invoke.MethodHandles.lookup().defineClass(code).getDeclaredConstructor();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Values(int section, @Nullable Object[] values) {}

  private static final class Written implements Engine {
    private final Map<String, Integer> sections = new HashMap<>();
    private final Insertion[][] conclusions;
    private final Constructor<?> memory;

    Written(RuleSet rules, Constructor<?> memory) {
      this.memory = memory;
      for (Section section : rules.vocabulary().sections()) {
        sections.put(section.type(), sections.size());
      }
      conclusions = new Insertion[rules.rules().size()][];
      for (Rule rule : rules.rules()) {
        conclusions[rule.order()] =
            rule.actions().stream()
                .map(a -> new Insertion(rule, a.fact()))
                .toArray(Insertion[]::new);
      }
    }

    @Override
    public Object fact(String type, @Nullable Object[] values) {
      return new Values(sections.get(type), values);
    }

    @Override
    public boolean reads(String type) {
      return false;
    }

    @Override
    public WorkingMemory memory() {
      try {
        Memory made = (Memory) memory.newInstance();
        made.conclusions = conclusions;
        return made;
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** What the written rules extend: one client's facts and findings. */
  abstract static class Memory implements WorkingMemory {
    Insertion[][] conclusions;
    History history;
    Completeness completeness;
    Triage triage;
    Verdict verdict;
    final List<Likelihood> likelihoods = new ArrayList<>(8);
    private final Set<Insertion> insertions = new LinkedHashSet<>(64);

    abstract void section(int index, Object[] values);

    abstract void findings();

    abstract void advice();

    @Override
    public void insert(Object fact) {
      if (fact instanceof Values values) {
        section(values.section(), values.values());
      } else if (fact instanceof Likelihood likelihood) {
        likelihoods.add(likelihood);
      } else if (fact instanceof History h) {
        history = h;
      } else if (fact instanceof Completeness c) {
        completeness = c;
      } else if (fact instanceof Triage t) {
        triage = t;
      } else if (fact instanceof Verdict v) {
        verdict = v;
      } else {
        throw new IllegalArgumentException("no rule reads a " + fact.getClass());
      }
    }

    @Override
    public void fire() {
      if (verdict == null) {
        findings();
      } else {
        advice();
      }
    }

    final void add(int rule, int action) {
      insertions.add(conclusions[rule][action]);
    }

    @Override
    public List<Insertion> insertions() {
      return List.copyOf(insertions);
    }

    @Override
    public void close() {}

    static boolean has(Object set, String id) {
      return set instanceof Set<?> s && s.contains(id);
    }

    static boolean equal(Object value, double other) {
      return value instanceof Number n && n.doubleValue() == other;
    }

    static boolean less(Object value, double limit) {
      return value instanceof Number n && n.doubleValue() < limit;
    }

    static boolean atMost(Object value, double limit) {
      return value instanceof Number n && n.doubleValue() <= limit;
    }

    static boolean more(Object value, double limit) {
      return value instanceof Number n && n.doubleValue() > limit;
    }

    static boolean atLeast(Object value, double limit) {
      return value instanceof Number n && n.doubleValue() >= limit;
    }
  }
}
