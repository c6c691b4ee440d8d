package dev.laurel.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.bson.Document;

/**
 * Whatever is written and asked, the answers are those of the protocol server's own backend in
 * memory, which knows neither a disk nor a plan: with indexes here, and without there.
 */
class SameAnswersPropertyTest {
  private static Path directory;
  private static EmbeddedServer server;
  private static MongoServer model;
  private static MongoClient client;
  private static MongoClient modelClient;

  /** What is done to both. */
  private interface Step {
    Object on(MongoCollection<Document> collection);
  }

  @BeforeContainer
  static void open() throws IOException {
    directory = Files.createTempDirectory("laurel-same-answers");
    server = EmbeddedServer.open(directory, Settings.fast());
    model = new MongoServer(new MemoryBackend());
    client = MongoClients.create(server.connectionString());
    modelClient = MongoClients.create(model.bindAndGetConnectionString());
  }

  @AfterContainer
  static void close() throws IOException {
    client.close();
    modelClient.close();
    model.shutdownNow();
    server.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }

  @Property
  void the_answers_are_those_of_the_backend_in_memory(@ForAll("histories") List<Step> history) {
    MongoCollection<Document> real = client.getDatabase("laurel").getCollection("things");
    MongoCollection<Document> expected = modelClient.getDatabase("laurel").getCollection("things");
    real.drop();
    expected.drop();
    real.createIndex(new Document("a", 1));
    real.createIndex(new Document("b", -1).append("a", 1));
    real.createIndex(new Document("tags", 1).append("a", -1));
    real.createIndex(new Document("n", -1));
    real.createIndex(new Document("c.d", 1), new IndexOptions().sparse(true));
    for (Step step : history)
      assertThat(answer(step, real)).as("%s", step).isEqualTo(answer(step, expected));
    assertThat(sorted(real)).isEqualTo(sorted(expected));
  }

  private static Object answer(Step step, MongoCollection<Document> collection) {
    try {
      return step.on(collection);
    } catch (MongoException e) {
      return "refused with " + e.getCode();
    }
  }

  private static List<Document> sorted(MongoCollection<Document> collection) {
    return collection.find().sort(new Document("_id", 1)).into(new ArrayList<>());
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    return Arbitraries.frequencyOf(
            Tuple.of(4, inserts()),
            Tuple.of(3, updates()),
            Tuple.of(2, replacements()),
            Tuple.of(1, deletes()),
            Tuple.of(5, finds()))
        .list()
        .ofMinSize(5)
        .ofMaxSize(40);
  }

  private Arbitrary<Step> inserts() {
    return documents()
        .map(document ->
            named(
                "insert " + document.toJson(),
                things -> things.insertOne(new Document(document)).wasAcknowledged()));
  }

  private Arbitrary<Step> updates() {
    return Combinators.combine(filters(), changes(), upserts())
        .as((filter, change, upsert) ->
            named(
                "update " + filter.toJson() + " " + change.toJson() + " " + upsert,
                things -> {
                  UpdateResult result =
                      things.updateMany(
                          filter, change, new UpdateOptions().upsert(upsert && givesId(filter)));
                  return List.of(result.getMatchedCount(), result.getModifiedCount());
                }));
  }

  /** Of one document, named by its id: of several the one found first would depend on the plan. */
  private Arbitrary<Step> replacements() {
    Arbitrary<Document> others =
        Combinators.combine(Arbitraries.of("a", "b", "n"), conditions())
            .as((field, value) -> new Document(field, value));
    return Combinators.combine(
            ids(),
            Arbitraries.oneOf(Arbitraries.just(new Document()), others),
            documents(),
            upserts())
        .as((id, other, document, upsert) -> {
          Document filter = new Document("_id", id);
          filter.putAll(other);
          return named(
              "replace " + filter.toJson() + " by " + document.toJson() + " " + upsert,
              things -> {
                UpdateResult result =
                    things.replaceOne(
                        filter, new Document(document), new ReplaceOptions().upsert(upsert));
                return List.of(result.getMatchedCount(), result.getModifiedCount());
              });
        });
  }

  private static Arbitrary<Boolean> upserts() {
    return Arbitraries.of(true, false);
  }

  /** An id that the server makes up differs between the two. */
  private static boolean givesId(Document filter) {
    Object id = filter.get("_id");
    return id instanceof String || id instanceof Number || id instanceof Boolean;
  }

