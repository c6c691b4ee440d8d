package dev.laurel.engine.evaluate;

import dev.laurel.engine.binary.BinaryReader;
import dev.laurel.engine.event.EventCodec;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Folds chunks. Thread-safe. */
final class Folding implements Ordered.Work<Chunk, Folded> {
  private final FoldPlan plan;
  // Memory for lines is used again, last given back first, while a core's cache may still hold it.
  private final Deque<Folded> spare = new ConcurrentLinkedDeque<>();

  Folding(FoldPlan plan) {
    this.plan = plan;
  }

  @Override
  public Folded of(Chunk chunk) throws InterruptedException {
    Folded folded = spare.pollFirst();
    if (folded == null) folded = new Folded();
    folded.clear(plan.files().size());
    folded.chunkRows = chunk.rows();
    long start = plan.watch().nanos();
    try {
      MemberFold open = fold(chunk, folded);
      if (chunk.after().isPresent()) chunk.after().get().complete(open);
      else open.end(folded);
      folded.count.allNanos += plan.watch().nanos() - start;
      return folded;
    } catch (RuntimeException | Error | InterruptedException failed) {
      // Whoever waits for the member must not wait for ever.
      chunk.after().ifPresent(next -> next.completeExceptionally(failed));
      throw failed;
    }
  }

  /** What was written may be used again. */
  void giveBack(Folded folded) {
    spare.addFirst(folded);
  }

  private MemberFold fold(Chunk chunk, Folded to) throws InterruptedException {
    EventCodec codec = new EventCodec();
    BinaryReader all = new BinaryReader().over(chunk.bytes(), 0, chunk.bytes().length);
    BinaryReader row = new BinaryReader();
    @Nullable MemberFold open = chunk.before().isPresent() ? handedOn(chunk.before().get()) : null;
    while (!all.atEnd()) {
      all.block(row);
      StoredRow stored = StoredRow.read(codec, row);
      if (open == null || !open.member().equals(stored.event().member())) {
        if (open != null) open.end(to);
        open = new MemberFold(plan, stored.event().member());
      }
      open.add(stored, to);
    }
    if (open == null) throw new IllegalStateException("A chunk has at least one row.");
    return open;
  }

  private static MemberFold handedOn(CompletableFuture<MemberFold> before)
      throws InterruptedException {
    try {
      return before.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The member's earlier rows could not be folded.", e);
    }
  }
}
