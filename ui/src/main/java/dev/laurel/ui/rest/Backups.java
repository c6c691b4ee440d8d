package dev.laurel.ui.rest;

import java.io.IOException;
import java.io.OutputStream;

/** A store that can be copied while it is used. */
@FunctionalInterface
public interface Backups {
  /** Writes all that is acknowledged at this moment. */
  void write(OutputStream target) throws IOException;
}
