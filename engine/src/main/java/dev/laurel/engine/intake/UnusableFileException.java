package dev.laurel.engine.intake;

import dev.laurel.rules.fault.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** A file and its mapping do not go together, so that not one row could be read. */
public final class UnusableFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  UnusableFileException(List<Fault> faults) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining(System.lineSeparator())));
    this.faults = List.copyOf(faults);
  }

  /** All that does not fit, at least one. */
  public List<Fault> faults() {
    return faults;
  }
}
