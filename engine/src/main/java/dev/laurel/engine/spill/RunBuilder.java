package dev.laurel.engine.spill;

import dev.laurel.engine.binary.BinaryWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes records in any order and sorts them; equal ones stay in the order in which they came. Not
 * thread-safe, so that each thread sorts runs of its own.
 */
public final class RunBuilder {
  private record Slice(long prefix, int from, int to) {}

  private final BinaryWriter records = new BinaryWriter();
  private final List<Slice> slices = new ArrayList<>();
  private int begun;

  /** Where the bytes of the next record are written, before {@link #end}. */
  public BinaryWriter record() {
    return records;
  }

  /** Ends the record; the next one begins. */
  public void end() {
    int to = records.size();
    slices.add(new Slice(Cursor.prefix(records.memory(), begun, to), begun, to));
    begun = to;
  }

  public boolean isEmpty() {
    return slices.isEmpty();
  }

  /** The records in order; the builder is then empty again. */
  public Run sorted() {
    byte[] memory = records.memory();
    slices.sort((a, b) -> {
      int byPrefix = Long.compareUnsigned(a.prefix, b.prefix);
      return byPrefix != 0
          ? byPrefix
          : Arrays.compareUnsigned(memory, a.from, a.to, memory, b.from, b.to);
    });
    Run run = new Run(inOrder(memory), slices.size());
    slices.clear();
    records.clear();
    begun = 0;
    return run;
  }

  private byte[] inOrder(byte[] memory) {
    int size = 0;
    for (Slice slice : slices)
      size += Cursor.widthOf(slice.to - slice.from) + slice.to - slice.from;
    byte[] ordered = new byte[size];
    int at = 0;
    for (Slice slice : slices) {
      int length = slice.to - slice.from;
      at = Cursor.putLength(ordered, at, length);
      System.arraycopy(memory, slice.from, ordered, at, length);
      at += length;
    }
    return ordered;
  }
}
