package dev.spotter.service;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request that is not answered as asked, and why: what a caller reads as RFC 9457 says. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String title;
  private final transient Map<String, String> headers = new LinkedHashMap<>();
  private final transient Map<String, Object> more = new LinkedHashMap<>();

  /**
   * @param title the same for every refusal of this kind
   * @param detail what is wrong here and what to do; never what the caller sent
   */
  Refused(int status, String title, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  Refused header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Map<String, String> headers() {
    return headers;
  }

  /** One more member of the document. */
  Refused with(String member, Object value) {
    more.put(member, value);
    return this;
  }

  Map<String, Object> more() {
    return more;
  }
}
