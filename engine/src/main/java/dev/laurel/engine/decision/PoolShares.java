package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.Event.Body.PoolPoints;
import dev.laurel.engine.event.Event.Body.Received;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What all decisions on one event together gave to pools, and had them give up. Immutable. */
final class PoolShares {
  static final PoolShares NONE = new PoolShares(new TreeMap<>());

  /** What the name of an event begins with that follows from a correction; no other does. */
  static final String AGAIN = "%~";

  private final SortedMap<Of, PoolShare> sums;

  private record Of(String pool, String kind) implements Comparable<Of> {
    @Override
    public int compareTo(Of other) {
      int order = pool.compareTo(other.pool);
      return order == 0 ? kind.compareTo(other.kind) : order;
    }
  }

  private PoolShares(SortedMap<Of, PoolShare> sums) {
    this.sums = sums;
  }

  /** With what a further decision gave. */
  PoolShares plus(List<PoolShare> shares) {
    if (shares.isEmpty()) return this;
    SortedMap<Of, PoolShare> all = new TreeMap<>(sums);
    for (PoolShare share : shares) {
      Of of = new Of(share.pool(), share.kind());
      PoolShare before = all.getOrDefault(of, new PoolShare(of.pool(), of.kind(), 0, 0));
      PoolShare sum =
          new PoolShare(
              of.pool(),
              of.kind(),
              Math.addExact(before.given(), share.given()),
              Math.addExact(before.taken(), share.taken()),
              share.active().or(before::active));
      if (sum.isNothing()) all.remove(of);
      else all.put(of, sum);
    }
    return new PoolShares(all);
  }

  /** Whether no points are left of it; what was kept alive stays so. */
  boolean areNone() {
    return sums.values().stream().allMatch(sum -> sum.given() == 0 && sum.taken() == 0);
  }

  /** What must come to these for it to be what is decided now. */
  List<PoolShare> upTo(List<PoolShare> now) {
    PoolShares difference = NONE.plus(now.stream().map(this::news).toList());
    for (PoolShare share : sums.values())
      difference =
          difference.plus(
              List.of(new PoolShare(share.pool(), share.kind(), -share.given(), -share.taken())));
    return List.copyOf(difference.sums.values());
  }

  /** The same without an activity that the pool knows of. */
  private PoolShare news(PoolShare now) {
    PoolShare before = sums.get(new Of(now.pool(), now.kind()));
    return before == null || !before.active().equals(now.active())
        ? now
        : new PoolShare(now.pool(), now.kind(), now.given(), now.taken());
  }

  /**
   * What happens to pools by a correction.
   *
   * @param anew how the event is decided now
   * @param more what makes up the difference
   * @param times how often it is decided then
   */
  static List<Event> sent(Decision anew, List<PoolShare> more, int times) {
    Map<String, List<PoolPoints.Part>> byPool = new LinkedHashMap<>();
    for (PoolShare share : more)
      byPool.computeIfAbsent(share.pool(), _ -> new ArrayList<>()).add(part(anew, share));
    List<Event> sent = new ArrayList<>();
    byPool.forEach((pool, parts) -> {
      String number = sent.isEmpty() ? "" + times : times + "." + sent.size();
      sent.add(event(anew, AGAIN + number + ":", pool, parts));
    });
    return sent;
  }

  /** Of what it passes on now, the newest is what makes up the difference. */
  private static PoolPoints.Part part(Decision anew, PoolShare share) {
    Optional<PoolPoints.Part> now =
        anew.sent().stream()
            .filter(event -> event.member().equals(share.pool()))
            .map(Event::body)
            .filter(PoolPoints.class::isInstance)
            .flatMap(body -> ((PoolPoints) body).parts().stream())
            .filter(part -> part.kind().equals(share.kind()))
            .findFirst();
    return new PoolPoints.Part(
        share.kind(),
        now.map(part -> newest(part.lots(), Math.max(0, share.given()))).orElse(List.of()),
        Math.max(0, -share.given()),
        share.taken(),
        now.flatMap(PoolPoints.Part::earnedOn),
        share.active());
  }

  private static List<Received.Given> newest(List<Received.Given> lots, long units) {
    List<Received.Given> newest = new ArrayList<>();
    long left = units;
    for (Received.Given lot : lots.reversed()) {
      long part = Math.min(left, lot.units());
      left -= part;
      if (part > 0)
        newest.addFirst(new Received.Given(lot.earnedOn(), lot.lapsesOn(), lot.follows(), part));
    }
    return newest;
  }

  /** What happens to a pool by what was decided of a member. */
  static Event event(Decision of, String again, String pool, List<PoolPoints.Part> parts) {
    return event(of.event(), of.asOf(), again, pool, new PoolPoints(of.event().member(), parts));
  }

  /**
   * What an event has happen to another account; the same name however often it is made.
   *
   * @param again what the name begins with of a correction
   */
  static Event event(Event of, Instant asOf, String again, String account, Body body) {
    return event(Event.POOL_SOURCE, of, asOf, again, account, body);
  }

  /**
   * The same.
   *
   * @param source one that nobody from elsewhere may call itself
   */
  static Event event(
      String source, Event of, Instant asOf, String again, String account, Body body) {
    // What time brings about is named alike of every member.
    String id =
        of.body() instanceof Body.Due
            ? Event.nameOf(of.source(), of.member() + ":" + of.id())
            : Event.nameOf(of.source(), of.id());
    return new Event(source, again + id, account, asOf, body);
  }
}
