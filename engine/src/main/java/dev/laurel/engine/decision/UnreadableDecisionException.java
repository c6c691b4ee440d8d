package dev.laurel.engine.decision;

import dev.laurel.rules.fault.Fault;

/**
 * A stored decision or ledger entry cannot be read: it was not written here, it was changed, or it
 * is read with another revision than the one that decided. The first fault is named: machines write
 * what is stored, so that one is enough to trust none of it.
 */
public final class UnreadableDecisionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Fault fault;

  UnreadableDecisionException(Fault fault) {
    super(
        "%s (%s at \"%s\"). %s"
            .formatted(fault.message(), fault.code(), fault.place(), fault.remedy()));
    this.fault = fault;
  }

  /** What is wrong, and where, such as {@code findings/2/by}. */
  public Fault fault() {
    return fault;
  }
}
