package dev.laurel.engine.recording;

import dev.laurel.engine.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Has events that come one by one, but at the same time, claimed and applied together: whoever
 * comes while the store is being asked goes with the next question, and the more there are the less
 * each of them costs. One that comes alone waits for nobody. Thread-safe.
 */
final class Gathering implements AutoCloseable {
  private static final int MOST_TOGETHER = 128;
  private static final int MOST_LANES = 8;

  /** So long is waited for others, where the last ones had company: a tenth of what they take. */
  private static final long PAUSE_NANOS = 200_000;

  private final EventStore events;
  private final Applying applying;

  /**
   * A member's events go by one lane, so that two of them are never on the way at once. Few lanes
   * make few questions; one alone would wait for the disk while nobody computes.
   */
  private final List<Lane> lanes;

  /**
   * What came of an event.
   *
   * @param before the claim of an earlier call, where there was one
   * @param applied empty where that has to be found out
   */
  record Outcome(Optional<Claim> before, Optional<Applied> applied) {}

  private record Waiting(Event event, Claim claim, CompletableFuture<Optional<Outcome>> outcome) {}

  Gathering(EventStore events, Applying applying) {
    this.events = events;
    this.applying = applying;
    int processors = Runtime.getRuntime().availableProcessors();
    this.lanes =
        IntStream.range(0, Math.clamp(processors / 2, 2, MOST_LANES)).mapToObj(Lane::new).toList();
  }

  /**
   * Claims an event and applies it, unless it was claimed before.
   *
   * @return empty where it was not claimed because the same is on the way already
   */
  Optional<Outcome> record(Event event, Claim claim) {
    Waiting waiting = new Waiting(event, claim, new CompletableFuture<>());
    lanes.get(Math.floorMod(event.member().hashCode(), lanes.size())).add(waiting);
    try {
      return waiting.outcome().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failed) throw failed;
      if (e.getCause() instanceof Error failed) throw failed;
      throw e;
    }
  }

  private final class Lane {
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final ExecutorService thread;

    /** Whether the last ones had company, so that more are on their way. */
    private boolean crowded;

    Lane(int number) {
      this.thread =
          Executors.newSingleThreadExecutor(
              Thread.ofPlatform().daemon().name("recording-" + number).factory());
    }

    void add(Waiting waiting) {
      queue.add(waiting);
      thread.execute(this::next);
    }

    private void next() {
      if (queue.isEmpty()) return;
      if (crowded) LockSupport.parkNanos(PAUSE_NANOS);
      List<Waiting> some = new ArrayList<>();
      queue.drainTo(some, MOST_TOGETHER);
      crowded = some.size() > 1;
      Map<String, Waiting> byKey = new LinkedHashMap<>();
      for (Waiting each : some)
        if (byKey.putIfAbsent(each.claim().key(), each) != null)
          each.outcome().complete(Optional.empty());
      if (byKey.isEmpty()) return;
      try {
        together(byKey);
      } catch (RuntimeException | Error e) {
        byKey.values().forEach(each -> each.outcome().completeExceptionally(e));
      }
    }

    private void together(Map<String, Waiting> byKey) {
      Map<String, List<Event>> byMember = new LinkedHashMap<>();
      for (Waiting each : byKey.values())
        byMember.computeIfAbsent(each.event().member(), _ -> new ArrayList<>()).add(each.event());
      Map<String, Claim> before = new HashMap<>();
      Map<String, Applied> applied =
          applying.claimed(
              byMember,
              () -> {
                before.putAll(events.claim(byKey.values().stream().map(Waiting::claim).toList()));
                return before.keySet();
              });
      byKey.forEach((key, waiting) ->
          waiting
              .outcome()
              .complete(
                  Optional.of(
                      new Outcome(
                          Optional.ofNullable(before.get(key)),
                          Optional.ofNullable(applied.get(key))))));
    }
  }

  /** Finishes what is on the way. */
  @Override
  public void close() {
    lanes.forEach(lane -> lane.thread.close());
  }
}
