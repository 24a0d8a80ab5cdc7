package dev.spotter.cds;

import org.jspecify.annotations.Nullable;

/**
 * What the house that runs the service has chosen.
 *
 * @param fhirBase under which our FHIR resources are named, without a slash at its end
 * @param staleDays answers older than these are said to be stale; the house's own threshold
 * @param sourceUrl where to read about the source of the cards, or null
 * @param link what every card links to, or null for nothing
 */
public record House(
    String fhirBase, int staleDays, @Nullable String sourceUrl, @Nullable Link link) {

  /** A link of a card: an absolute address and the words to show for it. */
  public record Link(String url, String label) {}
}
