package dev.laurel.engine.budget;

import dev.laurel.engine.decision.Given;
import dev.laurel.engine.decision.Grants.Grant;
import dev.laurel.engine.revision.BudgetPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One budget as this process sees it: shares are taken from it now and then, and granted from in
 * memory. Thread-safe.
 */
final class SharedBudget {
  /** A share is this part of what is left, so that little lies about when the end is near. */
  private static final long PARTS = 32;

  /** So long nobody looks whether something came back to a budget that is used up. */
  private static final long EMPTY_NANOS = 1_000_000_000L;

  private final String key;
  private final BudgetStore store;
  private final LeaseClock clock;
  private final List<HeldShare> shares = new ArrayList<>();
  private final Set<Long> gone = new HashSet<>();
  private long lastUse;
  private long emptySince;
  private int emptyUnder = -1;

  SharedBudget(String key, BudgetStore store, LeaseClock clock) {
    this.key = key;
    this.store = store;
    this.clock = clock;
  }

  /** See {@link Budgets}. */
  Grant take(BudgetPlan plan, int revision, String event, long wanted) {
    while (true) {
      Optional<HeldShare> share = reserve(plan, revision, event, wanted);
      if (share.isEmpty()) return Grant.NOTHING;
      // Who finds the share left behind learns by this which events may have used it.
      store.note(key, share.get().number, event);
      Optional<Grant> grant = granted(share.get(), event, wanted);
      if (grant.isPresent()) return grant.get();
    }
  }

  private synchronized Optional<HeldShare> reserve(
      BudgetPlan plan, int revision, String event, long wanted) {
    long now = clock.nanos().getAsLong();
    lastUse = now;
    Optional<HeldShare> before = most(event);
    long had = before.map(share -> share.reserved(event)).orElse(0L);
    if (had >= wanted) return before;
    if (before.isPresent() && holds(before.get()) && had + before.get().free >= wanted) {
      before.get().reserve(event, wanted - had, now);
      return before;
    }
    if (before.isEmpty() && !shares.isEmpty()) {
      HeldShare newest = shares.getLast();
      if (newest.free >= wanted && holds(newest)) {
        newest.reserve(event, wanted, now);
        return Optional.of(newest);
      }
    }
    if (emptyUnder == revision && now - emptySince < EMPTY_NANOS && free() == 0) return before;
    Optional<HeldShare> taken = takeShare(plan, revision, wanted);
    if (taken.isEmpty()) {
      emptySince = now;
      emptyUnder = revision;
      return before;
    }
    long may = Math.min(wanted, taken.get().free);
    if (may <= had) return before;
    taken.get().reserve(event, may, now);
    return taken;
  }

  /** The share of which most is reserved for an event. */
  private Optional<HeldShare> most(String event) {
    HeldShare most = null;
    for (HeldShare share : shares)
      if (share.reserved(event) > (most == null ? 0 : most.reserved(event))) most = share;
    return Optional.ofNullable(most);
  }

  private long free() {
    long free = 0;
    for (HeldShare share : shares) free += share.free;
    return free;
  }

  /**
   * What is granted of a share, once it is noted: the note must have come before anybody could have
   * taken the share for left behind.
   */
  private synchronized Optional<Grant> granted(HeldShare share, String event, long wanted) {
    long reserved = share.reserved(event);
    if (reserved > 0 && holds(share))
      return Optional.of(new Grant(Math.min(reserved, wanted), share.number));
    share.reserved.remove(event);
    return Optional.empty();
  }

  /** Whether the share is still this process's; keeps it for longer where its time is near. */
  private boolean holds(HeldShare share) {
    if (!shares.contains(share)) return false;
    long now = clock.nanos().getAsLong();
    if (share.until - now > Budgets.LEASE.toNanos() / 2) return true;
    while (true) {
      Optional<BudgetRecord> found = store.find(key);
      if (found.isEmpty() || !found.get().shares().containsKey(share.number)) {
        shares.remove(share);
        return false;
      }
      long from = clock.nanos().getAsLong();
      Instant until = clock.wall().instant().plus(Budgets.LEASE);
      if (store.put(found.get().kept(share.number, until).next())) {
        share.until = from + Budgets.LEASE.toNanos();
        return true;
      }
    }
  }

