package dev.laurel.engine.decision;

/**
 * Why an event was decided once more. Immutable.
 *
 * @param of the id of the decision that is corrected, the last one before on the same event
 * @param because the key of the event that came late, before which that decision was made
 */
public record Correction(String of, String because) {}
