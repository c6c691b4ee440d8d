package dev.laurel.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.explain.Explanations;
import dev.laurel.engine.mongo.MongoDatabases;
import dev.laurel.engine.recording.Shop;
import dev.laurel.engine.vault.MasterKeyText;
import dev.laurel.engine.vault.Vault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What support sees of an event that came late, and of what it changed. */
class CorrectionsToldTest {
  private static final Instant NOW = Instant.parse("2026-05-01T09:00:00Z");
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final Actor SUPPORT = new Actor("sam", Set.of(Role.SUPPORT));

  @TempDir Path directory;

  private static Event bought(String id, int daysAgo, long euros) {
    return Shop.purchase("ann", id, NOW.minus(Duration.ofDays(daysAgo)), euros);
  }

  private static List<String> said(List<ExplainedDecision> decisions) {
    return decisions.getLast().why();
  }

  @Test
  void a_correction_is_told_and_so_is_one_that_is_only_tried() {
    try (EmbeddedServer server = EmbeddedServer.open(directory, Settings.fast());
        MongoDatabases databases = MongoDatabases.open(server.connectionString());
        Operation operation =
            Operation.open(
                databases,
                Vault.open(
                    databases.vault(), databases.tombstones(), new MasterKeyText(KEY), () -> NOW),
                Optional.of(TestPacks.read(Shop.TEXT)),
                LaurelClock.of(() -> NOW, System::nanoTime, databases.clock(), false))) {
      Event late = bought("2", 2, 60);
      operation.record(List.of(bought("1", 3, 60), bought("3", 1, 20)));

      Trial trial = operation.tryOut(late, Explanations.english());
      assertThat(said(trial.decisions()))
          .contains("This was decided once more, since till:2 came late.")
          .contains("It comes to 7 points more than before.");
      assertThat(operation.insight().timeline(SUPPORT, "ann", 3, 10)).hasSize(2);

      operation.record(List.of(late));
      List<TimelineEntry> told = operation.insight().timeline(SUPPORT, "ann", 5, 10);
      assertThat(told).hasSize(4);
      TimelineEntry correction = told.getFirst();
      assertThat(correction.happened()).isPresent();
      assertThat(correction.changes())
          .containsExactly(new TimelineEntry.Change("points", new BigDecimal("7")));
      assertThat(correction.beside())
          .extracting(Explanations.english()::say)
          .contains("This was decided once more, since till:2 came late.");
      ExplainedDecision kept =
          operation.decision(correction.key(), Explanations.english()).orElseThrow();
      assertThat(kept.heading()).isPresent();
      assertThat(kept.why()).isEqualTo(said(trial.decisions()));
    }
  }
}
