package dev.laurel.rules.condition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes note of the faults of one text, up to a bound. */
final class Complaints {
  /** Nobody reads more than these. */
  private static final int MOST = 100;

  private final List<FeelFault> faults = new ArrayList<>();
  private boolean closed;

  void add(int offset, String text, String message, String remedy) {
    if (!closed && faults.size() < MOST) faults.add(new FeelFault(offset, text, message, remedy));
  }

  /** From now on nothing can be found soundly any more. */
  void close() {
    closed = true;
  }

  /**
   * @throws FeelException where there is a fault
   */
  void settle() {
    if (faults.isEmpty()) return;
    faults.sort(Comparator.comparingInt(FeelFault::offset));
    throw new FeelException(faults);
  }
}
