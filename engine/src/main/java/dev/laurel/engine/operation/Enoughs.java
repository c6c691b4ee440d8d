package dev.laurel.engine.operation;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.explain.Shortfalls;
import dev.laurel.engine.explain.Verdict;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.member.MemberState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the rules that a somewhat larger purchase would have met. Nothing is guessed: the larger
 * purchase is tried, and told only where the rule then gives something. Immutable and thread-safe.
 */
final class Enoughs {
  /** So many rules are tried again for one event at most. */
  private static final int MOST = 8;

  private final Trying trying;
  private final Timeline timeline;

  Enoughs(Trying trying, Timeline timeline) {
    this.trying = trying;
    this.timeline = timeline;
  }

  List<Tried.Enough> of(MemberState before, Event event, List<Verdict> verdicts) {
    if (!(event.body() instanceof Body.Purchase purchase)) return List.of();
    int decimals = trying.revision().currencyDecimals();
    List<Tried.Enough> all = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      if (all.size() == MOST) break;
      Optional<BigDecimal> more =
          Shortfalls.of(verdict, BigDecimal.valueOf(purchase.amount(), decimals), decimals);
      if (more.isEmpty()) continue;
      Event larger = larger(event, purchase, more.get().movePointRight(decimals).longValueExact());
      trying.verdicts(timeline, before, larger).stream()
          .filter(each -> each.rule().equals(verdict.rule()) && !each.gifts().isEmpty())
          .findFirst()
          .ifPresent(each -> all.add(new Tried.Enough(verdict.rule(), more.get(), each.gifts())));
    }
    return all;
  }

  /** The same purchase with so much more on its last line, or on its amount where it has none. */
  private static Event larger(Event event, Body.Purchase purchase, long more) {
    List<Event.Line> lines = new ArrayList<>(purchase.lines());
    if (!lines.isEmpty()) {
      Event.Line last = lines.removeLast();
      lines.add(new Event.Line(last.amount() + more, last.quantity(), last.attributes()));
    }
    Body larger =
        new Body.Purchase(
            purchase.amount() + more,
            purchase.tax(),
            purchase.shipping(),
            purchase.discount(),
            purchase.paidWithPoints(),
            purchase.paidWithGiftCard(),
            purchase.quantity(),
            lines,
            purchase.attributes());
    return new Event(event.source(), event.id(), event.member(), event.occurredAt(), larger);
  }
}
