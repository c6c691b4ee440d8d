package dev.laurel.engine.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many clients at once: no update is lost, and nobody sees half of one. */
class ConcurrencyTest {
  private static final int CLIENTS = 8;
  private static final int ROUNDS = 50;

  @TempDir Path directory;

  private EmbeddedServer server;
  private MongoClient client;
  private MongoCollection<Document> members;

  @BeforeEach
  void open() {
    server = EmbeddedServer.open(directory, Settings.fast());
    client = MongoClients.create(server.connectionString());
    members = client.getDatabase("laurel").getCollection("members");
    members.createIndex(Indexes.ascending("version"));
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void of_several_that_replace_by_id_and_version_one_wins_each_time() throws Exception {
    members.insertOne(new Document("_id", "m1").append("version", 0).append("points", 0));
    together(CLIENTS, this::addPoints);
    assertThat(members.find(eq("_id", "m1")).first())
        .containsEntry("version", CLIENTS * ROUNDS)
        .containsEntry("points", CLIENTS * ROUNDS);
  }

  private Void addPoints() {
    for (int done = 0; done < ROUNDS; ) {
      Document member = members.find(eq("_id", "m1")).first();
      int version = member.getInteger("version");
      Document next =
          new Document(member)
              .append("version", version + 1)
              .append("points", member.getInteger("points") + 1);
      if (members.replaceOne(and(eq("_id", "m1"), eq("version", version)), next).getModifiedCount()
          == 1) done++;
    }
    return null;
  }

  @Test
  void a_reader_sees_all_that_a_command_changed_or_nothing_of_it() throws Exception {
    members.insertMany(
        IntStream.range(0, 20)
            .mapToObj(id -> new Document("_id", id).append("version", 0).append("twin", 0))
            .toList());
    var done = new AtomicBoolean();
    var tasks = new ArrayList<Callable<Void>>();
    tasks.add(() -> {
      for (int version = 1; version <= ROUNDS; version++)
        members.updateMany(
            new Document(),
            Updates.combine(Updates.set("version", version), Updates.set("twin", version)));
      done.set(true);
      return null;
    });
    for (int reader = 0; reader < 3; reader++) tasks.add(() -> readWhile(done));
    together(tasks);
    assertThat(members.countDocuments(eq("version", ROUNDS))).isEqualTo(20);
  }

  private Void readWhile(AtomicBoolean done) {
    while (!done.get()) {
      List<Document> all = members.find(gte("version", 0)).into(new ArrayList<>());
      assertThat(all).hasSize(20);
      assertThat(all.stream().map(member -> member.get("version")).distinct()).hasSize(1);
      assertThat(all).allMatch(member -> member.get("version").equals(member.get("twin")));
    }
    return null;
  }

  @Test
  void what_was_acknowledged_to_one_client_is_seen_by_all() throws Exception {
    together(
        CLIENTS,
        () -> {
          for (int i = 0; i < ROUNDS; i++) {
            String id = Thread.currentThread().getName() + ":" + i;
            members.insertOne(new Document("_id", id).append("version", i));
            assertThat(members.find(eq("_id", id)).first()).isNotNull();
            assertThat(members.deleteOne(eq("_id", id)).getDeletedCount()).isOne();
            assertThat(members.find(eq("_id", id)).first()).isNull();
          }
          return null;
        });
    assertThat(members.countDocuments()).isZero();
  }

  private static void together(int times, Callable<Void> task) throws Exception {
    together(Collections.nCopies(times, task));
  }

  private static void together(List<Callable<Void>> tasks) throws Exception {
    try (var threads = Executors.newCachedThreadPool()) {
      for (Future<Void> each : threads.invokeAll(tasks)) {
        try {
          each.get();
        } catch (ExecutionException e) {
          throw new AssertionError(e.getCause());
        }
      }
    }
  }
}
