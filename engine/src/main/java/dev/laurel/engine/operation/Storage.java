package dev.laurel.engine.operation;

import dev.laurel.engine.recording.Stores;

/** All that a programme in operation keeps, in one database. Thread-safe. */
public interface Storage {
  Stores stores();

  RevisionStore revisions();

  ClockStore clock();

  /** Whether it answers now; takes at most a few seconds to tell. */
  boolean isReachable();
}
