package dev.laurel.engine.evaluate;

import dev.laurel.engine.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The files that an evaluation writes. They carry their names only after the whole work is done, so
 * that nobody takes half of a result for all of it; what is not finished is gone when this is
 * closed, and when the process is told to stop. Not thread-safe, but for the end of the process.
 */
final class Outputs implements AutoCloseable {
  private static final String UNFINISHED = ".part";

  /** A file that is being written. */
  static final class Output {
    private final Path file;
    private final Path unfinished;
    private OutputStream stream = OutputStream.nullOutputStream();

    private Output(Path directory, String name) {
      file = directory.resolve(name);
      unfinished = directory.resolve(name + UNFINISHED);
    }

    void write(JsonWriter lines) throws IOException {
      if (lines.size() > 0) lines.writeTo(stream);
    }
  }

  private static final String MEMBERS = "members.jsonl";
  private static final String LEDGER = "ledger.jsonl";
  private static final String DECISIONS = "decisions.jsonl";
  private static final String REFUSED = "refused.jsonl";
  private static final String SUMMARY = "summary.json";
  private static final List<String> ALL = List.of(MEMBERS, LEDGER, DECISIONS, REFUSED, SUMMARY);

  final Output members;
  final Output ledger;
  final Output decisions;
  final Output refused;
  final Output summary;
  private final List<Output> all;
  private final Thread onExit = new Thread(this::stop, "evaluate-stop");
  private boolean done;
  private boolean stopped;

  private Outputs(Path directory) {
    members = new Output(directory, MEMBERS);
    ledger = new Output(directory, LEDGER);
    decisions = new Output(directory, DECISIONS);
    refused = new Output(directory, REFUSED);
    summary = new Output(directory, SUMMARY);
    all = List.of(members, ledger, decisions, refused, summary);
  }

  static Outputs in(Path directory) throws IOException {
    Files.createDirectories(directory);
    Outputs outputs = new Outputs(directory);
    Runtime.getRuntime().addShutdownHook(outputs.onExit);
    try {
      outputs.open();
      return outputs;
    } catch (IOException | RuntimeException failed) {
      outputs.close();
      throw failed;
    }
  }

  /** Refuses a folder in which a result would take the place of what it is made of. */
  static void keep(Path directory, Path input) {
    for (String name : ALL)
      if (isSame(directory.resolve(name), input)
          || isSame(directory.resolve(name + UNFINISHED), input))
        throw new IllegalArgumentException(
            "The results would replace %s; name another folder for them.".formatted(input));
  }

  private static boolean isSame(Path output, Path input) {
    if (output.toAbsolutePath().normalize().equals(input.toAbsolutePath().normalize())) return true;
    try {
      return Files.exists(output) && Files.isSameFile(output, input);
    } catch (IOException unreadable) {
      // What cannot be looked at is refused with its own reason where it is read or written.
      return false;
    }
  }

  private synchronized void open() throws IOException {
    if (stopped) throw new IOException("The process was told to stop.");
    for (Output output : all) output.stream = Files.newOutputStream(output.unfinished);
  }

  /**
   * Everything was written: the files get their names, the summary last. A folder with a summary
   * therefore never holds files of two evaluations.
   */
  synchronized void finish() throws IOException {
    if (stopped) throw new IOException("The process was told to stop.");
    for (Output output : all) output.stream.close();
    Files.deleteIfExists(summary.file);
    for (Output output : all)
      Files.move(output.unfinished, output.file, StandardCopyOption.REPLACE_EXISTING);
    done = true;
  }

  /** Drops what was not finished. */
  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException exiting) {
      // The process ends already, and drops what there is.
    }
    drop();
  }

  private synchronized void drop() throws IOException {
    if (done) return;
    IOException first = null;
    for (Output output : all)
      try (OutputStream toClose = output.stream) {
        Files.deleteIfExists(output.unfinished);
      } catch (IOException failed) {
        if (first == null) first = failed;
      }
    if (first != null) throw first;
  }

  /** The process ends: what it leaves behind is nobody's any more. */
  private synchronized void stop() {
    stopped = true;
    try {
      drop();
    } catch (IOException failed) {
      // Nobody is left to be told, and the names say that the files are unfinished.
    }
  }
}
