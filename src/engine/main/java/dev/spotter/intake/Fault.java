package dev.spotter.intake;

/** What can be wrong with an input; the code is stable, for programs. */
enum Fault {
  /** There is nothing in the file. */
  EMPTY("empty"),
  /** A byte that is no UTF-8. */
  BAD_UTF8("bad-utf8"),
  /** Another encoding altogether. */
  ENCODING("wrong-encoding"),
  /** Not JSON, or not YAML. */
  SYNTAX("syntax"),
  /** A text, a client or a list beyond the limits. */
  TOO_LONG("too-long"),
  /** Brackets within brackets beyond the limits. */
  TOO_DEEP("too-deep"),
  /** A client that is not a group of fields, or a section that is none. */
  WRONG_TYPE("wrong-type"),
  /** The same key twice. */
  DUPLICATE("duplicate-key"),
  /** A section that no rule set declares. */
  UNKNOWN_SECTION("unknown-section"),
  /** A field that its section does not have. */
  UNKNOWN_FIELD("unknown-field"),
  /** An answer that the question does not offer. */
  NOT_OFFERED("not-offered"),
  /** None or unknown beside another answer. */
  CONTRADICTION("contradiction"),
  /** Not a number, or not a whole one. */
  NOT_A_NUMBER("not-a-number"),
  /** A number outside its range. */
  OUT_OF_RANGE("out-of-range"),
  /** A time, date or zone that cannot be read. */
  BAD_TIME("bad-time"),
  /** An id that cannot be used. */
  BAD_ID("bad-id"),
  /** A log with loads but without a unit. */
  NO_UNIT("no-unit"),
  /** A row of a log that looks odd; a warning. */
  ODD_ROW("odd-row");

  private final String code;

  Fault(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  /** What to do about a file or record of which nothing can be made out. */
  String help() {
    return switch (this) {
      case EMPTY ->
          "an intake is JSON or YAML: { \"id\": \"anna\", \"soreness\": { \"worst\": 4 } }";
      case BAD_UTF8, ENCODING -> "save the file as UTF-8";
      case SYNTAX -> "look at this place and the one before it: a quote, a comma or a bracket";
      default -> "split the file, or look for what should not be in it";
    };
  }
}
