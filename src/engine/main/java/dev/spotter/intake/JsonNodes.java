package dev.spotter.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.spotter.intake.Node.Entry;
import dev.spotter.intake.Node.Kind;
import dev.spotter.intake.Node.Place;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON one value at a time. A list at the top is a list of clients and is gone through, never
 * held.
 */
final class JsonNodes implements AutoCloseable {
  private final JsonParser parser;
  private final Limits limits;
  private final int lineBase;
  private boolean inList;
  private long begun;
  private int nodes;

  /**
   * @param lineBase lines of the file before the first of this reader
   */
  JsonNodes(Reader reader, Limits limits, int lineBase) throws IOException {
    this(factory(limits).createParser(reader), limits, lineBase);
  }

  /**
   * @param parser of this class's {@link #factory}
   * @param lineBase lines of the file before the first of the parser
   */
  JsonNodes(JsonParser parser, Limits limits, int lineBase) {
    this.parser = parser;
    this.limits = limits;
    this.lineBase = lineBase;
  }

  /** Makes parsers that keep the limits. Safe for many threads; worth keeping. */
  static JsonFactory factory(Limits limits) {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(limits.depth())
            .maxStringLength(limits.text())
            .maxNameLength(limits.text())
            .build();
    return JsonFactory.builder().streamReadConstraints(constraints).build();
  }

  /**
   * The next client, or null at the end.
   *
   * @throws Unreadable if nothing behind this place can be made out
   */
  @Nullable Node next() throws IOException, Unreadable {
    try {
      JsonToken token = parser.nextToken();
      if (inList && token == JsonToken.END_ARRAY) {
        inList = false;
        token = parser.nextToken();
      }
      if (!inList && token == JsonToken.START_ARRAY) {
        inList = true;
        return next();
      }
      begun = offset(parser.currentTokenLocation());
      nodes = 0;
      return token == null ? null : node(token);
    } catch (StreamConstraintsException e) {
      Fault fault =
          String.valueOf(e.getMessage()).contains("nesting depth")
              ? Fault.TOO_DEEP
              : Fault.TOO_LONG;
      throw new Unreadable(
          fault,
          here(),
          fault == Fault.TOO_DEEP
              ? "brackets within brackets, more than " + limits.depth() + " deep"
              : "a text of more than " + limits.text() + " characters");
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      Place place = at == null ? here() : place(at);
      throw new Unreadable(Fault.SYNTAX, place, "not JSON: " + plain(e.getOriginalMessage()));
    }
  }

  /** Jackson's words without the values that it quotes, which may be private. */
  private static String plain(String message) {
    int colon = message.indexOf(": ");
    String head =
        colon > 0 && message.startsWith("Unrecognized token") ? "an unquoted word" : message;
    return head.startsWith("an unquoted") ? head : head.replaceAll("'[^']{3,}'", "...");
  }

  /** The value at which the parser stands, whole. */
  Node value() throws IOException, Unreadable {
    return node(parser.currentToken());
  }

  private Node node(JsonToken token) throws IOException, Unreadable {
    JsonLocation at = parser.currentTokenLocation();
    Place place = place(at);
    if (offset(at) - begun > limits.characters()) {
      throw new Unreadable(
          Fault.TOO_LONG, place, "one client of more than " + limits.characters() + " characters");
    }
    if (++nodes > limits.nodes()) {
      throw new Unreadable(
          Fault.TOO_LONG, place, "one client of more than " + limits.nodes() + " values");
    }
    return switch (token) {
      case START_OBJECT -> mapping(place);
      case START_ARRAY -> sequence(place);
      case VALUE_STRING -> new Node.Scalar(parser.getText(), Kind.STRING, place);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Node.Scalar(parser.getText(), Kind.NUMBER, place);
      case VALUE_TRUE, VALUE_FALSE -> new Node.Scalar(parser.getText(), Kind.BOOLEAN, place);
      default -> new Node.Scalar("", Kind.NULL, place);
    };
  }

  private Node mapping(Place place) throws IOException, Unreadable {
    List<Entry> entries = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      Place keyPlace = here();
      entries.add(new Entry(key, keyPlace, node(parser.nextToken())));
    }
    return new Node.Mapping(entries, place);
  }

  private Node sequence(Place place) throws IOException, Unreadable {
    List<Node> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(node(token));
    }
    return new Node.Sequence(items, place);
  }

  private Place here() {
    return place(parser.currentTokenLocation());
  }

  private Place place(JsonLocation at) {
    return new Place(at.getLineNr() + lineBase, Math.max(1, at.getColumnNr()));
  }

  /** A parser of bytes counts bytes, one of characters counts characters. */
  private static long offset(JsonLocation at) {
    return Math.max(at.getCharOffset(), at.getByteOffset());
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
