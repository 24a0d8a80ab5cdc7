package dev.spotter.explain;

import dev.spotter.fact.Level;
import java.util.List;

/**
 * One answer that would change it, as the engine itself says.
 *
 * @param goal what would then be so, in a few words
 * @param question the question's id
 * @param ask the question
 * @param answers each of which would do, as in an intake, nearest first; empty for not asked
 * @param said the same in words
 * @param level how urgent it would then be, by the first of them
 */
public record Change(
    String goal,
    String question,
    String ask,
    List<Object> answers,
    List<String> said,
    Level level) {}
