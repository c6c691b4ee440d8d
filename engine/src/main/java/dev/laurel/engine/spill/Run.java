package dev.laurel.engine.spill;

/** Records in order, in memory. Immutable; made by a {@link RunBuilder}. */
public final class Run {
  private final byte[] bytes;
  private final int records;

  Run(byte[] bytes, int records) {
    this.bytes = bytes;
    this.records = records;
  }

  public int records() {
    return records;
  }

  /** Each record with its length before it. */
  byte[] bytes() {
    return bytes;
  }
}
