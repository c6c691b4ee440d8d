package dev.laurel.engine.member;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * In which pool a member is; of a pool, who is in it. Immutable.
 *
 * @param in the pool; empty of a pool itself, and of a member who is in none
 * @param changed when the member came into a pool or went from one last; of a pool, when somebody
 *     went last; {@link Instant#MIN} before that
 * @param members of a pool, since when each is in it
 * @param asked of a pool, who will spend what each open reservation set aside and for what, by its
 *     name
 * @param untaken of a pool, what of each kind it was to give up for returns and did not, since it
 *     had lapsed or was forgiven; above 0, in the kind's unit
 */
public record Pooling(
    Optional<String> in,
    Instant changed,
    SortedMap<String, Instant> members,
    SortedMap<String, Asked> asked,
    SortedMap<String, Long> untaken) {
  public static final Pooling NONE =
      new Pooling(
          Optional.empty(),
          Instant.MIN,
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap());

  /**
   * Who asked for what a reservation of a pool sets aside.
   *
   * @param by the member
   * @param benefit for which it is, where it is for one
   */
  public record Asked(String by, Optional<String> benefit) {}

  public Pooling {
    members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    asked = Collections.unmodifiableSortedMap(new TreeMap<>(asked));
    untaken = Collections.unmodifiableSortedMap(new TreeMap<>(untaken));
  }

  /** Of a member who came into a pool then. */
  public Pooling into(String pool, Instant at) {
    return new Pooling(Optional.of(pool), at, members, asked, untaken);
  }

  /** Of a member who went from the pool then. */
  public Pooling out(Instant at) {
    return new Pooling(Optional.empty(), at, members, asked, untaken);
  }

  /** Of a pool with one more member since then. */
  public Pooling with(String member, Instant since) {
    SortedMap<String, Instant> more = new TreeMap<>(members);
    more.put(member, since);
    return new Pooling(in, changed, more, asked, untaken);
  }

  /** Of a pool from which a member went then. */
  public Pooling without(String member, Instant at) {
    SortedMap<String, Instant> fewer = new TreeMap<>(members);
    fewer.remove(member);
    return new Pooling(in, at, fewer, asked, untaken);
  }

  /** Of a pool in which a member asked for what a reservation of this name sets aside. */
  public Pooling asking(String reservation, String member, Optional<String> benefit) {
    SortedMap<String, Asked> more = new TreeMap<>(asked);
    more.put(reservation, new Asked(member, benefit));
    return new Pooling(in, changed, members, more, untaken);
  }

  /** Of a pool in which a reservation is open no more. */
  public Pooling done(String reservation) {
    SortedMap<String, Asked> fewer = new TreeMap<>(asked);
    fewer.remove(reservation);
    return new Pooling(in, changed, members, fewer, untaken);
  }

  /** Of a pool that was to give up so many units more of a kind, and did not; or so many less. */
  public Pooling untaken(String kind, long more) {
    if (more == 0) return this;
    SortedMap<String, Long> all = new TreeMap<>(untaken);
    all.merge(kind, more, Math::addExact);
    all.values().removeIf(units -> units == 0);
    return new Pooling(in, changed, members, asked, all);
  }

  /** When anybody came or went last; {@link Instant#MIN} where nobody ever did. */
  public Instant lastChange() {
    Instant last = changed;
    for (Instant since : members.values()) if (since.isAfter(last)) last = since;
    return last;
  }
}
