package dev.laurel.engine.vault;

/**
 * Keeps an erased member from coming back with a restored copy of the store. Immutable.
 *
 * @param mark the keyed digest of the member's id, so that it names nobody by itself
 */
public record Tombstone(String mark, Erasure erasure) {}
