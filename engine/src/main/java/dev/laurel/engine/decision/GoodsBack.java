package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.revision.MetricPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Metric.Count;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme.Returns;
import dev.laurel.rules.language.Rounding;
import dev.laurel.rules.vocabulary.HiddenMetrics;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Takes back what a purchase gave when its goods come back: in proportion, each part once.
 *
 * <p>The goods that are kept keep their share of what was earned, rounded as the kind of points
 * rounds; the rest is taken, less what earlier returns took. So several returns together take what
 * one of all their goods would, nothing is taken twice, and nobody is left with more than the goods
 * they keep would have earned. Where the purchase is not known, the same is done with all that the
 * member ever bought and keeps.
 *
 * @see "engine/docs/decisions/027-returns.md"
 */
final class GoodsBack {
  private final Working working;
  private final Event event;
  private final Body.Return back;
  private final Optional<Bought> bought;
  private final Revision revision;
  private final List<Lapses> following;

  /**
   * @param bought what is known of the purchase that is named
   * @param following of the revision
   */
  GoodsBack(
      Working working,
      Event event,
      Body.Return back,
      Optional<Bought> bought,
      List<Lapses> following) {
    this.following = following;
    this.working = working;
    this.event = event;
    this.back = back;
    this.bought = bought;
    this.revision = working.revision;
  }

  /** Why not; empty where nothing stands in the way. */
  Optional<Refusal> refusal() {
    Optional<Returns> terms = revision.pack().programme().returns();
    if (terms.isEmpty())
      return no(
          "no-returns",
          "the programme does not say what a return takes back. Say it under programme/returns.");
    if (back.amount() < 0) return no("negative-return", "the amount returned is below zero.");
    if (bought.isEmpty())
      return switch (terms.get().unknown()) {
        case NEWEST_LOTS -> Optional.empty();
        case REFUSE ->
            no(
                "unknown-purchase",
                "the member has no purchase %s of %s."
                    .formatted(back.of().orElse("that is named"), event.source()));
      };
    if (!bought.get().isPurchase())
      return no(
          "not-a-purchase",
          "%s is no purchase that was carried out (%s); only goods that were bought can come back."
              .formatted(bought.get().event(), bought.get().type()));
    if (back.amount() > bought.get().left())
      return no(
          "more-than-bought",
          "%s of %s is still to be returned of the purchase %s, not %s."
              .formatted(
                  money(bought.get().left()),
                  money(bought.get().amount()),
                  bought.get().event(),
                  money(back.amount())));
    return Optional.empty();
  }

  private Optional<Refusal> no(String code, String why) {
    return Optional.of(
        new Refusal(code, "The return %s was refused: %s".formatted(event.id(), why)));
  }

  private String money(long minor) {
    return BigDecimal.valueOf(minor, revision.currencyDecimals()).toPlainString();
  }

  /**
   * Takes it back.
   *
   * @param like asked where the purchase is not known: what buying the goods now would count, by
   *     metric
   */
  void carryOut(Supplier<Map<String, Long>> like) {
    Returns terms = revision.pack().programme().returns().orElseThrow();
    Map<String, Long> taken = new TreeMap<>();
    for (PointKind kind : revision.pack().programme().pointKinds()) {
      long units = bought.map(of -> ofPurchase(of, kind)).orElseGet(() -> ofAll(kind));
      taken.put(kind.id(), units);
      forget(working.purse(kind.id()), units);
      if (terms.share() == Returns.Share.PROPORTION && units > 0)
        new Points(working)
            .takeBack(kind, units, bought.map(Bought::judgedOn), terms.from(), following);
    }
    if (terms.share() == Returns.Share.PROPORTION) bought.ifPresent(this::ofOthers);
    correct(terms.metrics(), like, taken);
  }

  /** What the purchase gave the other side of a referral goes back in the same proportion. */
  private void ofOthers(Bought of) {
    for (OtherShare share : of.others()) {
      long units = newly(of, share.units(), revision.kind(share.kind()).rounding());
      if (units > 0) working.give(share.with(-units));
    }
  }

  private long ofPurchase(Bought of, PointKind kind) {
    return newly(of, of.earned().getOrDefault(kind.id(), 0L), kind.rounding());
  }

  /** Of all that the member bought and keeps; no more than that can come back. */
  private long ofAll(PointKind kind) {
    Purse.Buying all = working.purse(kind.id()).buying();
    if (all.amount() <= 0) return 0;
    Fraction left = Fraction.of(Math.max(0, all.amount() - back.amount()), all.amount());
    return all.units() - left.times(all.units()).round(kind.rounding());
  }

  /** What came back is not kept any more. */
  private void forget(Purse purse, long units) {
    Purse.Buying all = purse.buying();
    working.purse(
        purse.with(
            all.plus(-Math.min(back.amount(), all.amount()), -Math.min(units, all.units()))));
  }

  /** How much less of a whole is kept after this return than before it. */
  private long newly(Bought of, long whole, Rounding rounding) {
    return kept(of, whole, of.left(), rounding)
        - kept(of, whole, of.left() - back.amount(), rounding);
  }

  private static long kept(Bought of, long whole, long left, Rounding rounding) {
    return left == of.amount()
        ? whole
        : Fraction.of(whole, 1).times(Fraction.of(left, of.amount())).round(rounding);
  }

  /**
   * Corrects what was counted.
   *
   * @param all whether metrics are corrected that the pack names; those by which members are ranked
   *     are in any case
   */
  private void correct(boolean all, Supplier<Map<String, Long>> like, Map<String, Long> taken) {
    if (!all && revision.rfm().isEmpty()) return;
    Map<String, Long> counted = bought.isPresent() ? Map.of() : like.get();
    for (int i = 0; i < revision.metrics().size(); i++) {
      MetricPlan plan = revision.metrics().get(i);
      if (!all && !HiddenMetrics.isOne(plan.metric())) continue;
      long units = bought.map(of -> less(plan, of)).orElseGet(() -> less(plan, counted, taken));
      working.uncount(i, plan.period(), units, bought.map(Bought::judgedOn));
    }
  }

  /** Where the purchase is not known: money as a purchase counts it, and the points taken. */
  private long less(MetricPlan plan, Map<String, Long> like, Map<String, Long> taken) {
    return plan.metric().counts() instanceof Count.PointsEarned(var kind)
        ? FactsMaker.micros(revision.kind(kind), taken.getOrDefault(kind, 0L))
        : like.getOrDefault(plan.metric().id(), 0L);
  }

  /**
   * By how much a metric falls: money and points in proportion, whatever is counted once at last.
   */
  private long less(MetricPlan plan, Bought of) {
    long counted = of.counted().getOrDefault(plan.metric().id(), 0L);
    return switch (plan.metric().counts()) {
      case Count.Spend s -> newly(of, counted, Rounding.HALF_EVEN);
      case Count.Sum s -> newly(of, counted, Rounding.HALF_EVEN);
      case Count.PointsEarned(var id) -> {
        PointKind kind = revision.kind(id);
        long earned = of.earned().getOrDefault(id, 0L);
        yield FactsMaker.micros(kind, newly(of, earned, kind.rounding()));
      }
      case Count.Purchases p -> isLast(of) ? counted : 0;
      case Count.Events e -> isLast(of) ? counted : 0;
      // Whether the member came on that day at all is not undone by a return.
      case Count.DistinctDays d -> 0;
      case Count.OfCounter c -> 0;
    };
  }

  private boolean isLast(Bought of) {
    return of.left() == back.amount();
  }
}
