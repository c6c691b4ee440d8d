package dev.laurel.engine.operation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a history is that is loaded while the programme runs, for whoever looks. Thread-safe. */
public final class Loading {
  private volatile @Nullable Progress now;

  /**
   * How far it is.
   *
   * @param done how many events are recorded
   * @param all how many there are; 0 while they are still being read
   */
  public record Progress(long done, long all) {
    public Progress {
      if (done < 0 || all < 0 || done > all)
        throw new IllegalArgumentException("%d of %d cannot be done.".formatted(done, all));
    }
  }

  Loading() {}

  /** Notes how far it is; it may be noted as often as one likes. */
  public void note(long done, long all) {
    now = new Progress(done, all);
  }

  /** Nothing is loaded any more. */
  public void end() {
    now = null;
  }

  /** Empty where nothing is being loaded by this process. */
  public Optional<Progress> progress() {
    return Optional.ofNullable(now);
  }
}
