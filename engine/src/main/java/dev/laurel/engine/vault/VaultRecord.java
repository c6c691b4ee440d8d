package dev.laurel.engine.vault;

import java.util.Optional;
import java.util.Set;

/**
 * What the vault keeps of a member, replaced as one. Closed family, immutable; the bytes are never
 * changed.
 */
public sealed interface VaultRecord {
  String member();

  /** Counts the replacements, from 1. */
  long version();

  /** The keyed digest of the member's id. */
  String mark();

  /**
   * A member with a key.
   *
   * @param wrapping the name of the master key that wraps the member's
   * @param key the member's key, wrapped
   * @param fields the personal fields, sealed with the member's key; empty where none are known
   * @param tokens by which the fields are found, see {@link VaultStore#search}
   */
  record Kept(
      String member,
      long version,
      String mark,
      String wrapping,
      byte[] key,
      Optional<byte[]> fields,
      Set<String> tokens)
      implements VaultRecord {
    public Kept {
      tokens = Set.copyOf(tokens);
    }

    Kept next(byte[] newFields, Set<String> newTokens) {
      return new Kept(member, version + 1, mark, wrapping, key, Optional.of(newFields), newTokens);
    }

    Kept rewrapped(String newWrapping, byte[] newKey) {
      return new Kept(member, version + 1, mark, newWrapping, newKey, fields, tokens);
    }
  }

  /** A member who was erased: there is no key any more, and none is made again. */
  record Erased(String member, long version, String mark, Erasure erasure) implements VaultRecord {}
}