  private Arbitrary<Step> deletes() {
    return filters()
        .map(filter ->
            named(
                "delete " + filter.toJson(),
                things -> things.deleteMany(filter).getDeletedCount()));
  }

  private Arbitrary<Step> finds() {
    return Combinators.combine(filters(), orders(), Arbitraries.integers().between(0, 5))
        .as((filter, order, limit) ->
            named(
                "find " + filter.toJson() + " " + order.toJson() + " " + limit,
                things ->
                    List.of(
                        things.countDocuments(filter),
                        things
                            .find(filter)
                            .sort(order)
                            .limit(limit)
                            .batchSize(2)
                            .into(new ArrayList<>()))));
  }

  private static Step named(String name, Step step) {
    return new Step() {
      @Override
      public Object on(MongoCollection<Document> collection) {
        return step.on(collection);
      }

      @Override
      public String toString() {
        return name;
      }
    };
  }

  private Arbitrary<Document> documents() {
    return Combinators.combine(
            ids(), values(), values(), values(), scalars().list().ofMaxSize(3), values())
        .as((id, a, b, d, tags, kind) -> {
          var document = new Document("_id", id);
          if (!"x".equals(kind)) document.append("a", a);
          return document.append("b", b).append("c", new Document("d", d)).append("tags", tags);
        });
  }

  private Arbitrary<Object> ids() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 9).asGeneric(),
        Arbitraries.of("a", "b", "ab", "a\u0000b", "é", "").asGeneric());
  }

  private Arbitrary<Object> scalars() {
    return Arbitraries.of(
            0, 1, -1, 2, 3L, 1L << 33, 0.5, -2.5, 1.0, "", "a", "ab", "b", true, false)
        .asGeneric();
  }

  private Arbitrary<Object> values() {
    return scalars().injectNull(0.1);
  }

  private Arbitrary<String> fields() {
    return Arbitraries.of("_id", "a", "b", "c.d", "tags", "n");
  }

  private Arbitrary<Document> filters() {
    Arbitrary<Document> single =
        Combinators.combine(fields(), conditions())
            .as((field, value) -> new Document(field, value));
    Arbitrary<Document> two =
        Combinators.combine(single, single)
            .as((one, other) -> new Document("$and", List.of(one, other)));
    Arbitrary<Document> either =
        Combinators.combine(single, single)
            .as((one, other) -> new Document("$or", List.of(one, other)));
    Arbitrary<Document> both =
        Combinators.combine(single, single)
            .as((one, other) -> {
              var all = new Document(one);
              all.putAll(other);
              return all;
            });
    return Arbitraries.oneOf(single, two, either, both, Arbitraries.just(new Document()));
  }

  private Arbitrary<Object> conditions() {
    Arbitrary<Object> compared =
        Combinators.combine(Arbitraries.of("$gt", "$gte", "$lt", "$lte", "$eq", "$ne"), scalars())
            .as((operator, value) -> new Document(operator, value));
    Arbitrary<Object> between =
        Combinators.combine(scalars(), scalars())
            .as((from, to) -> new Document("$gte", from).append("$lt", to));
    Arbitrary<Object> oneOf = values().list().ofMaxSize(3).map(list -> new Document("$in", list));
    Arbitrary<Object> exists = Arbitraries.of(true, false).map(is -> new Document("$exists", is));
    return Arbitraries.oneOf(values(), compared, between, oneOf, exists);
  }

  private Arbitrary<Document> changes() {
    Arbitrary<String> plain = Arbitraries.of("a", "b", "c.d");
    return Arbitraries.oneOf(
        Combinators.combine(plain, values())
            .as((field, value) -> new Document("$set", new Document(field, value))),
        plain.map(field -> new Document("$unset", new Document(field, ""))),
        Combinators.combine(plain, Arbitraries.of("n", "tags"))
            .as((one, other) -> new Document("$unset", new Document(one, "").append(other, ""))),
        // A number always, for a change that fails half way depends on the order without an index.
        Arbitraries.of(1, -3).map(by -> new Document("$inc", new Document("n", by))),
        scalars().map(value -> new Document("$push", new Document("tags", value))),
        scalars().map(value -> new Document("$pull", new Document("tags", value))));
  }

  private Arbitrary<Document> orders() {
    return Combinators.combine(Arbitraries.of("a", "b", "c.d", "_id"), Arbitraries.of(1, -1))
        .as((field, direction) -> {
          var order = new Document(field, direction);
          return field.equals("_id") ? order : order.append("_id", 1);
        });
  }
}
