package dev.laurel.engine.vault;

import java.util.HexFormat;

/**
 * Keyed digests, the same as long as the store lives, whatever the master key. Immutable and
 * thread-safe.
 */
final class StoreSecret {
  private static final int SHORT = 16;

  private final byte[] digests;
  private final byte[] marks;
  private final byte[] tokens;

  StoreSecret(byte[] secret) {
    digests = Ciphers.hmac(secret, Ciphers.context("digests"));
    marks = Ciphers.hmac(secret, Ciphers.context("marks"));
    tokens = Ciphers.hmac(secret, Ciphers.context("tokens"));
  }

  /** Of an event's whole content. */
  String digest(byte[] content) {
    return HexFormat.of().formatHex(Ciphers.hmac(digests, content));
  }

  /** Stands for a member outside the store. */
  String mark(String member) {
    return HexFormat.of().formatHex(Ciphers.hmac(marks, Ciphers.context(member)));
  }

  /** Stands for a word that is searched for. */
  String token(String kind, String word) {
    byte[] token = Ciphers.hmac(tokens, Ciphers.context(kind, word));
    return HexFormat.of().formatHex(token, 0, SHORT);
  }
}
