package dev.spotter.record;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** SQLite or PostgreSQL, and the little in which they differ. Safe for many threads. */
final class Database {
  private static final int WAIT_MILLIS = 10_000;
  private static final int SECONDS = 20;

  private final Jdbi jdbi;
  private final DataSource source;
  private final boolean sqlite;

  private Database(DataSource source, boolean sqlite) {
    this.source = source;
    this.jdbi = Jdbi.create(source);
    this.sqlite = sqlite;
  }

  static Database of(String url) {
    boolean sqlite = url.startsWith(RecordSettings.SQLITE);
    return new Database(sqlite ? sqlite(url) : postgres(url), sqlite);
  }

  private static DataSource sqlite(String url) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(WAIT_MILLIS);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url);
    return source;
  }

  private static DataSource postgres(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url);
    source.setConnectTimeout(SECONDS / 4);
    source.setSocketTimeout(SECONDS);
    source.setTcpKeepAlive(true);
    // Whatever the server is set to: what was told to be kept is on its disk.
    source.setOptions("-c synchronous_commit=on");
    return source;
  }

  private Flyway flyway() {
    return Flyway.configure(Database.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:dev/spotter/record/migrations")
        .table("record_migrations")
        .load();
  }

  /** Brings the tables up to date. */
  void migrate() {
    try {
      flyway().migrate();
    } catch (FlywayException e) {
      throw new RecordFailed("the record's tables cannot be brought up to date", e);
    }
  }

  /**
   * Looks whether the tables are there and as this program reads them, without a change.
   *
   * @throws RecordFailed if not
   */
  void checkTables() {
    try {
      if (flyway().info().pending().length > 0) {
        throw new RecordFailed(
            "the record's tables are not there, or of an older version; spotter serve makes them");
      }
    } catch (FlywayException e) {
      throw new RecordFailed("the record cannot be reached", e);
    }
  }

  /** A connection, to be closed. */
  Handle open() {
    try {
      return jdbi.open();
    } catch (JdbiException e) {
      throw new RecordFailed("the record cannot be reached", e);
    }
  }

  /** Leaves nothing in the files of what was deleted before, as far as the database can. */
  void wipe() {
    try (Handle handle = open()) {
      if (sqlite) {
        wipeSqlite(handle);
      } else {
        handle.execute("VACUUM FULL client_key");
        handle.execute("CHECKPOINT");
      }
    } catch (JdbiException | SQLException e) {
      throw new RecordFailed("erased, but its traces in the files are not yet wiped; again", e);
    }
  }

  /** Secure delete has zeroed the pages; the log in front of them holds them still. */
  private static void wipeSqlite(Handle handle) throws SQLException {
    try (var statement = handle.getConnection().createStatement();
        var result = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
      if (result.next() && result.getInt(1) != 0) {
        throw new SQLException("somebody is reading the log");
      }
    }
  }
}
