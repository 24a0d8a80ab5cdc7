package dev.spotter.intake;

import com.alibaba.fastjson2.JSONException;
import com.alibaba.fastjson2.JSONReader;
import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonReader;
import com.dslplatform.json.NumberConverter;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.jr.ob.JSON;
import dev.spotter.intake.RecordReader.Origin;
import dev.spotter.vocabulary.Vocabulary;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What reading a record costs, by parser, and what each parser lets pass that is no JSON. Every
 * name and value becomes a text or a number, as whoever binds them needs. Processor time of one
 * thread; the parsers take turns, and the least of all rounds counts.
 */
public final class Parsing {
  private static final Origin ORIGIN = new Origin("clients.ndjson", 1, "clients:1");

  private static final long REJECTED = Long.MIN_VALUE;

  private Parsing() {}

  /** Goes through a record; what it gives back depends on all that was read. */
  private interface Way {
    long read(byte[] record) throws IOException;
  }

  /**
   * A table.
   *
   * @param file clients, one a line
   */
  public static List<List<String>> measure(Vocabulary vocabulary, Path file, int rounds)
      throws IOException {
    List<byte[]> records = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      records.add(line.getBytes(StandardCharsets.UTF_8));
    }
    Map<String, Way> ways = parsers();
    RecordReader reader = new RecordReader(vocabulary, Limits.USUAL);
    ways.put("*to answers, by a tree*", r -> told(reader.strict(ORIGIN, r)));
    ways.put("*to answers, straight*", r -> told(reader.json(ORIGIN, r)));
    double[] micros = time(List.copyOf(ways.values()), records, rounds);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "us a record", "lets pass"));
    for (Map.Entry<String, Way> way : ways.entrySet()) {
      rows.add(
          List.of(
              way.getKey(),
              String.format(Locale.ROOT, "%.1f", micros[rows.size() - 1]),
              String.join(", ", passed(way.getValue()))));
    }
    return rows;
  }

  private static Map<String, Way> parsers() {
    Map<String, Way> ways = new LinkedHashMap<>();
    JsonFactory asBuilt = JsonNodes.factory(Limits.USUAL);
    ways.put("Jackson", r -> jackson(asBuilt.createParser(r)));
    JsonFactory plain = asBuilt.rebuild().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();
    ways.put("Jackson, names not interned", r -> jackson(plain.createParser(r)));
    JsonFactory fresh =
        asBuilt.rebuild().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();
    ways.put("Jackson, names not kept", r -> jackson(fresh.createParser(r)));
    ways.put("Jackson, decoded first", r -> jackson(asBuilt.createParser(decoded(r))));
    ways.put("jackson-jr, to maps", r -> JSON.std.mapFrom(r).size());
    DslJson<Object> dsl = new DslJson<>();
    JsonReader<Object> reused = dsl.newReader();
    ways.put("dsl-json", r -> dsl(reused.process(r, r.length)));
    ways.put("fastjson2", Parsing::fastjson);
    return ways;
  }

  private static String decoded(byte[] record) throws IOException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(record)).toString();
  }

  private static long jackson(JsonParser made) throws IOException {
    long sum = 0;
    try (JsonParser parser = made) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        sum = 31 * sum + parser.getText().length();
      }
    }
    return sum;
  }

  private static long dsl(JsonReader<Object> reader) throws IOException {
    reader.getNextToken();
    long sum = dslValue(reader);
    if (reader.length() != reader.getCurrentIndex()) {
      throw new IOException("something follows");
    }
    return sum;
  }

  private static long dslValue(JsonReader<Object> reader) throws IOException {
    long sum = reader.last();
    switch (reader.last()) {
      case '{' -> {
        for (boolean more = reader.getNextToken() != '}'; more; more = dslMore(reader, '}')) {
          sum = 31 * sum + reader.readKey().length();
          sum = 31 * sum + dslValue(reader);
        }
      }
      case '[' -> {
        for (boolean more = reader.getNextToken() != ']'; more; more = dslMore(reader, ']')) {
          sum = 31 * sum + dslValue(reader);
        }
      }
      case '"' -> sum = 31 * sum + reader.readString().length();
      case 't' -> sum += reader.wasTrue() ? 1 : 0;
      case 'f' -> sum += reader.wasFalse() ? 1 : 0;
      case 'n' -> sum += reader.wasNull() ? 1 : 0;
      default -> sum = 31 * sum + NumberConverter.deserializeNumber(reader).intValue();
    }
    return sum;
  }

  private static boolean dslMore(JsonReader<Object> reader, char end) throws IOException {
    byte next = reader.getNextToken();
    if (next != ',' && next != end) {
      throw new IOException("neither a comma nor a bracket");
    }
    if (next == ',') {
      reader.getNextToken();
    }
    return next == ',';
  }

  private static long fastjson(byte[] record) throws IOException {
    try (JSONReader reader = JSONReader.of(record)) {
      long sum = fastjsonValue(reader);
      if (!reader.isEnd()) {
        throw new IOException("something follows");
      }
      return sum;
    }
  }

  private static long fastjsonValue(JSONReader reader) {
    long sum = 1;
    if (reader.nextIfObjectStart()) {
      while (!reader.nextIfObjectEnd()) {
        sum = 31 * sum + reader.readFieldName().length();
        sum = 31 * sum + fastjsonValue(reader);
      }
    } else if (reader.nextIfArrayStart()) {
      while (!reader.nextIfArrayEnd()) {
        sum = 31 * sum + fastjsonValue(reader);
      }
    } else if (reader.isString()) {
      sum = reader.readString().length();
    } else if (reader.isNumber()) {
      sum = reader.readNumber().intValue();
    } else if (!reader.nextIfNull()) {
      sum = reader.readBoolValue() ? 1 : 2;
    }
    return sum;
  }

  private static double[] time(List<Way> ways, List<byte[]> records, int rounds)
      throws IOException {
    double[] least = new double[ways.size()];
    Arrays.fill(least, Double.MAX_VALUE);
    long sum = 0;
    for (int round = 0; round < rounds; round++) {
      for (int place = 0; place < least.length; place++) {
        Way way = ways.get(place);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (byte[] record : records) {
          sum += way.read(record);
        }
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        least[place] = Math.min(least[place], spent / 1e3 / records.size());
      }
    }
    if (sum == 0) {
      throw new IllegalStateException("nothing was read");
    }
    return least;
  }

  private static long told(Reading reading) {
    return reading instanceof Reading.Read ? 1 : REJECTED;
  }

  private static Map<String, byte[]> wrong() {
    Map<String, byte[]> wrong = new LinkedHashMap<>();
    wrong.put("comma at the end", bytes("{\"id\": 1,}"));
    wrong.put("no comma", bytes("{\"id\": 1 \"zone\": \"UTC\"}"));
    wrong.put("no comma in a list", bytes("{\"id\": [\"b\" \"c\"]}"));
    wrong.put("other bracket", bytes("{\"id\": [1}}"));
    wrong.put("not closed", bytes("{\"nerves\": {\"saddle\": \"no\"}"));
    wrong.put("text not closed", bytes("{\"id\": \"b}"));
    wrong.put("something behind it", bytes("{\"id\": 1} x"));
    wrong.put("name without quotes", bytes("{id: 1}"));
    wrong.put("single quotes", bytes("{'id': 'b'}"));
    wrong.put("comment", bytes("{\"id\": /* b */ 1}"));
    wrong.put("01", bytes("{\"id\": 01}"));
    wrong.put("+1", bytes("{\"id\": +1}"));
    wrong.put("1.", bytes("{\"id\": 1.}"));
    wrong.put("1L", bytes("{\"id\": 1L}"));
    wrong.put("NaN", bytes("{\"id\": NaN}"));
    wrong.put("nul", bytes("{\"id\": nul}"));
    wrong.put("line break in a text", bytes("{\"id\": \"b\nc\"}"));
    wrong.put("unknown escape", bytes("{\"id\": \"\\q\"}"));
    wrong.put("byte that is no UTF-8", latin("{\"id\": \"\u00fc\"}"));
    wrong.put("overlong UTF-8", latin("{\"id\": \"\u00c0\u00af\"}"));
    wrong.put("half a pair in UTF-8", latin("{\"id\": \"\u00ed\u00a0\u0080\"}"));
    wrong.put("100 brackets deep", bytes("{\"id\": " + "[".repeat(100) + "]".repeat(100) + "}"));
    wrong.put("a number of 2000 digits", bytes("{\"id\": " + "1".repeat(2000) + "}"));
    wrong.put("a text of 20000", bytes("{\"id\": \"" + "b".repeat(20_000) + "\"}"));
    wrong.put("the same name twice", bytes("{\"id\": 1, \"id\": 2}"));
    return wrong;
  }

  /** In brackets what fails, but otherwise than by saying that it is no JSON. */
  private static List<String> passed(Way way) {
    List<String> passed = new ArrayList<>();
    for (Map.Entry<String, byte[]> each : wrong().entrySet()) {
      try {
        if (way.read(each.getValue()) != REJECTED) {
          passed.add(each.getKey());
        }
      } catch (IOException | JSONException e) {
        // As it should be.
      } catch (RuntimeException | StackOverflowError e) {
        passed.add("(" + each.getKey() + ": " + e.getClass().getSimpleName() + ")");
      }
    }
    return passed;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
