package dev.spotter.batch;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a run has come: everything that is needed to go on as if nothing had happened.
 *
 * @param phase what is going on
 * @param now the clock of the first start, for clients that say none
 * @param job what the results depend on
 * @param position where the input goes on
 * @param lengths bytes of each part that hold; what is behind them was written after this
 * @param tally all counts up to here
 */
record Checkpoint(
    Phase phase, String now, Job job, Position position, Map<String, Long> lengths, Tally tally) {

  /** What a run is doing. */
  enum Phase {
    READING,
    /** All is read; files are joined and get their names. */
    FINISHING,
    FINISHED
  }

  byte[] bytes() throws IOException {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("phase", phase.name());
    tree.put("now", now);
    tree.put("options", job.options());
    tree.put("inputs", job.inputs());
    tree.put(
        "position",
        List.of(
            position.source(),
            position.offset(),
            position.line(),
            position.number(),
            position.state()));
    tree.put("lengths", lengths);
    Map<String, Object> counts = new LinkedHashMap<>();
    for (Tally.Of of : Tally.Of.values()) {
      counts.put(of.name(), tally.of(of));
    }
    tree.put("counts", counts);
    tree.put("calls", tally.named().stream().map(Checkpoint::cells).toList());
    return JsonTree.bytes(tree);
  }

  private static List<Object> cells(Call call) {
    return List.of(call.level(), call.id(), call.why(), call.source(), call.line());
  }

  /**
   * @throws IOException if the bytes are not those of a checkpoint
   */
  static Checkpoint of(byte[] bytes) throws IOException {
    try {
      Map<?, ?> tree = (Map<?, ?>) JsonTree.read(bytes);
      List<?> at = (List<?>) get(tree, "position");
      return new Checkpoint(
          Phase.valueOf(get(tree, "phase").toString()),
          get(tree, "now").toString(),
          new Job(texts(get(tree, "options")), texts(get(tree, "inputs"))),
          new Position(
              (int) number(at.get(0)),
              number(at.get(1)),
              number(at.get(2)),
              number(at.get(3)),
              (int) number(at.get(4))),
          numbers(get(tree, "lengths")),
          tally((Map<?, ?>) get(tree, "counts"), (List<?>) get(tree, "calls")));
    } catch (ClassCastException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("not a checkpoint", e);
    }
  }

  private static Object get(Map<?, ?> tree, String key) {
    Object value = tree.get(key);
    if (value == null) {
      throw new IllegalArgumentException("no " + key);
    }
    return value;
  }

  private static long number(Object value) {
    return (Long) value;
  }

  private static Map<String, String> texts(Object tree) {
    Map<String, String> texts = new LinkedHashMap<>();
    ((Map<?, ?>) tree).forEach((k, v) -> texts.put(k.toString(), v.toString()));
    return texts;
  }

  private static Map<String, Long> numbers(Object tree) {
    Map<String, Long> numbers = new LinkedHashMap<>();
    ((Map<?, ?>) tree).forEach((k, v) -> numbers.put(k.toString(), number(v)));
    return numbers;
  }

  private static Tally tally(Map<?, ?> counts, List<?> calls) {
    Tally tally = new Tally();
    for (Tally.Of of : Tally.Of.values()) {
      numbers(get(counts, of.name())).forEach((name, n) -> tally.count(of, name, n));
    }
    for (Object item : calls) {
      List<?> c = (List<?>) item;
      tally.call(
          new Call(
              (String) c.get(0),
              (String) c.get(1),
              (String) c.get(2),
              (String) c.get(3),
              number(c.get(4))));
    }
    return tally;
  }
}
