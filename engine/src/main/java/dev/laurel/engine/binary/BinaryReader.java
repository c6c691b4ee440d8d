package dev.laurel.engine.binary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what {@link BinaryWriter} wrote, in the same order. It trusts its bytes, which are our own;
 * running out of them is an {@link IndexOutOfBoundsException}. Not thread-safe.
 */
public final class BinaryReader {
  private byte[] bytes = new byte[0];
  private int at;
  private int end;

  /** Reads from here on. */
  public BinaryReader over(byte[] newBytes, int from, int to) {
    bytes = newBytes;
    at = from;
    end = to;
    return this;
  }

  public boolean atEnd() {
    return at >= end;
  }

  public int take() {
    if (at >= end) throw new IndexOutOfBoundsException(at);
    return bytes[at++] & 0xFF;
  }

  public long count() {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      int next = take();
      number |= (long) (next & 0x7F) << shift;
      if (next < 0x80) return number;
    }
  }

  /** A count that is the size of something in memory. */
  public int size() {
    return Math.toIntExact(count());
  }

  public long number() {
    long bits = count();
    return bits >>> 1 ^ -(bits & 1);
  }

  public String text() {
    int length = size();
    int from = at;
    for (int i = 0; i < length; i++) {
      if (bytes[at] < 0) return unusual(from, length);
      at++;
    }
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }

  public byte[] block() {
    int length = size();
    byte[] block = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return block;
  }

  /** A block that another reader goes through, without copying it. */
  public void block(BinaryReader part) {
    int length = size();
    part.over(bytes, at, at + length);
    at += length;
  }

  public String sortedText() {
    int from = at;
    boolean ascii = true;
    while (bytes[at] != 0) ascii &= bytes[at++] > 0;
    int length = at++ - from;
    if (ascii) return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    StringBuilder text = new StringBuilder(length);
    int stop = at;
    for (at = from; at < stop - 1; ) text.append(character());
    at = stop;
    return text.toString();
  }

  /**
   * A text of {@link BinaryWriter#sortedText}; the one given itself where it is the same, so that
   * what is often repeated is held once.
   */
  public String sortedText(String last) {
    int length = last.length();
    if (at + length < end && bytes[at + length] == 0) {
      int i = 0;
      while (i < length && bytes[at + i] == last.charAt(i) && bytes[at + i] > 0) i++;
      if (i == length) {
        at += length + 1;
        return last;
      }
    }
    return sortedText();
  }

  public long sortedNumber(int width) {
    long number = 0;
    for (int i = 0; i < width; i++) number = number << Byte.SIZE | take();
    int spare = Long.SIZE - Byte.SIZE * width;
    return (number ^ 1L << Byte.SIZE * width - 1) << spare >> spare;
  }

  private String unusual(int from, int length) {
    at = from;
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) text.append(character());
    return text.toString();
  }

  private char character() {
    int first = take();
    if (first < 0x80) return (char) first;
    if (first < 0xE0) return (char) ((first & 0x1F) << 6 | take() & 0x3F);
    int second = take() & 0x3F;
    return (char) ((first & 0xF) << 12 | second << 6 | take() & 0x3F);
  }
}
