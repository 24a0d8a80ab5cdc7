package dev.spotter.cds;

/** A call that cannot be answered as it is, and why; its words never hold what was sent. */
public final class NotAnswered extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String title;

  NotAnswered(int status, String title, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
  }

  static NotAnswered bad(String detail) {
    return new NotAnswered(400, "Not a CDS Hooks request", detail);
  }

  /** The status by HTTP. */
  public int status() {
    return status;
  }

  /** The same for every refusal of this kind. */
  public String title() {
    return title;
  }
}
