package dev.spotter.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.spotter.vocabulary.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one client's record that somebody else has cut off a file: one reading for one record,
 * always. For runs over very many clients. Safe for many threads.
 */
public final class RecordReader {
  private final Vocabulary vocabulary;
  private final Limits limits;
  private final JsonFactory json;
  private volatile @Nullable Map<String, Map<String, Slot>> sections;

  public RecordReader(Vocabulary vocabulary, Limits limits) {
    this.vocabulary = vocabulary;
    this.limits = limits;
    this.json = JsonNodes.factory(limits);
  }

  /**
   * Where a record stood.
   *
   * @param source the file's name for problems, {@code -} for standard input
   * @param line the line on which it begins, from 1
   * @param derivedId the client's id if the record gives none
   */
  public record Origin(String source, int line, String derivedId) {}

  /** Reads a record of JSON, UTF-8 without a byte order mark. */
  public Reading json(Origin origin, byte[] bytes) {
    Reading straight = straight(origin, bytes);
    return straight == null ? strict(origin, bytes) : straight;
  }

  /** What most records are: in order. Null for any other. */
  @Nullable Reading straight(Origin origin, byte[] bytes) {
    // No more values than bytes, so there is nothing to count.
    if (bytes.length > Math.min(limits.characters(), limits.nodes())) {
      return null;
    }
    try (JsonParser parser = parser(bytes)) {
      JsonNodes nodes = new JsonNodes(parser, limits, 0);
      return new StraightReader(sections(), parser, nodes, binder(origin)).read();
    } catch (IOException | Unreadable e) {
      return null;
    }
  }

  /** Made with the first record of JSON; whoever reads none need not wait for them. */
  private Map<String, Map<String, Slot>> sections() {
    Map<String, Map<String, Slot>> made = sections;
    if (made == null) {
      made = Slot.of(vocabulary);
      sections = made;
    }
    return made;
  }

  /** Reads a record of JSON by way of a tree, which knows the place of whatever is wrong. */
  Reading strict(Origin origin, byte[] bytes) {
    try (JsonParser parser = parser(bytes)) {
      JsonNodes nodes = new JsonNodes(parser, limits, origin.line() - 1);
      return only(origin, nodes.next(), nodes::next);
    } catch (CharacterCodingException e) {
      return refuse(origin, badByte(origin, bytes));
    } catch (Unreadable e) {
      return refuse(origin, e);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
    }
  }

  /** Reads a record of YAML: a document, or one item of a list of clients. UTF-8. */
  public Reading yaml(Origin origin, byte[] bytes) {
    try {
      String text = decoded(bytes).toString();
      YamlNodes nodes = new YamlNodes(new StringReader(text), limits, origin.line() - 1);
      return only(origin, nodes.next(), nodes::next);
    } catch (CharacterCodingException e) {
      return refuse(origin, badByte(origin, bytes));
    } catch (Unreadable e) {
      return refuse(origin, e);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
    }
  }

  /**
   * Reads the row of a table. A cell of several answers parts them with {@code |}; an empty cell
   * was not asked.
   *
   * @param columns {@code id}, {@code at}, {@code zone}, and ids of questions
   * @param cells one for each column
   */
  public Reading row(Origin origin, List<String> columns, List<String> cells) {
    if (columns.size() != cells.size()) {
      String counted =
          "a row of " + cells.size() + " cells under " + columns.size() + " column names";
      return refuse(
          origin, new Unreadable(Fault.SYNTAX, new Node.Place(origin.line(), 0), counted));
    }
    return bind(origin, Row.of(columns, cells, origin.line()));
  }

  /**
   * Reads a record that a file of another kind holds, every scalar in it a text.
   *
   * @param client by key: a text, null, or a list or map of these
   */
  public Reading outline(Origin origin, Map<String, ? extends @Nullable Object> client) {
    return bind(origin, node(client, new Node.Place(origin.line(), 0)));
  }

  private static Node node(@Nullable Object value, Node.Place place) {
    if (value instanceof Map<?, ?> map) {
      List<Node.Entry> entries = new ArrayList<>();
      map.forEach((k, v) -> entries.add(new Node.Entry(String.valueOf(k), place, node(v, place))));
      return new Node.Mapping(entries, place);
    }
    if (value instanceof List<?> list) {
      return new Node.Sequence(list.stream().map(v -> node(v, place)).toList(), place);
    }
    return value == null
        ? new Node.Scalar("", Node.Kind.NULL, place)
        : new Node.Scalar(String.valueOf(value), Node.Kind.PLAIN, place);
  }

  /** Says that a record is not what it should be, in a reader's own words. */
  public static Reading refuse(Origin origin, String code, String message, String help) {
    Problem problem = new Problem(origin.source(), "", origin.line(), 0, code, message, null, help);
    return new Reading.Rejected(null, List.of(problem));
  }

  private interface Next {
    @Nullable Node node() throws IOException, Unreadable;
  }

  private Reading only(Origin origin, @Nullable Node first, Next next)
      throws IOException, Unreadable {
    if (first == null) {
      throw new Unreadable(
          Fault.EMPTY, new Node.Place(origin.line(), 1), "there is no client in the record");
    }
    Node second = next.node();
    if (second != null) {
      throw new Unreadable(
          Fault.SYNTAX, second.place(), "something follows the client in one record");
    }
    return bind(origin, first);
  }

  private Reading bind(Origin origin, Node node) {
    return binder(origin).bind(node);
  }

  private IntakeBinder binder(Origin origin) {
    return new IntakeBinder(vocabulary, origin.source(), origin.derivedId());
  }

  /** Plain bytes are parsed as they are; others decoded first, so that columns are characters. */
  private JsonParser parser(byte[] bytes) throws IOException {
    for (byte b : bytes) {
      if (b <= 0) {
        CharBuffer text = decoded(bytes);
        return json.createParser(text.array(), text.arrayOffset(), text.length());
      }
    }
    return json.createParser(bytes);
  }

  private static CharBuffer decoded(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
  }

  private static Unreadable badByte(Origin origin, byte[] bytes) {
    Node.Place place = new Node.Place(1, 0);
    try {
      Utf8 utf8 = Utf8.of(new ByteArrayInputStream(bytes));
      if (utf8 != null) {
        utf8.transferTo(Writer.nullWriter());
      }
    } catch (Utf8.BadByte e) {
      place = e.place();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
    }
    return new Unreadable(
        Fault.BAD_UTF8,
        new Node.Place(place.line() + origin.line() - 1, place.column()),
        "a byte here is not UTF-8");
  }

  private static Reading refuse(Origin origin, Unreadable reason) {
    return new Reading.Rejected(null, List.of(reason.in(origin.source(), reason.fault().help())));
  }
}
