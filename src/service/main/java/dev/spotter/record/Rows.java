package dev.spotter.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what is stored. */
final class Rows {
  static final String ALL =
      "SELECT seq, id, at, rule_set, program, input_digest, who, kind, client, payload, previous,"
          + " hash FROM decision ";

  private Rows() {}

  static Row row(ResultSet from) throws SQLException {
    return new Row(
        from.getLong(1),
        from.getString(2),
        from.getString(3),
        from.getString(4),
        from.getString(5),
        from.getString(6),
        from.getString(7),
        from.getString(8),
        from.getString(9),
        from.getBytes(10),
        from.getString(11),
        from.getString(12));
  }

  static @Nullable Row byId(Handle handle, String id) {
    return handle
        .createQuery(ALL + "WHERE id = ?")
        .bind(0, id)
        .map((r, c) -> row(r))
        .findOne()
        .orElse(null);
  }

  static List<Row> ofClient(Handle handle, String client) {
    return handle
        .createQuery(ALL + "WHERE client = ? ORDER BY seq")
        .bind(0, client)
        .map((r, c) -> row(r))
        .list();
  }

  /** Where the chain should end; null if that is gone. */
  static Chain.@Nullable Head head(Handle handle) {
    return handle
        .createQuery("SELECT seq, hash, mac FROM head WHERE one = 1")
        .map((r, c) -> new Chain.Head(r.getLong(1), r.getString(2), r.getString(3)))
        .findOne()
        .orElse(null);
  }

  /** The hash of the row at this place; null if there is none. */
  static @Nullable String hash(Handle handle, long seq) {
    return handle
        .createQuery("SELECT hash FROM decision WHERE seq = ?")
        .bind(0, seq)
        .mapTo(String.class)
        .findFirst()
        .orElse(null);
  }

  /** The ids of all decisions, oldest first, to be closed. */
  static Stream<String> decisions(Handle handle) {
    return handle
        .createQuery("SELECT id FROM decision WHERE kind = ? ORDER BY seq")
        .bind(0, Row.DECISION)
        .setFetchSize(500)
        .mapTo(String.class)
        .stream();
  }

  static long count(Handle handle) {
    return handle.createQuery("SELECT COUNT(*) FROM decision").mapTo(Long.class).one();
  }

  static byte @Nullable [] archive(Handle handle, String ruleSet) {
    return handle
        .createQuery("SELECT files FROM rule_archive WHERE id = ?")
        .bind(0, ruleSet)
        .map((r, c) -> r.getBytes(1))
        .findOne()
        .orElse(null);
  }
}
