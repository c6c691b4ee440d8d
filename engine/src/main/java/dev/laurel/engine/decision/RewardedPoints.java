package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Finding.Award;
import dev.laurel.engine.decision.Finding.Settled;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body.ReferralReward.Goods;
import dev.laurel.engine.event.Event.Body.ReferralReward.Part;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.member.Unsettled;
import dev.laurel.engine.revision.MetricPlan;
import dev.laurel.rules.language.Metric.Count;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme.Returns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Points that another member's event brings, takes back or brings again. What a reward is by all
 * that came of it since is told apart from what of it the member has: what the caps of the balance
 * cut is not taken back, and what could not be taken back is not given again.
 *
 * @see "engine/docs/decisions/070-both-sides-of-a-referral.md"
 */
final class RewardedPoints {
  private static final List<Returns.Source> ANYWHERE =
      List.of(Returns.Source.PENDING, Returns.Source.LOTS_EARNED, Returns.Source.NEWEST_LOTS);

  private final Working working;
  private final Event event;
  private final List<Lapses> following;

  RewardedPoints(Working working, Event event, List<Lapses> following) {
    this.working = working;
    this.event = event;
    this.following = following;
  }

  /** Takes a part of points; what is told of it as given or taken back. */
  Optional<Award> take(Part part) {
    PointKind kind = working.revision.kind(part.kind());
    OptionalLong told =
        part.units() < 0
            ? back(kind, part, -part.units())
            : part.goods().isPresent()
                ? again(kind, part, part.goods().get())
                : come(kind, part, part.units());
    if (told.isEmpty()) return Optional.empty();
    String exact = Fraction.of(part.units(), Rounder.unitsPerPoint(kind)).toString();
    return Optional.of(new Award(kind.id(), "", exact, told.getAsLong()));
  }

  private Unsettled unsettled(Part part, String of) {
    return Rewarding.unsettled(working, event, part, of);
  }

  private void remember(Unsettled changed) {
    working.holdings(working.holdings().with(changed));
  }

  /** Comes, but for what is there still; caps are asked of what they did not let come before. */
  private OptionalLong come(PointKind kind, Part part, long units) {
    Unsettled before = unsettled(part, kind.id());
    long still = Math.min(units, before.untaken());
    long ofPool = ofPool(kind, units - still, before);
    long known = still + ofPool;
    Unsettled now = before.has(known).plus(-still, -ofPool, 0);
    long within = Math.min(units - known, Math.max(0, -now.beyond()));
    long asked = units - known - within;
    long may = capped(kind, part.rule(), asked, within);
    remember(now.with(now.beyond() + within + asked - may));
    new Points(working).issue(kind, within + may, part.rule());
    settled(part, still, Settled.How.STILL_THERE);
    working.takeFromPool(kind, -ofPool, Optional.of(earnedOn(part)));
    count(kind, part, known + within + may);
    return units == known ? OptionalLong.empty() : OptionalLong.of(within + may);
  }

  /** What of it the pool gives back, which gave it up or remembers that it did not. */
  private long ofPool(PointKind kind, long units, Unsettled before) {
    return working.passesOn(kind) ? Math.min(units, before.pooled()) : 0;
  }

  /**
   * What the caps of the balance let come.
   *
   * @param beside what comes beside it, of which they are not asked
   */
  private long capped(PointKind kind, String rule, long wanted, long beside) {
    long units = wanted;
    for (PointKind.Cap cap : kind.caps())
      if (cap.of() == PointKind.Cap.Of.BALANCE) units = capped(kind, cap, rule, units, beside);
    return units;
  }

  private long capped(PointKind kind, PointKind.Cap cap, String rule, long units, long beside) {
    long most =
        cap.atMost().multiply(BigDecimal.valueOf(Rounder.unitsPerPoint(kind))).longValueExact();
    Purse purse = working.purse(kind.id());
    long there = purse.available() + purse.pending() + beside;
    long may = Math.clamp(most - there, 0, units);
    if (may < units)
      working.findings.add(
          new Finding.LimitReached(
              rule,
              kind.id() + "/" + cap.id(),
              FactsMaker.micros(kind, units),
              FactsMaker.micros(kind, may)));
    return may;
  }

