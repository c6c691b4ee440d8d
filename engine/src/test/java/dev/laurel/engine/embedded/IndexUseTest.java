package dev.laurel.engine.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Of a large collection no more documents are read than are asked for. */
@TestInstance(Lifecycle.PER_CLASS)
class IndexUseTest {
  private static final int ALL = 2_000;
  private static final int MEMBERS = 20;

  private EmbeddedServer server;
  private MongoClient client;
  private MongoCollection<Document> ledger;

  /** Entries of a ledger: 20 members with 100 entries each. */
  @BeforeAll
  void open(@TempDir Path directory) {
    server = EmbeddedServer.open(directory, Settings.fast());
    client = MongoClients.create(server.connectionString());
    ledger = client.getDatabase("laurel").getCollection("ledger");
    ledger.createIndex(Indexes.compoundIndex(ascending("member"), descending("at")));
    ledger.createIndex(ascending("lots.kind"));
    ledger.createIndex(ascending("number"), new IndexOptions().unique(true));
    ledger.createIndex(ascending("voucher"), new IndexOptions().sparse(true));
    ledger.insertMany(IntStream.range(0, ALL).mapToObj(IndexUseTest::entry).toList());
  }

  @AfterAll
  void close() {
    client.close();
    server.close();
  }

  private static Document entry(int number) {
    var entry =
        new Document("_id", id(number))
            .append("member", "m" + number % MEMBERS)
            .append("at", number / MEMBERS)
            .append("number", number)
            .append("note", "note " + number % 7)
            .append(
                "lots",
                List.of(
                    new Document("kind", "k" + number % 500),
                    new Document("kind", "k" + (number + 1) % 500)));
    return number % 1_000 == 0 ? entry.append("voucher", "v" + number) : entry;
  }

  private static String id(int number) {
    return "e%05d".formatted(number);
  }

  @Test
  void by_id_alone_with_other_fields_and_in_a_list() {
    reads(1, () -> ledger.find(eq("_id", id(77))));
    reads(1, () -> ledger.find(and(eq("_id", id(77)), eq("number", 77))));
    reads(3, () -> ledger.find(in("_id", id(1), id(2), id(3))));
    reads(0, () -> ledger.find(eq("_id", "nobody")));
  }

  @Test
  void pages_by_id_from_the_last_one_seen() {
    reads(10, () -> ledger.find().sort(ascending("_id")).limit(10));
    reads(10, () -> ledger.find(gt("_id", id(500))).sort(ascending("_id")).limit(10));
    reads(10, () -> ledger.find(lt("_id", id(500))).sort(descending("_id")).limit(10));
    reads(5, () -> ledger.find(and(gte("_id", id(10)), lte("_id", id(14)))));
    assertThat(ledger.find(gt("_id", id(500))).sort(ascending("_id")).limit(2).map(this::idOf))
        .containsExactly(id(501), id(502));
    assertThat(ledger.find(lt("_id", id(500))).sort(descending("_id")).limit(2).map(this::idOf))
        .containsExactly(id(499), id(498));
  }

  @Test
  void by_a_leading_field_with_a_range_behind_it() {
    reads(100, () -> ledger.find(eq("member", "m3")));
    reads(10, () -> ledger.find(and(eq("member", "m3"), gte("at", 90))));
    reads(9, () -> ledger.find(and(eq("member", "m3"), gt("at", 90))));
    reads(10, () -> ledger.find(and(eq("member", "m3"), lt("at", 10))));
    reads(11, () -> ledger.find(and(eq("member", "m3"), lte("at", 10))));
    reads(20, () -> ledger.find(and(in("member", "m3", "m4"), gte("at", 90))));
  }

  @Test
  void in_the_order_of_an_index_with_a_limit() {
    reads(5, () -> ledger.find(eq("member", "m3")).sort(descending("at")).limit(5));
    reads(5, () -> ledger.find(eq("member", "m3")).sort(ascending("at")).limit(5));
    reads(7, () -> ledger.find().sort(orderBy(ascending("member"), descending("at"))).limit(7));
    reads(4, () -> ledger.find().sort(descending("number")).limit(4));
    assertThat(
            ledger
                .find(eq("member", "m3"))
                .sort(ascending("at"))
                .limit(3)
                .map(entry -> entry.getInteger("at")))
        .containsExactly(0, 1, 2);
  }

  @Test
  void by_a_unique_field_a_sparse_field_and_a_field_in_a_list() {
    reads(1, () -> ledger.find(eq("number", 1234)));
    reads(1, () -> ledger.find(eq("voucher", "v1000")));
    reads(8, () -> ledger.find(eq("lots.kind", "k7")));
    reads(12, () -> ledger.find(in("lots.kind", "k7", "k8")));
  }

  @Test
  void a_batch_reads_little_more_than_it_gives() {
    long before = server.documentsRead();
    try (var cursor = ledger.find().batchSize(20).cursor()) {
      for (int i = 0; i < 20; i++) cursor.next();
    }
    assertThat(server.documentsRead() - before).isBetween(20L, 21L);
  }

  @Test
  void counting_updating_and_deleting_go_by_the_index_too() {
    assertThat(readsOf(() -> ledger.countDocuments(eq("member", "m5")))).isEqualTo(100);
    assertThat(readsOf(ledger::estimatedDocumentCount)).isZero();
    assertThat(readsOf(() -> ledger.updateOne(eq("member", "m5"), set("note", "x")))).isOne();
    assertThat(readsOf(() -> ledger.updateMany(eq("member", "m5"), set("note", "y"))))
        .isEqualTo(100);
    assertThat(readsOf(() -> ledger.deleteOne(eq("_id", "nobody")))).isZero();
  }

  @Test
  void what_no_index_helps_with_is_read_whole() {
    reads(ALL, () -> ledger.find(eq("note", "nothing")));
  }

  private String idOf(Document entry) {
    return entry.getString("_id");
  }

  private void reads(int documents, Supplier<FindIterable<Document>> find) {
    assertThat(readsOf(() -> find.get().into(new ArrayList<>()))).isEqualTo(documents);
  }

  private long readsOf(Runnable action) {
    long before = server.documentsRead();
    action.run();
    return server.documentsRead() - before;
  }
}
