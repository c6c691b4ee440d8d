package dev.laurel.engine.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.overview.Gathered;
import dev.laurel.engine.overview.Overview;
import dev.laurel.engine.overview.OverviewStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoOverviewsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);

  @TempDir private Path directory;

  private static Overview of(long members) {
    return new Overview(
        Instant.parse("2026-03-09T11:59:59.123456789Z"),
        "abc",
        members,
        new TreeMap<>(Map.of("status", new TreeMap<>(Map.of("Gold", members)))),
        List.of(
            new Overview.Sums(
                "points",
                9_007_199_254_740_993L,
                2,
                3,
                4,
                5,
                6,
                7,
                8,
                new TreeMap<>(Map.of(MONDAY, 5L)),
                new BigDecimal("0.030"),
                new BigDecimal("1.20"))),
        new Gathered(
            new TreeMap<>(Map.of("regulars", members)),
            new TreeMap<>(Map.of("cake", new Gathered.Benefit(1, 2, 3, 4))),
            new TreeMap<>(
                Map.of("spring", new TreeMap<>(Map.of("control", new Gathered.Group(1, 2, 3, 4))))),
            new TreeMap<>(Map.of("ten", new Gathered.Challenge(1, 2)))));
  }

  @Test
  void an_overview_comes_back_as_it_was_kept() {
    try (EmbeddedServer server = EmbeddedServer.open(directory, Settings.fast());
        MongoDatabases databases = MongoDatabases.open(server.connectionString())) {
      OverviewStore store = databases.overviews();
      assertThat(store.latest()).isEmpty();
      assertThat(store.onOrBefore(MONDAY)).isEmpty();
      store.put(MONDAY, of(1));
      store.put(MONDAY, of(2));
      store.put(MONDAY.plusDays(2), of(3));
      assertThat(store.latest()).contains(of(3));
      assertThat(store.onOrBefore(MONDAY.plusDays(1))).contains(of(2));
      assertThat(store.onOrBefore(MONDAY.minusDays(9))).contains(of(2));
    }
  }
}
