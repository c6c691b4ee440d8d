package dev.laurel.engine.access;

/**
 * Why something was not done. Immutable.
 *
 * @param code stable, in kebab case
 * @param sentence what happened, why, and what to do now; English
 */
public record Refusal(String code, String sentence) {}
