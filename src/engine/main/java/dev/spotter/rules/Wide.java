package dev.spotter.rules;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.drools.core.impl.RuleBaseFactory;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.conf.DirectFiringOption;

/**
 * Runs a {@link Network}: each client is one fact, made from what is inserted, and a second one
 * once the findings are weighed. Rules only conclude, so the order in which they fire is nothing,
 * and Drools may fire each as it is matched.
 */
final class Wide implements Engine {
  private final Slots slots;
  private final KieBase base;
  private final KieSessionsPool pool;
  private final KieSessionConfiguration settings;
  private final Map<Class<?>, MethodHandle[]> readers = new HashMap<>();
  private final Set<String> read = new HashSet<>();

  Wide(Slots slots, Collection<Rule> rules) {
    this.slots = slots;
    this.base = Network.of(slots, rules);
    this.settings = RuleBaseFactory.newKnowledgeSessionConfiguration();
    settings.setOption(DirectFiringOption.YES);
    this.pool = base.newKieSessionsPool(Runtime.getRuntime().availableProcessors());
    FactTypes.ENGINE.values().forEach(type -> readers.put(type, readers(type)));
    rules.forEach(r -> r.patterns().forEach(p -> read.add(p.type())));
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
  public WorkingMemory pooled() {
    return new Memory(pool.newKieSession(settings));
  }

  @Override
  public WorkingMemory fresh() {
    return new Memory(base.newKieSession(settings, null));
  }

  private final class Memory implements WorkingMemory {
    private final KieSession session;
    private final @Nullable Object[] values = new Object[slots.size()];
    private final List<Insertion> concluded = new ArrayList<>(64);
    private boolean told;
    private boolean weighed;

    Memory(KieSession session) {
      this.session = session;
    }

    @Override
    public void insert(Object fact) {
      if (fact instanceof Answers answers) {
        System.arraycopy(answers.values(), 0, values, answers.start(), answers.values().length);
      } else if (fact instanceof Record made) {
        int start = slots.start(made);
        if (start >= 0) {
          weighed |= FactTypes.WEIGHED.contains(made.getClass().getSimpleName());
          spread(made, start);
        }
      } else {
        throw new IllegalArgumentException("no rule reads a " + fact.getClass());
      }
    }

    private void spread(Record made, int start) {
      MethodHandle[] fields = Objects.requireNonNull(readers.get(made.getClass()));
      try {
        for (int i = 0; i < fields.length; i++) {
          values[start + i] = (Object) fields[i].invokeExact((Object) made);
        }
      } catch (Throwable e) {
        throw new IllegalStateException("cannot read a " + made.getClass(), e);
      }
    }

    @Override
    public void fire() {
      if (!told) {
        session.insert(new WideFact.Told(values, concluded));
        told = true;
      }
      if (weighed) {
        session.insert(new WideFact.Weighed(values, concluded));
        weighed = false;
      }
      session.fireAllRules();
    }

    @Override
    public List<Insertion> insertions() {
      return concluded;
    }

    @Override
    public void close() {
      session.dispose();
    }
  }
}
