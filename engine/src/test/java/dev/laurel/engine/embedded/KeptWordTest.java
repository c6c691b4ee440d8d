package dev.laurel.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.embedded.FailingDisk.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whenever the disk fails, for once or for good, no write that was acknowledged is lost, and
 * nothing that a reader has seen goes away again: at the next reading, after closing and opening,
 * and in the files as a killed process would leave them.
 */
class KeptWordTest {
  private static final int ROUNDS = Integer.getInteger("laurel.tests.diskFailures", 10);
  private static final int WRITES = 12;

  /** The file takes what the log holds some times in each round. */
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
  @CsvSource({
    "false, FULL, 1",
    "false, FULL, 8",
    "true, FULL, 1",
    "true, FULL, 8",
    "true, NOT_SYNCED, 8"
  })
  void what_was_acknowledged_or_seen_stays(boolean fsync, Failure failure, int writers)
      throws Exception {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    List<Writer> all = new ArrayList<>();
    for (int number = 0; number < writers; number++) all.add(new Writer(number, seed + number));
    for (int round = 0; round < ROUNDS; round++) {
      String when = "seed %d, round %d".formatted(seed, round);
      Path here = directory.resolve("store");
      try (StoreDirectory held = StoreDirectory.hold(here);
          Store store = open(held, fsync)) {
        check(store, all, when + ", opened");
        for (int failures = 0; failures < 4; failures++) {
          int times = random.nextBoolean() ? 1 + random.nextInt(4) : Integer.MAX_VALUE;
          FailingDisk.failLater(failure, random.nextInt(30), times);
          together(all, store, when);
          check(store, all, when + ", while the disk may still fail");
          FailingDisk.fail(Failure.NONE);
          check(store, all, when + ", on the mended disk");
        }
        checkAsKilled(here, all, when);
        if (random.nextBoolean()) FailingDisk.failLater(failure, random.nextInt(3), 1);
      } catch (RuntimeException e) {
        // Closing may fail with the disk; what it leaves is looked at in the next round.
      }
      FailingDisk.fail(Failure.NONE);
    }
  }

  private static Store open(StoreDirectory held, boolean fsync) {
    return new Store(
        FailingDisk.SCHEME + ":" + held.storeFile(),
        held.path(),
        new Settings(fsync, 0),
        FEW_BYTES);
  }

  private void together(List<Writer> writers, Store store, String when) throws Exception {
    try (var threads = Executors.newCachedThreadPool()) {
      List<Future<?>> running = new ArrayList<>();
      for (Writer writer : writers) running.add(threads.submit(() -> writer.write(store, when)));
      for (Future<?> each : running) {
        try {
          each.get();
        } catch (ExecutionException e) {
          throw new AssertionError(when, e.getCause());
        }
      }
    }
  }

  private static void check(Store store, List<Writer> writers, String when) {
    for (Writer writer : writers) writer.check(store, when);
  }

  /** What a process that is killed here would leave, opened elsewhere. */
  private void checkAsKilled(Path store, List<Writer> writers, String when) throws IOException {
    Path copy = directory.resolve("copy");
    try (StoreDirectory held = StoreDirectory.hold(copy)) {
      try (Stream<Path> files = Files.list(store)) {
        for (Path file : files.toList())
          if (file.getFileName().toString().startsWith("laurel.store"))
            Files.copy(file, copy.resolve(file.getFileName()));
      }
      try (Store killed = open(held, false)) {
        for (Writer writer : writers) writer.check(killed, when + ", as if killed");
      }
    }
    try (Stream<Path> files = Files.list(copy)) {
      for (Path file : files.toList()) Files.delete(file);
    }
  }

  /** Writes rising numbers under keys of its own, into two maps at once. */
  private static final class Writer {
    private static final int KEYS = 5;

    private final int number;
    private final Random random;
    private final int[] promised = new int[KEYS];
    private final int[] tried = new int[KEYS];

    Writer(int number, long seed) {
      this.number = number;
      this.random = new Random(seed);
    }

    void write(Store store, String when) {
      for (int i = 0; i < WRITES; i++) {
        int key = random.nextInt(KEYS);
        int next = ++tried[key];
        byte[] value = value(next);
        try {
          store.write(() -> {
            first(store).put(key(key), value);
            second(store).put(key(key), value);
            return next;
          });
          promised[key] = next;
        } catch (NotStoredException e) {
          assertThat(e).hasMessageContaining("The write is not acknowledged");
        }
        if (random.nextInt(4) == 0) check(store, when);
      }
    }

    void check(Store store, String when) {
      int[] found =
          store.read(() -> {
            int[] both = new int[2 * KEYS];
            for (int key = 0; key < KEYS; key++) {
              both[key] = number(first(store).get(key(key)));
              both[KEYS + key] = number(second(store).get(key(key)));
            }
            return both;
          });
      for (int key = 0; key < KEYS; key++) {
        assertThat(found[key])
            .as("%s: what writer %d finds under key %d", when, number, key)
            .isBetween(promised[key], tried[key])
            .isEqualTo(found[KEYS + key]);
        promised[key] = found[key];
      }
    }

    private byte[] value(int of) {
      byte[] value = new byte[Integer.BYTES + random.nextInt(9_000)];
      ByteBuffer.wrap(value).putInt(of);
      return value;
    }

    private static int number(byte[] value) {
      return value == null ? 0 : ByteBuffer.wrap(value).getInt();
    }

    private Key key(int key) {
      return new Key(new byte[] {1, (byte) number, (byte) key});
    }

    private static Table first(Store store) {
      return Table.ofDocuments(store, "laurel.first");
    }

    private static Table second(Store store) {
      return Table.ofDocuments(store, "laurel.second");
    }
  }
}
