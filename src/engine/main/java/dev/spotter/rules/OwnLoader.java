package dev.spotter.rules;

import java.util.function.Supplier;

/**
 * Drools looks its parts up by the thread's class loader. A host may have set that to one which
 * knows no Drools, or another: so it is the engine's own whenever Drools works. Not only at first:
 * the part that compiles conditions is looked up when one was tried for the twentieth time.
 */
final class OwnLoader {
  private OwnLoader() {}

  static <T> T during(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(OwnLoader.class.getClassLoader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
