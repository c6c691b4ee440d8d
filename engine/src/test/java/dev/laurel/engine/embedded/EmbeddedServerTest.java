package dev.laurel.engine.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the application asks of a MongoDB server, asked through MongoDB's own driver. */
class EmbeddedServerTest {
  @TempDir Path directory;

  private EmbeddedServer server;
  private MongoClient client;
  private MongoCollection<Document> members;

  @BeforeEach
  void open() {
    server = EmbeddedServer.open(directory.resolve("store"), Settings.fast());
    client = MongoClients.create(server.connectionString());
    members = client.getDatabase("laurel").getCollection("members");
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void what_was_inserted_is_found_again_also_after_closing_and_opening() {
    members.insertOne(new Document("_id", "m1").append("points", 10L));
    reopen();
    assertThat(client.listDatabaseNames()).containsExactly("laurel");
    assertThat(members.find(eq("_id", "m1")).first())
        .isEqualTo(new Document("_id", "m1").append("points", 10L));
  }

  @Test
  void a_collection_that_rests_stays_readable_while_the_file_around_it_is_compacted() {
    MongoCollection<Document> resting = client.getDatabase("laurel").getCollection("resting");
    List<Document> some =
        IntStream.range(0, 200).mapToObj(i -> new Document("_id", "r" + i)).toList();
    resting.insertMany(some);
    for (int round = 0; round < 100; round++) {
      members.replaceOne(
          eq("_id", "m1"),
          new Document("round", "x".repeat(1_000) + round),
          new ReplaceOptions().upsert(true));
      assertThat(resting.find().into(new ArrayList<>())).hasSameSizeAs(some);
    }
  }

  @Test
  void updates_change_what_they_name_and_nothing_else() {
    members.insertOne(
        Document.parse("{_id: 'm1', points: 10, tags: ['a', 'b'], old: 1, name: 'Ada'}"));
    members.updateOne(
        eq("_id", "m1"),
        combine(inc("points", 5), push("events", "e1"), pull("tags", "a"), unset("old")));
    members.updateOne(
        eq("_id", "m2"),
        combine(set("name", "Bo"), setOnInsert("points", 0)),
        new UpdateOptions().upsert(true));
    assertThat(members.find().sort(Sorts.ascending("_id")))
        .containsExactly(
            Document.parse("{_id: 'm1', points: 15, tags: ['b'], name: 'Ada', events: ['e1']}"),
            Document.parse("{_id: 'm2', name: 'Bo', points: 0}"));
  }

  @Test
  void a_replacement_by_id_and_version_happens_once() {
    members.insertOne(new Document("_id", "m1").append("version", 1));
    var second = new Document("_id", "m1").append("version", 2);
    assertThat(
            members.replaceOne(and(eq("_id", "m1"), eq("version", 1)), second).getModifiedCount())
        .isOne();
    assertThat(members.replaceOne(and(eq("_id", "m1"), eq("version", 1)), second).getMatchedCount())
        .isZero();
    assertThat(
            members
                .replaceOne(
                    eq("_id", "m9"), new Document("version", 1), new ReplaceOptions().upsert(true))
                .getUpsertedId())
        .isNotNull();
  }

  @Test
  void find_and_modify_gives_the_document_before_or_after() {
    members.insertOne(new Document("_id", "m1").append("points", 1));
    assertThat(members.findOneAndUpdate(eq("_id", "m1"), inc("points", 1)))
        .containsEntry("points", 1);
    assertThat(
            members.findOneAndUpdate(
                eq("_id", "m1"),
                inc("points", 1),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
        .containsEntry("points", 3);
    assertThat(members.findOneAndDelete(eq("_id", "m1"))).containsEntry("points", 3);
    assertThat(members.countDocuments()).isZero();
  }

  @Test
  void an_id_or_a_unique_value_is_taken_once() {
    members.createIndex(
        Sorts.ascending("email"), new com.mongodb.client.model.IndexOptions().unique(true));
    members.insertOne(Document.parse("{_id: 'm1', email: 'ada@example.org'}"));
    assertThatThrownBy(() -> members.insertOne(Document.parse("{_id: 'm1', email: 'x'}")))
        .isInstanceOf(MongoWriteException.class)
        .hasMessageContaining("E11000")
        .hasMessageContaining("_id");
    assertThatThrownBy(
            () -> members.insertOne(Document.parse("{_id: 'm2', email: 'ada@example.org'}")))
        .isInstanceOf(MongoWriteException.class)
        .hasMessageContaining("E11000")
        .hasMessageContaining("email");
    members.insertOne(Document.parse("{_id: 'm2', email: 'bo@example.org'}"));
    assertThatThrownBy(() -> members.updateOne(eq("_id", "m2"), set("email", "ada@example.org")))
        .isInstanceOf(MongoWriteException.class);
    assertThat(members.find(eq("email", "bo@example.org")).first()).containsEntry("_id", "m2");
  }

  @Test
  void of_many_inserts_the_ordered_stop_at_the_first_duplicate_and_the_unordered_do_not() {
    members.insertOne(new Document("_id", 2));
    List<Document> three = IntStream.rangeClosed(1, 3).mapToObj(this::numbered).toList();
    assertThatThrownBy(() -> members.insertMany(three)).isInstanceOf(MongoBulkWriteException.class);
    assertThat(ids()).containsExactly(1, 2);
    assertThatThrownBy(() -> members.insertMany(three, new InsertManyOptions().ordered(false)))
        .isInstanceOf(MongoBulkWriteException.class);
    assertThat(ids()).containsExactly(1, 2, 3);
  }

  @Test
  void a_long_result_comes_in_batches_and_is_whole() {
    members.insertMany(IntStream.range(0, 1_000).mapToObj(this::numbered).toList());
    assertThat(members.find().batchSize(7).map(document -> document.getInteger("_id")))
        .containsExactlyElementsOf(IntStream.range(0, 1_000).boxed().toList());
    List<Integer> halves =
        members
            .find()
            .sort(Sorts.descending("half"))
            .skip(10)
            .limit(300)
            .projection(Projections.include("half"))
            .map(document -> document.getInteger("half"))
            .into(new ArrayList<>());
    assertThat(halves).hasSize(300).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void deleting_and_counting_go_by_the_filter() {
    members.insertMany(IntStream.range(0, 10).mapToObj(this::numbered).toList());
    assertThat(members.countDocuments(eq("half", 2))).isEqualTo(2);
    assertThat(members.deleteOne(eq("half", 2)).getDeletedCount()).isOne();
    assertThat(members.deleteMany(new Document("half", new Document("$gte", 3))).getDeletedCount())
        .isEqualTo(4);
    assertThat(members.estimatedDocumentCount()).isEqualTo(5);
  }

  @Test
  void collections_are_listed_and_dropped() {
    members.insertOne(new Document("_id", 1));
    client.getDatabase("laurel").createCollection("ledger");
    assertThat(client.getDatabase("laurel").listCollectionNames())
        .containsExactlyInAnyOrder("members", "ledger");
    members.drop();
    reopen();
    assertThat(client.getDatabase("laurel").listCollectionNames()).containsExactly("ledger");
    assertThat(members.find()).isEmpty();
    members.insertOne(new Document("_id", 1));
    assertThat(ids()).containsExactly(1);
  }

  @Test
  void the_server_answers_to_ping_and_hello() {
    var admin = client.getDatabase("admin");
    assertThat(admin.runCommand(new Document("ping", 1))).containsEntry("ok", 1.0);
    assertThat(admin.runCommand(new Document("hello", 1))).containsEntry("isWritablePrimary", true);
  }

  @Test
  void a_command_that_is_not_offered_is_refused_by_its_name() {
    members.insertOne(new Document("_id", 1));
    assertThatThrownBy(
            () -> members.renameCollection(new com.mongodb.MongoNamespace("laurel", "others")))
        .isInstanceOf(MongoCommandException.class)
        .hasMessageContaining("renameCollection");
  }

  @Test
  void whoever_does_not_know_the_password_gets_nothing() {
    String right = server.connectionString();
    String stranger = right.replaceFirst("//.*@", "//").replaceFirst("\\?.*", "");
    try (MongoClient other = MongoClients.create(stranger)) {
      assertThatThrownBy(
              () -> other.getDatabase("laurel").getCollection("members").countDocuments())
          .isInstanceOf(MongoCommandException.class)
          .hasMessageContaining("requires a login");
    }
    for (String wrong :
        List.of(
            right.replaceFirst(":[0-9a-f]{64}@", ":guess@"), right.replace("//laurel:", "//root:")))
      try (MongoClient other = MongoClients.create(wrong)) {
        assertThatThrownBy(
                () -> other.getDatabase("laurel").getCollection("members").countDocuments())
            .isInstanceOf(MongoSecurityException.class);
      }
  }

  @Test
  void a_directory_is_open_once_only() {
    assertThatThrownBy(
            () -> EmbeddedServer.open(directory.resolve("store"), Settings.fast()).close())
        .isInstanceOf(DirectoryInUseException.class)
        .hasMessageContaining("another Laurel has it open");
  }

  @Test
  void a_format_that_is_not_known_is_not_opened() throws Exception {
    close();
    Path format = directory.resolve("store/format");
    Files.writeString(format, "laurel-store 3\n");
    assertThatThrownBy(() -> EmbeddedServer.open(directory.resolve("store"), Settings.fast()))
        .isInstanceOf(UnknownFormatException.class)
        .hasMessageContaining("laurel-store 3");
    Files.delete(format);
    assertThatThrownBy(() -> EmbeddedServer.open(directory.resolve("store"), Settings.fast()))
        .isInstanceOf(UnknownFormatException.class)
        .hasMessageContaining("the file \"format\"");
    Files.writeString(format, StoreDirectory.FORMAT);
    open();
  }

  @Test
  void a_store_of_the_format_without_a_log_is_taken_over_as_it_was_left() throws Exception {
    members.insertOne(new Document("_id", "m1"));
    close();
    Path format = directory.resolve("store/format");
    Path log = directory.resolve("store/laurel.store.log.1");
    Files.writeString(format, "laurel-store 1\n");
    Files.delete(log);
    // A commit as that format has it, and then the process was killed.
    MVStore file = MVStore.open(directory.resolve("store/laurel.store").toString());
    file.openMap("index:laurel.members:any");
    file.commit();
    file.closeImmediately();
    open();
    assertThat(members.find()).containsExactly(new Document("_id", "m1"));
    members.insertOne(new Document("_id", "m2"));
    assertThat(format).hasContent("laurel-store 2");
    assertThat(log).exists();
  }

  private void reopen() {
    close();
    open();
  }

  private Document numbered(int id) {
    return new Document("_id", id).append("half", id / 2);
  }

  private List<Integer> ids() {
    return members.find().map(document -> document.getInteger("_id")).into(new ArrayList<>());
  }
}
