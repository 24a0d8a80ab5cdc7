package dev.spotter.record;

import dev.spotter.cds.Feedback;
import dev.spotter.rules.RuleSet;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The record as it is written: keeps decisions and what became of them, and erases clients. Safe
 * for many threads, and for several processes on one database.
 */
public final class DecisionRecord implements DecisionLog {
  private final RecordSettings settings;
  private final Database database;
  private final @Nullable Anchor anchor;
  private final Chain chain;
  private final Writer writer;
  private final RecordView view;

  private DecisionRecord(RecordSettings settings, SiteKey site, Database database, String program) {
    this.settings = settings;
    this.database = database;
    this.anchor = Anchor.of(settings);
    this.chain = new Chain(site, program);
    this.writer = new Writer(database, chain, anchor);
    this.view = new RecordView(settings, site, database);
  }

  /**
   * Opens the record, and makes it where there is none.
   *
   * @param program the version of this program
   * @throws RecordTampered if it does not end where it was last signed, or where the anchor says:
   *     to go on writing would hide that
   * @throws RecordFailed if it cannot be reached, or its key is gone
   */
  public static DecisionRecord open(RecordSettings settings, String program) {
    Database database = Database.of(settings.url());
    database.migrate();
    try (Handle handle = database.open()) {
      boolean begun = Rows.head(handle) != null || Rows.count(handle) > 0;
      SiteKey site = begun ? SiteKey.read(settings.key()) : SiteKey.readOrMake(settings.key());
      if (!begun) {
        Chain.begin(handle, site);
      }
      Chain.signed(handle, site);
      Anchor anchor = Anchor.of(settings);
      if (anchor != null) {
        anchor.check(handle);
      }
      return new DecisionRecord(settings, site, database, program);
    } catch (JdbiException e) {
      throw new RecordFailed("the record cannot be read", e);
    }
  }

  @Override
  public List<String> decided(String who, RuleSet rules, List<Decided> decisions) {
    return append(
        decisions.stream()
            .map(d -> Payload.draft(Draft.newId(), who, rules, d, settings))
            .toList());
  }

  @Override
  public List<String> happened(String who, List<Feedback> feedback) {
    return append(
        feedback.stream().map(f -> Payload.draft(Draft.newId(), who, f, settings)).toList());
  }

  private List<String> append(List<Draft> drafts) {
    if (!drafts.isEmpty()) {
      writer.append(drafts);
    }
    return drafts.stream().map(Draft::id).toList();
  }

  /**
   * Destroys the client's key, so that nothing kept of the client can ever be read again.
   *
   * @return the id of the row that says so; null if nothing is known of such a client
   * @throws RecordFailed if it could not be done, or not wiped from the files
   */
  public @Nullable String erase(String who, String client) {
    Chain.Erased erased;
    try (Handle handle = database.open()) {
      erased = handle.inTransaction(h -> chain.erase(h, who, client));
    } catch (JdbiException e) {
      throw new RecordFailed("the record cannot be written", e);
    }
    if (anchor != null && erased != null) {
      anchor.write(erased.head());
    }
    database.wipe();
    return erased == null ? null : erased.id();
  }

  /** The same record, to be read. */
  public RecordView view() {
    return view;
  }

  @Override
  public void close() {
    writer.close();
  }
}
