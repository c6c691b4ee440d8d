package dev.laurel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class LaurelTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void help_is_the_text_the_launcher_prints() {
    assertThat(run("help")).isZero();
    assertThat(out.toString().strip()).isEqualTo(Laurel.helpText().strip());
  }

  @Test
  void a_command_nobody_knows_is_refused_with_one_sentence_and_exit_code_2() {
    assertThat(run("nonsense")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .startsWith("laurel: ")
        .contains("nonsense")
        .endsWith("See: laurel help" + System.lineSeparator())
        .hasLineCount(1);
  }

  @Test
  void the_help_text_names_every_command_and_no_other() {
    var named =
        Pattern.compile("(?m)^  ([a-z][a-z0-9-]*) ")
            .matcher(Laurel.helpText())
            .results()
            .map(line -> line.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    var known = new TreeSet<>(Laurel.commandLine().getSubcommands().keySet());
    known.addAll(List.of("bench", "test")); // The launcher does these itself.
    assertThat(named).isEqualTo(known);
  }

  private int run(String... args) {
    CommandLine line = Laurel.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }
}
