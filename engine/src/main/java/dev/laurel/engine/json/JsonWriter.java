package dev.laurel.engine.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in UTF-8 into memory that is used again. Canonical as far as it depends on the
 * writer: no blanks, keys in the order in which they are written, escapes only where JSON demands
 * them. Whoever writes closes what was opened. Not thread-safe.
 */
public final class JsonWriter {
  private static final int FIRST_CAPACITY = 1 << 10;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LOWEST =
      Long.toString(Long.MIN_VALUE).getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_NUMBER = 24;
  private static final int KEYS = 1 << 7;

  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int size;
  private char[] chars = new char[64];
  private final @Nullable String[] keys = new @Nullable String[KEYS];
  private final byte[][] written = new byte[KEYS][];

  /** Begins an object. */
  public JsonWriter open() {
    comma();
    return put('{');
  }

  /** Ends an object. */
  public JsonWriter close() {
    return put('}');
  }

  /** Begins a list. */
  public JsonWriter openList() {
    comma();
    return put('[');
  }

  /** Ends a list. */
  public JsonWriter closeList() {
    return put(']');
  }

  /** A key of the object that is open; its value is written next. */
  public JsonWriter key(String key) {
    comma();
    // Keys are few and mostly literals, so that the last one of the same hash is often this very
    // one.
    int place = key.hashCode() & KEYS - 1;
    if (keys[place] != key) {
      int from = size;
      quoted(key);
      put(':');
      keys[place] = key;
      written[place] = Arrays.copyOfRange(bytes, from, size);
      return this;
    }
    byte[] known = written[place];
    ensure(known.length);
    System.arraycopy(known, 0, bytes, size, known.length);
    size += known.length;
    return this;
  }

  /** A text; half of a surrogate pair is escaped, so that every text can be read again. */
  public JsonWriter text(String text) {
    comma();
    quoted(text);
    return this;
  }

  public JsonWriter truth(boolean truth) {
    comma();
    ascii(truth ? "true" : "false");
    return this;
  }

  /** A whole number. */
  public JsonWriter number(long number) {
    comma();
    ensure(LONGEST_NUMBER);
    digits(number, 0);
    return this;
  }

  /**
   * A number with all its decimal places, such as an amount: 1125 with 2 places is {@code 11.25}.
   *
   * @param unscaled the number in its smallest unit
   * @param places 0 to 18 decimal places
   */
  public JsonWriter decimal(long unscaled, int places) {
    comma();
    ensure(LONGEST_NUMBER);
    digits(unscaled, places);
    return this;
  }

  /** A number without the zeros at its end: 2500000 with 6 places is {@code 2.5}. */
  public JsonWriter shortDecimal(long unscaled, int places) {
    long number = unscaled;
    int left = places;
    while (left > 0 && number % 10 == 0) {
      number /= 10;
      left--;
    }
    return decimal(number, left);
  }

  /** A number as it was written by other means, such as a large decimal's plain form. */
  public JsonWriter plainNumber(String number) {
    comma();
    ascii(number);
    return this;
  }

  /** A whole value in JSON as it was written by other means, in UTF-8. */
  public JsonWriter written(byte[] json) {
    comma();
    ensure(json.length);
    System.arraycopy(json, 0, bytes, size, json.length);
    size += json.length;
    return this;
  }

  /** A text that holds an instant in UTC, as {@link Instant#toString} writes it. */
  public JsonWriter instant(Instant instant) {
    LocalDateTime at =
        LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
    if (at.getYear() < 0 || at.getYear() > 9999 || at.getNano() != 0)
      return text(instant.toString());
    comma();
    put('"');
    ensure(LONGEST_NUMBER);
    pair(at.getYear() / 100);
    pair(at.getYear() % 100);
    bytes[size++] = '-';
    pair(at.getMonthValue());
    bytes[size++] = '-';
    pair(at.getDayOfMonth());
    bytes[size++] = 'T';
    pair(at.getHour());
    bytes[size++] = ':';
    pair(at.getMinute());
    bytes[size++] = ':';
    pair(at.getSecond());
    bytes[size++] = 'Z';
    return put('"');
  }

  /** Ends a line; what follows is a value of its own. */
  public JsonWriter endLine() {
    return put('\n');
  }

  /** How many bytes were written since the last {@link #clear}. */
  public int size() {
    return size;
  }

