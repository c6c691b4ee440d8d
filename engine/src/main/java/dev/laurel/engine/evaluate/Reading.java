package dev.laurel.engine.evaluate;

import dev.laurel.engine.event.EventCodec;
import dev.laurel.engine.intake.Intake;
import dev.laurel.engine.intake.Outcome;
import dev.laurel.engine.intake.RowBatch;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.spill.Run;
import dev.laurel.engine.spill.RunBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads the batches of one file into sorted runs. Thread-safe.
 *
 * @param file the file's number
 * @param name the file's name, for refused rows
 * @param until events from this instant on are left out
 * @param only the one member who is evaluated; empty for all
 */
record Reading(Intake intake, int file, String name, Optional<Instant> until, Optional<String> only)
    implements Ordered.Work<RowBatch, Reading.Batch> {
  /** What came of a batch. */
  record Batch(Run run, JsonWriter refused, RowCount count, List<Groups.Link> links) {}

  @Override
  public Batch of(RowBatch batch) {
    Reader reader = new Reader();
    intake.read(batch, reader::take);
    reader.count.read = batch.rows();
    return new Batch(
        reader.rows.sorted(), reader.refusals(), reader.count, List.copyOf(reader.links));
  }

  /** Takes what became of the rows of one batch. */
  private final class Reader {
    private final EventCodec codec = new EventCodec();
    private final RunBuilder rows = new RunBuilder();
    private final List<Outcome.Refused> refused = new ArrayList<>();
    private final RowCount count = new RowCount();
    private final List<Groups.Link> links = new ArrayList<>(0);

    void take(Outcome outcome) {
      switch (outcome) {
        case Outcome.Taken taken -> take(taken);
        case Outcome.LeftOut(var line, var id) -> count.leftOut(id);
        case Outcome.Refused row -> {
          count.refused(row.faults().getFirst().code(), 1);
          refused.add(row);
        }
      }
    }

    private void take(Outcome.Taken taken) {
      boolean late = until.isPresent() && !taken.event().occurredAt().isBefore(until.get());
      if (late) count.afterUntil += 1 + taken.further().size();
      else if (only.isEmpty() || only.get().equals(taken.event().member())) {
        Groups.of(taken.event()).ifPresent(links::add);
        StoredRow.write(taken, file, codec, rows.record());
        rows.end();
      }
    }

    /** Rows of one purchase come together, so the others are put between them again. */
    private JsonWriter refusals() {
      refused.sort(Comparator.comparingLong(Outcome.Refused::line));
      JsonWriter lines = new JsonWriter();
      for (Outcome.Refused row : refused) Refusals.write(name, row.line(), row.faults(), lines);
      return lines;
    }
  }
}
