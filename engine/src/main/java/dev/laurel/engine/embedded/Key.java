package dev.laurel.engine.embedded;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A key of a map of the store: bytes, ordered as unsigned numbers from the first on. Immutable: the
 * array is never changed after the key was made.
 */
final class Key implements Comparable<Key> {
  /** Below every key that is made of values, and above {@link #MARK}. */
  static final Key FIRST = new Key(new byte[] {1});

  /** Where a map keeps what it must remember about itself, out of reach of every range. */
  static final Key MARK = new Key(new byte[] {0});

  private final byte[] bytes;

  Key(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The bytes themselves, not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /** This key with the other's bytes behind its own. */
  Key then(Key other) {
    byte[] both = Arrays.copyOf(bytes, bytes.length + other.bytes.length);
    System.arraycopy(other.bytes, 0, both, bytes.length, other.bytes.length);
    return new Key(both);
  }

  /**
   * The least key above all keys that begin with this one, or null where there is none because it
   * is made of the highest byte only.
   */
  @Nullable Key afterAllThatBeginWithThis() {
    int last = bytes.length - 1;
    while (last >= 0 && bytes[last] == (byte) 0xFF) last--;
    if (last < 0) return null;
    byte[] next = Arrays.copyOf(bytes, last + 1);
    next[last]++;
    return new Key(next);
  }

  @Override
  public int compareTo(Key other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Key key && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
