package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import java.nio.ByteBuffer;
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

  /** The first 128 bits, in hex, of SHA-256 over what is corrected and because of what. */
  static String of(Correction correction) {
    DecisionIds corrections = new DecisionIds(correction.of());
    byte[] because = correction.because().getBytes(StandardCharsets.UTF_8);
    corrections.start.update(because);
    return HexFormat.of().formatHex(corrections.start.digest(), 0, BYTES);
  }

  /** The first 128 bits, in hex, of SHA-256 over revision, member, source and id. */
  String of(Event event) {
    try {
      MessageDigest digest = (MessageDigest) start.clone();
      byte[] member = event.member().getBytes(StandardCharsets.UTF_8);
      byte[] source = event.source().getBytes(StandardCharsets.UTF_8);
      byte[] id = event.id().getBytes(StandardCharsets.UTF_8);
      ByteBuffer all =
          ByteBuffer.allocate(3 * Integer.BYTES + member.length + source.length + id.length);
      // Each text with its length first, so that no two triples read alike.
      all.putInt(member.length).put(member);
      all.putInt(source.length).put(source);
      all.putInt(id.length).put(id);
      digest.update(all.array());
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of the platform can be cloned.", e);
    }
  }
}
