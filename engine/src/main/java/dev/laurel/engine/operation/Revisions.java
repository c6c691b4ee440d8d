package dev.laurel.engine.operation;

import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Population;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.recording.InForce;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.revision.Succession;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.pack.PackReader;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The revisions of a store, each made ready once. Thread-safe.
 *
 * <p>Several processes may decide by them. Each reads the list again and again; one that has not
 * read it within {@link #LEASE} reads it before it decides anything more. A revision comes into
 * force no sooner than {@link #NOTICE} after it was added, so that each process that then decides
 * knows it.
 *
 * @see "engine/docs/decisions/035-one-revision-after-the-other.md"
 */
final class Revisions implements InForce {
  /** For so long after the list was read it may be decided by it. */
  static final Duration LEASE = Duration.ofSeconds(3);

  /**
   * So much after it was added a revision comes into force: the lease, and how far clocks differ.
   */
  static final Duration NOTICE = LEASE.plusSeconds(2);

  /** After so long somebody reads the list again; the others need not wait for it. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  /**
   * What was read.
   *
   * @param atNanos when the reading began
   */
  private record Known(List<RevisionStore.Head> heads, Timeline timeline, long atNanos) {
    RevisionStore.Head inForce(Instant at) {
      RevisionStore.Head found = heads.getFirst();
      for (RevisionStore.Head head : heads) if (!head.inForceSince().isAfter(at)) found = head;
      return found;
    }
  }

  private final RevisionStore store;
  private final Population population;
  private final LongSupplier nanos;
  private final Map<String, Told> ready = new ConcurrentHashMap<>();
  private final Map<Integer, Fold> folds = new ConcurrentHashMap<>();
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Known known;

  private Revisions(RevisionStore store, Population population, LongSupplier nanos) {
    this.store = store;
    this.population = population;
    this.nanos = nanos;
    long now = nanos.getAsLong();
    List<RevisionStore.Head> heads = heads();
    this.known = new Known(heads, timeline(heads), now);
  }

  /**
   * Opens them; a pack that is handed to an empty store is put in force as its first revision.
   *
   * @param population asked by segments that look at all members together
   * @param nanos a clock that only goes forward
   * @throws NotOpenedException when there is no revision and no pack, or another revision is in
   *     force than the pack that is named
   */
  static Revisions open(
      RevisionStore store,
      Population population,
      Optional<PackResult.Read> pack,
      Instant now,
      LongSupplier nanos) {
    // What comes first of two that start at once is in force; the other is told below.
    if (pack.isPresent() && store.heads().isEmpty())
      store.append(stored(pack.get(), Revision.of(pack.get().pack(), pack.get().digest()), 1, now));
    if (store.heads().isEmpty())
      throw new NotOpenedException(
          """
          The programme was not started: its store is empty and no rule pack is named.
          Without one nothing can be decided.
          Name a pack, such as samples/cafe.\
          """);
    Revisions revisions = new Revisions(store, population, nanos);
    RevisionStore.Head inForce = revisions.known.inForce(now);
    pack.filter(named -> !named.digest().equals(inForce.digest()))
        .ifPresent(named -> {
          throw otherInForce(named, inForce);
        });
    revisions.told(now);
    return revisions;
  }

  private static NotOpenedException otherInForce(
      PackResult.Read named, RevisionStore.Head inForce) {
    return new NotOpenedException(
        """
        The programme was not started: another revision is in force than the pack that was named.
        In force is revision %d with the digest %s; the pack %s %s has %s.
        Start without naming a pack to go on with what is in force, or give the other one a store of its own.\
        """
            .formatted(
                inForce.number(),
                inForce.digest(),
                named.pack().pack().id(),
                named.pack().pack().version(),
                named.digest()));
  }

  private static StoredRevision stored(
      PackResult.Read pack, Revision revision, int number, Instant from) {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try {
      PackWriter.writeZip(revision.pack(), zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new StoredRevision(number, pack.digest(), from, zip.toByteArray());
  }

  private List<RevisionStore.Head> heads() {
    return store.heads().stream().filter(head -> !head.withdrawn()).toList();
  }

  private Timeline timeline(List<RevisionStore.Head> heads) {
    Timeline timeline = Timeline.of(fold(heads.getFirst()));
    for (RevisionStore.Head head : heads.subList(1, heads.size()))
      timeline = timeline.with(head.inForceSince(), () -> fold(head));
    return timeline;
  }

  private Fold fold(RevisionStore.Head head) {
    return folds.computeIfAbsent(
        head.number(), number -> new Fold(of(head.digest()).revision(), number, population));
  }

  @Override
  public Timeline timeline() {
    long age = nanos.getAsLong() - known.atNanos();
    if (age > LEASE.toNanos()) return confirmed();
    if (age > FRESH.toNanos() && reading.tryLock())
      try {
        read();
      } finally {
        reading.unlock();
      }
    return known.timeline();
  }

  @Override
  public Timeline confirmed() {
    long asked = nanos.getAsLong();
    reading.lock();
    try {
      // Whoever waited may find it read meanwhile.
      if (known.atNanos() - asked <= 0) read();
      return known.timeline();
    } finally {
      reading.unlock();
    }
  }

  private void read() {
    long now = nanos.getAsLong();
    List<RevisionStore.Head> heads = heads();
    Known before = known;
    boolean same = heads.equals(before.heads());
    known = new Known(heads, same ? before.timeline() : timeline(heads), now);
  }

  /**
   * Publishes a pack as the next revision.
   *
   * @param at when it shall come into force; it does not before {@link #NOTICE} from now
   * @throws dev.laurel.engine.revision.NotEvaluatedException when it uses what is not evaluated yet
   */
  Publication publish(PackResult.Read pack, Optional<Instant> at, Instant now) {
    Revision revision = Revision.of(pack.pack(), pack.digest());
    Instant soonest = now.plus(NOTICE);
    Instant from = at.filter(soonest::isBefore).orElse(soonest);
    while (true) {
      List<RevisionStore.Head> all = store.heads();
      RevisionStore.Head last =
          all.stream().filter(head -> !head.withdrawn()).reduce((a, b) -> b).orElseThrow();
      List<Fault> faults = faults(pack, last, from);
      if (!faults.isEmpty()) return new Publication.Refused(faults);
      StoredRevision next = stored(pack, revision, all.getLast().number() + 1, from);
      if (!store.append(next)) continue;
      confirmed();
      return new Publication.Published(next);
    }
  }

  private List<Fault> faults(PackResult.Read pack, RevisionStore.Head last, Instant from) {
    if (pack.digest().equals(last.digest()))
      return List.of(
          Fault.at(
              "nothing-changed",
              "",
              pack.digest(),
              "The pack is the same as revision %d.".formatted(last.number()),
              "Change something first."));
    if (!last.inForceSince().isBefore(from))
      return List.of(
          Fault.at(
              "later-one-waits",
              "",
              last.inForceSince().toString(),
              "Revision %d is to come into force at %s, after this one."
                  .formatted(last.number(), last.inForceSince()),
              "Withdraw that one first, or choose a later time."));
    return Succession.faults(of(last.digest()).revision().pack(), pack.pack());
  }

  /** What came of withdrawing a revision. */
  enum Withdrawal {
    WITHDRAWN,
    UNKNOWN,
    TOO_LATE
  }

  /** Withdraws a revision that is not in force yet; one that was before stays so. */
  Withdrawal withdraw(int number, Instant now) {
    Optional<RevisionStore.Head> head =
        store.heads().stream().filter(h -> h.number() == number).findFirst();
    if (head.isEmpty()) return Withdrawal.UNKNOWN;
    if (head.get().withdrawn()) return Withdrawal.WITHDRAWN;
    if (!head.get().inForceSince().isAfter(now.plus(NOTICE))) return Withdrawal.TOO_LATE;
    store.withdraw(number);
    confirmed();
    return Withdrawal.WITHDRAWN;
  }

  /** Those that are not withdrawn, in their order, as they are known. */
  List<RevisionStore.Head> all() {
    timeline();
    return known.heads();
  }

  /** The one in force at this instant. */
  RevisionStore.Head inForce(Instant at) {
    return known.inForce(at);
  }

  /** The number of the first revision with this digest; 0 where none is known. */
  int number(String digest) {
    for (RevisionStore.Head head : known.heads())
      if (head.digest().equals(digest)) return head.number();
    return 0;
  }

  /** The whys of the one in force at this instant. */
  Told told(Instant at) {
    return of(known.inForce(at).digest());
  }

  /** What is known of all members together. */
  Population population() {
    return population;
  }

  /** The fold of the one in force at this instant. */
  Fold fold(Instant at) {
    return fold(known.inForce(at));
  }

  /** A revision with its pack as it is kept. */
  Optional<StoredRevision> find(int number) {
    return store.find(number);
  }

  /** The first revision with this digest as it is kept, a withdrawn one too. */
  Optional<StoredRevision> find(String digest) {
    return store.find(digest);
  }

  /**
   * The revision with this digest.
   *
   * @throws IllegalStateException when the store does not have it, or holds something else for it
   */
  Told of(String digest) {
    Told told = ready.get(digest);
    if (told != null) return told;
    StoredRevision stored =
        store
            .find(digest)
            .orElseThrow(() ->
                new IllegalStateException(
                    "The store has no revision with the digest %s.".formatted(digest)));
    return ready.computeIfAbsent(digest, _ -> new Told(read(stored)));
  }

  private static Revision read(StoredRevision stored) {
    PackResult result;
    try {
      result = PackReader.readZip(new ByteArrayInputStream(stored.pack()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return switch (result) {
      case PackResult.Refused(var faults) ->
          throw unreadable(
              stored, faults.stream().map(Fault::toString).collect(Collectors.joining(" ")));
      case PackResult.Read(var pack, var digest) -> {
        if (!digest.equals(stored.digest()))
          throw unreadable(stored, "Its content has the digest %s.".formatted(digest));
        yield Revision.of(pack, digest);
      }
    };
  }

  private static NotOpenedException unreadable(StoredRevision stored, String why) {
    return new NotOpenedException(
        """
        Revision %d in the store cannot be read, so nothing can be decided by it. %s
        Start the Laurel that put it in force, or restore a backup.\
        """
            .formatted(stored.number(), why));
  }
}
