package dev.laurel.engine.vault;

import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.rules.fault.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Tombstones in a file beside the store, a JSON object on each line, which is only ever appended
 * to. Thread-safe within one process.
 */
public final class TombstoneFile implements Tombstones {
  /** The file's usual name. */
  public static final String NAME = "erased.log";

  private final Path file;

  private TombstoneFile(Path file) {
    this.file = file;
  }

  /** Opens the file, whether it is there yet or not. */
  public static TombstoneFile open(Path file) {
    TombstoneFile opened = new TombstoneFile(file);
    opened.run(opened::cutTornLine);
    return opened;
  }

  private interface Work {
    void run() throws IOException;
  }

  private void run(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      throw new UncheckedIOException("The tombstones in %s cannot be kept.".formatted(file), e);
    }
  }

  /** What stands after the last end of line was never acknowledged: its writer was killed. */
  private void cutTornLine() throws IOException {
    if (!Files.exists(file)) return;
    byte[] all = Files.readAllBytes(file);
    int end = all.length;
    while (end > 0 && all[end - 1] != '\n') end--;
    if (end == all.length) return;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(end).force(true);
    }
  }

  @Override
  public synchronized void begin() {
    if (!isBegun()) run(() -> DurableFiles.append(file, new byte[0]));
  }

  @Override
  public boolean isBegun() {
    return Files.exists(file);
  }

  @Override
  public String where() {
    return "the file " + file;
  }

  @Override
  public synchronized void add(Tombstone tombstone) {
    Erasure erasure = tombstone.erasure();
    JsonWriter to = new JsonWriter();
    to.open().key("mark").text(tombstone.mark()).key("at").instant(erasure.at());
    to.key("by").text(erasure.by()).key("why").text(erasure.why()).close().endLine();
    run(() -> DurableFiles.append(file, to.toBytes()));
  }

  @Override
  public synchronized List<Tombstone> all() {
    Map<String, Tombstone> all = new LinkedHashMap<>();
    run(() -> {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      for (int i = 0; i < lines.size(); i++) {
        int number = i + 1;
        Tombstone read =
            read(lines.get(i)).orElseThrow(() -> new UnreadableTombstonesException(file, number));
        all.putIfAbsent(read.mark(), read);
      }
    });
    return new ArrayList<>(all.values());
  }

  private static Optional<Tombstone> read(String line) {
    byte[] json = line.getBytes(StandardCharsets.UTF_8);
    return EventJson.tree(json, 0, json.length, new Faults()).flatMap(TombstoneFile::read);
  }

  private static Optional<Tombstone> read(JsonNode row) {
    String mark = row.path("mark").asString("");
    if (mark.isEmpty()) return Optional.empty();
    try {
      Instant at = Instant.parse(row.path("at").asString(""));
      Erasure erasure = new Erasure(at, row.path("by").asString(""), row.path("why").asString(""));
      return Optional.of(new Tombstone(mark, erasure));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
