package dev.laurel.engine.intake;

import dev.laurel.engine.event.EventTerms;
import dev.laurel.rules.fault.Faults;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rows that become events through a mapping.
 *
 * @param file the file's name, of which ids by file and line are made
 */
record MappedRows(MappingPlan plan, RowFields fields, EventTerms terms, String file)
    implements RowReader {
  @Override
  public void read(RowBatch batch, Consumer<Outcome> each) {
    MappedReading reading = new MappedReading(plan, terms, file, each);
    for (int row = 0; row < batch.rows(); row++) {
      Faults faults = new Faults();
      Optional<String[]> values = fields.read(batch, row, faults);
      if (values.isPresent()) reading.row(batch.line(row), values.get(), faults);
      else reading.unreadable(batch.line(row), faults);
    }
    reading.end();
  }

  /** Up to where the last purchase begins: rows of it may follow. */
  @Override
  public int whole(RowBatch batch) {
    if (plan.group().length == 0) return batch.rows();
    Optional<String[]> later = Optional.empty();
    int laterRow = batch.rows();
    for (int row = batch.rows() - 1; row >= 0; row--) {
      Optional<String[]> values = fields.read(batch, row, new Faults());
      if (values.isEmpty()) continue;
      if (later.isPresent() && !plan.isOneGroup(values.get(), later.get())) return laterRow;
      later = values;
      laterRow = row;
    }
    return 0;
  }
}
