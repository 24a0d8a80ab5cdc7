package dev.spotter.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong with one client, and what is merely odd. */
final class Problems {
  private static final int SHOWN = 60;
  private final String source;
  private final List<Problem> all = new ArrayList<>();
  private boolean bad;

  Problems(String source) {
    this.source = source;
  }

  /** Something that makes the client unusable. */
  void error(Fault fault, String path, Node at, String message, @Nullable String help) {
    bad = true;
    add(fault, path, at.place(), message, at instanceof Node.Scalar s ? s.text() : null, help);
  }

  /** The same for a key. */
  void error(Fault fault, String path, Node.Place at, String message, @Nullable String help) {
    bad = true;
    add(fault, path, at, message, null, help);
  }

  /** Something to be told, that changes nothing. */
  void warning(Fault fault, String path, Node at, String message) {
    add(fault, path, at.place(), message, null, null);
  }

  private void add(
      Fault fault,
      String path,
      Node.Place at,
      String message,
      @Nullable String value,
      @Nullable String help) {
    String shown =
        value != null && value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value;
    all.add(new Problem(source, path, at.line(), at.column(), fault.code(), message, shown, help));
  }

  /** True if there was an error. */
  boolean bad() {
    return bad;
  }

  /** All of them, in order of place. */
  List<Problem> inOrder() {
    all.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    return List.copyOf(all);
  }
}
