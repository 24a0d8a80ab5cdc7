package dev.spotter.compare;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One client whose answer differs.
 *
 * @param id the client's
 * @param source where the record stood
 * @param line and on which line
 * @param shifts what shifted, by aspect, in ids: {@code emergency -> soon}, {@code -stretch}
 * @param reasons what is responsible, by aspect; at least one each
 */
public record ClientChange(
    String id,
    String source,
    long line,
    Map<Aspect, List<String>> shifts,
    Map<Aspect, Set<Reason>> reasons) {}
