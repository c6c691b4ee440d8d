package dev.laurel.engine.mongo;

import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.recording.InForce;
import dev.laurel.engine.recording.ProfileForm;
import dev.laurel.engine.recording.Recorder;
import dev.laurel.engine.recording.Recording;
import dev.laurel.engine.recording.Shop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that records events as fast as it can, from several threads, and names each once it is
 * acknowledged, until it is killed.
 */
final class Child {
  static final int MEMBERS = 40;
  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final int THREADS = 4;
  private static final int BATCH = 5;
  private static final Duration APART = Duration.ofMinutes(6);
  private static final long PAUSE_NANOS = 30_000_000;

  /** Time passes so far behind what was recorded last: a few events come late for it, not all. */
  private static final Duration BEHIND = Duration.ofHours(2);

  private static final AtomicInteger LAST = new AtomicInteger();

  private Child() {}

  /**
   * @param args a directory or the address of a server, and the number of the first event
   */
  public static void main(String[] args) {
    String server =
        args[0].startsWith("mongodb:")
            ? args[0]
            : EmbeddedServer.open(Path.of(args[0]), Settings.fast()).connectionString();
    MongoDatabases databases = MongoDatabases.open(server);
    Fold fold = new Fold(Shop.SPRING);
    Recorder recorder =
        new Recorder(
            databases.stores(ProfileForm.READABLE),
            InForce.always(Timeline.of(fold)),
            Shop.form(),
            () -> NOW,
            Shop.leases());
    recorder.start();
    System.out.println("open");
    int first = Integer.parseInt(args[1]);
    LAST.set(first);
    for (int thread = 0; thread < THREADS; thread++) {
      int own = first + thread;
      Thread.ofPlatform().start(() -> record(recorder, own));
    }
    Thread.ofPlatform().start(() -> passTime(recorder));
  }

  /**
   * Starts one.
   *
   * @param store a directory or the address of a server
   */
  static Process start(String store, int first) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            store,
            String.valueOf(first))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Some events one by one, some in batches. */
  private static void record(Recorder recorder, int first) {
    for (int number = first; ; ) {
      List<Integer> numbers = new ArrayList<>();
      for (int i = number / THREADS % 3 == 0 ? BATCH : 1; i > 0; i--, number += THREADS)
        numbers.add(number);
      List<Recording> came = recorder.record(numbers.stream().map(Child::event).toList());
      for (int i = 0; i < came.size(); i++)
        if (!(came.get(i) instanceof Recording.Busy)) acknowledge(numbers.get(i));
    }
  }

  private static void acknowledge(int number) {
    LAST.accumulateAndGet(number, Math::max);
    synchronized (System.out) {
      System.out.println(number);
      System.out.flush();
    }
  }

  /** So that of what was recorded before some can be spent and some lapses. */
  private static void passTime(Recorder recorder) {
    while (true) {
      recorder.passTime(at(LAST.get()).minus(BEHIND));
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static Instant at(int number) {
    return START.plus(APART.multipliedBy(number));
  }

  /** The event of a number: the same for ever. */
  static Event event(int number) {
    String member = "m" + Math.floorMod(number * 7919, MEMBERS);
    Instant at = at(number);
    String pool = "pool:" + Math.floorMod(number, 3);
    if (number % 11 == 4)
      return Shop.moving(pool, "e" + number, at, member, Math.floorMod(number, 4) != 0);
    if (number % 13 == 5) return Shop.spending(pool, "e" + number, at, member, 1 + number % 50);
    if (number % 17 == 6)
      return Shop.bringing(member, "e" + number, at, "m" + Math.floorMod(number * 31, MEMBERS));
    if (number % 7 == 3)
      return Shop.gift(
          member, "e" + number, at, 1 + number % 30, "m" + Math.floorMod(number, MEMBERS));
    if (number % 19 == 8) return Shop.consent(member, "e" + number, at);
    return number % 6 == 5
        ? Shop.redemption(member, "e" + number, at, 1 + number % 50)
        : Shop.purchase(member, "e" + number, at, 1 + number % 97);
  }
}
