package dev.spotter.fact;

import java.util.Set;

/**
 * Which safety items no answer has settled. An item is a name that questions carry in the
 * vocabulary; one answered question of that name settles it, unknown does not.
 *
 * @param open the names still open
 * @param openCore how many
 */
public record Completeness(Set<String> open, int openCore) {}
