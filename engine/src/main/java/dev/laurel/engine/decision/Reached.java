package dev.laurel.engine.decision;

import dev.laurel.engine.decision.FactsMaker.Reading;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.engine.rulebase.RuleBase;
import dev.laurel.engine.rulebase.RuleBase.Hit;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which tiers a purchase itself reaches, and at which cent. Money that metrics count comes cent by
 * cent; whatever else they count, such as the purchase itself or the points that it earns, comes
 * once it is complete. Not thread-safe.
 *
 * @see "engine/docs/decisions/021-how-rules-meet.md"
 */
final class Reached {
  private final Revision revision;
  private final FactsMaker factsMaker;
  private final Event event;
  private final Working purchase;

  /**
   * A part of the purchase and the rules that apply in it.
   *
   * @param facts of the purchase, with the tiers of this part
   */
  record Part(Stretch stretch, List<Hit> hits, Facts facts, List<Facts> lines) {}

  /**
   * @param purchase the decision on the purchase, of which nothing is changed here
   */
  Reached(Revision revision, FactsMaker factsMaker, Event event, Working purchase) {
    this.revision = revision;
    this.factsMaker = factsMaker;
    this.event = event;
    this.purchase = purchase;
  }

  /**
   * The parts of the purchase in order.
   *
   * @param first the whole purchase as the tiers before it find it
   * @param after whether some rule looks at the tiers after it; what those give comes last
   */
  List<Part> parts(Part first, boolean after) {
    Money money = new Money(first);
    int[] held = ranks(purchase.anew());
    List<Part> parts = new ArrayList<>();
    long from = 0;
    int[] now = held;
    while (from < money.whole && !Arrays.equals(now, money.ranksAt(money.whole))) {
      long to = money.firstOther(from, now);
      parts.add(part(from, to, money.whole, now, first));
      from = to;
      now = money.ranksAt(to);
    }
    int[] last = after ? money.ranksAfter() : now;
    if (parts.isEmpty() && Arrays.equals(held, last)) return List.of(first);
    // Without money that is counted the first part is all of it.
    long whole = Math.max(1, money.whole);
    if (parts.isEmpty() || from < whole) parts.add(part(from, whole, whole, now, first));
    if (after) parts.add(with(new Stretch(Stretch.Which.AFTER, 0, whole, whole), last));
    return parts;
  }

  private Part part(long from, long to, long whole, int[] ranks, Part first) {
    return from == 0
        ? new Part(
            new Stretch(Stretch.Which.BEFORE, 0, to, whole),
            first.hits(),
            first.facts(),
            first.lines())
        : with(new Stretch(Stretch.Which.CENTS, from, to, whole), ranks);
  }

  /** The rules that apply to the purchase by a member who holds other tiers. */
  private Part with(Stretch stretch, int[] ranks) {
    Facts facts = factsMaker.event(purchase.before(), event, purchase.day);
    for (int i = 0; i < ranks.length; i++)
      for (int slot : revision.ladders().get(i).slots()) facts.set(slot, ranks[i]);
    List<Facts> lines = factsMaker.lines(facts, event);
    try (RuleBase.Session session = revision.base().open()) {
      return new Part(stretch, session.event(facts, lines), facts, lines);
    }
  }

  private int[] ranks(Working working) {
    int[] ranks = new int[revision.ladders().size()];
    for (int i = 0; i < ranks.length; i++)
      ranks[i] = revision.ladders().get(i).rankIfAny(working.standing(i).tier()).orElse(0);
    return ranks;
  }

  private int[] judged(Working working) {
    Facts standing = factsMaker.standing(working.state(), working.day, Reading.UP_TO);
    try (RuleBase.Session session = revision.base().open()) {
      TierStep step = new TierStep(working, session.standing(standing));
      for (int i = 0; i < revision.ladders().size(); i++) {
        LadderPlan plan = revision.ladders().get(i);
        if (working.standing(i).beside().granted().isPresent())
          new Granting(working, step).afterEvent(i, plan);
        else step.afterEvent(i, plan);
      }
      return ranks(working);
    }
  }

  /** The money that the purchase brings to metrics, and what is reached by how much of it. */
  private final class Money {
    private final Part first;
    private final long[] counted;
    private final long whole;

    Money(Part first) {
      this.first = first;
      Working working = purchase.anew();
      this.counted = new Counting(working, event, first.facts(), first.lines()).money(first.hits());
      long most = 0;
      for (long units : counted) most = Math.max(most, units);
      this.whole = most;
    }

    /** The tiers once so much of the whole is counted. */
    int[] ranksAt(long part) {
      Working working = purchase.anew();
      for (int i = 0; i < counted.length; i++)
        if (counted[i] != 0)
          working.count(i, revision.metrics().get(i).period(), share(counted[i], part));
      return judged(working);
    }

    /** The tiers once all that the purchase counts is counted. */
    int[] ranksAfter() {
      Working working = purchase.anew();
      new Counting(working, event, first.facts(), first.lines()).count(first.hits());
      return judged(working);
    }

    private long share(long units, long part) {
      return units == whole
          ? part
          : BigInteger.valueOf(units)
              .multiply(BigInteger.valueOf(part))
              .divide(BigInteger.valueOf(whole))
              .longValueExact();
    }

    /** How much must be counted at least until other tiers are held; more than {@code from}. */
    long firstOther(long from, int[] held) {
      long same = from;
      long other = whole;
      while (other - same > 1) {
        long middle = same + (other - same) / 2;
        if (Arrays.equals(ranksAt(middle), held)) same = middle;
        else other = middle;
      }
      return other;
    }
  }
}
