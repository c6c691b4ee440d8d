package dev.laurel.engine.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.recording.EventKey;
import dev.laurel.engine.recording.InForce;
import dev.laurel.engine.recording.ProfileForm;
import dev.laurel.engine.recording.Recorder;
import dev.laurel.engine.recording.Shop;
import dev.laurel.engine.recording.Stores;
import dev.laurel.engine.recording.Truth;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is killed in the middle of its work, again and again: what it acknowledged is there,
 * once, and every balance is what the ledger adds up to. The number of kills is that of the system
 * property {@code laurel.tests.processKills}.
 */
class KilledProcessTest {
  private static final int KILLS = Integer.getInteger("laurel.tests.processKills", 20);
  private static final int OPENED_EVERY = Math.max(10, KILLS / 8);

  @TempDir Path directory;
  private final List<Integer> acknowledged = new ArrayList<>();

  @Test
  void nothing_acknowledged_is_lost_and_nothing_is_doubled() throws Exception {
    Random random = new Random(20_261_121);
    int next = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      next = killAfter(20 + random.nextInt(400), next);
      if (kill % OPENED_EVERY == 0 || kill == KILLS) check();
    }
    assertThat(acknowledged).hasSizeGreaterThan(20 * KILLS);
  }

  /**
   * Kills a process after so many acknowledged events.
   *
   * @return a number that no event has yet
   */
  private int killAfter(int events, int first) throws IOException, InterruptedException {
    Process process = Child.start(directory.toString(), first);
    int most = first;
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.readLine()).as("the store opens").isEqualTo("open");
      String line = output.readLine();
      for (int i = 0; line != null; i++, line = output.readLine()) {
        if (i == events) process.toHandle().destroyForcibly();
        int number = Integer.parseInt(line);
        acknowledged.add(number);
        most = Math.max(most, number);
      }
    }
    assertThat(process.waitFor()).as("killed").isNotZero();
    return most + 1_000;
  }

  private void check() {
    Fold fold = new Fold(Shop.SPRING);
    try (EmbeddedServer server = EmbeddedServer.open(directory, Settings.fast());
        MongoDatabases databases = MongoDatabases.open(server.connectionString())) {
      Stores stores = databases.stores(ProfileForm.READABLE);
      try (Recorder recorder =
          new Recorder(
              stores,
              InForce.always(Timeline.of(fold)),
              Shop.form(),
              () -> Instant.MAX,
              Shop.leasesLater())) {
        recorder.recover();
      }
      new Truth(fold).holdsOfBudgets(stores);
      assertThat(Truth.used(stores, "campaigns/spring/points")).isPositive();
      assertThat(
              acknowledged.stream()
                  .filter(n -> stores.events().find(EventKey.of(Child.event(n))).isEmpty()))
          .as("acknowledged, but missing")
          .isEmpty();
      new Truth(fold).holdsOfGifts(stores);
      new Truth(fold).holdsOfPools(stores, 5);
      new Truth(fold).holdsOfReferrals(stores, Shop.form());
      new Truth(fold).holdsOfCodes(stores);
      new Truth(fold).holdsOfMessages(stores);
      new Truth(fold).holds(stores, Shop.form(), acknowledged.stream().map(Child::event).toList());
    }
  }
}
