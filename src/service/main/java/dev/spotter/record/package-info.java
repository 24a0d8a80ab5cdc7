/**
 * The record: which decisions were given, by which rules, so that anyone can show it years later.
 *
 * <p>In: decisions of the service, one after another. Out: a chain of rows in SQLite or PostgreSQL,
 * each holding the hash of the one before; the same answer again; what was tampered with. What is
 * of a client is sealed with a key of that client's own, so that erasing the client is destroying
 * the key. Next: {@code service} writes it, commands and auditors read it.
 */
@NullMarked
package dev.spotter.record;

import org.jspecify.annotations.NullMarked;
