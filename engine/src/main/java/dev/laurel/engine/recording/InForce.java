package dev.laurel.engine.recording;

import dev.laurel.engine.fold.Timeline;

/**
 * By which revisions is decided. Implementations are thread-safe. Both methods may throw {@link
 * StoreUnavailableException}: rather than by an old revision nothing is decided.
 */
public interface InForce {
  /**
   * The revisions as they are known. Of one that is in force by the clock it is certain that it is
   * known.
   */
  Timeline timeline();

  /** The revisions as they are kept at this moment: for what is judged ahead of the clock. */
  Timeline confirmed();

  /** The same revisions for ever. */
  static InForce always(Timeline timeline) {
    return new InForce() {
      @Override
      public Timeline timeline() {
        return timeline;
      }

      @Override
      public Timeline confirmed() {
        return timeline;
      }
    };
  }
}
