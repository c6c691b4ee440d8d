package dev.laurel.engine.spill;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Goes through the records of one run, in memory or on disk. Not thread-safe. */
final class Cursor {
  /** How many bytes are compared as one number, before all of them. */
  private static final int PREFIX = Long.BYTES;

  private static final int LONGEST_LENGTH = 5;

  private final int ordinal;
  private final @Nullable FileChannel file;
  private long position;
  private final long end;
  private byte[] bytes;
  private int at;
  private int filled;
  private int from;
  private long prefix;

  private Cursor(
      int ordinal, @Nullable FileChannel file, long position, long end, byte[] bytes, int filled) {
    this.ordinal = ordinal;
    this.file = file;
    this.position = position;
    this.end = end;
    this.bytes = bytes;
    this.filled = filled;
  }

  static Cursor of(int ordinal, Run run) {
    return new Cursor(ordinal, null, 0, 0, run.bytes(), run.bytes().length);
  }

  /** Over the part of a file from {@code position} to {@code end}, of which a buffer is held. */
  static Cursor of(int ordinal, FileChannel file, long position, long end, int buffer) {
    return new Cursor(ordinal, file, position, end, new byte[buffer], 0);
  }

  /** Goes to the next record; false after the last. */
  boolean next() throws IOException {
    if (!has(1)) return false;
    has(LONGEST_LENGTH);
    int length = 0;
    byte part;
    int shift = 0;
    do {
      part = bytes[at++];
      length |= (part & 0x7F) << shift;
      shift += 7;
    } while (part < 0);
    if (!has(length)) throw new EOFException("A run on disk ends within a record.");
    from = at;
    at += length;
    prefix = prefix(bytes, from, at);
    return true;
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int to() {
    return at;
  }

  boolean isBefore(Cursor other) {
    int byPrefix = Long.compareUnsigned(prefix, other.prefix);
    if (byPrefix != 0) return byPrefix < 0;
    int byAll = Arrays.compareUnsigned(bytes, from, at, other.bytes, other.from, other.at);
    return byAll != 0 ? byAll < 0 : ordinal < other.ordinal;
  }

  /** Makes so many bytes available from here on, as far as there are that many. */
  private boolean has(int wanted) throws IOException {
    if (filled - at >= wanted) return true;
    FileChannel source = file;
    if (source == null || position == end) return false;
    int left = filled - at;
    byte[] room = wanted > bytes.length ? new byte[Math.max(wanted, bytes.length * 2)] : bytes;
    System.arraycopy(bytes, at, room, 0, left);
    bytes = room;
    at = 0;
    filled = left;
    while (filled < wanted && position < end) {
      int most = (int) Math.min(bytes.length - filled, end - position);
      int read = source.read(ByteBuffer.wrap(bytes, filled, most), position);
      if (read < 0) throw new EOFException("A run on disk is shorter than it was written.");
      filled += read;
      position += read;
    }
    return filled >= wanted;
  }

  /** The first bytes as a number that is compared without sign. */
  static long prefix(byte[] bytes, int from, int to) {
    long prefix = 0;
    for (int i = 0; i < PREFIX; i++)
      prefix = prefix << Byte.SIZE | (from + i < to ? bytes[from + i] & 0xFF : 0);
    return prefix;
  }

  /** How many bytes the length of a record takes. */
  static int widthOf(int length) {
    return length < 1 << 7 ? 1 : (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 6) / 7;
  }

  /** Writes the length of a record and gives the place after it. */
  static int putLength(byte[] bytes, int from, int length) {
    int place = from;
    int left = length;
    while (left >= 1 << 7) {
      bytes[place++] = (byte) (left & 0x7F | 0x80);
      left >>>= 7;
    }
    bytes[place++] = (byte) left;
    return place;
  }
}
