package dev.laurel.ui.rest;

import static dev.laurel.ui.rest.Served.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.draft.DraftStore;
import dev.laurel.engine.history.HistoryStore;
import dev.laurel.engine.operation.ClockStore;
import dev.laurel.engine.operation.RevisionStore;
import dev.laurel.engine.operation.Storage;
import dev.laurel.engine.overview.OverviewStore;
import dev.laurel.engine.population.QuintileStore;
import dev.laurel.engine.recording.EventStore;
import dev.laurel.engine.recording.MemberStore;
import dev.laurel.engine.recording.ProfileForm;
import dev.laurel.engine.recording.StoreUnavailableException;
import dev.laurel.engine.recording.Stores;
import dev.laurel.ui.rest.Served.Reply;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers are told while the store does not answer. */
class UnreachableStoreTest {
  private static final String EVENTS = "/api/v1/events";
  private static final String MORNING = "2026-03-10T08:00:00Z";

  /** A storage that can be unplugged. */
  private record Plug(Storage storage, AtomicBoolean out) implements Storage {
    @Override
    public Stores stores(ProfileForm profiles) {
      Stores stores = storage.stores(profiles);
      return new Stores(
          plugged(EventStore.class, stores.events()),
          plugged(MemberStore.class, stores.members()),
          stores.decisions(),
          stores.leases(),
          stores.budgets(),
          stores.codes(),
          stores.messages());
    }

    private <T> T plugged(Class<T> port, T store) {
      return port.cast(
          Proxy.newProxyInstance(
              port.getClassLoader(),
              new Class<?>[] {port},
              (proxy, method, args) -> {
                if (out.get())
                  throw new StoreUnavailableException("No answer; ask again.", new Exception());
                try {
                  return method.invoke(store, args);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              }));
    }

    @Override
    public RevisionStore revisions() {
      return storage.revisions();
    }

    @Override
    public ClockStore clock() {
      return storage.clock();
    }

    @Override
    public OverviewStore overviews() {
      return storage.overviews();
    }

    @Override
    public QuintileStore quintiles() {
      return storage.quintiles();
    }

    @Override
    public DraftStore drafts() {
      return storage.drafts();
    }

    @Override
    public HistoryStore programmeHistory() {
      return storage.programmeHistory();
    }

    @Override
    public HistoryStore memberHistory() {
      return storage.memberHistory();
    }

    @Override
    public boolean isReachable() {
      return !out.get() && storage.isReachable();
    }
  }

  @TempDir Path directory;

  @Test
  void a_caller_is_told_to_come_again_and_nothing_is_lost_or_doubled() throws Exception {
    AtomicBoolean out = new AtomicBoolean();
    try (Served served = Served.through(directory, storage -> new Plug(storage, out))) {
      assertThat(served.post(EVENTS, purchase("ann", "1", MORNING, "5")).status()).isEqualTo(201);
      out.set(true);
      Reply refused = served.post(EVENTS, purchase("ann", "2", MORNING, "7"));
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.text("/type")).endsWith("unavailable");
      assertThat(refused.response().headers().firstValue("Retry-After")).hasValue("2");
      assertThat(served.get("/api/v1/members/ann").status()).isEqualTo(503);
      assertThat(served.get("/actuator/health/readiness").status()).isEqualTo(503);
      assertThat(served.get("/actuator/health/liveness").status()).isEqualTo(200);
      out.set(false);
      assertThat(served.post(EVENTS, purchase("ann", "2", MORNING, "7")).status()).isEqualTo(201);
      assertThat(served.post(EVENTS, purchase("ann", "1", MORNING, "5")).status()).isEqualTo(200);
      Reply member = served.get("/api/v1/members/ann");
      assertThat(member.body().at("/points/0/available").asInt()).isEqualTo(12);
      assertThat(served.get("/actuator/health/readiness").status()).isEqualTo(200);
    }
  }
}
