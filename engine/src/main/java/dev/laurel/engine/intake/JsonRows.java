package dev.laurel.engine.intake;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.rules.fault.Faults;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rows that are events or members in our own JSON.
 *
 * @param members whether the rows are members
 */
record JsonRows(EventJson json, boolean members) implements RowReader {
  @Override
  public void read(RowBatch batch, Consumer<Outcome> each) {
    for (int row = 0; row < batch.rows(); row++) {
      Faults faults = new Faults();
      Optional<Event> event = event(batch, row, faults);
      long line = batch.line(row);
      each.accept(
          event.isPresent()
              ? new Outcome.Taken(event.get(), line, List.of())
              : new Outcome.Refused(line, faults.sorted()));
    }
  }

  private Optional<Event> event(RowBatch batch, int row, Faults faults) {
    if (!RowText.isWhole(batch, row, faults)) return Optional.empty();
    return members
        ? json.readMember(batch.bytes(), batch.from(row), batch.to(row), faults)
        : json.read(batch.bytes(), batch.from(row), batch.to(row), faults);
  }
}
