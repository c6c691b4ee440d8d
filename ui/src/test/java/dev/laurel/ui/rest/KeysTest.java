package dev.laurel.ui.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.CredentialStore;
import dev.laurel.engine.access.People;
import dev.laurel.engine.access.Staff;
import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.history.HistoryStore;
import dev.laurel.engine.mongo.MongoDatabases;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** A key is not looked up for each event, and good for a moment at most when it was revoked. */
class KeysTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);

  /** Counts how often it is asked. */
  private record Counted(CredentialStore store, AtomicInteger asked) implements CredentialStore {
    @Override
    public Staff staff() {
      asked.incrementAndGet();
      return store.staff();
    }

    @Override
    public boolean put(Staff staff) {
      return store.put(staff);
    }

    @Override
    public HistoryStore history() {
      return store.history();
    }
  }

  @Test
  void a_key_is_asked_for_once_in_a_while_and_a_revoked_one_stops(@TempDir Path directory) {
    try (EmbeddedServer server = EmbeddedServer.open(directory, Settings.fast());
        MongoDatabases databases = MongoDatabases.open(server.connectionString())) {
      People people =
          new People(
              new Counted(databases.credentials(), asked),
              Keys.hashing(new BCryptPasswordEncoder(4)),
              InstantSource.fixed(Served.NOON));
      Keys keys = new Keys(people, nanos::get);
      String key = keys.first().orElseThrow().key();
      asked.set(0);
      for (int i = 0; i < 100; i++) assertThat(keys.owner(key)).isPresent();
      assertThat(asked).hasValue(1);
      people.revokeKey(Actor.operator(), "first", "lost");
      nanos.addAndGet(Keys.KNOWN_FOR.toNanos());
      assertThat(keys.owner(key)).isEmpty();
      asked.set(0);
      assertThat(keys.owner("laurel_guess")).isEmpty();
      assertThat(keys.owner("laurel_guess")).isEmpty();
      assertThat(asked).as("what is no key is not remembered").hasValue(2);
    }
  }
}
