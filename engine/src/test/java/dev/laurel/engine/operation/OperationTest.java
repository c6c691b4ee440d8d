package dev.laurel.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.explain.Explanations;
import dev.laurel.engine.governance.Publishing;
import dev.laurel.engine.mongo.MongoDatabases;
import dev.laurel.engine.recording.Recording;
import dev.laurel.engine.recording.Shop;
import dev.laurel.engine.vault.MasterKeyText;
import dev.laurel.engine.vault.Vault;
import dev.laurel.rules.pack.PackResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A programme in operation on a store of its own, while its rules change. */
class OperationTest {
  private static final Instant START = Instant.parse("2026-05-01T09:00:00Z");
  private static final PackResult.Read PACK = TestPacks.read(Shop.TEXT);
  private static final PackResult.Read DOUBLE =
      TestPacks.read(Shop.changedText("points: 1}", "points: 2}"));

  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @TempDir Path directory;
  private Instant now = START;
  private EmbeddedServer server;
  private MongoDatabases databases;

  @BeforeEach
  void open() {
    server = EmbeddedServer.open(directory, Settings.fast());
    databases = MongoDatabases.open(server.connectionString());
  }

  @AfterEach
  void close() {
    databases.close();
    server.close();
  }

  private Operation operation(Optional<PackResult.Read> pack) {
    LaurelClock clock = LaurelClock.of(() -> now, System::nanoTime, databases.clock(), false);
    Vault vault =
        Vault.open(databases.vault(), databases.tombstones(), new MasterKeyText(KEY), () -> now);
    return Operation.open(databases, vault, pack, clock);
  }

  private static Publishing.Outcome publish(Operation operation, Optional<Instant> at) {
    return operation.publishing().publish(2, DOUBLE, at);
  }

  private static Event purchase(String id, Instant at) {
    return Shop.purchase("ann", id, at, 10);
  }

  private static long earned(Operation operation) {
    return operation
        .member(Actor.operator(), "ann")
        .orElseThrow()
        .state()
        .purse("points")
        .orElseThrow()
        .earned();
  }

  @Test
  void a_published_revision_decides_from_its_instant_on_and_after_a_restart() {
    try (Operation operation = operation(Optional.of(PACK))) {
      operation.record(List.of(purchase("1", now)));
      assertThat(publish(operation, Optional.empty()))
          .isEqualTo(new Publishing.Outcome.Accepted(2, now.plus(Revisions.NOTICE)));
      assertThat(publish(operation, Optional.empty()))
          .isEqualTo(new Publishing.Outcome.Accepted(2, now.plus(Revisions.NOTICE)));
      now = now.plusSeconds(1);
      operation.record(List.of(purchase("2", now)));
      assertThat(earned(operation)).isEqualTo(20);
      assertThat(operation.programme().number()).isEqualTo(1);
      now = now.plus(Revisions.NOTICE);
      operation.record(List.of(purchase("3", now)));
      assertThat(earned(operation)).isEqualTo(40);
      assertThat(operation.programme().number()).isEqualTo(2);
      assertThat(operation.inForce().digest()).isEqualTo(DOUBLE.digest());
    }
    now = now.plusSeconds(9);
    try (Operation operation = operation(Optional.empty())) {
      operation.record(List.of(purchase("4", now)));
      assertThat(earned(operation)).isEqualTo(60);
      assertThat(
              operation.decision("till:1", Explanations.english()).orElseThrow().why().toString())
          .contains("10");
      assertThat(operation.revision(1).orElseThrow().digest()).isEqualTo(PACK.digest());
      assertThat(operation.revisions()).hasSize(2);
    }
  }

  @Test
  void what_is_tried_in_the_time_of_a_revision_to_come_is_tried_by_it() {
    try (Operation operation = operation(Optional.of(PACK))) {
      Instant monday = now.plus(Duration.ofDays(3));
      publish(operation, Optional.of(monday));
      assertThat(tried(operation, now)).isEqualTo(10);
      assertThat(tried(operation, monday)).isEqualTo(20);
      assertThat(operation.publishing().cancel(2)).isInstanceOf(Publishing.Outcome.Accepted.class);
      assertThat(tried(operation, monday)).isEqualTo(10);
      assertThat(operation.member(Actor.operator(), "ann")).isEmpty();
    }
  }

  private static long tried(Operation operation, Instant at) {
    Trial trial = operation.tryOut(purchase("try", at), Explanations.english());
    return trial.after().state().purse("points").orElseThrow().earned();
  }

  @Test
  void two_processes_on_one_store_go_over_to_a_revision_together() {
    try (Operation one = operation(Optional.of(PACK));
        Operation other = operation(Optional.empty())) {
      one.record(List.of(purchase("1", now)));
      publish(other, Optional.empty());
      // It lies ahead, so the process that did not publish looks at the list first.
      Instant ahead = now.plus(Revisions.NOTICE);
      Recording came = one.record(List.of(purchase("2", ahead))).getFirst();
      assertThat(came).isInstanceOf(Recording.Recorded.class);
      now = ahead;
      assertThat(earned(one)).isEqualTo(30);
    }
  }
}
