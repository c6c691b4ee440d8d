package dev.laurel.engine.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import dev.laurel.engine.embedded.FailingDisk.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When the disk takes nothing more, nothing acknowledged is lost and reading goes on. */
class FailingDiskTest {
  private static final Integer[] FIRST_FIFTY =
      IntStream.range(0, 50).boxed().toArray(Integer[]::new);

  /** The file takes what the log holds again and again while the test runs. */
  private static final Limits FEW_BYTES = new Limits(100_000, 1 << 20);

  @TempDir Path directory;

  @BeforeAll
  static void register() {
    FailingDisk.register();
  }

  @AfterEach
  void mend() {
    FailingDisk.fail(Failure.NONE);
  }

  @ParameterizedTest
  @EnumSource(names = {"FULL", "NOT_SYNCED"})
  void a_write_that_the_disk_does_not_take_is_refused_and_reading_goes_on(Failure failure) {
    try (var server = open(Settings.safe());
        MongoClient client = MongoClients.create(server.connectionString())) {
      MongoCollection<Document> members = members(client);
      members.createIndex(Indexes.ascending("points"));
      for (int id = 0; id < 50; id++) members.insertOne(member(id));
      FailingDisk.fail(failure);
      for (int id = 50; id < 55; id++) {
        insert(members, id);
        assertThat(ids(members)).startsWith(FIRST_FIFTY);
      }
      assertThat(members.find(eq("points", 7)).first()).isEqualTo(member(7));
      FailingDisk.fail(Failure.NONE);
      members.updateOne(eq("_id", 7), inc("points", 100));
      assertThat(members.find(eq("points", 107)).first()).containsEntry("_id", 7);
    }
    try (var server = EmbeddedServer.open(directory, Settings.fast());
        MongoClient client = MongoClients.create(server.connectionString())) {
      assertThat(ids(members(client))).startsWith(FIRST_FIFTY);
      assertThat(members(client).find(eq("points", 107)).first()).containsEntry("_id", 7);
    }
  }

  /**
   * The file is opened anew after each failure, so this asks recovery some hundred times, with
   * parts of all sizes at the end of the file and in its gaps.
   */
  @Test
  void after_each_of_many_failures_the_last_acknowledged_write_is_there() {
    try (var server = open(Settings.fast());
        MongoClient client = MongoClients.create(server.connectionString())) {
      MongoCollection<Document> members = members(client);
      var random = new Random();
      members.insertOne(member(1));
      for (int failures = 0, points = 1; failures < 300; failures++) {
        for (int i = random.nextInt(40); i > 0; i--) {
          String filling = "x".repeat(random.nextInt(20_000));
          members.updateOne(
              eq("_id", 1), combine(inc("points", 1), set("f" + random.nextInt(5), filling)));
          points++;
        }
        FailingDisk.fail(Failure.FULL);
        int more = accepted(() -> members.updateOne(eq("_id", 1), inc("points", 1))) ? 1 : 0;
        FailingDisk.fail(Failure.NONE);
        // A refused write may be stored all the same.
        int found = members.find().first().getInteger("points");
        assertThat(found)
            .as("the points after failure %d", failures)
            .isBetween(points + more, points + 1);
        points = found;
      }
    }
  }

  @Test
  void of_many_writers_each_is_told_the_truth_when_the_disk_is_full() throws Exception {
    Queue<Integer> acknowledged = new ConcurrentLinkedQueue<>();
    Queue<Integer> refused = new ConcurrentLinkedQueue<>();
    try (var server = open(Settings.fast());
        MongoClient client = MongoClients.create(server.connectionString())) {
      MongoCollection<Document> members = members(client);
      members.createIndex(Indexes.ascending("points"));
      var writers = new ArrayList<Thread>();
      for (int writer = 0; writer < 8; writer++) {
        int first = writer * 1_000_000;
        writers.add(
            Thread.ofPlatform()
                .start(() -> {
                  int id = first;
                  for (; insert(members, id); id++) acknowledged.add(id);
                  refused.add(id);
                }));
      }
      await().until(() -> acknowledged.size() > 500);
      FailingDisk.fail(Failure.FULL);
      for (Thread writer : writers) writer.join();
      FailingDisk.fail(Failure.NONE);
    }
    try (var server = EmbeddedServer.open(directory, Settings.fast());
        MongoClient client = MongoClients.create(server.connectionString())) {
      List<Integer> found = ids(members(client));
      assertThat(found).containsAll(acknowledged);
      acknowledged.addAll(refused);
      assertThat(acknowledged).as("what may be there").containsAll(found);
    }
  }

  private static boolean insert(MongoCollection<Document> members, int id) {
    return accepted(() -> members.insertOne(member(id)));
  }

  /** Whether a write was acknowledged; what fell on the edge may be, if it was stored. */
  private static boolean accepted(Runnable write) {
    try {
      write.run();
      return true;
    } catch (MongoException e) {
      assertThat(e).hasMessageContaining("The write is not acknowledged");
      return false;
    }
  }

  private static List<Integer> ids(MongoCollection<Document> members) {
    return members.find().map(member -> member.getInteger("_id")).into(new ArrayList<>());
  }

  @Test
  void a_disk_that_is_nearly_full_is_not_written_to() {
    try (var server = open(Settings.fast());
        MongoClient client = MongoClients.create(server.connectionString())) {
      members(client).insertOne(member(1));
    }
    try (var server = open(new Settings(false, Long.MAX_VALUE));
        MongoClient client = MongoClients.create(server.connectionString())) {
      assertThatThrownBy(() -> members(client).insertOne(member(2)))
          .isInstanceOf(MongoException.class)
          .hasMessageContaining("must stay free");
      assertThat(members(client).find()).containsExactly(member(1));
    }
  }

  private EmbeddedServer open(Settings settings) {
    StoreDirectory held = StoreDirectory.hold(directory);
    return EmbeddedServer.open(
        held, FailingDisk.SCHEME + ":" + held.storeFile(), settings, FEW_BYTES);
  }

  private static MongoCollection<Document> members(MongoClient client) {
    return client.getDatabase("laurel").getCollection("members");
  }

  private static Document member(int id) {
    return new Document("_id", id).append("points", id);
  }
}
