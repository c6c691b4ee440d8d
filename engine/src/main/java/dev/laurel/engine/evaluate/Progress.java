package dev.laurel.engine.evaluate;

/** Is told how far an evaluation has come, by the thread that runs it. */
@FunctionalInterface
public interface Progress {
  /** What is being done. */
  enum Stage {
    /** Rows are read; counted in bytes of the file as it lies on disk. */
    READING,
    /** Members are folded; counted in events. */
    FOLDING,
    /** Events are recorded in a store; counted in events. */
    RECORDING
  }

  /**
   * Something was done. Called every few thousand rows, so it may draw.
   *
   * @param done how much of the stage is done
   * @param all how much it is
   */
  void at(Stage stage, long done, long all);
}
