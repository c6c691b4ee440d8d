package dev.laurel.engine.evaluate;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Work on many threads whose results come in the order of what they were made of. Only a few pieces
 * are under way at a time, so memory stays bounded.
 */
final class Ordered {
  /** Pieces per thread: one that is worked on and one that waits. */
  private static final int AHEAD = 2;

  private Ordered() {}

  /** Gives the next piece, or nothing after the last. */
  interface Source<T> {
    Optional<T> next() throws IOException;
  }

  /** Works on one piece; called by several threads at once. */
  interface Work<T, R> {
    R of(T piece) throws InterruptedException;
  }

  /** Takes the results in order. */
  interface Sink<R> {
    void take(R result) throws IOException;
  }

  /**
   * Does the work; source and sink are called by the thread that calls this. Pieces are begun in
   * their order.
   *
   * @throws InterruptedException when this thread is interrupted; the others are told to stop too
   */
  static <T, R> void run(int threads, Source<T> source, Work<T, R> work, Sink<R> sink)
      throws IOException, InterruptedException {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("evaluate-", 1).factory());
    try {
      ArrayDeque<Future<R>> underWay = new ArrayDeque<>();
      for (Optional<T> piece = source.next(); piece.isPresent(); piece = source.next()) {
        T next = piece.get();
        underWay.add(workers.submit(() -> work.of(next)));
        while (!underWay.isEmpty()
            && (underWay.size() > AHEAD * threads || underWay.element().isDone()))
          sink.take(result(underWay.remove()));
      }
      while (!underWay.isEmpty()) sink.take(result(underWay.remove()));
    } finally {
      workers.shutdownNow();
    }
  }

  private static <R> R result(Future<R> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) throw known;
      if (e.getCause() instanceof Error error) throw error;
      throw new IllegalStateException(e.getCause());
    }
  }
}
