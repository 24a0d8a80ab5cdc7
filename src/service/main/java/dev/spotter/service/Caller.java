package dev.spotter.service;

import java.util.Set;

/**
 * Who asks.
 *
 * @param name for the access log and the rate limit; never a token
 */
record Caller(String name, Set<Role> roles) {
  /** On loopback, where no tokens are set up. */
  static final Caller LOCAL =
      new Caller("local", Set.of(Role.READER, Role.ASSESSOR, Role.EDITOR, Role.AUDITOR));

  /** True if one of the roles that a route names is among this caller's. */
  boolean may(Role role) {
    return role == Role.ANYONE || roles.contains(role) || (role == Role.READER && !roles.isEmpty());
  }
}
