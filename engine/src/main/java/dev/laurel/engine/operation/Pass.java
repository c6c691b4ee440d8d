package dev.laurel.engine.operation;

import dev.laurel.engine.delivery.Deliveries;
import dev.laurel.engine.recording.Recorder;
import dev.laurel.engine.recording.StoreUnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings about what falls due, again and again, and now and then finishes what others left. One
 * thread.
 */
final class Pass implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pass.class);

  /** Every so many rounds it looks for what others left. */
  private static final int RECOVER_EVERY = 12;

  private final Recorder recorder;
  private final Deliveries deliveries;
  private final Revisions revisions;
  private final InstantSource clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("pass").daemon().factory());
  private BooleanSupplier time = () -> true;
  private int round;

  /** Revision 1 found nobody there. */
  private int renewed = 1;

  Pass(Recorder recorder, Deliveries deliveries, Revisions revisions, InstantSource clock) {
    this.recorder = recorder;
    this.deliveries = deliveries;
    this.revisions = revisions;
    this.clock = clock;
  }

  /**
   * @param passes asked before each round; time stands still while it says no
   */
  void start(Duration every, BooleanSupplier passes) {
    time = passes;
    thread.scheduleWithFixedDelay(this::run, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void run() {
    if (!time.getAsBoolean()) return;
    try {
      // Of a revision that is still to come, too: what falls due may fall due when it comes.
      int newest = revisions.all().getLast().number();
      if (newest > renewed) {
        recorder.renewDue(newest);
        renewed = newest;
      }
      recorder.passTime(clock.instant());
      if (++round % RECOVER_EVERY == 0) {
        recorder.recoverLeft();
        deliveries.settle();
      }
    } catch (StoreUnavailableException e) {
      LOG.warn("What falls due waits: {}", e.getMessage());
    } catch (RuntimeException e) {
      // Were it thrown on, no later round would run.
      LOG.error("What falls due could not all be done", e);
    }
  }

  /** Waits for the round under way to end. */
  @Override
  public void close() {
    thread.close();
  }
}
