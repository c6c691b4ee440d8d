package dev.laurel.engine.audit;

import dev.laurel.engine.audit.AuditPage.Book;
import dev.laurel.engine.history.HistoryRecord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reads a book from a place back to its beginning, some records at once. Not thread-safe. */
final class Backwards {
  private static final int AT_ONCE = 200;

  private final Book book;
  private final Reading reading;
  private final Deque<HistoryRecord> ahead = new ArrayDeque<>();
  private long below;

  /** Reads records after a number, in their order. */
  interface Reading {
    List<HistoryRecord> after(long number, int limit);
  }

  /**
   * @param below the number of the record that is not read any more
   */
  Backwards(Book book, long below, Reading reading) {
    this.book = book;
    this.below = below;
    this.reading = reading;
  }

  Book book() {
    return book;
  }

  /** Records are left below this number. */
  long below() {
    return below;
  }

  boolean isThere() {
    // Numbers may be missing where somebody tampered; what lies below is told all the same.
    while (ahead.isEmpty() && below > 1) {
      long after = Math.max(0, below - 1 - AT_ONCE);
      for (HistoryRecord record : reading.after(after, (int) (below - 1 - after)))
        if (record.number() < below) ahead.addFirst(record);
      if (ahead.isEmpty()) below = after + 1;
    }
    return !ahead.isEmpty();
  }

  HistoryRecord peek() {
    return ahead.getFirst();
  }

  HistoryRecord take() {
    HistoryRecord taken = ahead.removeFirst();
    below = taken.number();
    return taken;
  }
}
