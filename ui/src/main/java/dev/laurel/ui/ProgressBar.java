package dev.laurel.ui;

import dev.laurel.engine.evaluate.Progress;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows how far an evaluation has come, on one line of a terminal. Not thread-safe. */
final class ProgressBar implements Progress {
  private static final int WIDTH = 40;

  private final Optional<PrintWriter> terminal;
  private @Nullable Stage shownStage;
  private int shownPercent;
  private int shownLength;

  /**
   * @param terminal where it is drawn; empty draws nothing
   */
  ProgressBar(Optional<PrintWriter> terminal) {
    this.terminal = terminal;
  }

  @Override
  public void at(Stage stage, long done, long all) {
    int percent = all == 0 ? 100 : (int) Math.clamp(100 * done / all, 0, 100);
    if (terminal.isEmpty() || stage == shownStage && percent == shownPercent) return;
    shownStage = stage;
    shownPercent = percent;
    int full = WIDTH * percent / 100;
    String name =
        switch (stage) {
          case READING -> "Reading";
          case FOLDING -> "Folding";
          case RECORDING -> "Recording";
        };
    String bar = "#".repeat(full) + " ".repeat(WIDTH - full);
    draw("%s [%s] %3d %%".formatted(name, bar, percent));
  }

  /** Gives the line back. */
  void clear() {
    if (shownLength == 0) return;
    draw(" ".repeat(shownLength));
    draw("");
    shownStage = null;
  }

  private void draw(String line) {
    terminal.ifPresent(to -> {
      to.print('\r' + line);
      to.flush();
    });
    shownLength = line.length();
  }
}
