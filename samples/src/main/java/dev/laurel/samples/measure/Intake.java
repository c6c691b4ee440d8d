package dev.laurel.samples.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.samples.bench.Laurel;
import dev.laurel.samples.bench.LaurelPack;
import dev.laurel.samples.bench.Visit;
import dev.laurel.samples.bench.Workload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;

/**
 * How many single events a second {@code laurel run} takes over HTTP, each answered when it is on
 * disk, beside the bare driver that writes as many documents of the same size into a store of the
 * same kind; in rounds that alternate. And how many a second an import records.
 */
public final class Intake {
  private static final String SINGLE = "single events over HTTP, fsync";
  private static final int CLIENTS = 8;
  private static final int RULES = 100;
  private static final int MEMBERS = 2_000;
  private static final int WARM = 40_000;
  private static final int AT_ONCE = 256;
  private static final Pattern ADDRESS = Pattern.compile("http://[\\w.]+:\\d+");
  private static final Pattern KEY = Pattern.compile("^ +key +(\\S+)$");

  private final Figures figures = new Figures();
  private final Path folder = Files.createTempDirectory("laurel-bench");
  private final Path pack = folder.resolve("pack");
  private final List<Visit> visits = Workload.INDEXED.visits(MEMBERS, RULES);
  private final EventJson json;
  private final boolean quick;
  private int made;

