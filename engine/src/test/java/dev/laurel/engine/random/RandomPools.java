package dev.laurel.engine.random;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.Event.Body.PoolPoints;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.PointKind.Expiry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What happens to a random pool. */
final class RandomPools {
  private static final String POOL = Event.POOL + "x";
  private static final List<String> MEMBERS = List.of("ann", "ben", "cid", "dee");

  private final Dice dice;
  private final RandomInstants instants;
  private final ZoneId zone;
  private final List<PointKind> kinds;
  private final List<Event> reserved = new ArrayList<>();
  private final Map<String, Instant> joined = new TreeMap<>();

  /**
   * Whether some of its points are set aside; then none come from members, since lots that were one
   * day one and lie about something that was set aside then are one in the engine only.
   */
  private final boolean reserves;

  RandomPools(Dice dice, Pools pools, Pack pack) {
    this.dice = dice;
    this.instants = new RandomInstants(dice, pools, pack.programme().zone());
    this.zone = pack.programme().zone();
    this.kinds = pack.programme().pointKinds();
    this.reserves = dice.chance(40);
  }

  /** Some events in their order. */
  List<Event> events() {
    List<Event> events = new ArrayList<>();
    int count = dice.between(8, 30);
    for (int i = 0; i < count; i++) {
      Instant at = i == 0 ? instants.first() : instants.next();
      Body body = i < 2 || dice.chance(22) ? coming(at) : body(at);
      String source = body instanceof PoolPoints ? Event.POOL_SOURCE : "shop";
      if (!reserved.isEmpty() && dice.chance(30)) {
        String of = (dice.chance(70) ? reserved.getLast() : dice.pick(reserved)).id();
        body = dice.chance(75) ? new Body.Confirmation(of) : new Body.Cancellation(of, "why");
        source = "shop";
      }
      Event event = new Event(source, String.valueOf(i), POOL, at, body);
      events.add(event);
      if (body instanceof Body.Reservation) reserved.add(event);
    }
    events.sort(Event.ORDER);
    return List.copyOf(events);
  }

  /** Who comes and goes, or cannot come after all. */
  private Body coming(Instant at) {
    int chance = dice.between(1, 100);
    if (chance <= 72) {
      String by = dice.pick("ann", "ben", "cid", "nobody", "elsewhere", dice.pick(MEMBERS));
      if (MEMBERS.contains(by)) joined.putIfAbsent(by, at);
      return new Body.PoolJoin(by);
    }
    String by = dice.pick(MEMBERS);
    if (chance <= 86) {
      joined.remove(by);
      return new Body.PoolLeave(by);
    }
    return new Body.PoolDeclined(by, joined.getOrDefault(by, at));
  }

  private Body body(Instant at) {
    LocalDate today = at.atZone(zone).toLocalDate();
    int chance = dice.between(1, 100);
    Optional<PointKind> pooled = pooled();
    if (chance <= (reserves ? 20 : 40) && pooled.isPresent()) return points(today, pooled.get());
    if (chance <= 55 && reserves)
      return new Body.Adjustment(kind().id(), dice.pick(10L, 50L, 120L), "why");
    if (chance <= 60)
      return new Body.Redemption(
          kind().id(), dice.pick(1L, 5L, 30L, 200L), Optional.empty(), Optional.of(by()));
    if (chance <= 78 && reserves)
      return new Body.Reservation(
          kind().id(), dice.pick(1L, 1L, 1L, 2L), Optional.empty(), Optional.of(by()));
    if (chance <= 88)
      return new Body.Adjustment(
          kind().id(), dice.pick(10L, 50L, 120L, 0L, -1L, -30L, -200L), "why");
    if (chance <= 94)
      return new Body.Transfer(
          kind().id(), dice.pick(1L, 2L, 5L), dice.pick("other", "nobody", POOL, "pool:y"));
    if (chance <= 98 && !reserves && pooled.isPresent())
      return new Body.Received(pooled.get().id(), "other", lots(today, pooled.get()));
    return new Body.Change(Map.of());
  }

  /** Most often one who came. */
  private String by() {
    return joined.isEmpty() || dice.chance(15)
        ? dice.pick(MEMBERS)
        : dice.pick(List.copyOf(joined.keySet()));
  }

  /** One that is pooled, where there is any. */
  private PointKind kind() {
    List<PointKind> pooled = kinds.stream().filter(kind -> kind.pooling().isPresent()).toList();
    return pooled.isEmpty() || dice.chance(5) ? dice.pick(kinds) : dice.pick(pooled);
  }

  private Optional<PointKind> pooled() {
    List<PointKind> pooled = kinds.stream().filter(kind -> kind.pooling().isPresent()).toList();
    return pooled.isEmpty() ? Optional.empty() : Optional.of(dice.pick(pooled));
  }

  private Body points(LocalDate today, PointKind kind) {
    boolean gives = !reserves && dice.chance(70);
    long taken = dice.chance(50) ? dice.pick(1L, 5L, 40L, 300L, 900L, -1L, -4L, -20L) : 0;
    return new PoolPoints(
        by(),
        List.of(
            new PoolPoints.Part(
                kind.id(),
                gives ? lots(today, kind) : List.of(),
                dice.chance(12) ? dice.pick(1L, 8L, 60L) : 0,
                taken,
                taken > 0 && dice.chance(70)
                    ? Optional.of(today.minusDays(dice.pick(0, 1, 20, 80)))
                    : Optional.empty(),
                kind.expiry() instanceof Expiry.Inactivity && dice.chance(40)
                    ? Optional.of(today.minusDays(dice.pick(0, 0, 3)))
                    : Optional.empty())));
  }

  /** Points that members earned, on days on which the kind has them lapse or others. */
  private List<Body.Received.Given> lots(LocalDate today, PointKind kind) {
    boolean never = !(kind.expiry() instanceof Expiry.Inactivity) && dice.chance(30);
    return dice.times(
        dice.between(1, 2),
        () ->
            new Body.Received.Given(
                today.minusDays(dice.pick(0, 1, 20, 80)),
                never
                    ? Optional.empty()
                    : Optional.of(today.plusDays(dice.pick(-1, 0, 1, 5, 40, 300))),
                false,
                dice.pick(1L, 5L, 30L, 250L)));
  }
}
