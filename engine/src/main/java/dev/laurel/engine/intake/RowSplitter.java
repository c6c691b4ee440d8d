package dev.laurel.engine.intake;

import dev.laurel.engine.intake.RowBatch.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts UTF-8 text into rows. Lines end with LF, CR LF or CR (in JSON Lines with LF alone, since a
 * CR is white space there). A quoted field may hold line ends; where a row with quotes is not well
 * formed, its first line alone is the row that is wrong, and reading goes on with the next line.
 * Lines without anything are counted and passed over. Not thread-safe.
 */
final class RowSplitter {
  /** A longer row is refused, so that memory stays bounded whatever the file holds. */
  static final int LONGEST_ROW = 1 << 20;

  /** A row with quoted line ends has at most so many lines. */
  static final int MOST_LINES = 1_000;

  private static final int BUFFER = 1 << 17;

  private final InputStream in;
  private final boolean json;
  private final @Nullable QuoteScan quotes;
  private byte[] bytes = new byte[BUFFER];
  private int at;
  private int filled;
  private boolean ended;
  private long nextLine = 1;
  private long blankLines;

  private int from;
  private int to;
  private long line;
  private Problem problem = Problem.NONE;

  private RowSplitter(InputStream in, boolean json, @Nullable QuoteScan quotes) {
    this.in = in;
    this.json = json;
    this.quotes = quotes;
  }

  static RowSplitter ofJson(InputStream in) {
    return new RowSplitter(in, true, null);
  }

  /**
   * @param delimiter what delimits fields that may be quoted; empty where quotes mean nothing
   */
  static RowSplitter ofText(InputStream in, Optional<Character> delimiter) {
    return new RowSplitter(in, false, delimiter.map(QuoteScan::new).orElse(null));
  }

  /** Goes to the next row; false after the last. */
  boolean next() throws IOException {
    while (true) {
      if (!more(1)) return false;
      line = nextLine;
      int length = line(0);
      nextLine++;
      problem = Problem.NONE;
      from = at;
      to = at + length;
      if (length > LONGEST_ROW) {
        problem = Problem.TOO_LONG;
        to = from;
      } else if (isBlank()) {
        blankLines++;
        pass(length);
        continue;
      } else if (quotes != null && hasQuote()) {
        quoted(quotes, length);
        return true;
      }
      pass(length);
      return true;
    }
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  long line() {
    return line;
  }

  Problem problem() {
    return problem;
  }

  long blankLines() {
    return blankLines;
  }

  /** A row in which quotes stand: it ends with the first line after which none is open. */
  private void quoted(QuoteScan scan, int firstLength) throws IOException {
    scan.restart();
    int scanned = 0;
    int length = firstLength;
    int lines = 1;
    scan.over(bytes, at, at + length);
    while (scan.isOpen()) {
      scanned = length + ending(length);
      boolean another = lines < MOST_LINES && more(scanned + 1);
      length = another ? line(scanned) : length;
      if (!another || length > LONGEST_ROW) {
        firstLineAlone(firstLength, Problem.UNCLOSED_QUOTE);
        return;
      }
      lines++;
      scan.over(bytes, at + scanned, at + length);
    }
    if (scan.isWrong()) {
      firstLineAlone(firstLength, Problem.TEXT_AFTER_QUOTE);
      return;
    }
    nextLine += lines - 1;
    from = at;
    to = at + length;
    pass(length);
  }

  private void firstLineAlone(int length, Problem what) throws IOException {
    problem = what;
    from = at;
    to = at + length;
    pass(length);
  }

  /**
   * How long the text from here to the end of the line is that begins after {@code scanned} bytes;
   * more than {@link #LONGEST_ROW} where it is longer than that, whatever its length.
   */
  private int line(int scanned) throws IOException {
    int length = scanned;
    while (true) {
      byte[] held = bytes;
      int end = filled;
      for (int i = at + length; i < end; i++) {
        byte next = held[i];
        if (next == '\n' || next == '\r' && !json) return i - at;
      }
      length = end - at;
      // A first line is dropped at once. Of the others none is, since each may be a row of its own.
      if (length > LONGEST_ROW && scanned == 0) skipLine(length);
      if (length > LONGEST_ROW || !more(length + 1)) return length;
    }
  }

  /** Drops what follows the bytes held, up to the end of the line. */
  private void skipLine(int held) throws IOException {
    while (true) {
      filled = at + held;
      if (!more(held + 1)) return;
      for (int i = at + held; i < filled; i++)
        if (bytes[i] == '\n' || bytes[i] == '\r' && !json) {
          System.arraycopy(bytes, i, bytes, at + held, filled - i);
          filled -= i - at - held;
          return;
        }
    }
  }

  /** Goes on behind the row and its line ending; the row's bytes stay until the next one. */
  private void pass(int length) throws IOException {
    int ending = ending(length);
    at += length + ending;
  }

  /** How many bytes end the line: none at the end of the file. */
  private int ending(int length) throws IOException {
    if (!more(length + 1)) return 0;
    if (bytes[at + length] == '\n') return 1;
    return more(length + 2) && bytes[at + length + 1] == '\n' ? 2 : 1;
  }

  private boolean isBlank() {
    for (int i = from; i < to; i++) if (bytes[i] > ' ' || bytes[i] < 0) return false;
    return true;
  }

  private boolean hasQuote() {
    byte[] held = bytes;
    for (int i = from; i < to; i++) if (held[i] == QuoteScan.QUOTE) return true;
    return false;
  }

  /** Makes so many bytes available from {@code at} on; false where the file ends before. */
  private boolean more(int wanted) throws IOException {
    while (filled - at < wanted && !ended) {
      if (at > 0) shift();
      if (bytes.length < wanted) bytes = Arrays.copyOf(bytes, Math.max(wanted, bytes.length * 2));
      int read = in.read(bytes, filled, bytes.length - filled);
      if (read < 0) ended = true;
      else filled += read;
    }
    return filled - at >= wanted;
  }

  private void shift() {
    System.arraycopy(bytes, at, bytes, 0, filled - at);
    from -= at;
    to -= at;
    filled -= at;
    at = 0;
  }
}
