package dev.spotter.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Rows put behind one another, within a transaction of the caller's. For one thread. */
final class Chain {
  private final SiteKey site;
  private final String program;

  /** Rule sets that are known to be archived. */
  private final Set<String> archived = new HashSet<>();

  /** Where the chain ends. */
  record Head(long seq, String hash, String mac) {}

  /** The row that says so, and where the chain ends with it. */
  record Erased(String id, Head head) {}

  Chain(SiteKey site, String program) {
    this.site = site;
    this.program = program;
  }

  /** Writes the head of an empty chain, unless there is one. */
  static void begin(Handle handle, SiteKey site) {
    handle.execute(
        "INSERT INTO head (one, seq, hash, mac) VALUES (1, 0, ?, ?) ON CONFLICT DO NOTHING",
        Row.START,
        site.sign(0, Row.START));
  }

  /**
   * Appends drafts.
   *
   * @param handle in a transaction; nobody else appends until it ends
   * @return the new end
   */
  Head append(Handle handle, List<Draft> drafts) {
    Head head = lock(handle);
    for (Draft draft : drafts) {
      if (draft.rules() != null && archived.add(draft.rules().id())) {
        archive(handle, draft);
      }
      ClientKey key = key(handle, draft);
      Row row =
          new Row(
                  head.seq() + 1,
                  draft.id(),
                  Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                  draft.rules() == null ? "" : draft.rules().id(),
                  program,
                  key.digest(draft.input()),
                  draft.who(),
                  draft.kind(),
                  key.client(),
                  draft.payload() == null ? null : key.seal(draft.id(), draft.payload()),
                  head.hash(),
                  "")
              .hashed();
      insert(handle, row);
      head = new Head(row.seq(), row.hash(), "");
    }
    return advance(handle, head);
  }

  /**
   * Destroys the key of a client, and says so in a row.
   *
   * @return null if there is no such client
   */
  @Nullable Erased erase(Handle handle, String who, String client) {
    Head head = lock(handle);
    ClientKey key = ClientKey.find(handle, site, client);
    if (key == null) {
      return null;
    }
    String id = Draft.newId();
    String at = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    Row row =
        new Row(
                head.seq() + 1,
                id,
                at,
                "",
                program,
                "",
                who,
                Row.ERASURE,
                key.client(),
                null,
                head.hash(),
                "")
            .hashed();
    insert(handle, row);
    handle.execute("DELETE FROM client_key WHERE client = ?", key.client());
    return new Erased(id, advance(handle, new Head(row.seq(), row.hash(), "")));
  }

  /** Writing first makes others wait, in PostgreSQL for this row, in SQLite for the file. */
  private Head lock(Handle handle) {
    handle.execute("UPDATE head SET seq = seq WHERE one = 1");
    return signed(handle, site);
  }

  /**
   * Where it ends.
   *
   * @throws RecordTampered if that was not signed with this key
   */
  static Head signed(Handle handle, SiteKey site) {
    Head head = Rows.head(handle);
    if (head == null || !head.mac().equals(site.sign(head.seq(), head.hash()))) {
      throw new RecordTampered("the record's end is not signed with this key");
    }
    return head;
  }

  private Head advance(Handle handle, Head to) {
    Head signed = new Head(to.seq(), to.hash(), site.sign(to.seq(), to.hash()));
    handle.execute(
        "UPDATE head SET seq = ?, hash = ?, mac = ? WHERE one = 1",
        signed.seq(),
        signed.hash(),
        signed.mac());
    return signed;
  }

  /** What is told of a decision belongs to the decision's client, unless that was erased. */
  private ClientKey key(Handle handle, Draft draft) {
    Row about = draft.kind().equals(Row.FEEDBACK) ? Rows.byId(handle, draft.client()) : null;
    ClientKey known = about == null ? null : ClientKey.of(handle, site, about.client());
    return known == null ? key(handle, draft.client()) : known;
  }

  private ClientKey key(Handle handle, String client) {
    ClientKey known = ClientKey.find(handle, site, client);
    if (known != null) {
      return known;
    }
    ClientKey made = new ClientKey(UUID.randomUUID().toString(), Seal.newKey());
    String name = site.name(client);
    handle.execute(
        "INSERT INTO client_key (name, client, sealed) VALUES (?, ?, ?)",
        name,
        made.client(),
        site.seal(name, made));
    return made;
  }

  private static void archive(Handle handle, Draft draft) {
    if (draft.rules() != null) {
      handle.execute(
          "INSERT INTO rule_archive (id, files) VALUES (?, ?) ON CONFLICT DO NOTHING",
          draft.rules().id(),
          RuleArchive.pack(draft.rules().files()));
    }
  }

  private static void insert(Handle handle, Row row) {
    handle.execute(
        "INSERT INTO decision (seq, id, at, rule_set, program, input_digest, who, kind, client,"
            + " payload, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.seq(),
        row.id(),
        row.at(),
        row.ruleSet(),
        row.program(),
        row.inputDigest(),
        row.who(),
        row.kind(),
        row.client(),
        row.payload(),
        row.previous(),
        row.hash());
  }

  /** Forgets what it believes of the database, after a transaction that failed. */
  void forget() {
    archived.clear();
  }
}