  private Intake(boolean quick) throws IOException {
    this.quick = quick;
    Files.createDirectories(pack);
    String yaml = LaurelPack.yaml(Workload.INDEXED.rules(RULES));
    Files.writeString(pack.resolve("pack.yaml"), yaml);
    json = EventJson.of(EventTerms.of(LaurelPack.read(yaml).pack()));
  }

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    Intake intake = new Intake(List.of(args).contains("--quick"));
    try {
      Map<String, Integer> sizes = intake.sizes();
      intake.rounds(sizes);
      intake.imported();
    } finally {
      Growth.delete(intake.folder);
    }
    intake.figures.write(Path.of(args[0]));
  }

  /** A server in a process of its own. */
  private record Served(Process process, URI address, String key) implements AutoCloseable {
    @Override
    public void close() {
      process.destroy();
      try {
        if (!process.waitFor(60, TimeUnit.SECONDS))
          throw new IllegalStateException("The server did not stop.");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Served serve(Path data) throws IOException {
    Process process =
        new ProcessBuilder(
                laurel("run", "--port", "0", "--data", data.toString(), "--pack", pack.toString()))
            .redirectError(folder.resolve("server.log").toFile())
            .start();
    URI address = null;
    BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher found = ADDRESS.matcher(line);
      if (address == null && found.find()) address = URI.create(found.group());
      Matcher key = KEY.matcher(line);
      if (key.matches() && address != null) return new Served(process, address, key.group(1));
    }
    process.destroy();
    throw new IllegalStateException(
        "The server did not start: " + Files.readString(folder.resolve("server.log")));
  }

  /** Laurel's command line with the class path of this process, which is that of the launcher. */
  private static List<String> laurel(String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseParallelGC",
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-Dstdout.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.laurel.ui.Laurel"));
    command.addAll(List.of(args));
    return command;
  }

  private String body(int number) {
    Visit visit = visits.get(number % visits.size());
    Event event = Laurel.event(visit);
    // Each member comes again an hour later; events that come late are another thing to measure.
    Instant at = event.occurredAt().plus(Duration.ofHours(number / visits.size()));
    JsonWriter to = new JsonWriter();
    json.write(new Event("bench", "n" + number, event.member(), at, event.body()), to);
    return new String(to.toBytes(), UTF_8);
  }

  /** The mean size in bytes of what Laurel keeps of an event, by collection. */
  private Map<String, Integer> sizes()
      throws IOException, InterruptedException, ExecutionException {
    Path data = folder.resolve("first");
    try (Served served = serve(data)) {
      post(served, CLIENTS, 2_000);
    }
    Map<String, Integer> sizes = new LinkedHashMap<>();
    try (EmbeddedServer server = EmbeddedServer.open(data, Settings.safe());
        MongoClient client = MongoClients.create(server.connectionString())) {
      MongoDatabase database = client.getDatabase("laurel");
      for (String name : List.of("events", "members", "decisions")) {
        MongoCollection<RawBsonDocument> collection =
            database.getCollection(name, RawBsonDocument.class);
        long bytes = 0;
        int count = 0;
        for (RawBsonDocument document : collection.find()) {
          bytes += document.getByteBuffer().remaining();
          count++;
        }
        sizes.put(name, Math.toIntExact(bytes / Math.max(1, count)));
        figures.add("kept of an event", "size of a document", name, sizes.get(name), "bytes");
      }
    }
    return sizes;
  }

  private void rounds(Map<String, Integer> sizes)
      throws IOException, InterruptedException, ExecutionException {
    int rounds = quick ? 1 : 5;
    int each = quick ? 1_000 : 6_000;
    List<Double> ours = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    try (Served served = serve(folder.resolve("served"));
        EmbeddedServer server = EmbeddedServer.open(folder.resolve("bare"), Settings.safe());
        MongoClient client = MongoClients.create(server.connectionString())) {
      MongoDatabase database = client.getDatabase("bare").withWriteConcern(WriteConcern.MAJORITY);
      // A server runs for weeks: what is measured is not how fast a virtual machine gets warm.
      post(served, CLIENTS, quick ? each : WARM);
      write(database, sizes, quick ? each : WARM);
      for (int round = 0; round < rounds; round++) {
        ours.add(each / post(served, CLIENTS, each));
        bare.add(each / write(database, sizes, each));
        System.out.printf("%.0f/s and the driver %.0f/s%n", ours.getLast(), bare.getLast());
      }
      int few = each / 4;
      figures.add("intake", SINGLE, "1 client", few / post(served, 1, few), "events/s");
    }
    String column = "%d clients".formatted(CLIENTS);
    double us = Figures.median(ours);
    double driver = Figures.median(bare);
    figures.add("intake", SINGLE, column, us, "events/s, median");
    figures.add(
        "intake", "the bare driver, the same documents", column, driver, "events/s, median");
    figures.add("intake", "ratio", column, 100 * us / driver, "%");
  }

  /** Work done by all clients, number by number; tells how many seconds it took. */
  private double clients(int clients, int count, Client client)
      throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger(made);
    int end = made += count;
    long begin = System.nanoTime();
    try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++)
        all.add(
            pool.submit(() -> {
              try (Work work = client.work()) {
                for (int n = next.getAndIncrement(); n < end; n = next.getAndIncrement())
                  work.one(n);
              }
              return null;
            }));
      for (Future<?> each : all) each.get();
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private interface Client {
    Work work() throws IOException;
  }

  /** What one client does, one after the other. */
  interface Work extends AutoCloseable {
    void one(int number) throws IOException;

    @Override
    default void close() throws IOException {}
  }

  private double post(Served served, int clients, int count)
      throws InterruptedException, ExecutionException {
    return clients(clients, count, () -> new Posting(served.address(), served.key(), this::body));
  }

  /**
   * As Laurel writes them: the event, then the member with what was decided, each acknowledged
   * before the next; then in batches what was decided, and the member without it.
   */
  private double write(MongoDatabase database, Map<String, Integer> sizes, int count)
      throws InterruptedException, ExecutionException {
    MongoCollection<BsonDocument> events = database.getCollection("events", BsonDocument.class);
    MongoCollection<BsonDocument> members = database.getCollection("members", BsonDocument.class);
    MongoCollection<BsonDocument> decisions =
        database.getCollection("decisions", BsonDocument.class);
    int event = sizes.getOrDefault("events", 0);
    int member = sizes.getOrDefault("members", 0);
    int decision = sizes.getOrDefault("decisions", 0);
    List<Integer> waiting = new ArrayList<>();
    double seconds =
        clients(
            CLIENTS,
            count,
            () ->
                number -> {
                  events.insertOne(document("n" + number, event));
                  replace(members, document(member(number), member + decision));
                  List<Integer> some = List.of();
                  synchronized (waiting) {
                    waiting.add(number);
                    if (waiting.size() == AT_ONCE) {
                      some = List.copyOf(waiting);
                      waiting.clear();
                    }
                  }
                  if (some.isEmpty()) return;
                  decisions.insertMany(
                      some.stream().map(n -> document("n" + n, decision)).toList());
                  members.bulkWrite(
                      some.stream()
                          .map(Intake::member)
                          .distinct()
                          .map(id -> replacement(document(id, member)))
                          .toList());
                });
    waiting.clear();
    return seconds;
  }

  private static String member(int number) {
    return "m" + number % MEMBERS;
  }

  private static void replace(MongoCollection<BsonDocument> in, BsonDocument document) {
    in.bulkWrite(List.of(replacement(document)));
  }

  private static ReplaceOneModel<BsonDocument> replacement(BsonDocument document) {
    return new ReplaceOneModel<>(
        new BsonDocument("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
  }

  /** A document of about so many bytes. */
  private static BsonDocument document(String id, int bytes) {
    int named = 40 + id.length();
    return new BsonDocument("_id", new BsonString(id))
        .append("content", new BsonBinary(new byte[Math.max(0, bytes - named)]));
  }

  /** A whole file, beside one client that posts its events one after the other. */
  private void imported() throws IOException, InterruptedException {
    int count = quick ? 2_000 : 300_000;
    Path file = folder.resolve("events.jsonl");
    try (var out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < count; i++) {
        out.write(body(made++));
        out.newLine();
      }
    }
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(
                laurel(
                    "import",
                    "--events",
                    file.toString(),
                    "--pack",
                    pack.toString(),
                    "--data",
                    folder.resolve("imported").toString()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("import.log").toFile())
            .start();
    boolean done = process.waitFor(6, TimeUnit.MINUTES);
    double seconds = (System.nanoTime() - begin) / 1e9;
    process.destroy();
    if (!done || process.exitValue() != 0)
      throw new IllegalStateException(
          "The import failed: " + Files.readString(folder.resolve("import.log")));
    figures.add(
        "intake",
        "import of %,d events, with the start of the process".formatted(count),
        "one process",
        count / seconds,
        "events/s");
    figures.add(
        "intake",
        "import beside one client that posts single events",
        "one process",
        count / seconds / figures.value("intake", SINGLE, "1 client"),
        "times");
  }
}
