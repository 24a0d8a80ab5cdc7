package dev.spotter.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.ConsequenceException;

/** Hands out Drools sessions, each for one client. Safe for many threads. */
final class Sessions {
  /** Far above what rules that insert only can reach; a rule set that reaches it loops. */
  private static final int MOST_FIRINGS = 100_000;

  private final KieBase base;
  private final Map<String, Rule> rules;

  Sessions(KieBase base, Map<String, Rule> rules) {
    this.base = base;
    this.rules = rules;
  }

  WorkingMemory memory() {
    return new DroolsMemory(base.newKieSession());
  }

  private final class DroolsMemory extends DefaultRuleRuntimeEventListener
      implements WorkingMemory {
    private final KieSession session;
    private final List<Insertion> insertions = new ArrayList<>();
    private final Set<Insertion> distinct = new HashSet<>();

    DroolsMemory(KieSession session) {
      this.session = session;
      session.addEventListener(this);
    }

    @Override
    public void objectInserted(ObjectInsertedEvent event) {
      if (event.getRule() != null) {
        Insertion insertion = new Insertion(rule(event.getRule().getName()), event.getObject());
        if (distinct.add(insertion)) {
          insertions.add(insertion);
        }
      }
    }

    @Override
    public void insert(Object fact) {
      OwnLoader.during(() -> session.insert(fact));
    }

    @Override
    public void fire() {
      try {
        int fired = OwnLoader.during(() -> session.fireAllRules(MOST_FIRINGS));
        if (fired >= MOST_FIRINGS) {
          String last = insertions.get(insertions.size() - 1).rule().name();
          throw failed(last, "fires without end", null);
        }
      } catch (ConsequenceException e) {
        throw failed(e.getMatch().getRule().getName(), "failed", e);
      } catch (RuleFailed e) {
        throw e;
      } catch (RuntimeException e) {
        throw failed(culprit(e), "failed", e);
      }
    }

    private RuleFailed failed(String name, String what, @Nullable Throwable cause) {
      Rule rule = rules.get(name);
      return new RuleFailed(name, rule == null ? "" : rule.file(), what, cause);
    }

    @Override
    public List<Insertion> insertions() {
      return insertions;
    }

    @Override
    public void close() {
      session.dispose();
    }
  }

  private Rule rule(String name) {
    Rule rule = rules.get(name);
    if (rule == null) {
      throw new IllegalStateException("Drools fired a rule that no file has: " + name);
    }
    return rule;
  }

  /** Drools says in its message which rules share a condition that threw. */
  private static String culprit(RuntimeException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      String message = String.valueOf(t.getMessage());
      int at = message.indexOf("Rule \"");
      if (at >= 0) {
        return message.substring(at + 6, Math.max(at + 6, message.indexOf('"', at + 6)));
      }
    }
    return "(a condition)";
  }
}
