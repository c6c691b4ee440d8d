package dev.laurel.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.decision.Having;
import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.Quintiles;
import dev.laurel.engine.mongo.MongoDatabases;
import dev.laurel.engine.overview.Overview;
import dev.laurel.engine.population.KnownQuintiles;
import dev.laurel.engine.population.Ranked;
import dev.laurel.engine.scenario.TriedCase;
import dev.laurel.engine.vault.MasterKeyText;
import dev.laurel.engine.vault.Vault;
import dev.laurel.rules.language.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A programme with fifths of the population from the first purchase to an alert. */
class FifthsInOperationTest {
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final Actor WHO = Actor.operator();

  @TempDir private Path directory;
  private Instant now = Instant.parse("2026-05-01T09:00:00Z");

  private static long earned(Operation operation, String member) {
    return view(operation, member).state().purse("points").orElseThrow().earned();
  }

  private static MemberView view(Operation operation, String member) {
    return operation.member(WHO, member).orElseThrow();
  }

  /** Ten members spend 10, 20 and so on up to 100 euros. */
  private void everybodyBuys(Operation operation) {
    List<Event> events = new ArrayList<>();
    for (int i = 1; i <= 10; i++)
      events.add(Ranked.purchase("m" + i, Integer.toString(i), now.minusSeconds(99), i * 1_000));
    operation.record(events);
  }

  @Test
  void the_snapshot_that_was_kept_tells_who_is_among_the_best_and_how_many_they_are() {
    try (EmbeddedServer server = EmbeddedServer.open(directory, Settings.fast());
        MongoDatabases databases = MongoDatabases.open(server.connectionString());
        Operation operation =
            Operation.open(
                databases,
                Vault.open(
                    databases.vault(), databases.tombstones(), new MasterKeyText(KEY), () -> now),
                Optional.of(TestPacks.read(Ranked.TEXT)),
                LaurelClock.of(() -> now, now::getNano, databases.clock(), false))) {
      everybodyBuys(operation);
      Quintiles taken = operation.takeSnapshot().orElseThrow();
      assertThat(operation.takeSnapshot()).isEmpty();
      assertThat(taken.of("30 days").orElseThrow().money())
          .isEqualTo(new Quintiles.Starts(2_001, 4_001, 6_001, 8_001));
      operation.record(List.of(Ranked.purchase("m10", "early", now, 1)));
      assertThat(earned(operation, "m10")).isEqualTo(2);
      now = now.plus(KnownQuintiles.NOTICE);
      tellsWhoIsIn(operation);
      operation.record(
          List.of(
              Ranked.purchase("m10", "later", now, 1), Ranked.purchase("m8", "reaches", now, 1)));
      assertThat(earned(operation, "m10")).isEqualTo(2 + 11);
      assertThat(earned(operation, "m8")).isEqualTo(2);
      sizesAndAlerts(operation);
    }
  }

  private static void tellsWhoIsIn(Operation operation) {
    MemberView ten = view(operation, "m10");
    Having.InSegment best = ten.segments().getFirst();
    assertThat(best.in()).isTrue();
    assertThat(best.fifths().orElseThrow().fifths().money()).isEqualTo(5);
    assertThat(operation.insight().fifths(WHO, ten)).containsOnlyKeys("best");
    MemberView one = view(operation, "m1");
    assertThat(one.segments().getFirst().in()).isFalse();
    assertThat(operation.insight().missing(WHO, one)).containsOnlyKeys("segments/best");
    // Somebody like this member is in the same fifths, and may be kept as a test.
    Scenario.Given like = TriedCase.like(ten, TestPacks.read(Ranked.TEXT).pack());
    assertThat(like.fifths().get("month").money()).isEqualTo(5);
    Event purchase = Ranked.purchase("x", "x", ten.asOf().plus(Duration.ofDays(1)), 100);
    assertThat(operation.insight().tryOut(WHO, purchase, like).earned())
        .extracting(each -> each.points().intValue())
        .containsExactly(11);
  }

  private static void sizesAndAlerts(Operation operation) {
    Overview counted = operation.overviews().count().orElseThrow();
    // The eighth has reached what the ninth and the tenth have.
    assertThat(counted.gathered().segments()).isEqualTo(Map.of("best", 3L));
    assertThat(SegmentAlert.of(operation.programme().revision().pack(), counted)).isEmpty();
    String many = Ranked.TEXT.replace("belowPercent: 15", "belowPercent: 30.01");
    assertThat(SegmentAlert.of(TestPacks.read(many).pack(), counted))
        .extracting(SegmentAlert::segment)
        .containsExactly("best");
    assertThat(
            operation
                .insight()
                .shares(
                    WHO, TestPacks.read(Ranked.TEXT.replace("money: [5]", "money: [4, 5]")).pack())
                .orElseThrow()
                .in())
        .containsEntry("best", 4);
  }
}
