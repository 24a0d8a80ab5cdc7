package dev.spotter.record;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What opens the rows of one client.
 *
 * @param client the random word for the client in rows
 * @param key 256 bits; it salts the digests of what was told too
 */
record ClientKey(String client, byte[] key) {

  /** The key of a client, or null. */
  static @Nullable ClientKey find(Handle handle, SiteKey site, String clientId) {
    String name = site.name(clientId);
    return handle
        .createQuery("SELECT client, sealed FROM client_key WHERE name = ?")
        .bind(0, name)
        .map((r, c) -> site.open(name, r.getString(1), r.getBytes(2)))
        .findOne()
        .orElse(null);
  }

  /** The key of whoever rows call so, or null if it was destroyed. */
  static @Nullable ClientKey of(Handle handle, SiteKey site, String client) {
    return handle
        .createQuery("SELECT name, sealed FROM client_key WHERE client = ?")
        .bind(0, client)
        .map((r, c) -> site.open(r.getString(1), client, r.getBytes(2)))
        .findOne()
        .orElse(null);
  }

  String digest(byte[] input) {
    return Hashing.keyed(key, "input", input);
  }

  byte[] seal(String row, byte[] payload) {
    return Seal.close(key, row, payload);
  }

  byte[] open(Row row) {
    return Seal.open(key, row.id(), row.payload() == null ? new byte[0] : row.payload());
  }
}
