package dev.laurel.engine.spill;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps runs within a budget of memory: beyond it they are merged into one longer run on disk. All
 * of them stand in one file, which is gone as soon as it is closed, however the process ends. Not
 * thread-safe.
 */
public final class Spill implements AutoCloseable {
  /** More runs than this are merged in several passes, so that each has a buffer worth reading. */
  private static final int MOST_AT_ONCE = 256;

  private static final int LEAST_BUFFER = 1 << 12;
  private static final int LARGEST_BUFFER = 1 << 20;

  /** A run on disk: a part of the file. */
  private record Part(long from, long to) {}

  private final Path directory;
  private final long budget;
  private final List<Run> inMemory = new ArrayList<>();
  private List<Part> onDisk = new ArrayList<>();
  private @Nullable FileChannel file;
  private long fileEnd;
  private long held;
  private long records;

  /**
   * @param directory where the file is made once it is needed; it must be there
   * @param budget how many bytes of records are held in memory before they are written, above 0
   */
  public Spill(Path directory, long budget) {
    if (budget <= 0) throw new IllegalArgumentException("The budget must be above 0 bytes.");
    this.directory = directory;
    this.budget = budget;
  }

  /** Takes a run; runs are equal in rank, and of equal records the one added first goes first. */
  public void add(Run run) throws IOException {
    if (run.records() == 0) return;
    inMemory.add(run);
    held += run.bytes().length;
    records += run.records();
    if (held > budget) write();
  }

  /** How many records were added. */
  public long records() {
    return records;
  }

  /** How many runs were written to disk so far, for a report of the work. */
  public int runsOnDisk() {
    return onDisk.size();
  }

  /** All records in order; nothing may be added afterwards. */
  public Merge merge() throws IOException {
    while (onDisk.size() > MOST_AT_ONCE) shorten();
    List<Cursor> cursors = cursors(onDisk);
    for (Run run : inMemory) cursors.add(Cursor.of(cursors.size(), run));
    return new Merge(cursors);
  }

  /** Closes the file, which deletes it. */
  @Override
  public void close() throws IOException {
    inMemory.clear();
    if (file != null) file.close();
  }

  private void write() throws IOException {
    List<Cursor> cursors = new ArrayList<>(inMemory.size());
    for (Run run : inMemory) cursors.add(Cursor.of(cursors.size(), run));
    onDisk.add(append(new Merge(cursors)));
    inMemory.clear();
    held = 0;
  }

  /** Merges neighbours among the runs on disk, which keeps equal records in their order. */
  private void shorten() throws IOException {
    List<Part> fewer = new ArrayList<>();
    for (int from = 0; from < onDisk.size(); from += MOST_AT_ONCE) {
      List<Part> some = onDisk.subList(from, Math.min(from + MOST_AT_ONCE, onDisk.size()));
      fewer.add(append(new Merge(cursors(some))));
    }
    onDisk = fewer;
  }

  private List<Cursor> cursors(List<Part> parts) throws IOException {
    List<Cursor> cursors = new ArrayList<>(parts.size() + inMemory.size());
    if (parts.isEmpty()) return cursors;
    long share = budget / parts.size();
    int buffer = (int) Math.clamp(share, LEAST_BUFFER, LARGEST_BUFFER);
    for (Part part : parts)
      cursors.add(Cursor.of(cursors.size(), open(), part.from, part.to, buffer));
    return cursors;
  }

  private Part append(Merge merge) throws IOException {
    FileChannel to = open();
    long from = fileEnd;
    byte[] buffer = new byte[LARGEST_BUFFER];
    int filled = 0;
    while (merge.next()) {
      int length = merge.to() - merge.from();
      int needed = Cursor.widthOf(length) + length;
      if (buffer.length - filled < needed) {
        put(to, buffer, filled);
        filled = 0;
        if (needed > buffer.length) buffer = new byte[needed];
      }
      filled = Cursor.putLength(buffer, filled, length);
      System.arraycopy(merge.bytes(), merge.from(), buffer, filled, length);
      filled += length;
    }
    put(to, buffer, filled);
    return new Part(from, fileEnd);
  }

  private void put(FileChannel to, byte[] buffer, int length) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(buffer, 0, length);
    while (left.hasRemaining()) fileEnd += to.write(left, fileEnd);
  }

  private FileChannel open() throws IOException {
    FileChannel known = file;
    if (known != null) return known;
    Path path = Files.createTempFile(directory, ".laurel-sort-", ".tmp");
    FileChannel opened =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    file = opened;
    return opened;
  }
}
