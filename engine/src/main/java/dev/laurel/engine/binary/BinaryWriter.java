package dev.laurel.engine.binary;

import java.util.Arrays;

/** Writes into memory that is used again; {@link BinaryReader} reads it. Not thread-safe. */
public final class BinaryWriter {
  private byte[] bytes = new byte[256];
  private int size;

  public BinaryWriter put(int oneByte) {
    ensure(1);
    bytes[size++] = (byte) oneByte;
    return this;
  }

  /** A number from 0 up, in one byte where it is below 128, else seven bits in each. */
  public BinaryWriter count(long number) {
    if (number < 0)
      throw new IllegalArgumentException("A count (%d) is 0 or more.".formatted(number));
    return bits(number);
  }

  /** Any number, short where it is near 0 on either side. */
  public BinaryWriter number(long number) {
    return bits(number << 1 ^ number >> 63);
  }

  /** A text of any characters. */
  public BinaryWriter text(String text) {
    int length = text.length();
    count(length);
    ensure(length * 3);
    for (int i = 0; i < length; i++) put3(text.charAt(i));
    return this;
  }

  /** Bytes as they are, their length before them. */
  public BinaryWriter block(byte[] block) {
    return block(block, 0, block.length);
  }

  /** A part of the bytes given, its length before it. */
  public BinaryWriter block(byte[] source, int from, int to) {
    int length = to - from;
    count(length);
    ensure(length);
    System.arraycopy(source, from, bytes, size, length);
    size += length;
    return this;
  }

  /**
   * A text whose bytes, compared without sign, stand in the order of {@link String#compareTo},
   * whatever follows.
   *
   * @throws IllegalArgumentException when the text holds the character U+0000, which ends it here
   */
  public BinaryWriter sortedText(String text) {
    int length = text.length();
    ensure(length * 3 + 1);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == 0)
        throw new IllegalArgumentException("A text that is sorted by must not hold U+0000.");
      put3(c);
    }
    bytes[size++] = 0;
    return this;
  }

  /**
   * A number whose bytes, compared without sign, stand in the order of the numbers.
   *
   * @param width 1 to 8 bytes, of which the first bit is the sign; the number must fit
   */
  public BinaryWriter sortedNumber(long number, int width) {
    int spare = Long.SIZE - Byte.SIZE * width;
    if (number << spare >> spare != number)
      throw new IllegalArgumentException(
          "The number %d does not fit into %d bytes.".formatted(number, width));
    ensure(width);
    long flipped = number ^ 1L << Byte.SIZE * width - 1;
    for (int i = width - 1; i >= 0; i--) bytes[size++] = (byte) (flipped >>> Byte.SIZE * i);
    return this;
  }

  /** How many bytes were written since the last {@link #clear}. */
  public int size() {
    return size;
  }

  /** Forgets what was written and keeps the memory. */
  public void clear() {
    size = 0;
  }

  /** The memory itself, of which the first {@link #size} bytes were written. */
  public byte[] memory() {
    return bytes;
  }

  private BinaryWriter bits(long number) {
    ensure(10);
    long left = number;
    while ((left & ~0x7FL) != 0) {
      bytes[size++] = (byte) (left & 0x7F | 0x80);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
    return this;
  }

  /** Up to three bytes for each half of a surrogate pair too: so bytes stand as characters do. */
  private void put3(char c) {
    if (c < 0x80) bytes[size++] = (byte) c;
    else if (c < 0x800) {
      bytes[size++] = (byte) (0xC0 | c >> 6);
      bytes[size++] = (byte) (0x80 | c & 0x3F);
    } else {
      bytes[size++] = (byte) (0xE0 | c >> 12);
      bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
      bytes[size++] = (byte) (0x80 | c & 0x3F);
    }
  }

  private void ensure(int more) {
    if (bytes.length - size < more)
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), bytes.length * 2));
  }
}
