package dev.spotter.rules;

/**
 * A code that whoever writes a claim or a record may consider, never one that is asserted of a
 * client.
 *
 * @param of a kind of cause as rules name it, or {@code any} for whatever is behind it
 * @param system the code system's URI
 * @param code in it
 * @param display as the system calls it
 * @param source where it was looked up
 * @param status as a {@link Citation} has it
 */
public record Coding(
    String of, String system, String code, String display, String source, String status) {}
