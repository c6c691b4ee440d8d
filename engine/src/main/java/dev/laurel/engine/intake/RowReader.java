package dev.laurel.engine.intake;

import java.util.function.Consumer;

/** Says of each row of a batch what became of it. Implementations are thread-safe. */
interface RowReader {
  void read(RowBatch batch, Consumer<Outcome> each);

  /**
   * How many rows of the batch may be given out while more rows follow: rows behind them may belong
   * together with those that come.
   */
  default int whole(RowBatch batch) {
    return batch.rows();
  }
}
