package dev.spotter.intake;

/** A file or a client that cannot be read any further, and where. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Fault fault;
  private final transient Node.Place place;

  Unreadable(Fault fault, Node.Place place, String message) {
    super(message, null, false, false);
    this.fault = fault;
    this.place = place;
  }

  Fault fault() {
    return fault;
  }

  Node.Place place() {
    return place;
  }

  Problem in(String source, String help) {
    return new Problem(
        source,
        "",
        place.line(),
        place.column(),
        fault.code(),
        String.valueOf(getMessage()),
        null,
        help);
  }
}
