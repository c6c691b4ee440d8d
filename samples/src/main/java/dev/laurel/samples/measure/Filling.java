package dev.laurel.samples.measure;

import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.mongo.MongoDatabases;
import dev.laurel.engine.operation.LaurelClock;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.recording.Recording;
import dev.laurel.engine.vault.MasterKeyFile;
import dev.laurel.engine.vault.TombstoneFile;
import dev.laurel.engine.vault.Vault;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.samples.bench.Laurel;
import dev.laurel.samples.bench.LaurelPack;
import dev.laurel.samples.bench.Visit;
import dev.laurel.samples.bench.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A store that fills with members: what recording one event of any of them takes, how large it is,
 * and how long opening it takes.
 */
final class Filling {
  private static final double MILLION = 1e6;
  private static final double KIBI = 1 << 10;
  private static final double MEBI = 1 << 20;
  private static final int RULES = 100;
  private static final String TABLE = "members";

  private final Path folder = Files.createTempDirectory("laurel-bench");
  private final PackResult.Read read = LaurelPack.read(Workload.INDEXED.rules(RULES));
  private final List<Visit> visits = Workload.INDEXED.visits(1_000, RULES);
  private final SplittableRandom random = new SplittableRandom(4_004);
  private final boolean quick;
  private final Figures figures;
  private int members;
  private int events;

  private Filling(boolean quick, Figures figures) throws IOException {
    this.quick = quick;
    this.figures = figures;
  }

  static void measure(boolean quick, Figures figures) throws IOException {
    Filling filling = new Filling(quick, figures);
    try {
      filling.fill();
      filling.openAgain();
    } finally {
      Growth.delete(filling.folder);
    }
  }

  /** A store and what runs over it. */
  private record Opened(EmbeddedServer server, MongoDatabases databases, Operation operation)
      implements AutoCloseable {
    static Opened of(Path folder, Optional<PackResult.Read> pack) throws IOException {
      Clock clock = Clock.systemUTC();
      EmbeddedServer server = EmbeddedServer.open(folder, Settings.safe());
      MongoDatabases databases = MongoDatabases.open(server.connectionString());
      Vault vault =
          Vault.open(
              databases.vault(),
              TombstoneFile.open(folder.resolve(TombstoneFile.NAME)),
              new MasterKeyFile(folder.resolve(MasterKeyFile.NAME)),
              clock);
      LaurelClock time = LaurelClock.of(clock, System::nanoTime, databases.clock(), false);
      return new Opened(server, databases, Operation.open(databases, vault, pack, time));
    }

    @Override
    public void close() {
      operation.close();
      databases.close();
      server.close();
    }
  }

  private void fill() throws IOException {
    try (Opened store = Opened.of(folder, Optional.of(read))) {
      Operation operation = store.operation();
      operation.start(Duration.ofHours(1));
      for (int target : List.of(1_000, 10_000, 50_000, 200_000)) {
        if (quick && target > 1_000) break;
        int before = members;
        long begin = System.nanoTime();
        while (members < target) record(operation, batch());
        double seconds = (System.nanoTime() - begin) / 1e9;
        add(
            "events recorded, a thousand at once",
            (members - before) / seconds,
            "events/s, with fsync");
        add("one event recorded", one(operation), "ms, median, with fsync");
        add("the store", size() / MEBI, "MiB");
        add("the store for each event", size() / KIBI / events, "KiB");
      }
    }
  }

  /** Opens the full store as a start does, and tells what it then holds in memory. */
  private void openAgain() throws IOException {
    long begin = System.nanoTime();
    try (Opened store = Opened.of(folder, Optional.empty())) {
      add("opening the store", (System.nanoTime() - begin) / MILLION, "ms");
      store.operation().programme();
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      add(
          "heap in use after opening",
          (runtime.totalMemory() - runtime.freeMemory()) / MEBI,
          "MiB");
    }
    add("the store for each member, closed", size() / KIBI / members, "KiB");
  }

  private void add(String row, double value, String unit) {
    figures.add(TABLE, row, "%,d members".formatted(members), value, unit);
  }

  private List<Event> batch() {
    List<Event> batch = new ArrayList<>(visits.size());
    for (Visit visit : visits) batch.add(named(Laurel.event(visit), "m" + members++, "first"));
    return batch;
  }

  private static Event named(Event event, String member, String id) {
    return new Event(event.source(), member + "-" + id, member, event.occurredAt(), event.body());
  }

  private double one(Operation operation) {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < (quick ? 50 : 300); i++) {
      Event event =
          named(
              Laurel.event(visits.get(i)), "m" + random.nextInt(members), "of" + members + "-" + i);
      long begin = System.nanoTime();
      record(operation, List.of(event));
      millis.add((System.nanoTime() - begin) / MILLION);
    }
    return Figures.median(millis);
  }

  private void record(Operation operation, List<Event> some) {
    events += some.size();
    for (Recording recording : operation.record(some))
      if (!(recording instanceof Recording.Recorded))
        throw new IllegalStateException("An event was not recorded: " + recording);
  }

  private double size() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) bytes += Files.size(file);
      return bytes;
    }
  }
}
