package dev.laurel.engine.embedded;

import de.bwaldvogel.mongo.exception.MongoServerError;

/**
 * What a client is told whose write did not surely reach the disk. It carries MongoDB's code for a
 * disk without space, which no driver takes for a success and none repeats by itself.
 */
final class NotStoredException extends MongoServerError {
  private static final long serialVersionUID = 1L;

  private static final int OUT_OF_DISK_SPACE = 14031;

  private NotStoredException(String message, Throwable cause) {
    super(OUT_OF_DISK_SPACE, "OutOfDiskSpace", message, cause);
  }

  static NotStoredException because(Throwable cause) {
    return new NotStoredException(
        "The write is not acknowledged, because the disk did not confirm it (%s). It may be stored or not; what was acknowledged before is safe. See to the disk, then write again."
            .formatted(cause.getMessage()),
        cause);
  }

  static NotStoredException becauseTheDiskIsNearlyFull(long free, long reserve) {
    return new NotStoredException(
        "The write was not stored, because the disk has %,d bytes left and %,d must stay free. Reading goes on. Make room on the disk, then write again."
            .formatted(free, reserve),
        new IllegalStateException("no space left"));
  }
}
