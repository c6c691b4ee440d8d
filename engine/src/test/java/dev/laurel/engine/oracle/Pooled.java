package dev.laurel.engine.oracle;

import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.oracle.Past.Lot;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.PointKind.Expiry;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A member who is in a pool: what is told of it otherwise. */
final class Pooled {
  private final Page page;
  private final LocalDate day;

  Pooled(Page page, LocalDate day) {
    this.page = page;
    this.day = day;
  }

  private boolean isElsewhere(String kind) {
    return page.past.in.isPresent() && page.programming.kind(kind).pooling().isPresent();
  }

  /** Whether what would be taken lies in the pool. */
  boolean refuses(Body body) {
    return switch (body) {
      case Body.Redemption r -> isElsewhere(r.kind());
      case Body.Reservation r -> isElsewhere(r.kind());
      case Body.Transfer t -> isElsewhere(t.kind());
      case Body.Adjustment a -> a.units() < 0 && isElsewhere(a.kind());
      default -> false;
    };
  }

  Optional<String> join(String pool) {
    if (page.past.in.isPresent()) return Optional.of("in-another-pool");
    page.past.in = Optional.of(pool);
    page.decisive.by("a pool joined");
    return Optional.empty();
  }

  Optional<String> leave(String pool) {
    if (!page.past.in.equals(Optional.of(pool))) return Optional.of("not-in-pool");
    page.past.in = Optional.empty();
    page.decisive.by("a pool left");
    return Optional.empty();
  }

  /**
   * What there is goes on to the pool, and what the pool is to give up is said.
   *
   * @param type of the event; empty of what time brought about
   */
  void passOn(String type) {
    if (page.past.in.isEmpty()) return;
    String pool = page.past.in.get();
    for (PointKind kind : page.programming.kinds()) {
      if (kind.pooling().isEmpty()) continue;
      Purses purses = new Purses(page, day);
      long units = purses.available(kind);
      if (units > 0) page.decisive.by("points passed on");
      List<Lot> gone = purses.give(kind, units, 0, "pool");
      Map<Optional<LocalDate>, Long> byDay = new LinkedHashMap<>();
      for (Lot lot : gone) byDay.merge(lot.goneOn(), lot.units(), Long::sum);
      byDay.forEach((lapses, some) -> page.add(Wording.sent(pool, kind.id(), lapses, some)));
      Page.Take take = page.fromPool.get(kind.id());
      if (take != null) {
        page.decisive.by("points to be taken back from a pool");
        page.add(Wording.taken(pool, kind.id(), take.units(), take.earned()));
      }
      if (keeps(kind, type)) {
        page.decisive.by("points of a pool kept by activity");
        page.add(Wording.kept(pool, kind.id(), day));
      }
    }
  }

  private static boolean keeps(PointKind kind, String type) {
    if (!(kind.expiry() instanceof Expiry.Inactivity idle)) return false;
    return idle.events().isEmpty() ? type.equals("purchase") : idle.events().contains(type);
  }
}
