package dev.spotter.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The record as it is read: shows, exports, replays and audits, and never writes, so that a
 * database user who may only read will do. Safe for many threads.
 */
public final class RecordView {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SiteKey site;
  private final Database database;
  private final @Nullable Anchor anchor;
  private final Replay replay = new Replay();

  RecordView(RecordSettings settings, SiteKey site, Database database) {
    this.site = site;
    this.database = database;
    this.anchor = Anchor.of(settings);
  }

  /**
   * Opens a record that is there, whatever state it is in.
   *
   * @throws RecordFailed if it cannot be reached, is none, or its key is gone
   */
  public static RecordView open(RecordSettings settings) {
    Database database = Database.of(settings.url());
    database.checkTables();
    return new RecordView(settings, SiteKey.read(settings.key()), database);
  }

  /**
   * One row as it is kept, a decision with what became of it; null if there is none of this id.
   *
   * @throws RecordTampered if it is not as it was written
   * @throws RecordFailed if it cannot be read
   */
  public @Nullable ObjectNode decision(String id) {
    return reading(
        handle -> {
          Row row = Rows.byId(handle, id);
          if (row == null) {
            return null;
          }
          ClientKey key = ClientKey.of(handle, site, row.client());
          ObjectNode shown = shown(row, key);
          if (key != null && row.kind().equals(Row.DECISION)) {
            feedback(handle, row, key, shown);
          }
          return shown;
        });
  }

  private static void feedback(Handle handle, Row decision, ClientKey key, ObjectNode shown) {
    for (Row row : Rows.ofClient(handle, decision.client())) {
      JsonNode payload = row.kind().equals(Row.FEEDBACK) ? Payload.open(row, key) : null;
      if (payload != null && payload.path("about").asText().equals(decision.id())) {
        ArrayNode all = shown.withArray("feedback");
        ObjectNode one = all.addObject().put("id", row.id()).put("at", row.at());
        one.put("who", row.who()).set("what", payload.path("what"));
      }
    }
  }

  private static ObjectNode shown(Row row, @Nullable ClientKey key) {
    if (!row.intact()) {
      throw new RecordTampered("row " + row.seq() + " was changed");
    }
    ObjectNode shown = JSON.createObjectNode();
    shown.put("id", row.id()).put("seq", row.seq()).put("at", row.at()).put("kind", row.kind());
    shown.put("who", row.who()).put("program", row.program()).put("ruleSet", row.ruleSet());
    shown.put("inputDigest", row.inputDigest()).put("previous", row.previous());
    shown.put("hash", row.hash()).put("erased", key == null);
    JsonNode payload = key == null ? null : Payload.open(row, key);
    if (payload != null) {
      shown.put("masked", payload.path("masked").booleanValue());
      for (String part : List.of("client", "input", "about", "what")) {
        if (payload.has(part)) {
          shown.set(part, payload.get(part));
        }
      }
      if (payload.has("answer")) {
        shown.set("answer", Payload.tree(payload.path("answer").textValue()));
      }
    }
    return shown;
  }

  /**
   * The decisions on a client, oldest first; empty if nothing is known of such a client.
   *
   * @param client the client's id; the decision's, of a client without one
   */
  public List<Past> timeline(String client) {
    return reading(
        handle -> {
          List<Past> past = new ArrayList<>();
          ClientKey key = ClientKey.find(handle, site, client);
          List<Row> rows = key == null ? List.of() : Rows.ofClient(handle, key.client());
          for (Row row : rows) {
            if (key != null && row.kind().equals(Row.DECISION)) {
              past.add(Past.of(row, Payload.open(row, key)));
            }
          }
          return past;
        });
  }

  /** All that is kept of a client; null if nothing is known of such a client. */
  public @Nullable ObjectNode export(String client) {
    return reading(
        handle -> {
          ClientKey key = ClientKey.find(handle, site, client);
          if (key == null) {
            return null;
          }
          ObjectNode export = JSON.createObjectNode().put("client", client);
          ArrayNode rows = export.putArray("rows");
          Rows.ofClient(handle, key.client()).forEach(r -> rows.add(shown(r, key)));
          return export;
        });
  }

  /** Gives the id of each decision, oldest first. */
  public void decisions(Consumer<String> each) {
    reading(
        handle ->
            handle.inTransaction(
                h -> {
                  try (Stream<String> ids = Rows.decisions(h)) {
                    ids.forEach(each);
                  }
                  return true;
                }));
  }

  /**
   * Gives an old answer again, by the rules as they then were; null if there is no such decision.
   *
   * @throws NotKept if too little was kept, or the client was erased
   * @throws RecordFailed if it cannot be read
   */
  public @Nullable Replayed replay(String id) {
    return reading(
        handle -> {
          Row row = Rows.byId(handle, id);
          if (row == null || !row.kind().equals(Row.DECISION)) {
            return null;
          }
          ClientKey key = ClientKey.of(handle, site, row.client());
          if (key == null) {
            throw new NotKept("the client was erased; nothing is left to replay");
          }
          return replay.of(row, Payload.open(row, key), handle);
        });
  }

  /** All that is wrong with the record; empty if nothing is. */
  public List<Finding> audit() {
    return reading(handle -> handle.inTransaction(h -> new Audit(h, site, anchor).walk()));
  }

  /** How many rows there are. */
  public long size() {
    return reading(Rows::count);
  }

  private <T extends @Nullable Object> T reading(Function<Handle, T> read) {
    try (Handle handle = database.open()) {
      return read.apply(handle);
    } catch (JdbiException e) {
      throw new RecordFailed("the record cannot be read", e);
    }
  }
}
