package dev.spotter.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Spotter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty-five ways to tamper with a record, each planted in a copy, found and named with its row.
 */
class AuditTest {
  private static final int ROWS = 60;
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "at",
          "rule_set",
          "program",
          "input_digest",
          "who",
          "kind",
          "client",
          "previous",
          "hash");

  @TempDir Path folder;

  /** What somebody with the database does, and what the audit must say. */
  private record Planted(long row, List<String> kinds, String... sql) {}

  private static List<Planted> planted(Random random) {
    List<Planted> planted = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      long row = 2 + random.nextInt(ROWS - 3);
      String column = COLUMNS.get(i % COLUMNS.size());
      planted.add(
          new Planted(
              row,
              List.of("changed"),
              "UPDATE decision SET " + column + " = " + column + " || 'x' WHERE seq = " + row));
    }
    for (int i = 0; i < 6; i++) {
      long row = 1 + random.nextInt(ROWS);
      planted.add(
          new Planted(
              row,
              List.of("changed"),
              "UPDATE decision SET payload = "
                  + (i < 3 ? "NULL" : "CAST(substr(payload, 1, 40) AS BLOB)")
                  + " WHERE seq = "
                  + row));
    }
    for (int i = 0; i < 8; i++) {
      long row = i == 0 ? 1 : 1 + random.nextInt(ROWS - 1);
      planted.add(new Planted(row, List.of("missing"), "DELETE FROM decision WHERE seq = " + row));
    }
    for (int i = 0; i < 6; i++) {
      long row = 1 + random.nextInt(ROWS - 10);
      long other = row + 1 + random.nextInt(8);
      planted.add(
          new Planted(
              row,
              List.of("reordered"),
              "UPDATE decision SET seq = -1 WHERE seq = " + row,
              "UPDATE decision SET seq = " + row + " WHERE seq = " + other,
              "UPDATE decision SET seq = " + other + " WHERE seq = -1"));
    }
    for (int i = 0; i < 5; i++) {
      long row = 1 + random.nextInt(ROWS);
      planted.add(
          new Planted(
              ROWS + 1,
              List.of("duplicated"),
              "INSERT INTO decision SELECT "
                  + (ROWS + 1)
                  + ", 'copy', at, rule_set, program, input_digest, who, kind, client, payload,"
                  + " previous, hash FROM decision WHERE seq = "
                  + row));
    }
    for (int i = 0; i < 3; i++) {
      long row = ROWS - i;
      planted.add(
          new Planted(row, List.of("truncated"), "DELETE FROM decision WHERE seq >= " + row));
    }
    // The end too is moved back to where the rows end; it cannot be signed.
    planted.add(
        new Planted(
            0,
            List.of("head"),
            "DELETE FROM decision WHERE seq > 50",
            "UPDATE head SET seq = 50, hash = (SELECT hash FROM decision WHERE seq = 50)"));
    planted.add(
        new Planted(
            7,
            List.of("key"),
            "DELETE FROM client_key WHERE client = (SELECT client FROM decision WHERE seq = 7)"));
    planted.add(
        new Planted(
            9,
            List.of("key"),
            "UPDATE client_key SET sealed = CAST(x'00' || substr(sealed, 2) AS BLOB)"
                + " WHERE client = (SELECT client FROM decision WHERE seq = 9)"));
    String ten = "(SELECT client FROM decision WHERE seq = 10)";
    String twelve = "(SELECT client FROM decision WHERE seq = 12)";
    planted.add(
        new Planted(
            10,
            List.of("key"),
            "UPDATE client_key SET client = 'between' WHERE client = " + ten,
            "UPDATE client_key SET client = " + ten + " WHERE client = " + twelve,
            "UPDATE client_key SET client = " + twelve + " WHERE client = 'between'"));
    planted.add(
        new Planted(
            1,
            List.of("rules"),
            "UPDATE rule_archive SET files = CAST(substr(files, 1, 900) AS BLOB)"));
    planted.add(new Planted(1, List.of("rules"), "DELETE FROM rule_archive"));
    planted.add(new Planted(0, List.of("head"), "DELETE FROM head"));
    return planted;
  }

  @Test
  void eachOfFiftyFiveIsFoundAndNamed() throws Exception {
    System.out.println("audit: seed " + Recorded.SEED);
    Random random = new Random(Recorded.SEED);
    write(random);
    List<Planted> planted = planted(random);

    assertThat(planted).hasSize(55);
    assertThat(audit("record.db")).isEmpty();
    for (Planted one : planted) {
      Files.copy(
          folder.resolve("record.db"),
          folder.resolve("copy.db"),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(folder.resolve("copy.db-wal"));
      Files.deleteIfExists(folder.resolve("copy.db-shm"));
      run("copy.db", one.sql());
      assertThat(audit("copy.db"))
          .as(String.join("; ", one.sql()))
          .anyMatch(f -> f.row() == one.row() && one.kinds().contains(f.kind()));
    }
  }

  /** Rows are rewritten from one on, with hashes that fit, and the end is put right: no key. */
  @Test
  void aWholeChainForgedWithoutTheKeyIsFound() throws Exception {
    write(new Random(1));
    try (DecisionRecord record = Recorded.sqlite(folder);
        org.jdbi.v3.core.Handle handle =
            Database.of("jdbc:sqlite:" + folder.resolve("record.db")).open()) {
      String previous = null;
      for (long seq = 20; seq <= ROWS; seq++) {
        Row old =
            handle.createQuery(Rows.ALL + "WHERE seq = " + seq).map((r, c) -> Rows.row(r)).one();
        Row forged =
            new Row(
                    seq,
                    old.id(),
                    old.at(),
                    old.ruleSet(),
                    old.program(),
                    old.inputDigest(),
                    "somebody",
                    old.kind(),
                    old.client(),
                    old.payload(),
                    previous == null ? old.previous() : previous,
                    "")
                .hashed();
        previous = forged.hash();
        handle.execute(
            "UPDATE decision SET who = ?, previous = ?, hash = ? WHERE seq = ?",
            forged.who(),
            forged.previous(),
            forged.hash(),
            seq);
      }
      handle.execute("UPDATE head SET hash = ?", previous);

      assertThat(record.view().audit()).extracting(Finding::kind).contains("head", "anchor");
    }
  }

  /** An old copy of the database, with its own signed end: only the anchor knows. */
  @Test
  void anOldCopyIsFoundByTheAnchor() throws Exception {
    write(new Random(2));
    Path db = folder.resolve("record.db");
    byte[] old = Files.readAllBytes(db);
    try (DecisionRecord record = Recorded.sqlite(folder)) {
      Recorded.keep(record, Recorded.shipped(), Recorded.client("later", new Random(3)));
    }
    Files.deleteIfExists(folder.resolve("record.db-wal"));
    Files.write(db, old);

    assertThat(audit("record.db"))
        .extracting(Finding::toString)
        .containsExactly("row 61: truncated: the anchor knows this row, and it is gone");
  }

  private void write(Random random) {
    Spotter spotter = Recorded.shipped();
    try (DecisionRecord record = Recorded.sqlite(folder)) {
      for (int i = 0; i < ROWS; i++) {
        Recorded.keep(record, spotter, Recorded.client("client-" + i, random));
      }
    }
  }

  private List<Finding> audit(String file) {
    return RecordView.open(Recorded.settings("jdbc:sqlite:" + folder.resolve(file), folder))
        .audit();
  }

  private void run(String file, String... sql) throws SQLException, IOException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
        Statement statement = connection.createStatement()) {
      for (String one : sql) {
        statement.executeUpdate(one);
      }
    }
  }
}
