package dev.laurel.engine.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One act as it was recorded. Immutable; never changed.
 *
 * @param number counts the records of a book, from 1
 * @param recordedAt when it was recorded, by the programme's clock
 * @param previous the hash of the record before it; {@value #NOTHING} of the first
 * @param hash see {@link #hashed}
 */
public record HistoryRecord(
    long number, Instant recordedAt, Entry entry, String previous, String hash) {
  /** What stands before the first record. */
  public static final String NOTHING =
      "0000000000000000000000000000000000000000000000000000000000000000";

  /** The record that follows, with its hash. */
  static HistoryRecord of(Head before, Instant recordedAt, Entry entry) {
    HistoryRecord unhashed =
        new HistoryRecord(before.number() + 1, recordedAt, entry, before.hash(), "");
    return new HistoryRecord(unhashed.number, recordedAt, entry, before.hash(), unhashed.hashed());
  }

  /** The end of the book that this record makes. */
  public Head head() {
    return new Head(number, hash);
  }

  /**
   * SHA-256 in lower-case hex of all parts but the hash: number, previous, recordedAt, key, by,
   * act, about, why, digest, then name and value of each fact in the order of the names; each part
   * as UTF-8 after its length in four bytes, the highest first.
   */
  public String hashed() {
    MessageDigest digest = sha256();
    part(digest, String.valueOf(number));
    part(digest, previous);
    part(digest, recordedAt.toString());
    part(digest, entry.key());
    part(digest, entry.by());
    part(digest, entry.act());
    part(digest, entry.about());
    part(digest, entry.why());
    part(digest, entry.digest());
    entry
        .facts()
        .forEach((name, value) -> {
          part(digest, name);
          part(digest, value);
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void part(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
