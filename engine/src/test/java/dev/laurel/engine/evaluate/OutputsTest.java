package dev.laurel.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.pack.PackResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Half a result never looks like a whole one, and is not left behind. */
class OutputsTest {
  private static final String UNDER_WAY = "under way";

  @TempDir private Path directory;

  @Test
  void a_process_that_is_told_to_stop_leaves_nothing_unfinished() throws Exception {
    Path events = directory.resolve("events.jsonl");
    Files.writeString(
        events,
        "{\"id\":\"1\",\"member\":\"m\",\"occurredAt\":\"2026-01-01\",\"type\":\"purchase\",\"amount\":1}\n");
    Path out = Files.createDirectory(directory.resolve("out"));
    Files.writeString(out.resolve("members.jsonl"), "of an earlier run");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OutputsTest.class.getName(),
                events.toString(),
                out.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = child.inputReader()) {
      assertThat(said.readLine()).isEqualTo(UNDER_WAY);
      assertThat(names(out)).contains("members.jsonl.part", "ledger.jsonl.part");
      child.destroy();
      assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(names(out)).containsExactly("members.jsonl");
      assertThat(out.resolve("members.jsonl")).hasContent("of an earlier run");
    } finally {
      child.destroyForcibly();
    }
  }

  /** Evaluates, and stays in the middle of it. */
  public static void main(String[] args) throws Exception {
    PackResult.Read cafe = TestPacks.read(TestPacks.CAFE);
    EvaluationRequest request =
        new EvaluationRequest(
            Revision.of(cafe.pack(), cafe.digest()),
            Path.of(args[0]),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Path.of(args[1])),
            Optional.empty(),
            1,
            1L << 20);
    Evaluation.run(
        request,
        Clock.systemUTC(),
        (stage, done, all) -> {
          System.out.println(UNDER_WAY);
          System.out.flush();
          waitForEver();
        });
  }

  private static void waitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void files_that_cannot_all_be_opened_leave_none_behind() throws Exception {
    Files.createDirectories(directory.resolve("decisions.jsonl.part/in the way"));
    assertThatThrownBy(() -> Outputs.in(directory)).isInstanceOf(IOException.class);
    assertThat(names(directory)).containsExactly("decisions.jsonl.part");
  }

  @Test
  void files_that_cannot_all_be_named_are_left_without_a_summary() throws Exception {
    Files.writeString(directory.resolve("summary.json"), "of an earlier run");
    Files.createDirectories(directory.resolve("ledger.jsonl/in the way"));
    Outputs outputs = Outputs.in(directory);
    outputs.members.write(new JsonWriter().open().close());
    assertThatThrownBy(outputs::finish).isInstanceOf(IOException.class);
    outputs.close();
    assertThat(names(directory)).containsExactly("ledger.jsonl", "members.jsonl");
  }

  @Test
  void an_input_is_known_by_what_it_is_and_not_by_its_path() throws Exception {
    Path input = Files.writeString(directory.resolve("ledger.jsonl.part"), "events");
    assertThatThrownBy(() -> Outputs.keep(directory, input))
        .isInstanceOf(IllegalArgumentException.class);
    Path other = Files.createSymbolicLink(directory.resolve("other"), directory);
    assertThatThrownBy(() -> Outputs.keep(other, input))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ledger.jsonl.part");
    Outputs.keep(directory, directory.resolve("events.jsonl"));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
