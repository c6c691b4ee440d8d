package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names decisions by what they decide on. Thread-safe. */
final class DecisionIds {
  private static final int BYTES = 16;

  private final MessageDigest start;

  DecisionIds(String revisionDigest) {
    try {
      start = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
    start.update(revisionDigest.getBytes(StandardCharsets.UTF_8));
  }

  /** The first 128 bits, in hex, of SHA-256 over revision, member, source and id. */
  String of(Event event) {
    try {
      MessageDigest digest = (MessageDigest) start.clone();
      add(digest, event.member());
      add(digest, event.source());
      add(digest, event.id());
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of the platform can be cloned.", e);
    }
  }

  /** Each text with its length first, so that no two triples read alike. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int shift = 24; shift >= 0; shift -= 8) digest.update((byte) (bytes.length >>> shift));
    digest.update(bytes);
  }
}
