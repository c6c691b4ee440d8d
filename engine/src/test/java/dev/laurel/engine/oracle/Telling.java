package dev.laurel.engine.oracle;

import java.util.List;

/**
 * What came of one event, or of time alone. Immutable.
 *
 * @param what the event, or what fell due, with its instant
 * @param lines in the words of {@link Wording}, in order
 */
public record Telling(String what, List<String> lines) {
  public Telling {
    lines = List.copyOf(lines);
  }
}
