package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.EarningGroup.Limit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Whether ceilings are numbers that what they limit can reach. */
final class LimitCheck {
  private final Inspection in;

  LimitCheck(Inspection in) {
    this.in = in;
  }

  /**
   * @param kinds the kinds of points that are limited; where none is known any decimals are taken
   */
  void check(List<Limit> limits, Collection<String> kinds, Place at) {
    at.each(
        limits,
        Limit::id,
        (place, limit) -> {
          Place most = place.of("atMost");
          switch (limit.of()) {
            case TIMES -> LiteralCheck.decimals(limit.atMost(), 0, "a count", most, in.sink());
            case POINTS -> finest(kinds).ifPresent(kind -> in.points(kind, limit.atMost(), most));
          }
        });
  }

  /** Of several kinds the one with the most decimal places. */
  Optional<String> finest(Collection<String> kinds) {
    return kinds.stream()
        .filter(id -> in.kind(id).isPresent())
        .max((a, b) -> Integer.compare(decimals(a), decimals(b)));
  }

  private int decimals(String kind) {
    return in.kind(kind).map(Inspection::decimals).orElse(0);
  }
}
