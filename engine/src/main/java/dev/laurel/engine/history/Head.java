package dev.laurel.engine.history;

/**
 * How far a book goes. Noted elsewhere, it shows later that nothing before it was changed and that
 * the book's end was not cut off. Immutable.
 *
 * @param number of the last record; 0 of a book without any
 * @param hash of the last record
 */
public record Head(long number, String hash) {
  /** Of a book without records. */
  public static final Head EMPTY = new Head(0, HistoryRecord.NOTHING);
}
