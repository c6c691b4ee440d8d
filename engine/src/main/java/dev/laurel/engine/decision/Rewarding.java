package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Finding.Award;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body.ReferralReward;
import dev.laurel.engine.revision.BenefitPlan;
import dev.laurel.engine.revision.MetricPlan;
import dev.laurel.rules.language.Metric.Count;
import dev.laurel.rules.language.Outcome.To;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme.Returns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes what another member's event gives by a referral: points that a rule gave, under the terms
 * of their kind for this member, cut by the caps of this member's balance only.
 *
 * @see "engine/docs/decisions/070-both-sides-of-a-referral.md"
 */
final class Rewarding {
  private static final List<Returns.Source> ANYWHERE =
      List.of(Returns.Source.PENDING, Returns.Source.LOTS_EARNED, Returns.Source.NEWEST_LOTS);

  private final Working working;
  private final Event event;
  private final Benefits benefits;
  private final List<Lapses> following;

  Rewarding(Working working, Event event, Benefits benefits, List<Lapses> following) {
    this.working = working;
    this.event = event;
    this.benefits = benefits;
    this.following = following;
  }

  void take(ReferralReward reward) {
    if (reward.as() == To.REFERRED) brought(working, reward.from());
    int postings = working.postings.size();
    int findings = working.findings.size();
    // A correction may bring of one kind and take back of another: that is told apart.
    Map<String, List<Award>> came = new TreeMap<>();
    Map<String, List<Award>> back = new TreeMap<>();
    for (ReferralReward.Part part : reward.parts())
      if (part.isOfPoints())
        (part.units() > 0 ? came : back)
            .computeIfAbsent(part.rule(), _ -> new ArrayList<>(1))
            .add(points(part));
      else benefit(part);
    tell(reward, came);
    tell(reward, back);
    Counting.countGifts(working, postings, findings);
  }

  private void tell(ReferralReward reward, Map<String, List<Award>> awards) {
    awards.forEach((rule, all) ->
        working.findings.add(new Finding.Rewarded(rule, reward.from(), reward.as(), all)));
  }

  /** Notes by whom the member was brought; whoever did so first stays. */
  static void brought(Working working, String by) {
    if (working.holdings().referrer().isEmpty())
      working.holdings(working.holdings().withReferrer(by));
  }

  private Award points(ReferralReward.Part part) {
    PointKind kind = working.revision.kind(part.kind());
    long units = part.units() > 0 ? come(kind, part) : back(kind, part);
    String exact = Fraction.of(part.units(), Rounder.unitsPerPoint(kind)).toString();
    return new Award(kind.id(), "", exact, units);
  }

  private long come(PointKind kind, ReferralReward.Part part) {
    long units = part.units();
    if (OtherShares.isCorrection(event.id())) {
      // What was to be taken back before and was forgiven is there still.
      long kept = Math.min(units, working.pooling().untaken().getOrDefault(kind.id(), 0L));
      working.pooling(working.pooling().untaken(kind.id(), -kept));
      units -= kept;
    }
    for (PointKind.Cap cap : kind.caps())
      if (cap.of() == PointKind.Cap.Of.BALANCE) units = capped(kind, cap, part.rule(), units);
    new Points(working).issue(kind, units, part.rule());
    return units;
  }

  private long capped(PointKind kind, PointKind.Cap cap, String rule, long units) {
    long most =
        cap.atMost().multiply(BigDecimal.valueOf(Rounder.unitsPerPoint(kind))).longValueExact();
    long there = working.purse(kind.id()).available() + working.purse(kind.id()).pending();
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

  /** Takes back; what is not there becomes what the kind says. */
  private long back(PointKind kind, ReferralReward.Part part) {
    Optional<Returns> returns = working.revision.pack().programme().returns();
    boolean ofReturn = part.earnedOn().isPresent() && returns.isPresent();
    LocalDate earnedOn =
        part.earnedOn()
            .orElseGet(() -> event.occurredAt().atZone(working.revision.zone()).toLocalDate());
    long before = working.purse(kind.id()).reversed();
    new Points(working)
        .takeBack(
            kind,
            -part.units(),
            Optional.of(earnedOn),
            ofReturn ? returns.get().from() : ANYWHERE,
            following);
    long taken = working.purse(kind.id()).reversed() - before;
    if (!ofReturn && !working.passesOn(kind))
      working.pooling(working.pooling().untaken(kind.id(), -part.units() - taken));
    if (!ofReturn || returns.get().metrics()) uncount(kind, -part.units(), earnedOn);
    return part.units();
  }

  private void uncount(PointKind kind, long units, LocalDate earnedOn) {
    for (int i = 0; i < working.revision.metrics().size(); i++) {
      MetricPlan plan = working.revision.metrics().get(i);
      if (plan.metric().counts() instanceof Count.PointsEarned(var of) && of.equals(kind.id()))
        working.uncount(i, plan.period(), FactsMaker.micros(kind, units), Optional.of(earnedOn));
    }
  }

  private void benefit(ReferralReward.Part part) {
    Optional<BenefitPlan> plan = Benefits.plan(working.revision, part.benefit());
    if (part.units() > 0) {
      if (plan.isPresent()) benefits.handOver(plan.get(), part.units(), part.rule());
      else
        // A revision that came into force meanwhile has it no more.
        working.findings.add(
            Benefits.limitReached(
                part.rule(), BenefitPlan.mostHeldOf(part.benefit()), part.units(), 0));
      return;
    }
    long taken = plan.map(of -> benefits.takeBack(of, -part.units())).orElse(0L);
    working.findings.add(new Finding.TakenBack(part.rule(), part.benefit(), taken));
  }
}
