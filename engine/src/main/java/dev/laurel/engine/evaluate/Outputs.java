package dev.laurel.engine.evaluate;

import dev.laurel.engine.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that an evaluation writes. They carry their names only after the whole work is done, so
 * that nobody takes half of a result for all of it. Not thread-safe.
 */
final class Outputs implements AutoCloseable {
  private static final String UNFINISHED = ".part";

  /** A file that is being written. */
  static final class Output {
    private final Path file;
    private final Path unfinished;
    private final OutputStream stream;

    private Output(Path directory, String name) throws IOException {
      file = directory.resolve(name);
      unfinished = directory.resolve(name + UNFINISHED);
      stream = Files.newOutputStream(unfinished);
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

  private final List<Output> open = new ArrayList<>();
  private boolean done;

  final Output members;
  final Output ledger;
  final Output decisions;
  final Output refused;
  final Output summary;

  private Outputs(Path directory) throws IOException {
    members = open(directory, MEMBERS);
    ledger = open(directory, LEDGER);
    decisions = open(directory, DECISIONS);
    refused = open(directory, REFUSED);
    summary = open(directory, SUMMARY);
  }

  static Outputs in(Path directory) throws IOException {
    Files.createDirectories(directory);
    return new Outputs(directory);
  }

  /** Refuses a folder in which a result would take the place of what it is made of. */
  static void keep(Path directory, Path input) {
    Path file = input.toAbsolutePath().normalize();
    Path folder = directory.toAbsolutePath().normalize();
    Path name = file.getFileName();
    if (name != null && folder.equals(file.getParent()) && ALL.contains(name.toString()))
      throw new IllegalArgumentException(
          "The results would replace %s; name another folder for them.".formatted(input));
  }

  private Output open(Path directory, String name) throws IOException {
    Output output = new Output(directory, name);
    open.add(output);
    return output;
  }

  /** Everything was written: the files get their names. */
  void finish() throws IOException {
    for (Output output : open) output.stream.close();
    for (Output output : open)
      Files.move(output.unfinished, output.file, StandardCopyOption.REPLACE_EXISTING);
    done = true;
  }

  /** Drops what was not finished. */
  @Override
  public void close() throws IOException {
    if (done) return;
    for (Output output : open) {
      output.stream.close();
      Files.deleteIfExists(output.unfinished);
    }
  }
}
