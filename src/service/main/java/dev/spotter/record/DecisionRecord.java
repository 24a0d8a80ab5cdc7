package dev.spotter.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.rules.RuleSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The door to the record: keeps decisions, shows, replays, exports, erases and audits them. Safe
 * for many threads, and for several processes on one database.
 */
public final class DecisionRecord implements DecisionLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RecordSettings settings;
  private final SiteKey site;
  private final Database database;
  private final @Nullable Anchor anchor;
  private final Chain chain;
  private final Writer writer;
  private final Map<String, RuleSet> replayed = new ConcurrentHashMap<>();

  private DecisionRecord(RecordSettings settings, SiteKey site, Database database, String program) {
    this.settings = settings;
    this.site = site;
    this.database = database;
    this.anchor = settings.anchor() == null ? null : new Anchor(settings.anchor());
    this.chain = new Chain(site, program);
    this.writer = new Writer(database, chain, anchor);
  }

  /**
   * Opens the record, and makes it where there is none.
   *
   * @param program the version of this program
   * @throws RecordFailed if it cannot be reached, or its key is gone
   */
  public static DecisionRecord open(RecordSettings settings, String program) {
    Path file = settings.file();
    boolean there = file != null && Files.exists(file);
    SiteKey site = there ? SiteKey.read(settings.key()) : SiteKey.readOrMake(settings.key());
    Database database = Database.of(settings.url());
    database.migrate();
    DecisionRecord record = new DecisionRecord(settings, site, database, program);
    try (Handle handle = database.open()) {
      record.chain.begin(handle);
    }
    return record;
  }

  @Override
  public List<String> decided(String who, RuleSet rules, List<Decided> decisions) {
    if (decisions.isEmpty()) {
      return List.of();
    }
    List<Draft> drafts =
        decisions.stream().map(d -> Payload.draft(Draft.newId(), who, rules, d, settings)).toList();
    writer.append(drafts);
    return drafts.stream().map(Draft::id).toList();
  }

  /**
   * Keeps what became of a decision, as accepted or overridden feedback.
   *
   * @param kind one word, {@code feedback}
   * @param client the client's id
   * @param what to be sealed
   * @return the row's id
   * @throws RecordFailed if it cannot be kept
   */
  public String happened(String who, String kind, String client, JsonNode what) {
    String id = Draft.newId();
    ObjectNode payload = JSON.createObjectNode().put("client", client).put("masked", false);
    payload.set("what", what);
    writer.append(
        List.of(
            new Draft(id, null, who, kind, client, Payload.bytes(what), Payload.packed(payload))));
    return id;
  }

  /**
   * One decision as it is kept; null if there is none of this id.
   *
   * @throws RecordFailed if it was tampered with or cannot be read
   */
  public @Nullable ObjectNode decision(String id) {
    return reading(
        handle -> {
          Row row = Rows.byId(handle, id);
          return row == null ? null : shown(row, ClientKey.of(handle, site, row.client()));
        });
  }

  private static ObjectNode shown(Row row, @Nullable ClientKey key) {
    if (!row.intact()) {
      throw new RecordFailed("row " + row.seq() + " was changed; see spotter audit");
    }
    ObjectNode shown = JSON.createObjectNode();
    shown.put("id", row.id()).put("seq", row.seq()).put("at", row.at()).put("kind", row.kind());
    shown.put("who", row.who()).put("program", row.program()).put("ruleSet", row.ruleSet());
    shown.put("inputDigest", row.inputDigest()).put("previous", row.previous());
    shown.put("hash", row.hash()).put("erased", key == null);
    JsonNode payload = key == null ? null : Payload.open(row, key);
    if (payload != null) {
      shown.put("masked", payload.path("masked").booleanValue());
      for (String part : List.of("client", "input", "what")) {
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
              past.add(past(row, Payload.open(row, key)));
            }
          }
          return past;
        });
  }

  private static Past past(Row row, @Nullable JsonNode payload) {
    JsonNode answer =
        payload == null || !payload.has("answer")
            ? JSON.createObjectNode()
            : Payload.tree(payload.path("answer").textValue());
    return new Past(
        row.id(),
        answer.path("at").asText(row.at()),
        row.ruleSet(),
        answer.at("/triage/level").textValue(),
        answer.path("verdict").textValue());
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
          var rows = export.putArray("rows");
          Rows.ofClient(handle, key.client()).forEach(r -> rows.add(shown(r, key)));
          return export;
        });
  }

  /**
   * Destroys the client's key, so that nothing kept of the client can ever be read again.
   *
   * @return the id of the row that says so; null if nothing is known of such a client
   * @throws RecordFailed if it could not be done, or not wiped from the files
   */
  public @Nullable String erase(String who, String client) {
    String id;
    try (Handle handle = database.open()) {
      id = handle.inTransaction(h -> chain.erase(h, who, client));
      Chain.Head head = Rows.head(handle);
      if (anchor != null && head != null) {
        anchor.write(head);
      }
    } catch (JdbiException e) {
      throw new RecordFailed("the record cannot be written", e);
    }
    database.wipe();
    return id;
  }

  /**
   * Gives an old answer again, by the rules as they then were; null if there is no such decision.
   *
   * @throws RecordFailed if too little was kept, or the client was erased
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
            throw new RecordFailed("the client was erased; nothing is left to replay");
          }
          JsonNode payload = Payload.open(row, key);
          return Replay.of(
              row,
              payload == null ? JSON.createObjectNode() : payload,
              replayed.computeIfAbsent(row.ruleSet(), r -> rules(handle, r)));
        });
  }

  private static RuleSet rules(Handle handle, String id) {
    byte[] archive = Rows.archive(handle, id);
    if (archive == null) {
      throw new RecordFailed("the rules " + id + " are not in the archive");
    }
    return RuleSet.of(RuleArchive.unpack(id, archive));
  }

  /** All that is wrong with the record; empty if nothing is. */
  public List<Finding> audit() {
    return reading(handle -> handle.inTransaction(h -> new Audit(h, site, anchor).walk()));
  }

  /** How many rows there are. */
  public long size() {
    return reading(h -> h.createQuery("SELECT COUNT(*) FROM decision").mapTo(Long.class).one());
  }

  private <T extends @Nullable Object> T reading(Function<Handle, T> read) {
    try (Handle handle = database.open()) {
      return read.apply(handle);
    } catch (JdbiException e) {
      throw new RecordFailed("the record cannot be read", e);
    }
  }

  @Override
  public void close() {
    writer.close();
  }
}
