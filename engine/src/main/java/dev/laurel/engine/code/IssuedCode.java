package dev.laurel.engine.code;

/**
 * A code that is nobody else's for ever. Immutable.
 *
 * @param benefit for which it was given
 * @param member to whom
 * @param event the key of the event that brought it
 */
public record IssuedCode(String code, String benefit, String member, String event) {}
