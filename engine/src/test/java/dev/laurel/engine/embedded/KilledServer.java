package dev.laurel.engine.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * A process that writes until it is killed, and says on its output what was acknowledged. Each
 * writer has documents of its own: a row of groups of entries, inserted three by one command, and a
 * group of members, changed by one command for all of them.
 */
final class KilledServer {
  static final int WRITERS = 4;
  static final int ENTRIES = 3;
  static final int MEMBERS = 5;
  private static final int FILLING = 300;

  private KilledServer() {}

  /**
   * Arguments: the directory, whether to sync, the number with which each writer goes on, the limit
   * of the log.
   */
  public static void main(String[] arguments) {
    var settings = Boolean.parseBoolean(arguments[1]) ? Settings.safe() : Settings.fast();
    StoreDirectory held = StoreDirectory.hold(Path.of(arguments[0]));
    var limits = new Limits(Long.parseLong(arguments[3]), Limits.USUAL.unsavedBytes());
    var server = EmbeddedServer.open(held, held.storeFile().toString(), settings, limits);
    MongoClient client = MongoClients.create(server.connectionString());
    entries(client).createIndex(Indexes.ascending("number"));
    members(client).createIndex(Indexes.compoundIndex(Indexes.descending("version")));
    for (int writer = 0; writer < WRITERS; writer++) {
      int mine = writer;
      int first = Integer.parseInt(arguments[2]);
      Thread.ofPlatform().start(() -> write(client, mine, first));
    }
  }

  static MongoCollection<Document> entries(MongoClient client) {
    return client.getDatabase("laurel").getCollection("entries");
  }

  static MongoCollection<Document> members(MongoClient client) {
    return client.getDatabase("laurel").getCollection("members");
  }

  static String filling(int number) {
    return (number + ",").repeat(FILLING);
  }

  private static void write(MongoClient client, int writer, int first) {
    for (int member = 0; member < MEMBERS; member++)
      members(client)
          .updateOne(
              Filters.eq("_id", writer + ":" + member),
              Updates.combine(
                  Updates.setOnInsert("version", first - 1),
                  Updates.setOnInsert("filling", filling(first - 1)),
                  Updates.setOnInsert("writer", writer)),
              new UpdateOptions().upsert(true));
    for (int number = first; ; number++) {
      entries(client).insertMany(group(writer, number));
      say("entries", writer, number);
      members(client)
          .updateMany(
              Filters.eq("writer", writer),
              Updates.combine(
                  Updates.set("version", number), Updates.set("filling", filling(number))));
      say("members", writer, number);
    }
  }

  private static List<Document> group(int writer, int number) {
    return IntStream.range(0, ENTRIES)
        .mapToObj(entry ->
            new Document("_id", "%d:%d:%d".formatted(writer, number, entry))
                .append("writer", writer)
                .append("number", number)
                .append("filling", filling(number)))
        .toList();
  }

  private static void say(String what, int writer, int number) {
    synchronized (System.out) {
      System.out.println(what + " " + writer + " " + number);
      System.out.flush();
    }
  }
}
