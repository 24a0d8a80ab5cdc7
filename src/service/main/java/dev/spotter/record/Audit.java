package dev.spotter.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Walks the chain from its first row to its last and tells all that does not fit. For one use. */
final class Audit {
  /** How far a row is looked for from where it stands. */
  private static final int NEAR = 1_000;

  private final Handle handle;
  private final SiteKey site;
  private final @Nullable Anchor anchor;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> twice = new HashSet<>();
  private @Nullable Row before;

  Audit(Handle handle, SiteKey site, @Nullable Anchor anchor) {
    this.handle = handle;
    this.site = site;
    this.anchor = anchor;
  }

  /** All that is wrong, by row; empty if nothing is. */
  List<Finding> walk() {
    // Read first: what is appended meanwhile comes behind both.
    Chain.Head end = anchor == null ? null : anchor.read();
    twice.addAll(
        handle
            .createQuery(
                "SELECT id FROM decision WHERE hash IN"
                    + " (SELECT hash FROM decision GROUP BY hash HAVING COUNT(*) > 1)")
            .mapTo(String.class)
            .list());
    Chain.Head head = Rows.head(handle);
    try (Stream<Row> rows =
        handle
            .createQuery(Rows.ALL + "ORDER BY seq, id")
            .setFetchSize(500)
            .map((r, c) -> Rows.row(r))
            .stream()) {
      rows.forEach(this::row);
    }
    head(head);
    anchored(end);
    keys();
    archives();
    return List.copyOf(findings);
  }

  private void row(Row row) {
    long expected = before == null ? 1 : before.seq() + 1;
    String previous = before == null ? Row.START : before.hash();
    if (row.seq() > expected) {
      found(expected, "missing", "up to row " + (row.seq() - 1) + " there is nothing");
    }
    if (row.seq() < expected) {
      found(row.seq(), "duplicated", "its place is taken twice");
    } else if (twice.contains(row.id()) && !row.intact()) {
      found(row.seq(), "duplicated", "it has the hash of another row");
    } else if (!row.intact()) {
      Long written = written(row);
      found(
          row.seq(),
          written == null ? "changed" : "reordered",
          written == null
              ? "it is not what its hash was made of"
              : "it was written as row " + written);
    } else if (row.seq() == expected && !row.previous().equals(previous)) {
      found(
          expected == 1 ? 1 : expected - 1,
          "changed",
          expected == 1
              ? "the first row follows another"
              : "it was rewritten with a new hash: the row behind it follows another");
    }
    before = row;
  }

  /** The place for which its hash was made, if that is near; null if it was changed in itself. */
  private static @Nullable Long written(Row row) {
    for (long far = 1; far <= NEAR; far++) {
      if (row.hash().equals(row.hashAt(row.seq() - far))) {
        return row.seq() - far;
      }
      if (row.hash().equals(row.hashAt(row.seq() + far))) {
        return row.seq() + far;
      }
    }
    return null;
  }

  private void head(Chain.@Nullable Head head) {
    long last = before == null ? 0 : before.seq();
    String hash = before == null ? Row.START : before.hash();
    if (head == null) {
      found(0, "head", "the signed end of the chain is gone");
    } else if (!head.mac().equals(site.sign(head.seq(), head.hash()))) {
      found(0, "head", "the end of the chain was not signed with this key");
    }
    if (head != null && head.seq() > last) {
      found(last + 1, "truncated", "the chain went on to row " + head.seq());
    } else if (head != null && head.seq() == last && !head.hash().equals(hash)) {
      found(last, "changed", "the last row is not the one that was signed");
    } else if (head != null && head.seq() < last) {
      behind(head, last);
    }
  }

  /** Rows behind the head that was read first may have been appended since. */
  private void behind(Chain.Head read, long last) {
    Chain.Head now = Rows.head(handle);
    if (now == null || now.seq() < last) {
      found(read.seq() + 1, "duplicated", "the chain was signed up to row " + read.seq() + " only");
    }
  }

  private void anchored(Chain.@Nullable Head end) {
    if (end == null || end.seq() == 0) {
      return;
    }
    String hash = Rows.hash(handle, end.seq());
    if (hash == null) {
      found(end.seq(), "truncated", "the anchor knows this row, and it is gone");
    } else if (!hash.equals(end.hash())) {
      found(end.seq(), "anchor", "the anchor knows another row here");
    }
  }

  /** A key that went without a word: what it opened can never be read again. */
  private void keys() {
    handle
        .createQuery(
            "SELECT MIN(seq) FROM decision d WHERE"
                + " NOT EXISTS (SELECT 1 FROM client_key k WHERE k.client = d.client)"
                + " AND NOT EXISTS (SELECT 1 FROM decision e WHERE e.client = d.client"
                + " AND e.kind = 'erasure') GROUP BY client ORDER BY 1")
        .mapTo(Long.class)
        .list()
        .forEach(seq -> found(seq, "key", "the client's key is gone, and no erasure says so"));
    try (Stream<Finding> broken =
        handle
            .createQuery(
                "SELECT k.name, k.client, k.sealed, COALESCE(MIN(d.seq), 0) FROM client_key k"
                    + " LEFT JOIN decision d ON d.client = k.client"
                    + " GROUP BY k.name, k.client, k.sealed ORDER BY 4")
            .setFetchSize(500)
            .map((r, c) -> key(r.getString(1), r.getString(2), r.getBytes(3), r.getLong(4)))
            .stream()) {
      broken.filter(f -> !f.what().isEmpty()).forEach(findings::add);
    }
  }

  private Finding key(String name, String client, byte[] sealed, long row) {
    try {
      Objects.requireNonNull(site.open(name, client, sealed));
      return new Finding(row, "key", "");
    } catch (RecordTampered e) {
      return new Finding(row, "key", "the client's key does not open: it was changed");
    }
  }

  private void archives() {
    handle
        .createQuery(
            "SELECT rule_set, MIN(seq) FROM decision WHERE rule_set <> '' GROUP BY rule_set")
        .map((r, c) -> new Finding(r.getLong(2), r.getString(1), ""))
        .list()
        .forEach(this::archived);
  }

  /**
   * @param first the first row of a rule set, which stands in place of the kind
   */
  private void archived(Finding first) {
    byte[] archive = Rows.archive(handle, first.kind());
    if (archive == null) {
      found(first.row(), "rules", "they are not in the archive");
      return;
    }
    try {
      Objects.requireNonNull(RuleArchive.unpack(first.kind(), archive));
    } catch (RecordFailed e) {
      found(first.row(), "rules", String.valueOf(e.getMessage()));
    }
  }

  private void found(long row, String kind, String what) {
    findings.add(new Finding(row, kind, what));
  }
}
