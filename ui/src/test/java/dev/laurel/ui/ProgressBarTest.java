package dev.laurel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.evaluate.Progress.Stage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final StringWriter terminal = new StringWriter();
  private final ProgressBar bar = new ProgressBar(Optional.of(new PrintWriter(terminal)));

  @Test
  void it_fills_and_is_drawn_only_when_it_changes() {
    bar.at(Stage.READING, 1, 4);
    bar.at(Stage.READING, 1, 4);
    bar.at(Stage.FOLDING, 3, 3);
    assertThat(terminal)
        .hasToString(
            "\rReading [##########                              ]  25 %"
                + "\rFolding [########################################] 100 %");
  }

  @Test
  void nothing_to_do_is_done_and_more_than_all_is_all() {
    bar.at(Stage.READING, 0, 0);
    bar.at(Stage.FOLDING, 9, 3);
    assertThat(terminal.toString())
        .contains("Reading [####")
        .contains("Folding [####")
        .doesNotContain("300");
  }

  @Test
  void it_gives_the_line_back() {
    bar.clear();
    assertThat(terminal.toString()).isEmpty();
    bar.at(Stage.READING, 1, 4);
    bar.clear();
    assertThat(terminal.toString()).endsWith("\r" + " ".repeat(56) + "\r");
  }

  @Test
  void without_a_terminal_nothing_is_drawn() {
    new ProgressBar(Optional.empty()).at(Stage.READING, 1, 2);
    assertThat(terminal.toString()).isEmpty();
  }
}
