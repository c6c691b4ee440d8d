package dev.laurel.engine.draft;

/**
 * A draft at one moment. Immutable.
 *
 * @param draft its number
 * @param number how many entries its log had; 0 of one that nobody has edited yet
 */
public record Version(int draft, long number) {}
