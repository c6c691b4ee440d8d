package dev.laurel.rules.condition;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A text is no condition, or a condition is too large to be written as one. */
public final class FeelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<FeelFault> faults;

  FeelException(List<FeelFault> faults) {
    super(faults.stream().map(FeelFault::toString).collect(joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** Every fault that was found, in the order of the text; at least one. */
  public List<FeelFault> faults() {
    return faults;
  }
}
