/**
 * The same answers over HTTP.
 *
 * <p>In: requests, and a folder of rules whose edits are followed. Out: what the engine says, as
 * JSON, NDJSON, text or FHIR; problems by RFC 9457. Nothing here decides anything of training or
 * medicine, and no answer of a client is ever logged.
 */
@NullMarked
package dev.spotter.service;

import org.jspecify.annotations.NullMarked;
