package dev.spotter.rules;

import dev.spotter.fact.Likelihood;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.core.impl.RuleBaseFactory;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.DirectFiringOption;
import org.kie.api.runtime.conf.ThreadSafeOption;

/**
 * Runs a {@link Network}: each client is one fact, made from what is inserted, and a second one
 * once the findings are weighed. Rules only conclude, so the order in which they fire is nothing,
 * and Drools may fire each as it is matched; a session has one client and one thread.
 */
final class Wide implements Engine {
  private final Slots slots;
  private final KieBase base;
  private final KieSessionConfiguration settings;
  private final Map<Class<?>, Spread> spreads = new HashMap<>();
  private final Set<String> read = new HashSet<>();

  /** What each rule inserts, by its number. */
  private final List<List<Insertion>> inserted = new ArrayList<>();

  Wide(Slots slots, List<Rule> rules) {
    this.slots = slots;
    this.base = Network.of(slots, rules);
    this.settings = RuleBaseFactory.newKnowledgeSessionConfiguration();
    settings.setOption(DirectFiringOption.YES);
    settings.setOption(ThreadSafeOption.NO);
    FactTypes.ENGINE.forEach(
        (name, type) ->
            spreads.put(
                type,
                new Spread(
                    slots.starts().getOrDefault(name, -1),
                    readers(type),
                    FactTypes.WEIGHED.contains(name))));
    for (Rule rule : rules) {
      rule.patterns().forEach(p -> read.add(p.type()));
      inserted.add(
          rule.actions().stream().map(a -> new Insertion(rule, a.fact())).distinct().toList());
    }
  }

  private static MethodHandle[] readers(Class<? extends Record> type) {
    List<MethodHandle> readers = new ArrayList<>();
    try {
      for (RecordComponent component : type.getRecordComponents()) {
        readers.add(
            MethodHandles.publicLookup()
                .unreflect(component.getAccessor())
                .asType(MethodType.methodType(Object.class, Object.class)));
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot read a " + type, e);
    }
    return readers.toArray(MethodHandle[]::new);
  }

  private record Answers(int start, @Nullable Object[] values) {}

  /**
   * How a record is laid out in the wide fact.
   *
   * @param start of its fields; -1 if it has no place, or if that depends on the cause
   * @param weighed true if it is made once the findings are weighed
   */
  private record Spread(int start, MethodHandle[] readers, boolean weighed) {}

  @Override
  public Object fact(String type, @Nullable Object[] values) {
    Integer start = slots.starts().get(type);
    if (start == null) {
      throw new IllegalArgumentException("there is no section " + type);
    }
    return new Answers(start, values);
  }

  @Override
  public boolean reads(String type) {
    return read.contains(type);
  }

  @Override
  public WorkingMemory memory() {
    return new Memory(base.newKieSession(settings, null));
  }

  private final class Memory implements WorkingMemory {
    private final KieSession session;
    private final @Nullable Object[] values = new Object[slots.size()];
    private final BitSet fired = new BitSet(inserted.size());
    private boolean told;
    private boolean weighed;

    Memory(KieSession session) {
      this.session = session;
    }

    @Override
    public void insert(Object fact) {
      if (fact instanceof Answers answers) {
        System.arraycopy(answers.values(), 0, values, answers.start(), answers.values().length);
      } else {
        Spread spread = spreads.get(fact.getClass());
        if (spread == null) {
          throw new IllegalArgumentException("no rule reads a " + fact.getClass());
        }
        int start =
            fact instanceof Likelihood likelihood
                ? slots.likelihoodOf(likelihood.cause())
                : spread.start();
        if (start >= 0) {
          weighed |= spread.weighed();
          fill(fact, start, spread.readers());
        }
      }
    }

    private void fill(Object made, int start, MethodHandle[] readers) {
      try {
        for (int i = 0; i < readers.length; i++) {
          values[start + i] = (Object) readers[i].invokeExact(made);
        }
      } catch (Throwable e) {
        throw new IllegalStateException("cannot read a " + made.getClass(), e);
      }
    }

    @Override
    public void fire() {
      if (!told) {
        session.insert(new WideFact.Told(values, fired));
        told = true;
      }
      if (weighed) {
        session.insert(new WideFact.Weighed(values, fired));
        weighed = false;
      }
      OwnLoader.during(session::fireAllRules);
    }

    @Override
    public List<Insertion> insertions() {
      List<Insertion> insertions = new ArrayList<>(64);
      for (int rule = fired.nextSetBit(0); rule >= 0; rule = fired.nextSetBit(rule + 1)) {
        insertions.addAll(inserted.get(rule));
      }
      return insertions;
    }

    @Override
    public void close() {
      session.dispose();
    }
  }
}