  /** Forgets what was written and keeps the memory. */
  public void clear() {
    size = 0;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }

  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }

  /** What stands before tells whether this is the first thing, a key's value or a further one. */
  private void comma() {
    if (size == 0) return;
    byte last = bytes[size - 1];
    if (last != '{' && last != '[' && last != ':' && last != '\n') put(',');
  }

  private JsonWriter put(char c) {
    ensure(1);
    bytes[size++] = (byte) c;
    return this;
  }

  private void ascii(String text) {
    ensure(text.length());
    for (int i = 0; i < text.length(); i++) bytes[size++] = (byte) text.charAt(i);
  }

  private void ensure(int more) {
    if (bytes.length - size < more)
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), bytes.length * 2));
  }

  private void quoted(String text) {
    int length = text.length();
    // No character takes more than six bytes, escaped or not.
    ensure(Math.addExact(Math.multiplyExact(length, 6), 2));
    if (chars.length < length) chars = new char[Math.max(length, chars.length * 2)];
    char[] from = chars;
    // Out of the string at once: asked for one by one, each character costs more than its writing.
    text.getChars(0, length, from, 0);
    byte[] to = bytes;
    int at = size;
    to[at++] = '"';
    for (int i = 0; i < length; i++) {
      char c = from[i];
      if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') to[at++] = (byte) c;
      else if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(from[i + 1]))
        at = fourBytes(to, at, Character.toCodePoint(c, from[++i]));
      else at = unusual(to, at, c);
    }
    to[at++] = '"';
    size = at;
  }

  private static int fourBytes(byte[] to, int at, int point) {
    to[at] = (byte) (0xF0 | point >> 18);
    to[at + 1] = (byte) (0x80 | point >> 12 & 0x3F);
    to[at + 2] = (byte) (0x80 | point >> 6 & 0x3F);
    to[at + 3] = (byte) (0x80 | point & 0x3F);
    return at + 4;
  }

  private static int unusual(byte[] to, int at, char c) {
    switch (c) {
      case '"', '\\' -> {
        return escape(to, at, c);
      }
      case '\n' -> {
        return escape(to, at, 'n');
      }
      case '\r' -> {
        return escape(to, at, 'r');
      }
      case '\t' -> {
        return escape(to, at, 't');
      }
      default -> {
        if (c < ' ' || Character.isSurrogate(c)) return unicode(to, at, c);
        if (c < 0x80) {
          to[at] = (byte) c;
          return at + 1;
        }
        if (c < 0x800) {
          to[at] = (byte) (0xC0 | c >> 6);
          to[at + 1] = (byte) (0x80 | c & 0x3F);
          return at + 2;
        }
        to[at] = (byte) (0xE0 | c >> 12);
        to[at + 1] = (byte) (0x80 | c >> 6 & 0x3F);
        to[at + 2] = (byte) (0x80 | c & 0x3F);
        return at + 3;
      }
    }
  }

  private static int escape(byte[] to, int at, char c) {
    to[at] = '\\';
    to[at + 1] = (byte) c;
    return at + 2;
  }

  private static int unicode(byte[] to, int at, char c) {
    to[at] = '\\';
    to[at + 1] = 'u';
    for (int i = 0; i < 4; i++) to[at + 2 + i] = HEX[c >> 12 - 4 * i & 0xF];
    return at + 6;
  }

  private void pair(int number) {
    bytes[size++] = (byte) ('0' + number / 10);
    bytes[size++] = (byte) ('0' + number % 10);
  }

  /** Writes from the last digit backwards into room that has been made. */
  private void digits(long number, int places) {
    if (number == Long.MIN_VALUE) {
      lowest(places);
      return;
    }
    long left = number;
    if (left < 0) {
      bytes[size++] = '-';
      left = -left;
    }
    int length = Math.max(length(left), places + 1) + (places > 0 ? 1 : 0);
    int at = size + length;
    for (int digit = 0; at > size; digit++) {
      if (digit == places && places > 0) bytes[--at] = '.';
      bytes[--at] = (byte) ('0' + left % 10);
      left /= 10;
    }
    size += length;
  }

  private void lowest(int places) {
    int whole = LOWEST.length - places;
    for (int i = 0; i < LOWEST.length; i++) {
      if (i == whole) bytes[size++] = '.';
      bytes[size++] = LOWEST[i];
    }
  }

  private static int length(long number) {
    int length = 1;
    for (long left = number; left >= 10; left /= 10) length++;
    return length;
  }
}
