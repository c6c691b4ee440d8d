package dev.laurel.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.NotPermittedException;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.mongo.MongoDatabases;
import dev.laurel.engine.recording.Shop;
import dev.laurel.engine.vault.MasterKeyText;
import dev.laurel.engine.vault.Vault;
import dev.laurel.rules.language.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people look at, and who may. */
class InsightTest {
  private static final Instant NOW = Instant.parse("2026-05-01T09:00:00Z");
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private static final Scenario.Given NOBODY_SPECIAL =
      new Scenario.Given(
          Optional.empty(), Optional.empty(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

  @TempDir Path directory;

  @Test
  void a_history_leaves_out_what_came_too_late_to_change_anything() {
    String limited = Shop.changedText("currency: EUR", "currency: EUR\n  latestArrival: 10 days");
    try (EmbeddedServer server = EmbeddedServer.open(directory, Settings.fast());
        MongoDatabases databases = MongoDatabases.open(server.connectionString());
        Operation operation =
            Operation.open(
                databases,
                Vault.open(
                    databases.vault(), databases.tombstones(), new MasterKeyText(KEY), () -> NOW),
                Optional.of(TestPacks.read(limited)),
                LaurelClock.of(() -> NOW, System::nanoTime, databases.clock(), false))) {
      Event inTime = Shop.purchase("ann", "1", NOW, 10);
      Event late = Shop.purchase("ann", "2", NOW.minus(Duration.ofDays(5)), 10);
      Event tooLate = Shop.purchase("ann", "3", NOW.minus(Duration.ofDays(30)), 10);
      operation.record(List.of(inTime));
      operation.record(List.of(late));
      operation.record(List.of(tooLate));
      Actor reviewer = new Actor("rita", Set.of(Role.REVIEWER));
      assertThat(operation.insight().history(reviewer, "ann", 10).orElseThrow())
          .containsExactly(late, inTime);
      assertThat(operation.insight().history(reviewer, "ann", 2)).isEmpty();
    }
  }

  private interface Asked {
    Object by(Actor who);
  }

  @Test
  void each_method_is_for_whoever_has_a_role_and_for_nobody_else() {
    try (EmbeddedServer server = EmbeddedServer.open(directory, Settings.fast());
        MongoDatabases databases = MongoDatabases.open(server.connectionString());
        Operation operation =
            Operation.open(
                databases,
                Vault.open(
                    databases.vault(), databases.tombstones(), new MasterKeyText(KEY), () -> NOW),
                Optional.of(TestPacks.read(Shop.TEXT)),
                LaurelClock.of(() -> NOW, System::nanoTime, databases.clock(), false))) {
      Event event = Shop.purchase("ann", "1", NOW, 10);
      operation.record(List.of(event));
      Insight insight = operation.insight();
      Map<String, Asked> all =
          Map.of(
              "member", who -> operation.member(who, "ann").orElseThrow(),
              "known fields", who -> operation.known(who, "ann"),
              "try", who -> insight.tryOut(who, event),
              "try invented", who -> insight.tryOut(who, event, NOBODY_SPECIAL),
              "search", who -> insight.search(who, "a", 10),
              "person", who -> insight.person(who, "ann"),
              "timeline", who -> insight.timeline(who, "ann", 10, 10),
              "campaigns", insight::campaigns,
              "why", who -> insight.why(who, "till:1").orElseThrow());
      all.forEach((name, asked) -> {
        for (Role role : Role.values())
          assertThat(asked.by(new Actor("someone", Set.of(role))))
              .as(name + " by " + role.word())
              .isNotNull();
        assertThatThrownBy(() -> asked.by(new Actor("nobody", Set.of())))
            .as(name)
            .isInstanceOf(NotPermittedException.class);
      });
      for (Role role : Role.values()) {
        Actor who = new Actor("someone", Set.of(role));
        if (Permission.SEE_PERSONAL_DATA.roles().contains(role))
          assertThat(operation.person(who, "ann")).isEmpty();
        else
          assertThatThrownBy(() -> operation.person(who, "ann"))
              .as("the person by " + role.word())
              .isInstanceOf(NotPermittedException.class);
      }
    }
  }
}
