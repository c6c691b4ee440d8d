package dev.laurel.engine.oracle;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.oracle.Past.Account;
import dev.laurel.engine.oracle.Past.Lot;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme.Returns;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What happens to a pool; each way says with which code it is refused. */
final class Shared {
  private static final Optional<String> DONE = Optional.empty();

  private final Page page;
  private final Event event;
  private final LocalDate day;
  private final Purses purses;

  Shared(Page page, Event event, LocalDate day) {
    this.page = page;
    this.event = event;
    this.day = day;
    this.purses = new Purses(page, day);
  }

  /** Whoever is called so is in a pool already. */
  static boolean isElsewhere(String member) {
    return member.startsWith("elsewhere");
  }

  Optional<String> carryOut() {
    return switch (event.body()) {
      case Body.PoolJoin(var by) -> join(by);
      case Body.PoolLeave(var by) -> leave(by);
      case Body.PoolDeclined(var by, var since) -> declined(by, since);
      case Body.PoolPoints(var from, var parts) -> {
        parts.forEach(this::take);
        yield DONE;
      }
      case Body.Redemption r -> redeem(r);
      case Body.Reservation r -> reserve(r);
      case Body.Confirmation(var of) -> confirm(event.source() + " " + of);
      case Body.Cancellation(var of, var why) -> {
        if (!purses.cancel(event.source() + " " + of)) yield Optional.of("no-reservation");
        page.past.askers.remove(event.source() + " " + of);
        yield DONE;
      }
      case Body.Adjustment(var kind, long units, var why) ->
          adjust(page.programming.kind(kind), units);
      case Body.Transfer gift -> new Passing(page, day).give(event, gift);
      case Body.Received gift -> {
        new Passing(page, day).receive(gift);
        yield DONE;
      }
      default -> Optional.of("not-of-a-pool");
    };
  }

  private Optional<String> join(String by) {
    OptionalInt most =
        page.programming.kinds().stream()
            .flatMap(kind -> kind.pooling().stream())
            .mapToInt(PointKind.Pooling::members)
            .min();
    Instant at = event.occurredAt();
    if (most.isEmpty()) return Optional.of("no-pooling");
    if (Passing.isNobody(by)) return Optional.of("unknown-member");
    if (page.past.members.containsKey(by)) return Optional.of("in-this-pool");
    if (isElsewhere(by)) return Optional.of("in-another-pool");
    if (page.past.members.size() == most.getAsInt()) return Optional.of("pool-full");
    if (page.past.left.isPresent() && !at.isAfter(page.past.left.get()))
      return Optional.of("same-instant");
    page.past.members.put(by, at);
    page.decisive.by("a member of a pool");
    page.add(Wording.told(by, "pool-joined"));
    return DONE;
  }

  private Optional<String> leave(String by) {
    Instant since = page.past.members.get(by);
    if (since == null) return Optional.of("not-in-pool");
    if (!event.occurredAt().isAfter(since)) return Optional.of("same-instant");
    page.past.members.remove(by);
    page.past.left = Optional.of(event.occurredAt());
    page.decisive.by("a member gone from a pool");
    page.add(Wording.told(by, "pool-left"));
    return DONE;
  }

  private Optional<String> declined(String by, Instant since) {
    if (!since.equals(page.past.members.get(by))) return Optional.of("not-in-pool");
    page.past.members.remove(by);
    page.decisive.by("a join declined");
    return DONE;
  }

  private void take(Body.PoolPoints.Part part) {
    PointKind kind = page.programming.kind(part.kind());
    if (!part.lots().isEmpty()) new Passing(page, day).receive(kind, part.lots(), "pool");
    if (part.back() > 0) {
      page.decisive.by("points back from a pool");
      purses.lend(kind, part.back());
      purses.give(kind, part.back(), 0, "pool");
    }
    long untaken = page.past.untaken.getOrDefault(kind.id(), 0L);
    if (part.taken() > 0) {
      page.decisive.by("points taken back from a pool");
      long before = page.past.balance(kind.id(), Account.REVERSED);
      List<Returns.Source> from =
          page.programming.pack().programme().returns().map(Returns::from).orElse(List.of());
      purses.takeBack(kind, part.taken(), part.earnedOn(), from);
      long taken = page.past.balance(kind.id(), Account.REVERSED) - before;
      if (taken < part.taken()) page.decisive.by("points that a pool did not give up");
      page.past.untaken.put(kind.id(), untaken + part.taken() - taken);
    }
    if (part.taken() < 0) {
      page.decisive.by("points restored to a pool");
      long never = Math.min(untaken, -part.taken());
      page.past.untaken.put(kind.id(), untaken - never);
      purses.add(kind, -part.taken() - never, Account.REVERSED, "return");
    }
    part.active().ifPresent(on -> purses.keepAlive(kind, on));
  }

  private boolean isStranger(Optional<String> by) {
    return by.isEmpty() || !page.past.members.containsKey(by.get());
  }

  private Optional<String> redeem(Body.Redemption r) {
    if (isStranger(r.by())) return Optional.of("not-in-pool");
    if (r.benefit().isPresent()) return Optional.of("unknown-benefit");
    if (!purses.redeem(page.programming.kind(r.kind()), r.units()))
      return Optional.of("not-enough-points");
    page.add(Wording.told(r.by().get(), "redemption"));
    return DONE;
  }

  private Optional<String> reserve(Body.Reservation r) {
    if (isStranger(r.by())) return Optional.of("not-in-pool");
    if (r.benefit().isPresent()) return Optional.of("unknown-benefit");
    String name = event.source() + " " + event.id();
    if (!purses.reserve(page.programming.kind(r.kind()), r.units(), name))
      return Optional.of("not-enough-points");
    page.past.askers.put(name, r.by().get());
    return DONE;
  }

  private Optional<String> confirm(String name) {
    List<Lot> aside = page.past.aside.getOrDefault(name, List.of());
    if (!purses.confirm(name)) return Optional.of("no-reservation");
    if (!aside.isEmpty()) page.decisive.by("a reservation of a pool confirmed");
    page.add(Wording.told(page.past.askers.remove(name), "redemption"));
    return DONE;
  }

  private Optional<String> adjust(PointKind kind, long units) {
    if (kind.pooling().isEmpty() && units > 0) return Optional.of("not-pooled");
    if (units > 0) purses.add(kind, units, Account.ISSUED, "adjustment");
    else purses.adjust(kind, units);
    return DONE;
  }
}
