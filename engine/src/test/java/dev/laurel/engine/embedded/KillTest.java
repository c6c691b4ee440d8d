package dev.laurel.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is killed while it writes, again and again, and must have kept its word each time. */
class KillTest {
  private static final int ROUNDS = Integer.getInteger("laurel.tests.kills", 3);

  /** By how much the numbers of one round lie above those of the round before. */
  private static final int STRIDE = 1_000_000;

  @TempDir Path directory;

  /** The last number acknowledged, by what was written and who wrote it. */
  private final Map<String, Integer> acknowledged = new HashMap<>();

  @Test
  void nothing_acknowledged_is_lost_and_nothing_is_half_done_when_the_process_is_killed()
      throws Exception {
    var random = new Random();
    for (int round = 0; round < ROUNDS; round++) {
      int acknowledgements = 50 + random.nextInt(1_000);
      // A small log is taken over by the file all the time, so that the kill may fall into that.
      long logBytes = random.nextBoolean() ? 100_000 : Limits.USUAL.logBytes();
      writeUntilKilled(round * STRIDE + 1, round % 2 == 1, acknowledgements, logBytes);
      check("round " + round + ", killed after " + acknowledgements + " acknowledgements");
    }
  }

  private void writeUntilKilled(int first, boolean fsync, int acknowledgements, long logBytes)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                KilledServer.class.getName(),
                directory.toString(),
                String.valueOf(fsync),
                String.valueOf(first),
                String.valueOf(logBytes))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (int i = 0; i < acknowledgements; i++) {
        String line = lines.readLine();
        assertThat(line).as("what the writing process says").isNotNull();
        acknowledge(line);
      }
      // Through the handle, because the process itself would close what is still to be read.
      process.toHandle().destroyForcibly();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) acknowledge(line);
    }
    process.waitFor();
  }

  /** A line that was cut off by the kill shows a smaller number, or none. */
  private void acknowledge(String line) {
    String[] words = line.split(" ");
    if (words.length == 3)
      acknowledged.merge(words[0] + " " + words[1], Integer.valueOf(words[2]), Math::max);
  }

  private void check(String when) {
    try (var server = EmbeddedServer.open(directory, Settings.fast());
        MongoClient client = MongoClients.create(server.connectionString())) {
      for (int writer = 0; writer < KilledServer.WRITERS; writer++) {
        checkEntries(client, writer, when);
        checkMembers(client, writer, when);
      }
      checkIndex(client, KilledServer.entries(client), "number", when);
      checkIndex(client, KilledServer.members(client), "version", when);
    }
  }

  private void checkEntries(MongoClient client, int writer, String when) {
    var groups = new HashMap<Integer, Integer>();
    for (Document entry : KilledServer.entries(client).find(Filters.eq("writer", writer))) {
      int number = entry.getInteger("number");
      assertThat(entry).as(when).containsEntry("filling", KilledServer.filling(number));
      groups.merge(number, 1, Integer::sum);
    }
    assertThat(groups.values()).as(when).containsOnly(KilledServer.ENTRIES);
    int last = acknowledged.getOrDefault("entries " + writer, 0);
    for (int number = last / STRIDE * STRIDE + 1; number <= last; number++)
      assertThat(groups).as(when + ", entries of writer " + writer).containsKey(number);
  }

  private void checkMembers(MongoClient client, int writer, String when) {
    List<Integer> versions =
        KilledServer.members(client)
            .find(Filters.eq("writer", writer))
            .map(member -> {
              int version = member.getInteger("version");
              assertThat(member).as(when).containsEntry("filling", KilledServer.filling(version));
              return version;
            })
            .into(new ArrayList<>());
    Integer last = acknowledged.get("members " + writer);
    if (last == null) return;
    assertThat(versions).as(when).hasSize(KilledServer.MEMBERS).allMatch(v -> v >= last);
    assertThat(versions.stream().distinct()).as(when + ", one command for all").hasSize(1);
  }

  /** As many entries as documents, and each document is found by its own: so none is astray. */
  private static void checkIndex(
      MongoClient client, MongoCollection<Document> collection, String field, String when) {
    String name = collection.getNamespace().getCollectionName();
    Document found = client.getDatabase("laurel").runCommand(new Document("validate", name));
    int documents = found.getInteger("nrecords");
    assertThat(found.get("keysPerIndex", Document.class).values())
        .as(when + ", entries of the indexes of " + name)
        .hasSize(2)
        .allMatch(entries -> ((Number) entries).intValue() == documents);
    for (Document document : collection.find())
      assertThat(
              collection.countDocuments(
                  Filters.and(
                      Filters.eq(field, document.get(field)),
                      Filters.eq("filling", document.get("filling")),
                      Filters.eq("writer", document.get("writer")))))
          .as(when)
          .isPositive();
  }
}
