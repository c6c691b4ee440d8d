package dev.laurel.engine.mongo;

import com.mongodb.MongoException;
import dev.laurel.engine.recording.StoreUnavailableException;
import java.util.function.Supplier;

/** Turns what the driver throws into what the ports say. */
final class Asking {
  private Asking() {}

  static void run(Runnable asked) {
    of(() -> {
      asked.run();
      return true;
    });
  }

  static <T> T of(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (MongoException e) {
      throw new StoreUnavailableException(
          "The store did not do what was asked (%s). It may have been done or not; ask again once the store can be reached."
              .formatted(e.getMessage()),
          e);
    }
  }
}