  /** Takes back what came of it; what is not there becomes what the kind says. */
  private OptionalLong back(PointKind kind, Part part, long units) {
    Unsettled before = unsettled(part, kind.id());
    long came = before.came(units);
    List<Returns.Source> from = returns(part).map(Returns::from).orElse(ANYWHERE);
    long reversed = working.purse(kind.id()).reversed();
    long asked = askedOfPool(kind);
    long own =
        new Points(working).takeBack(kind, came, Optional.of(earnedOn(part)), from, following);
    long taken = working.purse(kind.id()).reversed() - reversed;
    long ofPool = askedOfPool(kind) - asked;
    // Only goods bring again what was taken back of other points.
    long elsewhere = part.goods().isPresent() ? taken - own : 0;
    remember(before.says(-units).plus(came - taken - ofPool, ofPool, elsewhere));
    settled(part, units - came, Settled.How.NEVER_CAME);
    uncount(kind, part, came);
    return came == 0 ? OptionalLong.empty() : OptionalLong.of(-came);
  }

  private long askedOfPool(PointKind kind) {
    return working.fromPool(kind.id()).map(PoolMember.Take::units).orElse(0L);
  }

  /** Brings again what was taken back for goods that came back, where that turns out otherwise. */
  private OptionalLong again(PointKind kind, Part part, Goods goods) {
    Unsettled before = unsettled(part, kind.id());
    long comes = before.comesAgain(part.units());
    long still = Math.min(comes, before.untaken());
    long ofPool = ofPool(kind, comes - still, before);
    // What another account gave up, such as a pool that the member is not in any more, comes anew.
    long taken = Math.min(comes - still - ofPool, working.purse(kind.id()).reversed());
    long anew = comes - still - ofPool - taken;
    long others = Math.min(taken, before.elsewhere());
    remember(before.says(part.units()).plus(-still, -ofPool, -others));
    settled(part, still, Settled.How.STILL_THERE);
    working.takeFromPool(kind, -ofPool, Optional.of(goods.earnedOn()));
    new Points(working).restore(kind, others);
    new Points(working).restore(kind, taken - others, goods.earnedOn(), following);
    new Points(working).issue(kind, anew, part.rule());
    count(kind, part, comes);
    return anew == 0 ? OptionalLong.empty() : OptionalLong.of(anew);
  }

  /** What the programme says of what returns take back; empty where it is none of goods. */
  private Optional<Returns> returns(Part part) {
    return part.goods().flatMap(_ -> working.revision.pack().programme().returns());
  }

  private LocalDate earnedOn(Part part) {
    return part.goods()
        .map(Goods::earnedOn)
        .orElseGet(() -> event.occurredAt().atZone(working.revision.zone()).toLocalDate());
  }

  private void settled(Part part, long units, Settled.How how) {
    if (units > 0) working.findings.add(new Settled(part.rule(), part.kind(), "", units, how));
  }

  /** Whether metrics are corrected by it; those of returns only where the programme says so. */
  private boolean corrects(Part part) {
    return returns(part).map(Returns::metrics).orElse(true);
  }

  private void uncount(PointKind kind, Part part, long units) {
    for (int i = 0; i < working.revision.metrics().size() && corrects(part); i++) {
      MetricPlan plan = working.revision.metrics().get(i);
      if (!counts(plan, kind)) continue;
      long less = FactsMaker.micros(kind, units);
      long taken = working.uncount(i, plan.period(), less, Optional.of(earnedOn(part)));
      remember(counted(part, plan).plus(less - taken, 0, 0));
    }
  }

  /** Counts what comes, and comes again; what could not be taken off when it went counts still. */
  private void count(PointKind kind, Part part, long units) {
    for (int i = 0; i < working.revision.metrics().size() && corrects(part); i++) {
      MetricPlan plan = working.revision.metrics().get(i);
      if (!counts(plan, kind)) continue;
      long more = FactsMaker.micros(kind, units);
      Unsettled before = counted(part, plan);
      long still = Math.min(more, before.untaken());
      remember(before.plus(-still, 0, 0));
      working.recount(i, plan.period(), more - still, earnedOn(part));
    }
  }

  private Unsettled counted(Part part, MetricPlan plan) {
    return unsettled(part, Unsettled.metric(plan.metric().id()));
  }

  private static boolean counts(MetricPlan plan, PointKind kind) {
    return plan.metric().counts() instanceof Count.PointsEarned(var of) && of.equals(kind.id());
  }
}
