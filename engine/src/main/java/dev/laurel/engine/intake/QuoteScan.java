package dev.laurel.engine.intake;

import java.nio.charset.StandardCharsets;

/**
 * Follows the quotes of one row of delimited text over one or several lines (RFC 4180). A quote
 * opens a field only at its very beginning; elsewhere in an unquoted field it is a character like
 * any other. Not thread-safe.
 */
final class QuoteScan {
  static final char QUOTE = '"';

  private enum State {
    BEGIN,
    PLAIN,
    QUOTED,
    AFTER_QUOTE,
    WRONG
  }

  private final byte[] delimiter;
  private State state = State.BEGIN;

  QuoteScan(char delimiter) {
    this.delimiter = String.valueOf(delimiter).getBytes(StandardCharsets.UTF_8);
  }

  void restart() {
    state = State.BEGIN;
  }

  /** Whether a quoted field has not been closed. */
  boolean isOpen() {
    return state == State.QUOTED;
  }

  /** Whether something stands between a closing quote and the next delimiter. */
  boolean isWrong() {
    return state == State.WRONG;
  }

  void over(byte[] bytes, int from, int to) {
    for (int at = from; at < to && state != State.WRONG; at++) {
      byte next = bytes[at];
      switch (state) {
        case QUOTED -> {
          if (next == QUOTE) state = State.AFTER_QUOTE;
        }
        case AFTER_QUOTE -> {
          if (next == QUOTE) state = State.QUOTED;
          else if (isDelimiter(bytes, at, to)) at = begin(at);
          else state = State.WRONG;
        }
        case BEGIN, PLAIN -> {
          if (isDelimiter(bytes, at, to)) at = begin(at);
          else state = next == QUOTE && state == State.BEGIN ? State.QUOTED : State.PLAIN;
        }
        case WRONG -> throw new IllegalStateException("The loop ends before.");
      }
    }
  }

  private int begin(int at) {
    state = State.BEGIN;
    return at + delimiter.length - 1;
  }

  private boolean isDelimiter(byte[] bytes, int at, int to) {
    if (at + delimiter.length > to) return false;
    for (int i = 0; i < delimiter.length; i++) if (bytes[at + i] != delimiter[i]) return false;
    return true;
  }
}