  /** Takes a share in exchange for what is free of the others; empty where nothing is left. */
  private Optional<HeldShare> takeShare(BudgetPlan plan, int revision, long wanted) {
    while (true) {
      BudgetRecord found =
          store
              .find(key)
              .orElseGet(() -> BudgetRecord.begin(key, revision, plan.total()))
              .under(revision, plan.total());
      BudgetRecord back = withoutWhatIsFree(found);
      long amount = Math.min(back.left(), Math.max(wanted, back.left() / PARTS));
      if (amount <= 0) return Optional.empty();
      long from = clock.nanos().getAsLong();
      Instant until = clock.wall().instant().plus(Budgets.LEASE);
      if (!replaced(back.taken(amount, until))) continue;
      HeldShare share = new HeldShare(back.version() + 1, amount, from + Budgets.LEASE.toNanos());
      shares.add(share);
      return Optional.of(share);
    }
  }

  private BudgetRecord withoutWhatIsFree(BudgetRecord record) {
    BudgetRecord back = record;
    for (HeldShare share : shares)
      back = back.back(share.number, share.free, share.reserved.isEmpty());
    return back;
  }

  /**
   * Puts a record in which nothing of the shares is free. Until it is known whether it is there,
   * they are not granted from; where that cannot be known, never again.
   */
  private boolean replaced(BudgetRecord record) {
    List<HeldShare> before = List.copyOf(shares);
    shares.clear();
    if (!store.put(record.next())) {
      shares.addAll(before);
      return false;
    }
    for (HeldShare share : before) {
      share.free = 0;
      if (record.shares().containsKey(share.number)) shares.add(share);
      else gone.add(share.number);
    }
    return true;
  }

  /** It is known what an event used. */
  synchronized void decided(String event, Given given) {
    long from = given.shares().getOrDefault(key, 0L);
    long used = given.used().getOrDefault(key, 0L);
    for (HeldShare share : shares) share.used(event, share.number == from ? used : 0);
  }

  /** Events of which it is not known for long what they used. */
  synchronized List<String> undecided(long nanos) {
    long now = clock.nanos().getAsLong();
    List<String> events = new ArrayList<>();
    for (HeldShare share : shares)
      share.reserved.forEach((event, reserved) -> {
        if (now - reserved.since >= nanos) events.add(event);
      });
    return events;
  }

  /** Gives back what is free, where nothing was granted for so long. */
  synchronized void giveBack(long nanos) {
    if (shares.isEmpty() || clock.nanos().getAsLong() - lastUse < nanos) return;
    while (true) {
      Optional<BudgetRecord> found = store.find(key);
      if (found.isEmpty()) return;
      BudgetRecord back = withoutWhatIsFree(found.get());
      if (back.equals(found.get()) || replaced(back)) return;
    }
  }

  /** Forgets the notes of shares that are gone. */
  void forget() {
    List<Long> all;
    synchronized (this) {
      all = List.copyOf(gone);
    }
    for (long share : all) {
      store.forget(key, share);
      synchronized (this) {
        gone.remove(share);
      }
    }
  }

  private synchronized boolean isHeld(long number) {
    return shares.stream().anyMatch(share -> share.number == number);
  }

  /** What could be granted now. */
  synchronized long look(BudgetPlan plan, int revision) {
    long left =
        store
            .find(key)
            .map(found -> found.under(revision, plan.total()).left())
            .orElse(plan.total());
    return Math.max(0, free() + left);
  }

  /** Whether the share was left behind by a process that is gone. */
  boolean isLeft(BudgetRecord record, long number) {
    BudgetRecord.Share share = record.shares().get(number);
    return share != null
        && clock.wall().instant().isAfter(share.until().plus(Budgets.CLOCKS_APART))
        && !isHeld(number);
  }

  /**
   * Removes a share that was left behind: what of it was not used goes back. Does nothing where the
   * record was replaced meanwhile.
   */
  void collect(BudgetRecord record, long number, long used) {
    long back = Objects.requireNonNull(record.shares().get(number)).amount() - used;
    if (!store.put(record.back(number, back, true).next())) return;
    synchronized (this) {
      gone.add(number);
    }
  }
}
