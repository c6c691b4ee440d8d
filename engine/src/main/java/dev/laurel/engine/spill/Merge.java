package dev.laurel.engine.spill;

import java.io.IOException;
import java.util.List;

/**
 * All records of several runs, in order: a heap of cursors whose root holds the least record. Not
 * thread-safe.
 */
public final class Merge {
  private final Cursor[] heap;
  private int size;
  private boolean begun;

  Merge(List<Cursor> cursors) throws IOException {
    heap = new Cursor[cursors.size()];
    for (Cursor cursor : cursors) if (cursor.next()) heap[size++] = cursor;
    for (int i = size / 2 - 1; i >= 0; i--) sink(i);
  }

  /** Goes to the next record; false after the last. */
  public boolean next() throws IOException {
    if (begun && size > 0) {
      if (!heap[0].next()) heap[0] = heap[--size];
      sink(0);
    }
    begun = true;
    return size > 0;
  }

  /** The memory that holds the record until {@link #next} is called again. */
  public byte[] bytes() {
    return heap[0].bytes();
  }

  /** Where the record begins in that memory. */
  public int from() {
    return heap[0].from();
  }

  /** Where it ends, exclusive. */
  public int to() {
    return heap[0].to();
  }

  private void sink(int from) {
    Cursor cursor = heap[from];
    int at = from;
    for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && heap[child + 1].isBefore(heap[child])) child++;
      if (!heap[child].isBefore(cursor)) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = cursor;
  }
}
