package dev.laurel.engine.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;

/**
 * The commits that the store file does not hold yet, each with its number, in files that are used
 * in turn: when the store file takes over what is there, the next file is begun, and when it surely
 * has it, those before are free. Used by whoever holds the lock for committing.
 *
 * <p>Decision record 030 says why.
 */
final class RedoLog {
  private final String fileName;
  private final boolean fsync;
  private final long bytes;
  private final List<Segment> segments = new ArrayList<>();
  private @Nullable Segment current;

  /**
   * @param fileName to which the number of each file is appended, in H2's notation
   * @param bytes with fsync the length of a file from the first, so that syncing a commit syncs its
   *     bytes and not the length of the file too
   * @throws UncheckedIOException if a file cannot be read
   */
  RedoLog(String fileName, boolean fsync, long bytes) {
    this.fileName = fileName;
    this.fsync = fsync;
    this.bytes = bytes;
    try {
      while (FilePath.get(nextName()).exists()) segments.add(Segment.open(nextName()));
    } catch (IOException e) {
      throw new UncheckedIOException("The log %s could not be opened.".formatted(nextName()), e);
    }
  }

  private String nextName() {
    return fileName + (segments.size() + 1);
  }

  /**
   * Repeats the commits after one up to another, as far as they follow each other without a gap.
   *
   * @return the number of the last, or of the one before the first if there is none
   */
  long replay(long after, long upTo, Consumer<Change> into) {
    long[] last = {after};
    try {
      for (Segment segment : inOrder())
        segment.read((commit, changes) -> {
          if (commit != last[0] + 1 || commit > upTo) return;
          changes.forEach(into);
          last[0] = commit;
        });
    } catch (IOException e) {
      throw new UncheckedIOException("The log %s could not be read.".formatted(fileName), e);
    }
    return last[0];
  }

  private List<Segment> inOrder() {
    return segments.stream()
        .filter(Segment::isUsed)
        .sorted(Comparator.comparingLong(Segment::first))
        .toList();
  }

  /** From this commit on, commits go to a file of their own. */
  void begin(long first) {
    if (current != null && current.isEmpty() && current.isUsed() && current.first() == first)
      return;
    try {
      Segment next = free();
      next.begin(first, fsync ? bytes : 0, fsync);
      current = next;
    } catch (IOException e) {
      throw new UncheckedIOException("The log could not be begun: " + e.getMessage(), e);
    }
  }

  private Segment free() throws IOException {
    for (Segment segment : segments) if (!segment.isUsed()) return segment;
    Segment made = Segment.open(nextName());
    segments.add(made);
    return made;
  }

  /**
   * Writes a commit, and with fsync returns when the device has it.
   *
   * @throws UncheckedIOException if it is not sure to be there
   */
  void append(long commit, List<Change> changes) {
    if (current == null) throw new IllegalStateException("The log was not begun.");
    try {
      current.append(commit, changes, fsync);
    } catch (IOException e) {
      throw new UncheckedIOException("The log was not written: " + e.getMessage(), e);
    }
  }

  /** How much the file holds that is written to now. */
  long bytes() {
    return current == null ? 0 : current.bytes();
  }

  /** The store file holds all commits before this one. */
  void release(long before) {
    for (Segment segment : segments)
      if (segment.isUsed() && segment.first() < before) segment.free();
  }

  void close() {
    for (Segment segment : segments) {
      try {
        segment.close();
      } catch (IOException e) {
        // Nothing is written at closing; what was appended is there.
      }
    }
  }
}
