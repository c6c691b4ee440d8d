package dev.laurel.engine.embedded;

import org.jspecify.annotations.Nullable;

/** Documents that match a filter, one after the other. Not thread-safe. */
interface Hits {
  /** The next one, or null after the last. */
  @Nullable Hit next();

  /** Goes on in what the running command sees, from where the last command stopped. */
  void resume();
}
