package dev.spotter.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one client's record that is in order straight from its tokens. Of any other it tells
 * nothing: what is wrong, and where, is for those to say who make a tree of it. For one record.
 */
final class StraightReader {
  private final Map<String, Map<String, Slot>> sections;
  private final JsonParser parser;
  private final JsonNodes nodes;
  private final IntakeBinder binder;
  private final BitSet asked = new BitSet();

  /**
   * @param sections by key, of the binder's vocabulary
   * @param nodes of the same parser, for values that are not in the slots
   */
  StraightReader(
      Map<String, Map<String, Slot>> sections,
      JsonParser parser,
      JsonNodes nodes,
      IntakeBinder binder) {
    this.sections = sections;
    this.parser = parser;
    this.nodes = nodes;
    this.binder = binder;
  }

  /** The client; null if anything is out of order, or only worth a word. */
  @Nullable Reading read() throws IOException, Unreadable {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return null;
    }
    Map<String, Node> own = new HashMap<>();
    Set<String> keys = new HashSet<>();
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      Map<String, Slot> section = sections.get(key);
      parser.nextToken();
      if (!keys.add(key)) {
        return null;
      } else if (IntakeBinder.OWN.contains(key)) {
        own.put(key, nodes.value());
      } else if (section == null || !section(section)) {
        return null;
      }
    }
    if (parser.nextToken() != null) {
      return null;
    }
    Reading reading = binder.client(own);
    return reading.problems().isEmpty() ? reading : null;
  }

  /** False if anything is out of order. */
  private boolean section(Map<String, Slot> fields) throws IOException, Unreadable {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return parser.currentToken() == JsonToken.VALUE_NULL;
    }
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      Slot slot = fields.get(field);
      if (slot == null || asked.get(slot.place())) {
        return false;
      }
      asked.set(slot.place());
      answer(slot);
    }
    return true;
  }

  private void answer(Slot slot) throws IOException, Unreadable {
    JsonToken token = parser.nextToken();
    boolean written =
        token == JsonToken.VALUE_STRING
            || token == JsonToken.VALUE_NUMBER_INT
            || token == JsonToken.VALUE_NUMBER_FLOAT;
    Answer ready = written ? slot.ready().get(parser.getText()) : null;
    if (ready == null) {
      binder.answer(slot.question(), nodes.value());
    } else {
      binder.answered(slot.place(), ready);
    }
  }
}
