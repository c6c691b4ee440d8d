package dev.laurel.engine.intake;

import java.util.Arrays;

/**
 * Rows that follow each other in a file, still as bytes. Immutable once it is given out; made by a
 * {@link Builder}.
 */
public final class RowBatch {
  /** What is wrong with a row before anything in it is read. */
  enum Problem {
    NONE,
    /** A quoted field goes on until the end of the file, or for longer than any row may. */
    UNCLOSED_QUOTE,
    /** After the end of a quoted field stands something else than a delimiter. */
    TEXT_AFTER_QUOTE,
    TOO_LONG
  }

  private final byte[] bytes;
  private final int[] ends;
  private final long[] lines;
  private final Problem[] problems;

  private RowBatch(byte[] bytes, int[] ends, long[] lines, Problem[] problems) {
    this.bytes = bytes;
    this.ends = ends;
    this.lines = lines;
    this.problems = problems;
  }

  public int rows() {
    return ends.length;
  }

  byte[] bytes() {
    return bytes;
  }

  int from(int row) {
    return row == 0 ? 0 : ends[row - 1];
  }

  /** Where the row ends, without its line ending. */
  int to(int row) {
    return ends[row];
  }

  /** The line on which the row begins, from 1. */
  long line(int row) {
    return lines[row];
  }

  Problem problem(int row) {
    return problems[row];
  }

  /** Takes rows one by one. Not thread-safe. */
  static final class Builder {
    private byte[] bytes;
    private int size;
    private int[] ends = new int[256];
    private long[] lines = new long[256];
    private Problem[] problems = new Problem[256];
    private int rows;

    Builder(int capacity) {
      bytes = new byte[capacity];
    }

    int rows() {
      return rows;
    }

    int size() {
      return size;
    }

    void add(byte[] from, int start, int end, long line, Problem problem) {
      int length = end - start;
      if (bytes.length - size < length)
        bytes = Arrays.copyOf(bytes, Math.max(size + length, bytes.length * 2));
      System.arraycopy(from, start, bytes, size, length);
      size += length;
      if (rows == ends.length) {
        ends = Arrays.copyOf(ends, rows * 2);
        lines = Arrays.copyOf(lines, rows * 2);
        problems = Arrays.copyOf(problems, rows * 2);
      }
      ends[rows] = size;
      lines[rows] = line;
      problems[rows++] = problem;
    }

    /** All rows so far, for looking at. */
    RowBatch build() {
      return first(rows);
    }

    /** The first rows as a batch. */
    RowBatch first(int some) {
      return new RowBatch(
          Arrays.copyOf(bytes, some == 0 ? 0 : ends[some - 1]),
          Arrays.copyOf(ends, some),
          Arrays.copyOf(lines, some),
          Arrays.copyOf(problems, some));
    }

    /** Gives the first rows as a batch and keeps the others. */
    RowBatch take(int some) {
      RowBatch taken = first(some);
      byte[] old = bytes;
      int[] oldEnds = ends;
      long[] oldLines = lines;
      Problem[] oldProblems = problems;
      int all = rows;
      bytes = new byte[Math.max(old.length, 1)];
      ends = new int[oldEnds.length];
      lines = new long[oldEnds.length];
      problems = new Problem[oldEnds.length];
      size = 0;
      rows = 0;
      for (int row = some; row < all; row++)
        add(old, row == 0 ? 0 : oldEnds[row - 1], oldEnds[row], oldLines[row], oldProblems[row]);
      return taken;
    }
  }
}
