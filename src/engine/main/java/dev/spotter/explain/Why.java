package dev.spotter.explain;

import java.util.List;

/**
 * Why something was concluded.
 *
 * @param asked what
 * @param title what it is called
 * @param so whether it was concluded at all
 * @param said what was concluded, in a few words
 * @param grounds the rules that made it so, and those that spoke against it
 * @param because other conclusions that these rules read; of these none further. None for a cause
 *     and for notes
 */
public record Why(
    Asked asked, String title, boolean so, String said, List<Ground> grounds, List<Why> because) {}
