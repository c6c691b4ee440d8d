package dev.laurel.engine.intake;

import dev.laurel.engine.event.Event;
import dev.laurel.rules.fault.Fault;
import java.util.List;

/** What became of a row, or of rows that are one purchase. Closed family, immutable. */
public sealed interface Outcome {
  /**
   * An event.
   *
   * @param line the line in the file, from 1, on which its row begins
   * @param further the lines of further rows of the same purchase
   */
  record Taken(Event event, long line, List<Long> further) implements Outcome {}

  /**
   * The mapping leaves the row out.
   *
   * @param id which of its exceptions says so
   */
  record LeftOut(long line, String id) implements Outcome {}

  /**
   * The row says no event.
   *
   * @param faults all that is wrong with it, at least one; a place is a column or a key
   */
  record Refused(long line, List<Fault> faults) implements Outcome {
    public Refused {
      faults = List.copyOf(faults);
      if (faults.isEmpty()) throw new IllegalArgumentException("A refusal needs a fault.");
    }
  }
}
