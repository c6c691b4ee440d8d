package dev.laurel.engine.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.laurel.engine.recording.StoreUnavailableException;
import dev.laurel.engine.recording.Stores;
import dev.laurel.engine.recording.Truth;
import java.io.BufferedReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that several processes use, and one that cannot always be reached. */
class SharedStoreTest {
  private static final Fold FOLD = new Fold(Shop.SPRING);
  private static final int EVENTS = 250;

  @TempDir Path directory;

  private static Recorder recorder(Stores stores) {
    return new Recorder(
        stores,
        InForce.always(Timeline.of(FOLD)),
        Shop.form(),
        () -> Instant.parse("2030-01-01T00:00:00Z"),
        Shop.leases());
  }

  @Test
  void processes_that_are_sent_the_same_events_count_each_once() throws Exception {
    TreeSet<Integer> acknowledged = new TreeSet<>();
    try (EmbeddedServer server = EmbeddedServer.open(directory, Settings.fast())) {
      List<Process> processes =
          List.of(
              Child.start(server.connectionString(), 0), Child.start(server.connectionString(), 0));
      try {
        for (Process process : processes) {
          BufferedReader output = process.inputReader();
          assertThat(output.readLine()).isEqualTo("open");
          for (int i = 0; i < EVENTS; i++) acknowledged.add(Integer.parseInt(output.readLine()));
        }
      } finally {
        for (Process process : processes) process.destroyForcibly().waitFor();
      }
      try (MongoDatabases databases = MongoDatabases.open(server.connectionString())) {
        Stores stores = databases.stores(ProfileForm.READABLE);
        try (Recorder recorder =
            new Recorder(
                stores,
                InForce.always(Timeline.of(FOLD)),
                Shop.form(),
                () -> Instant.MAX,
                Shop.leasesLater())) {
          recorder.recover();
        }
        new Truth(FOLD).holdsOfBudgets(stores);
        new Truth(FOLD)
            .holds(stores, Shop.form(), acknowledged.stream().map(Child::event).toList());
      }
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(EVENTS);
  }

  @Test
  void while_the_store_cannot_be_reached_nothing_is_acknowledged_and_nothing_is_lost()
      throws Exception {
    List<Event> events = new ArrayList<>();
    try (EmbeddedServer server = EmbeddedServer.open(directory, Settings.fast());
        Cable cable = Cable.to(URI.create(server.connectionString()).getPort())) {
      String through = server.connectionString().replaceFirst(":[0-9]+/", ":" + cable.port() + "/");
      try (MongoDatabases databases = MongoDatabases.open(through);
          Recorder recorder = recorder(databases.stores(ProfileForm.READABLE))) {
        recorder.start();
        for (int i = 0; i < 20; i++) events.add(Child.event(i));
        assertThat(recorder.record(events)).allMatch(Recording.Recorded.class::isInstance);
        cable.cut();
        Event unlucky = Child.event(20);
        assertThatThrownBy(() -> recorder.record(unlucky))
            .isInstanceOf(StoreUnavailableException.class)
            .hasMessageContaining("ask again");
        cable.mend();
        events.add(unlucky);
        assertThat(recorder.record(events).getLast())
            .isInstanceOfAny(Recording.Recorded.class, Recording.Replayed.class);
      }
      try (MongoDatabases databases = MongoDatabases.open(server.connectionString())) {
        Stores stores = databases.stores(ProfileForm.READABLE);
        try (Recorder recorder = recorder(stores)) {
          recorder.recover();
        }
        new Truth(FOLD).holds(stores, Shop.form(), events);
      }
    }
  }
}
