package dev.spotter.service;

import io.javalin.security.RouteRole;
import java.util.Locale;

/** What a caller may do. Every role includes {@link #READER}. */
enum Role implements RouteRole {
  /** Needs no token: whether the service is alive, and its own description. */
  ANYONE,
  /** A clinician's program that calls CDS Hooks, by a token of its own for each call. */
  CLINICIAN_APP,
  /** Sees the questions, the rules, the schema and the figures. */
  READER,
  /** Has clients assessed. */
  ASSESSOR,
  /** Has the rules folder looked at now. */
  EDITOR,
  /** Sees what became of edits. */
  AUDITOR;

  /** As it is written in settings and tokens. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
