package dev.laurel.engine.evaluate;

import dev.laurel.engine.binary.BinaryWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Deals sorted rows out in chunks, by the rows alone. Not thread-safe. */
final class Chunks implements Ordered.Source<Chunk> {
  /**
   * A chunk ends with the first member after so many bytes; the lines that come of it are ten times
   * as many and should still lie in a core's cache when they are written.
   */
  private static final int USUAL = 1 << 14;

  /** A chunk ends after so many bytes even within a member. */
  private static final int LARGEST = 1 << 20;

  private final Rows rows;
  private final BinaryWriter open = new BinaryWriter();
  private byte[] member = {};
  private boolean held;
  private Optional<CompletableFuture<MemberFold>> before = Optional.empty();

  /**
   * @param rows those of members whom nothing connects with others
   */
  Chunks(Rows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<Chunk> next() throws IOException {
    open.clear();
    int count = 0;
    while (held || rows.next()) {
      held = true;
      boolean same = isSameMember();
      if (count > 0 && open.size() >= (same ? LARGEST : USUAL))
        return Optional.of(end(count, same));
      if (!same) member = Arrays.copyOfRange(rows.bytes(), rows.from(), memberEnd());
      open.block(rows.bytes(), rows.from(), rows.to());
      held = false;
      count++;
    }
    return count == 0 ? Optional.empty() : Optional.of(end(count, false));
  }

  private Chunk end(int count, boolean goesOn) {
    Optional<CompletableFuture<MemberFold>> after =
        goesOn ? Optional.of(new CompletableFuture<>()) : Optional.empty();
    Chunk chunk = new Chunk(Arrays.copyOf(open.memory(), open.size()), count, before, after);
    before = after;
    return chunk;
  }

  /** A key begins with the member, which a byte of 0 ends. */
  private boolean isSameMember() {
    int from = rows.from();
    int end = from + member.length;
    return member.length > 0
        && end <= rows.to()
        && Arrays.equals(rows.bytes(), from, end, member, 0, member.length);
  }

  private int memberEnd() {
    int end = rows.from();
    while (rows.bytes()[end] != 0) end++;
    return end + 1;
  }
}
