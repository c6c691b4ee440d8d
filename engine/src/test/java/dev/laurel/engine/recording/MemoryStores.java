package dev.laurel.engine.recording;

import dev.laurel.engine.budget.BudgetRecord;
import dev.laurel.engine.budget.BudgetStore;
import dev.laurel.engine.code.CodeStore;
import dev.laurel.engine.code.IssuedCode;
import dev.laurel.engine.message.MessageRecord;
import dev.laurel.engine.message.MessageStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The ports kept in memory, as plainly as possible. Thread-safe. */
public final class MemoryStores {
  private final TreeMap<String, Claim> claims = new TreeMap<>();
  private final TreeSet<String> open = new TreeSet<>();
  private final TreeMap<String, MemberRecord> members = new TreeMap<>();
  private final TreeMap<String, Applied> decisions = new TreeMap<>();
  private final TreeMap<String, TreeMap<Long, Snapshot>> snapshots = new TreeMap<>();
  private final TreeMap<String, Leases> holders = new TreeMap<>();
  private final TreeMap<String, Instant> until = new TreeMap<>();
  private final TreeMap<String, String> progress = new TreeMap<>();
  private final TreeMap<String, BudgetRecord> budgets = new TreeMap<>();
  private final Map<String, IssuedCode> codes = new ConcurrentHashMap<>();
  private final TreeMap<String, TreeSet<String>> notes = new TreeMap<>();
  private final TreeMap<String, MessageRecord> messages = new TreeMap<>();

  private final InstantSource clock;

  public MemoryStores() {
    this(InstantSource.system());
  }

  /**
   * @param clock the true time, by which leases end
   */
  MemoryStores(InstantSource clock) {
    this.clock = clock;
  }

  /** The ports of one more process. */
  public Stores stores() {
    return new Stores(
        new Events(),
        new Members(),
        new Decisions(),
        new Leases(),
        new Budgets(),
        new Codes(),
        new Messages());
  }

  private final class Messages implements MessageStore {
    @Override
    public void add(Collection<MessageRecord> made) {
      synchronized (messages) {
        made.forEach(record -> messages.putIfAbsent(record.id(), record));
      }
    }

    @Override
    public Optional<MessageRecord> find(String id) {
      synchronized (messages) {
        return Optional.ofNullable(messages.get(id));
      }
    }

    @Override
    public boolean put(MessageRecord record) {
      synchronized (messages) {
        if (find(record.id()).filter(before -> before.version() == record.version() - 1).isEmpty())
          return false;
        messages.put(record.id(), record);
        return true;
      }
    }

    @Override
    public List<MessageRecord> due(String channel, Instant until, int limit) {
      return some(
          record ->
              record.message().channel().equals(channel)
                  && record.dueAt().filter(at -> !at.isAfter(until)).isPresent(),
          Comparator.comparing(record -> record.dueAt().orElseThrow()),
          limit);
    }

    @Override
    public List<MessageRecord> ofMember(String member, int limit) {
      return some(
          record -> record.member().equals(member),
          Comparator.comparing((MessageRecord record) -> record.message().from()).reversed(),
          limit);
    }

    @Override
    public List<MessageRecord> open(int limit) {
      return some(MessageRecord::open, Comparator.comparing(MessageRecord::id), limit);
    }

    private List<MessageRecord> some(
        Predicate<MessageRecord> which, Comparator<MessageRecord> order, int limit) {
      synchronized (messages) {
        return messages.values().stream().filter(which).sorted(order).limit(limit).toList();
      }
    }
  }

  private final class Budgets implements BudgetStore {
    @Override
    public synchronized Optional<BudgetRecord> find(String key) {
      return Optional.ofNullable(budgets.get(key));
    }

    @Override
    public synchronized List<BudgetRecord> page(String after, int limit) {
      return budgets.tailMap(after, false).values().stream().limit(limit).toList();
    }

    @Override
    public synchronized boolean put(BudgetRecord record) {
      long before = find(record.key()).map(BudgetRecord::version).orElse(0L);
      if (before != record.version() - 1) return false;
      budgets.put(record.key(), record);
      return true;
    }

    @Override
    public synchronized void note(String budget, long share, String event) {
      notes.computeIfAbsent(budget + " " + share, _ -> new TreeSet<>()).add(event);
    }

    @Override
    public synchronized List<String> noted(String budget, long share, String after, int limit) {
      return notes
          .getOrDefault(budget + " " + share, new TreeSet<>())
          .tailSet(after, false)
          .stream()
          .limit(limit)
          .toList();
    }

    @Override
    public synchronized void forget(String budget, long share) {
      notes.remove(budget + " " + share);
    }
  }

  private final class Events implements EventStore {
    @Override
    public synchronized Map<String, Claim> claim(Collection<Claim> more) {
      Map<String, Claim> before = new HashMap<>();
      for (Claim claim : more) {
        Claim first = claims.putIfAbsent(claim.key(), claim);
        if (first == null) open.add(claim.key());
        else before.put(claim.key(), first);
      }
      return before;
    }

    @Override
    public synchronized Optional<Claim> find(String key) {
      return Optional.ofNullable(claims.get(key));
    }

    @Override
    public synchronized Map<String, Claim> find(Collection<String> keys) {
      Map<String, Claim> found = new HashMap<>(claims);
      found.keySet().retainAll(Set.copyOf(keys));
      return found;
    }

