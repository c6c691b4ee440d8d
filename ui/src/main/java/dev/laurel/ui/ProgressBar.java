package dev.laurel.ui;

import dev.laurel.engine.evaluate.Progress;
import java.io.PrintWriter;
import java.util.Optional;

/** Shows how far an evaluation has come, on one line of a terminal. Not thread-safe. */
final class ProgressBar implements Progress {
  private static final int WIDTH = 40;

  private final Optional<PrintWriter> terminal;
  private String shown = "";

  /**
   * @param terminal where it is drawn; empty draws nothing
   */
  ProgressBar(Optional<PrintWriter> terminal) {
    this.terminal = terminal;
  }

  @Override
  public void at(Stage stage, long done, long all) {
    long percent = all == 0 ? 100 : Math.clamp(100 * done / all, 0, 100);
    int full = Math.toIntExact(WIDTH * percent / 100);
    show(
        "%s [%s%s] %3d %%"
            .formatted(
                switch (stage) {
                  case READING -> "Reading";
                  case FOLDING -> "Folding";
                },
                "#".repeat(full),
                " ".repeat(WIDTH - full),
                percent));
  }

  /** Gives the line back. */
  void clear() {
    if (!shown.isEmpty()) show(" ".repeat(shown.length()));
    terminal.ifPresent(to -> {
      if (!shown.isEmpty()) to.print('\r');
      to.flush();
    });
    shown = "";
  }

  private void show(String line) {
    if (terminal.isEmpty() || line.equals(shown)) return;
    terminal.get().print('\r' + line);
    terminal.get().flush();
    shown = line;
  }
}
