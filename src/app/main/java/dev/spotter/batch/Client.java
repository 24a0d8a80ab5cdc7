package dev.spotter.batch;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Whose answer is written.
 *
 * @param at the clock used
 * @param source where the record stood
 * @param line and on which line
 */
record Client(String id, OffsetDateTime at, String source, long line) {
  String time() {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
  }
}
