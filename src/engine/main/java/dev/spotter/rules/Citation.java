package dev.spotter.rules;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule's knowledge comes from.
 *
 * @param key as rules cite it
 * @param citation for people
 * @param doi or null
 * @param status {@code verified}, {@code second-hand}, {@code stated}, {@code unverified} or {@code
 *     house}
 */
public record Citation(String key, String citation, @Nullable String doi, String status) {
  private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/\\S+");

  /**
   * Where it can be looked up on the web, as an address of letters, digits and {@code %-._*:/}
   * only, whatever signs are in the DOI; null if it has none, or what it has is none.
   */
  public @Nullable String address() {
    return doi == null || !DOI.matcher(doi.strip()).matches()
        ? null
        : "https://doi.org/"
            + URLEncoder.encode(doi.strip(), StandardCharsets.UTF_8).replace("%2F", "/");
  }
}
