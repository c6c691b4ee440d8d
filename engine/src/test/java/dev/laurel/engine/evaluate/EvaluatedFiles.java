package dev.laurel.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Mapping;
import dev.laurel.rules.pack.PackResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows in a directory of their own, and what came of evaluating them. */
final class EvaluatedFiles implements AutoCloseable {
  static final PackResult.Read CAFE = TestPacks.read(TestPacks.CAFE);
  static final Revision REVISION = Revision.of(CAFE.pack(), CAFE.digest());
  static final Clock STILL = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  static final long PLENTY = 1L << 24;

  private static final JsonMapper JSON = new JsonMapper();

  private final Path directory;
  private Revision revision = REVISION;

  EvaluatedFiles() throws IOException {
    this.directory = Files.createTempDirectory("evaluation");
  }

  /** From now on by other rules than those of the café. */
  void under(Revision other) {
    revision = other;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(file);
    }
  }

  Path directory() {
    return directory;
  }

  /** Where the results go. */
  Path out() {
    return directory.resolve("out");
  }

  static String purchase(String id, String member, String at, String amount) {
    return row(id, member, at, "purchase", "\"amount\":" + amount);
  }

  static String row(String id, String member, String at, String type, String more) {
    return "{\"source\":\"pos\",\"id\":\"%s\",\"member\":\"%s\",\"occurredAt\":\"%s\",\"type\":\"%s\",%s}"
        .formatted(id, member, at, type, more);
  }

  Summary evaluate(String... rows) throws Exception {
    return evaluate(2, PLENTY, rows);
  }

  Summary evaluate(int threads, long memory, String... rows) throws Exception {
    return run(
        write("events.jsonl", rows),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        threads,
        memory);
  }

  Summary run(
      Path events,
      Optional<Path> members,
      Optional<Mapping> mapping,
      Optional<LocalDate> until,
      int threads,
      long memory)
      throws Exception {
    return Evaluation.run(
        request(events, members, mapping, until, threads, memory), STILL, (stage, done, all) -> {});
  }

  EvaluationRequest request(
      Path events,
      Optional<Path> members,
      Optional<Mapping> mapping,
      Optional<LocalDate> until,
      int threads,
      long memory) {
    return new EvaluationRequest(
        revision,
        events,
        mapping,
        members,
        until,
        Optional.of(out()),
        Optional.empty(),
        threads,
        memory);
  }

  Path write(String name, String... rows) throws IOException {
    return Files.writeString(directory.resolve(name), String.join("\n", rows) + "\n");
  }

  /** The files by name. */
  Map<String, String> results() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(out())) {
      for (Path file : files.toList())
        all.put(file.getFileName().toString(), Files.readString(file));
    }
    assertThat(all.keySet())
        .containsExactly(
            "decisions.jsonl", "ledger.jsonl", "members.jsonl", "refused.jsonl", "summary.json");
    return all;
  }

  List<String> lines(String name) throws IOException {
    return Files.readAllLines(out().resolve(name));
  }

  /** What points members have. */
  Map<String, Long> members() throws IOException {
    Map<String, Long> points = new TreeMap<>();
    for (String line : lines("members.jsonl")) {
      JsonNode member = JSON.readTree(line);
      points.put(
          member.get("member").stringValue(),
          member.get("points").get("points").get("available").longValue());
    }
    return points;
  }

  /** Lines and codes. */
  List<String> refused() throws IOException {
    return lines("refused.jsonl").stream()
        .map(JSON::readTree)
        .map(row -> row.get("line").longValue() + " " + row.get("code").stringValue())
        .toList();
  }

  JsonNode summary() throws IOException {
    return JSON.readTree(Files.readString(out().resolve("summary.json")));
  }

  /** That of each file every row is accounted for. */
  void assertRowsAddUp() throws IOException {
    for (String file : List.of("rows", "memberRows")) {
      JsonNode rows = summary().get(file);
      if (rows == null) continue;
      long all =
          rows.get("evaluated").longValue()
              + rows.get("afterUntil").longValue()
              + rows.get("replayed").longValue();
      for (JsonNode refused : rows.get("refused").values()) all += refused.longValue();
      for (JsonNode leftOut : rows.get("leftOut").values()) all += leftOut.get("rows").longValue();
      assertThat(all).as(file).isEqualTo(rows.get("read").longValue());
    }
  }
}
