package dev.laurel.rules.sentence;

/**
 * One sentence about one place of a pack. Immutable.
 *
 * @param place the path in the pack of what it is about, such as {@code earning/usual/rules/base}
 */
public record Sentence(String place, Phrase phrase) {}
