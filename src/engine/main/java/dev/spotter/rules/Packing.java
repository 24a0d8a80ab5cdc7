package dev.spotter.rules;

import dev.spotter.fact.Evidence;
import dev.spotter.history.Exercises;
import dev.spotter.vocabulary.Cause;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.RemedyKind;
import dev.spotter.vocabulary.Section;
import dev.spotter.vocabulary.When;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records as bytes and back, for those of which checked rules consist and no others: bytes name a
 * record by its place in a list, so that they can make nothing else. Java's own serialization takes
 * three times as long in a Java that has just started.
 */
final class Packing {
  private static final List<Class<?>> RECORDS =
      List.of(
          CheckedRules.class,
          Section.class,
          Question.class,
          Question.Choice.class,
          Question.Range.class,
          When.class,
          When.Test.class,
          Cause.class,
          RemedyKind.class,
          Scale.class,
          Rule.class,
          Pattern.class,
          Condition.All.class,
          Condition.Any.class,
          Condition.Bind.class,
          Condition.Test.class,
          Condition.Operand.class,
          Action.class,
          Action.Call.class,
          Citation.class,
          Coding.class,
          Exercises.Lift.class);
  private static final List<Enum<?>> WORDS =
      Stream.<Enum<?>[]>of(
              Rule.Layer.values(),
              Pattern.Demand.values(),
              Condition.Op.values(),
              Question.Kind.values(),
              Evidence.Strength.values())
          .<Enum<?>>flatMap(Arrays::stream)
          .toList();

  private static final int NULL = 0;
  private static final int TEXT = 1;
  private static final int AGAIN = 2;
  private static final int WHOLE = 3;
  private static final int DECIMAL = 4;
  private static final int TRUE = 5;
  private static final int FALSE = 6;
  private static final int LIST = 7;
  private static final int SET = 8;
  private static final int MAP = 9;
  private static final int WORD = 10;
  private static final int RECORD = 11;

  private Packing() {}

  /**
   * The rules as bytes.
   *
   * @throws IllegalArgumentException if they hold anything but the records above, texts, numbers,
   *     lists, sets and maps
   */
  static byte[] pack(CheckedRules rules) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new Writer(new DataOutputStream(bytes)).write(rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The rules that were packed.
   *
   * @throws IOException if these are not the bytes of some
   */
  static CheckedRules unpack(byte[] bytes, int from, int length) throws IOException {
    Reader reader = new Reader(new DataInputStream(new ByteArrayInputStream(bytes, from, length)));
    if (reader.read() instanceof CheckedRules rules) {
      return rules;
    }
    throw new IOException("something else was packed");
  }

  private static final class Writer {
    private final DataOutputStream out;
    private final Map<String, Integer> known = new HashMap<>();

    Writer(DataOutputStream out) {
      this.out = out;
    }

    void write(@Nullable Object value) throws IOException {
      if (value == null) {
        out.writeByte(NULL);
      } else if (value instanceof String text) {
        text(text);
      } else if (value instanceof Integer number) {
        out.writeByte(WHOLE);
        out.writeInt(number);
      } else if (value instanceof BigDecimal number) {
        out.writeByte(DECIMAL);
        text(number.toString());
      } else if (value instanceof Boolean flag) {
        out.writeByte(flag ? TRUE : FALSE);
      } else if (value instanceof List<?> list) {
        parts(LIST, list);
      } else if (value instanceof Set<?> set) {
        parts(SET, set);
      } else if (value instanceof Map<?, ?> map) {
        parts(MAP, map.keySet());
        for (Object of : map.values()) {
          write(of);
        }
      } else if (value instanceof Enum<?> word) {
        place(WORD, WORDS.indexOf(word), value);
      } else if (value instanceof Record record) {
        record(record);
      } else {
        throw new IllegalArgumentException("cannot pack a " + value.getClass());
      }
    }

    private void text(String text) throws IOException {
      Integer place = known.putIfAbsent(text, known.size());
      if (place == null) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(TEXT);
        out.writeInt(bytes.length);
        out.write(bytes);
      } else {
        out.writeByte(AGAIN);
        out.writeInt(place);
      }
    }

    private void parts(int kind, Collection<?> parts) throws IOException {
      out.writeByte(kind);
      out.writeInt(parts.size());
      for (Object part : parts) {
        write(part);
      }
    }

    private void place(int kind, int place, Object value) throws IOException {
      if (place < 0) {
        throw new IllegalArgumentException("cannot pack a " + value.getClass());
      }
      out.writeByte(kind);
      out.writeByte(place);
    }

    private void record(Record record) throws IOException {
      place(RECORD, RECORDS.indexOf(record.getClass()), record);
      try {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          write(component.getAccessor().invoke(record));
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException("cannot pack " + record, e);
      }
    }
  }

  private static final class Reader {
    private final DataInputStream in;
    private final List<String> known = new ArrayList<>();
    private final Map<Integer, Constructor<?>> makers = new HashMap<>();

    Reader(DataInputStream in) {
      this.in = in;
    }

    @Nullable Object read() throws IOException {
      int kind = in.readUnsignedByte();
      return switch (kind) {
        case NULL -> null;
        case TEXT -> {
          String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
          known.add(text);
          yield text;
        }
        case AGAIN -> known.get(in.readInt());
        case WHOLE -> in.readInt();
        case DECIMAL -> new BigDecimal(String.valueOf(read()));
        case TRUE -> true;
        case FALSE -> false;
        case LIST -> Collections.unmodifiableList(Arrays.asList(parts()));
        case SET -> Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(parts())));
        case MAP -> map();
        case WORD -> WORDS.get(in.readUnsignedByte());
        case RECORD -> record();
        default -> throw new IOException("no value begins with " + kind);
      };
    }

    private @Nullable Object[] parts() throws IOException {
      @Nullable Object[] parts = new Object[in.readInt()];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = read();
      }
      return parts;
    }

    private Map<Object, Object> map() throws IOException {
      @Nullable Object[] keys = parts();
      Map<Object, Object> map = new LinkedHashMap<>();
      for (Object key : keys) {
        map.put(key, read());
      }
      return Collections.unmodifiableMap(map);
    }

    private Object record() throws IOException {
      Constructor<?> maker = makers.computeIfAbsent(in.readUnsignedByte(), Reader::maker);
      @Nullable Object[] parts = new Object[maker.getParameterCount()];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = read();
      }
      try {
        return maker.newInstance(parts);
      } catch (ReflectiveOperationException e) {
        throw new IOException("no " + maker.getDeclaringClass() + " can be made of this", e);
      }
    }

    private static Constructor<?> maker(int place) {
      return RECORDS.get(place).getDeclaredConstructors()[0];
    }
  }
}
