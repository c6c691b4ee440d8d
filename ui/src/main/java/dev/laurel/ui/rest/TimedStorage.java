package dev.laurel.ui.rest;

import dev.laurel.engine.budget.BudgetRecord;
import dev.laurel.engine.budget.BudgetStore;
import dev.laurel.engine.code.CodeStore;
import dev.laurel.engine.code.IssuedCode;
import dev.laurel.engine.draft.DraftStore;
import dev.laurel.engine.history.HistoryStore;
import dev.laurel.engine.operation.ClockStore;
import dev.laurel.engine.operation.RevisionStore;
import dev.laurel.engine.operation.Storage;
import dev.laurel.engine.overview.OverviewStore;
import dev.laurel.engine.population.QuintileStore;
import dev.laurel.engine.recording.Applied;
import dev.laurel.engine.recording.Claim;
import dev.laurel.engine.recording.DecisionStore;
import dev.laurel.engine.recording.EventStore;
import dev.laurel.engine.recording.MemberRecord;
import dev.laurel.engine.recording.MemberStore;
import dev.laurel.engine.recording.ProfileForm;
import dev.laurel.engine.recording.Snapshot;
import dev.laurel.engine.recording.Stores;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Measures how long a storage takes. Thread-safe. */
record TimedStorage(Storage storage, Meters meters) implements Storage {
  @Override
  public Stores stores(ProfileForm profiles) {
    Stores of = storage.stores(profiles);
    return new Stores(
        new Events(of.events(), meters),
        new Members(of.members(), meters),
        new Decisions(of.decisions(), meters),
        of.leases(),
        new Budgets(of.budgets(), meters),
        new Codes(of.codes(), meters),
        of.messages());
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
    return storage.isReachable();
  }

  private record Events(EventStore store, Meters meters) implements EventStore {
    @Override
    public Map<String, Claim> claim(Collection<Claim> claims) {
      return meters.claim(() -> store.claim(claims));
    }

    @Override
    public Optional<Claim> find(String key) {
      return meters.stored(() -> store.find(key));
    }

    @Override
    public Map<String, Claim> find(Collection<String> keys) {
      return meters.stored(() -> store.find(keys));
    }

    @Override
    public List<Claim> open(String after, int limit) {
      return meters.stored(() -> store.open(after, limit));
    }

    @Override
    public void close(Collection<String> keys) {
      meters.drain(() -> store.close(keys));
    }

    @Override
    public List<Claim> ofMember(String member, String after, int limit) {
      return meters.stored(() -> store.ofMember(member, after, limit));
    }
  }

  private record Members(MemberStore store, Meters meters) implements MemberStore {
    @Override
    public Optional<MemberRecord> find(String member) {
      return meters.stored(() -> store.find(member));
    }

    @Override
    public Map<String, MemberRecord> find(Collection<String> members) {
      return meters.stored(() -> store.find(members));
    }

    @Override
    public boolean put(MemberRecord record) {
      return meters.commit(() -> store.put(record));
    }

    @Override
    public boolean putAll(Collection<MemberRecord> records) {
      return meters.commit(() -> store.putAll(records));
    }

    @Override
    public void drained(Map<String, Long> versions) {
      meters.drain(() -> store.drained(versions));
    }

    @Override
    public List<MemberRecord> undrained(String after, int limit) {
      return meters.stored(() -> store.undrained(after, limit));
    }

    @Override
    public List<String> due(int slice, Instant until, int limit) {
      return meters.stored(() -> store.due(slice, until, limit));
    }

    @Override
    public void keep(Collection<Snapshot> snapshots) {
      meters.stored(() -> {
        store.keep(snapshots);
        return true;
      });
    }

    @Override
    public List<Snapshot> snapshots(String member, long below, int limit) {
      return meters.stored(() -> store.snapshots(member, below, limit));
    }

    @Override
    public List<MemberRecord> page(String after, int limit) {
      return meters.stored(() -> store.page(after, limit));
    }
  }

  private record Budgets(BudgetStore store, Meters meters) implements BudgetStore {
    @Override
    public Optional<BudgetRecord> find(String key) {
      return meters.stored(() -> store.find(key));
    }

    @Override
    public List<BudgetRecord> page(String after, int limit) {
      return meters.stored(() -> store.page(after, limit));
    }

    @Override
    public boolean put(BudgetRecord record) {
      return meters.stored(() -> store.put(record));
    }

    @Override
    public void note(String budget, long share, String event) {
      meters.stored(() -> {
        store.note(budget, share, event);
        return true;
      });
    }

    @Override
    public List<String> noted(String budget, long share, String after, int limit) {
      return meters.stored(() -> store.noted(budget, share, after, limit));
    }

    @Override
    public void forget(String budget, long share) {
      meters.drain(() -> store.forget(budget, share));
    }
  }

  private record Codes(CodeStore store, Meters meters) implements CodeStore {
    @Override
    public Set<String> claim(Collection<IssuedCode> codes) {
      return meters.stored(() -> store.claim(codes));
    }

    @Override
    public Optional<IssuedCode> find(String code) {
      return meters.stored(() -> store.find(code));
    }
  }

  private record Decisions(DecisionStore store, Meters meters) implements DecisionStore {
    @Override
    public void write(Collection<Applied> applied) {
      meters.drain(() -> store.write(applied));
    }

    @Override
    public Set<String> known(Collection<String> keys) {
      return meters.stored(() -> store.known(keys));
    }

    @Override
    public Optional<Applied> find(String key) {
      return meters.stored(() -> store.find(key));
    }

    @Override
    public List<Applied> ofMember(String member, long afterPlace, int limit) {
      return meters.stored(() -> store.ofMember(member, afterPlace, limit));
    }
  }
}