    @Override
    public synchronized List<Claim> open(String after, int limit) {
      return claims.tailMap(after, false).values().stream()
          .filter(claim -> open.contains(claim.key()))
          .limit(limit)
          .toList();
    }

    @Override
    public synchronized void close(Collection<String> keys) {
      open.removeAll(keys);
    }

    @Override
    public synchronized List<Claim> ofMember(String member, String after, int limit) {
      return claims.tailMap(after, false).values().stream()
          .filter(claim -> claim.member().equals(member))
          .limit(limit)
          .toList();
    }
  }

  private final class Members implements MemberStore {
    @Override
    public synchronized Optional<MemberRecord> find(String member) {
      return Optional.ofNullable(members.get(member));
    }

    @Override
    public synchronized Map<String, MemberRecord> find(Collection<String> wanted) {
      Map<String, MemberRecord> found = new HashMap<>(members);
      found.keySet().retainAll(Set.copyOf(wanted));
      return found;
    }

    @Override
    public synchronized boolean putAll(Collection<MemberRecord> records) {
      boolean all = true;
      for (MemberRecord record : records) all &= put(record);
      return all;
    }

    @Override
    public synchronized boolean put(MemberRecord record) {
      long before = find(record.member()).map(MemberRecord::version).orElse(0L);
      if (before != record.version() - 1) return false;
      members.put(record.member(), record);
      return true;
    }

    @Override
    public synchronized void drained(Map<String, Long> versions) {
      versions.forEach((member, version) ->
          find(member)
              .filter(record -> record.version() == version)
              .ifPresent(record -> members.put(member, empty(record))));
    }

    private static MemberRecord empty(MemberRecord record) {
      return new MemberRecord(
          record.member(),
          record.version(),
          record.state(),
          record.places(),
          record.dueAt(),
          List.of(),
          record.redo());
    }

    @Override
    public synchronized void keep(Collection<Snapshot> kept) {
      for (Snapshot snapshot : kept)
        snapshots
            .computeIfAbsent(snapshot.member(), _ -> new TreeMap<>())
            .putIfAbsent(snapshot.place(), snapshot);
    }

    @Override
    public synchronized List<Snapshot> snapshots(String member, long below, int limit) {
      return snapshots
          .getOrDefault(member, new TreeMap<>())
          .headMap(below, false)
          .descendingMap()
          .values()
          .stream()
          .limit(limit)
          .toList();
    }

    @Override
    public synchronized List<MemberRecord> undrained(String after, int limit) {
      return page(after, Integer.MAX_VALUE).stream()
          .filter(record -> !record.outbox().isEmpty())
          .limit(limit)
          .toList();
    }

    @Override
    public synchronized List<String> due(int slice, Instant until, int limit) {
      return members.values().stream()
          .filter(record -> Slices.of(record.member()) == slice)
          .filter(record -> record.dueAt().filter(at -> !at.isAfter(until)).isPresent())
          .sorted(Comparator.comparing(record -> record.dueAt().orElseThrow()))
          .map(MemberRecord::member)
          .limit(limit)
          .toList();
    }

    @Override
    public synchronized List<MemberRecord> page(String after, int limit) {
      return members.tailMap(after, false).values().stream().limit(limit).toList();
    }
  }

  private final class Leases implements LeaseStore {
    @Override
    public Optional<String> take(String name, Duration length) {
      synchronized (holders) {
        boolean others = holders.containsKey(name) && holders.get(name) != this;
        Instant now = clock.instant();
        if (others && until.get(name).isAfter(now)) return Optional.empty();
        holders.put(name, this);
        until.put(name, now.plus(length));
        return Optional.of(progress.getOrDefault(name, ""));
      }
    }

    @Override
    public boolean note(String name, String done) {
      synchronized (holders) {
        if (holders.get(name) != this) return false;
        progress.put(name, done);
        return true;
      }
    }

    @Override
    public void release(String name) {
      synchronized (holders) {
        if (holders.get(name) == this) until.put(name, Instant.MIN);
      }
    }
  }

  private final class Codes implements CodeStore {
    @Override
    public Set<String> claim(Collection<IssuedCode> issued) {
      Set<String> there = new HashSet<>();
      for (IssuedCode one : issued)
        if (codes.putIfAbsent(one.code(), one) != null) there.add(one.code());
      return there;
    }

    @Override
    public Optional<IssuedCode> find(String code) {
      return Optional.ofNullable(codes.get(code));
    }
  }

  private final class Decisions implements DecisionStore {
    @Override
    public synchronized void write(Collection<Applied> applied) {
      for (Applied one : applied) decisions.putIfAbsent(one.key(), one);
    }

    @Override
    public synchronized Set<String> known(Collection<String> keys) {
      Set<String> known = new HashSet<>(keys);
      known.retainAll(decisions.keySet());
      return known;
    }

    @Override
    public synchronized Optional<Applied> find(String key) {
      return Optional.ofNullable(decisions.get(key));
    }

    @Override
    public synchronized List<Applied> ofMember(String member, long afterPlace, int limit) {
      return new ArrayList<>(decisions.values())
          .stream()
              .filter(one -> one.member().equals(member) && one.place() > afterPlace)
              .sorted(Comparator.comparingLong(Applied::place))
              .limit(limit)
              .toList();
    }
  }
}
