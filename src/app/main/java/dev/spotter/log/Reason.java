package dev.spotter.log;

import java.util.EnumSet;
import java.util.Set;

/** Why a row was set aside, or what was odd about one that was kept; the code is stable. */
public enum Reason {
  REST_TIMER("rest-timer", true, "a rest timer, not a set"),
  REMARK("remark", true, "a remark, not a set"),
  REPEATED_HEADER("repeated-header", true, "the header again"),
  EMPTY("empty", true, "nothing was logged"),
  TIMED("timed", true, "time or distance only, no load and no repetitions"),
  NO_LIFT("no-lift", true, "a meet without a lift"),
  DUPLICATE("duplicate", true, "the very same row stands earlier"),
  LATER("later", true, "later than the clock; is the date right, and the zone (--zone)?"),
  NO_EXERCISE("no-exercise", true, "no exercise is named"),
  BAD_DATE("bad-date", true, "not a date that can be read"),
  BAD_NUMBER("bad-number", true, "not a number that can be read"),
  OUT_OF_RANGE("out-of-range", true, "more than 600 kg or 100 repetitions, or less than none"),
  NO_UNIT("no-unit", true, "a load without kg or lb; give --unit"),
  TWO_LOADS("two-loads", true, "two loads that do not agree"),
  UNKNOWN_MARK("unknown-mark", true, "a mark that is not known, on a row without load and reps"),
  SURPLUS("surplus-fields", true, "more fields than the header has, and no one way to mend it"),
  MISSING("missing-fields", true, "fewer fields than the header has; cut off here?"),
  BROKEN_QUOTE("broken-quote", true, "a quotation mark that is not closed, or closed too early"),
  TOO_LONG("too-long", true, "a line too long to be a set"),

  MENDED("mended", false, "a comma in a name without quotes; put together again"),
  OTHER_ENCODING("other-encoding", false, "not UTF-8; read as Windows-1252"),
  BROKEN_CHARACTER("broken-character", false, "a broken character"),
  UNKNOWN_COLUMN("unknown-column", false, "a column that is not known was not read"),
  NO_LOAD("no-load", false, "a load of 0 is no load: bodyweight, and no part of any volume"),
  ASSISTED("assisted", false, "a load below 0 is help, not load: no part of any volume"),
  NO_REPS("no-reps", false, "a load with 0 repetitions counts as a failed attempt"),
  MARK_IGNORED("mark-ignored", false, "a mark that is not known; the set was kept without it"),
  BAD_EFFORT("bad-effort", false, "an RPE or RIR outside its scale was left out"),
  BAD_LENGTH("bad-length", false, "a length of the session that cannot be read was left out"),
  FORGOTTEN_TIMER(
      "forgotten-timer", false, "longer than four hours: a timer left running, left out"),
  TWO_SESSIONS("two-sessions", false, "a second session of that day; kept as one of its own"),
  OWN_UNIT("own-unit", false, "the file names its unit itself; --unit only says how to show loads"),
  MEETS("meets", false, "meets show attempts only: nothing of the training or the warm-up between"),
  OTHER_FILE("other-file", false, "a session that another file has too; the fuller one was taken");

  private static final Set<Reason> ORDINARY =
      EnumSet.of(REST_TIMER, REMARK, EMPTY, TIMED, NO_LOAD, TWO_SESSIONS, OWN_UNIT);

  private final String code;
  private final boolean setsAside;
  private final String text;

  Reason(String code, boolean setsAside, String text) {
    this.code = code;
    this.setsAside = setsAside;
    this.text = text;
  }

  /** Short and stable, for programs. */
  public String code() {
    return code;
  }

  /** True if such a row is not part of the log. */
  public boolean setsAside() {
    return setsAside;
  }

  /** True for what every log of some app is full of, and nobody need look at. */
  public boolean ordinary() {
    return ORDINARY.contains(this);
  }

  /** One sentence for people. */
  public String text() {
    return text;
  }
}
