package dev.laurel.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.engine.operation.LaurelClock;
import dev.laurel.engine.operation.Operation;
import dev.laurel.rules.pack.PackResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever starts Laurel for the first time sees a programme with members. */
class ExampleMembersTest {
  private static final Duration MOST = Duration.ofSeconds(120);

  private static final Path CAFE = Path.of("../samples/cafe");

  /** The history in the sample ends on 31 December 2026. */
  private static final Instant TODAY = Instant.parse("2027-03-10T12:00:00Z");

  private static final int EVENTS = 488;

  @TempDir private Path folder;
  private Path example = Path.of("");
  private final List<String> told = new CopyOnWriteArrayList<>();

  @BeforeEach
  void a_small_population() throws IOException {
    example = folder.resolve("example");
    Path population = Files.createDirectories(example.resolve("population"));
    for (String name : List.of("members", "events"))
      try (OutputStream out =
          new GZIPOutputStream(Files.newOutputStream(population.resolve(name + ".jsonl.gz")))) {
        Files.copy(CAFE.resolve("history").resolve(name + ".jsonl"), out);
      }
  }

  /** Opens the store, loads, and tells what was recorded: by event the instant. */
  private TreeMap<String, Instant> loads(String data, Instant today, boolean first, int most)
      throws IOException, InterruptedException {
    Clock clock = Clock.fixed(today, ZoneOffset.UTC);
    try (OpenStore store = OpenStore.open(Optional.of(folder.resolve(data)), clock);
        Operation operation =
            Operation.open(
                store.databases(),
                store.vault(),
                first ? Optional.of((PackResult.Read) PackFiles.read(CAFE)) : Optional.empty(),
                LaurelClock.of(clock, System::nanoTime, store.databases().clock(), false))) {
      ExampleMembers members = new ExampleMembers(Optional.of(example), first, clock);
      assertThat(members.areAllThere()).isFalse();
      members.load(operation, told::add);
      await()
          .atMost(MOST)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> members.areAllThere() || recorded(operation).size() >= most);
      members.close();
      return recorded(operation);
    }
  }

  private static TreeMap<String, Instant> recorded(Operation operation) {
    TreeMap<String, Instant> events = new TreeMap<>();
    for (int i = 1; i <= 8; i++) {
      String member = "G0000000" + i;
      operation
          .decisions(member, 0, Operation.LARGEST_PAGE)
          .ifPresent(page ->
              page.items().forEach(a -> events.put(a.key(), Instant.parse(timeOf(a.decision())))));
    }
    return events;
  }

  private static String timeOf(byte[] decision) {
    String json = new String(decision, UTF_8);
    int at = json.indexOf("\"occurredAt\":\"") + "\"occurredAt\":\"".length();
    return json.substring(at, json.indexOf('"', at));
  }

  @Test
  void their_year_ends_in_the_week_before_today() throws IOException, InterruptedException {
    TreeMap<String, Instant> recorded = loads("new", TODAY, true, Integer.MAX_VALUE);
    List<String> fromFile = new ArrayList<>(recorded.keySet());
    fromFile.removeIf(key -> !key.matches("(till|app|desk):.*"));
    assertThat(fromFile).hasSize(EVENTS);
    assertThat(recorded.values().stream().max(Instant::compareTo).orElseThrow())
        .isBetween(TODAY.minus(Duration.ofDays(7)), TODAY);
    assertThat(told).last().isEqualTo("The members of the example are all there.");
  }

  @Test
  void a_store_that_is_not_new_is_left_alone() throws IOException, InterruptedException {
    TreeMap<String, Instant> recorded = loads("new", TODAY, true, Integer.MAX_VALUE);
    told.clear();
    assertThat(loads("new", TODAY.plus(Duration.ofDays(30)), false, Integer.MAX_VALUE))
        .isEqualTo(recorded);
    assertThat(told).isEmpty();
  }

  @Test
  void what_broke_off_goes_on_with_the_same_dates() throws IOException, InterruptedException {
    TreeMap<String, Instant> whole = loads("whole", TODAY, true, Integer.MAX_VALUE);
    loads("broken", TODAY, true, 1);
    assertThat(loads("broken", TODAY.plus(Duration.ofDays(20)), false, Integer.MAX_VALUE))
        .isEqualTo(whole);
  }
}
