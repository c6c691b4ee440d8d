package dev.laurel.engine.intake;

import dev.laurel.rules.fault.Faults;
import java.util.Optional;

/** Reads of a row the columns that a mapping uses. Implementations are thread-safe. */
interface RowFields {
  /**
   * The values in the order of {@link Columns#used}; reported where the row does not have them. A
   * field that is not there in a row of JSON is empty.
   */
  Optional<String[]> read(RowBatch batch, int row, Faults faults);
}
