package dev.laurel.engine.revision;

import java.util.List;

/** A pack uses constructs that this version loads and explains but does not evaluate yet. */
public final class NotEvaluatedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> constructs;

  NotEvaluatedException(String pack, List<String> constructs) {
    super(
        "The pack %s uses what is not evaluated yet, so nothing was decided: %s."
            .formatted(pack, String.join(", ", constructs)));
    this.constructs = List.copyOf(constructs);
  }

  /** Each construct with its place, such as {@code inactivity (programme/pointKinds/stars)}. */
  public List<String> constructs() {
    return constructs;
  }
}
