package dev.laurel.engine.oracle;

import static dev.laurel.rules.language.Outcome.PerAmount.Crossing.FROM_THAT_CENT;
import static dev.laurel.rules.language.Outcome.PerAmount.Crossing.TIER_AFTER;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.oracle.Past.Held;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Outcome.PerAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A purchase coin by coin: which tiers are held while it is counted. */
final class Crossing {
  private final Page page;
  private final LocalDate day;
  private final Event event;
  private final Past before;
  private final List<String> segments;
  private final Known known;

  Crossing(Page page, LocalDate day, Event event, Past before) {
    this.page = page;
    this.day = day;
    this.event = event;
    this.before = before;
    this.segments = new Member(page.programming, before, day, true).segments();
    this.known = known(before);
  }

  /**
   * A part of a purchase.
   *
   * @param known what is known in it: the tiers may be others
   * @param from which share of the purchase lies before it
   * @param to which share lies before its end
   */
  record Part(Known known, Which which, Ratio from, Ratio to) {
    static Part all(Known known) {
      return new Part(known, Which.ALL, Ratio.ZERO, Ratio.of(1));
    }
  }

  enum Which {
    ALL,
    FIRST,
    LATER,
    AFTER
  }

  /** The parts in order; one where the purchase reaches nothing. */
  List<Part> parts() {
    if (!event.type().equals("purchase") || !(isAny(FROM_THAT_CENT) || isAny(TIER_AFTER)))
      return List.of(Part.all(known));
    Map<String, BigDecimal> money = money();
    BigInteger whole =
        money.values().stream()
            .map(BigDecimal::unscaledValue)
            .max(BigInteger::compareTo)
            .orElse(BigInteger.ZERO);
    Map<String, String> held = tiers(before);
    Map<String, String> last = whole.signum() == 0 ? held : tiersAt(money, whole, whole);
    List<BigInteger> ends = new ArrayList<>();
    Map<String, String> now = held;
    BigInteger from = BigInteger.ZERO;
    while (!now.equals(last) && from.compareTo(whole) < 0) {
      BigInteger coin = firstOther(money, from, whole, now);
      ends.add(coin);
      now = tiersAt(money, coin, whole);
      from = coin;
    }
    Map<String, String> after = isAny(TIER_AFTER) ? tiersAfter() : now;
    if (ends.isEmpty() && after.equals(held)) return List.of(Part.all(known));
    // Without money that is counted the first part is all of it.
    BigInteger all = whole.max(BigInteger.ONE);
    if (ends.isEmpty() || ends.getLast().compareTo(all) < 0) ends.add(all);
    return told(money, ends, all, held, after);
  }

  private List<Part> told(
      Map<String, BigDecimal> money,
      List<BigInteger> ends,
      BigInteger whole,
      Map<String, String> held,
      Map<String, String> after) {
    List<Part> parts = new ArrayList<>();
    BigInteger from = BigInteger.ZERO;
    Map<String, String> now = held;
    for (BigInteger end : ends) {
      Which which = from.signum() == 0 ? Which.FIRST : Which.LATER;
      parts.add(new Part(with(now), which, share(from, whole), share(end, whole)));
      if (end.compareTo(whole) < 0) now = tiersAt(money, end, whole);
      from = end;
    }
    if (isAny(TIER_AFTER)) parts.add(new Part(with(after), Which.AFTER, Ratio.ZERO, Ratio.of(1)));
    return parts;
  }

  /** Whether a rule gives in this way. */
  private boolean isAny(PerAmount.Crossing crossing) {
    return Stream.concat(
            page.programming.pack().earning().stream().flatMap(group -> group.rules().stream()),
            page.programming.pack().campaigns().stream()
                .filter(Campaign::active)
                .flatMap(campaign -> campaign.allRules().stream()))
        .filter(EarningRule::active)
        .flatMap(rule -> rule.then().stream())
        .anyMatch(outcome -> outcome instanceof PerAmount rate && rate.crossing() == crossing);
  }

  private static Ratio share(BigInteger part, BigInteger whole) {
    return part.equals(whole.max(BigInteger.ONE))
        ? Ratio.of(1)
        : Ratio.of(new BigDecimal(part)).over(Ratio.of(new BigDecimal(whole)));
  }

  /** The first coin with which other tiers are held. */
  private BigInteger firstOther(
      Map<String, BigDecimal> money, BigInteger from, BigInteger to, Map<String, String> held) {
    if (to.subtract(from).equals(BigInteger.ONE)) return to;
    BigInteger middle = from.add(to).shiftRight(1);
    return tiersAt(money, middle, to(money)).equals(held)
        ? firstOther(money, middle, to, held)
        : firstOther(money, from, middle, held);
  }

  private static BigInteger to(Map<String, BigDecimal> money) {
    return money.values().stream()
        .map(BigDecimal::unscaledValue)
        .max(BigInteger::compareTo)
        .orElseThrow();
  }

  /** What the purchase adds to metrics of money, in its smallest coins. */
  private Map<String, BigDecimal> money() {
    Map<String, BigDecimal> money = new TreeMap<>();
    Counting counting = counting(new Page(page.programming, before.copy()));
    for (Metric metric : page.programming.metrics())
      if (metric.counts() instanceof Metric.Count.Spend)
        money.put(metric.id(), counting.more(metric).setScale(page.programming.decimals()));
    return money;
  }

  private Counting counting(Page scratch) {
    return new Counting(scratch, day, event, known, new Earning(scratch, day));
  }

  /** The tiers once so many coins of the whole are counted; each metric has its share. */
  private Map<String, String> tiersAt(
      Map<String, BigDecimal> money, BigInteger coins, BigInteger whole) {
    Past past = before.copy();
    money.forEach((metric, much) -> {
      BigInteger part = much.unscaledValue().multiply(coins).divide(whole);
      if (part.signum() != 0)
        past.count("metric/" + metric, day, new BigDecimal(part, page.programming.decimals()));
    });
    return judged(past);
  }

  private Map<String, String> tiersAfter() {
    Past past = before.copy();
    counting(new Page(page.programming, past)).count();
    return judged(past);
  }

  private Map<String, String> judged(Past past) {
    Page scratch = new Page(page.programming, past);
    new Ladders(scratch, past.copy(), day, true).afterEvent();
    return tiers(past);
  }

  private static Map<String, String> tiers(Past past) {
    Map<String, String> tiers = new TreeMap<>();
    past.shown.forEach((ladder, held) -> tiers.put(ladder, held.tier()));
    return tiers;
  }

  private Known with(Map<String, String> tiers) {
    Past past = before.copy();
    tiers.forEach((ladder, tier) -> {
      Held held = past.shown.get(ladder);
      past.shown.put(ladder, new Held(tier, held.since(), held.until()));
    });
    return known(past);
  }

  private Known known(Past past) {
    // Segments stay what they were before the purchase, whichever tier it reaches.
    Member member = new Member(page.programming, past, day, true).assuming(segments);
    return Known.of(page.programming, member, event);
  }
}
