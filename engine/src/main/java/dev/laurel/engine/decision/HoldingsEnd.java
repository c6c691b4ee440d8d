package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Benefits.What;
import dev.laurel.engine.member.Holdings.Entitlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The day on which something ends that a member holds.
 *
 * @see "engine/docs/decisions/069-benefits.md"
 */
final class HoldingsEnd {
  private HoldingsEnd() {}

  /** What lapses on this day, and what was set aside and nobody confirmed. */
  static void come(Working working) {
    Map<String, Long> lapsed = new TreeMap<>();
    List<Entitlement> left = new ArrayList<>();
    for (Entitlement each : working.holdings().entitlements())
      if (each.holds(working.day)) left.add(each);
      else lapsed.merge(each.benefit(), 1L, Long::sum);
    if (!lapsed.isEmpty()) working.holdings(working.holdings().with(left));
    lapsed.forEach((benefit, count) -> {
      Benefits.count(working, benefit, What.EXPIRED, count);
      working.findings.add(new Finding.Lapsed("benefits/" + benefit, benefit, count));
    });
    working
        .holdings()
        .holds()
        .forEach((name, hold) -> {
          if (hold.until().map(working.day::isBefore).orElse(true)) return;
          working.holdings(working.holdings().without(name));
          if (working.purse(hold.kind()).reservedBy(hold.source(), hold.event()).isPresent())
            new Points(working)
                .giveBack(
                    working.revision.kind(hold.kind()), hold.source(), hold.event(), "timeout");
        });
  }
}
