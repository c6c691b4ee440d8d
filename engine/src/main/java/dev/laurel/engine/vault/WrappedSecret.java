package dev.laurel.engine.vault;

/**
 * What digests, marks and search tokens are keyed with, wrapped; made once for a store. Immutable;
 * the bytes are never changed.
 *
 * @param version counts the replacements, from 1
 * @param wrapping the name of the master key that wraps it
 */
public record WrappedSecret(long version, String wrapping, byte[] secret) {}
