package dev.laurel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands as a person at a terminal meets them, on the packs of the samples. */
class CommandsTest {
  private static final String CAFE = "../samples/cafe";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine line = Laurel.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  @Test
  void aRightPackIsSaidToBeRight() {
    assertThat(run("pack", "check", CAFE)).isZero();
    assertThat(out.toString()).startsWith("harbour-cafe ").contains("is right");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aWrongPackIsRefusedWithEachFaultOnALineOfItsOwn() throws IOException {
    Files.writeString(
        folder.resolve("pack.yaml"),
        "pack: {format: 1, id: x, version: 1.0.0, titel: X}\nprogramme: {zone: Nowhere}\n");
    assertThat(run("pack", "check", folder.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("pack.yaml:1:")
        .contains("Did you mean \"title\"?")
        .contains("pack.yaml:2:")
        .contains("was refused");
  }

  @Test
  void aPackRunsItsOwnScenarios() {
    assertThat(run("pack", "test", CAFE)).isZero();
    assertThat(out.toString()).contains(" passed, 0 failed, 0 waiting.");
  }

  @Test
  void scenariosOfWhatIsNotEvaluatedYetAreSaidToWait() {
    assertThat(run("pack", "test", "../samples/world-of-hyatt")).isZero();
    assertThat(out.toString()).contains("waiting  ").contains(" 0 failed, ");
  }

  @Test
  void aPackIsReadAloud() {
    assertThat(run("pack", "explain", CAFE)).isZero();
    assertThat(out.toString())
        .contains("When the member is Regular, points from \"A bean per euro\" are multiplied by");
  }

  @Test
  void aPackCommandWithoutAnythingToDoIsWrongUse() {
    assertThat(run("pack")).isEqualTo(2);
    assertThat(err.toString()).contains("laurel pack check|test|explain DIR");
  }

  @Test
  void aPackThatIsNotThereIsWrongUse() {
    assertThat(run("pack", "check", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("is not there");
  }

  @Test
  void aHistoryIsEvaluatedAndExplained() throws IOException {
    String history = CAFE + "/history/";
    assertThat(
            run(
                "evaluate",
                "--pack",
                CAFE,
                "--members",
                history + "members.jsonl",
                "--events",
                history + "events.jsonl",
                "--out",
                folder.toString(),
                "--explain",
                "G00000008"))
        .isZero();
    assertThat(out.toString())
        .contains("\"A bean per euro\" gave 13 Beans (13.3 before rounding).")
        .contains("no row was refused");
    assertThat(Files.readAllLines(folder.resolve("members.jsonl"))).hasSize(8);
    assertThat(folder.resolve("ledger.jsonl")).isNotEmptyFile();
    assertThat(folder.resolve("decisions.jsonl")).isNotEmptyFile();
    assertThat(folder.resolve("refused.jsonl")).isEmptyFile();
    assertThat(folder.resolve("summary.json")).isNotEmptyFile();
  }

  @Test
  void aPackThatNeedsMoreThanIsEvaluatedIsRefusedByName() {
    assertThat(
            run(
                "evaluate",
                "--pack",
                "../samples/starbucks-rewards",
                "--events",
                CAFE + "/history/events.jsonl",
                "--out",
                folder.toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("not evaluated yet: ");
  }
}
