package dev.spotter.prove;

import dev.spotter.assess.Decision;

/**
 * An invariant and a client that breaks it.
 *
 * @param invariant what should hold
 * @param client as small as could be made
 * @param decision what was decided for it
 * @param how what is wrong with that, for people
 */
public record Broken(Invariant invariant, Client client, Decision decision, String how) {}
