package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Benefits.What;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.Holdings;
import dev.laurel.engine.member.Holdings.Entitlement;
import dev.laurel.engine.member.Tally;
import dev.laurel.engine.revision.BenefitPlan;
import dev.laurel.engine.revision.BudgetPlan;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hands out benefits in one decision, and takes back what was handed out.
 *
 * @see "engine/docs/decisions/069-benefits.md"
 */
final class HandingOut {
  private final Working working;
  private final Event event;
  private final CampaignBudgets budgets;

  HandingOut(Working working, Event event, CampaignBudgets budgets) {
    this.working = working;
    this.event = event;
    this.budgets = budgets;
  }

  /** Hands out what a rule, or what a ladder or a challenge gives says. */
  void byRule(Candidate rule) {
    for (Outcome outcome : rule.plan().rule().then())
      if (outcome instanceof Outcome.Entitle(var benefit, var count, var to)) {
        BenefitPlan plan = Benefits.plan(working.revision, benefit).orElseThrow();
        long all = Math.multiplyExact(count, rule.applications());
        if (working.sides().isOwn(to, rule.plan().rule().on())) handOut(plan, all, rule.id());
        else
          working
              .sides()
              .other(to, rule.plan().rule().on())
              .ifPresent(other -> handOn(plan, all, rule, other));
      }
  }

  /** Hands out a benefit to the other side of a referral, as often as the stock lets it. */
  private void handOn(BenefitPlan plan, long count, Candidate rule, String other) {
    long given = ofStock(plan, count, rule.id());
    if (given <= 0) return;
    Outcome.To as = working.sides().sideOf(rule);
    working.give(new OtherShare(other, as, rule.id(), "", plan.id(), given));
    working.findings.add(new Finding.HandedOn(rule.id(), plan.id(), given, other));
  }

  /** So many of the stock; a finding says when it does not hold as many. */
  private long ofStock(BenefitPlan plan, long wanted, String by) {
    if (plan.stock().isEmpty()) return wanted;
    BudgetPlan stock = plan.stock().get();
    long given = budgets.take(stock, wanted);
    if (given < wanted) working.findings.add(limitReached(by, stock.key(), wanted, given));
    return given;
  }

  /**
   * Hands out what another member's event gave the member, for which the stock was asked there.
   *
   * @param by what gave it
   */
  void handOver(BenefitPlan plan, long count, String by) {
    long may = mayHold(plan, count, by);
    if (may > 0) issue(plan, may, by, 0);
  }

  /** Takes back what such an event gave and was not used; how many those were. */
  long takeBack(BenefitPlan plan, long count) {
    List<Entitlement> left = new ArrayList<>(working.holdings().entitlements());
    long taken = 0;
    for (Entitlement each : left.reversed().stream().toList()) {
      boolean isOf =
          each.benefit().equals(plan.id())
              && each.source().equals(event.source())
              && OtherShares.origin(each.event()).equals(OtherShares.origin(event.id()))
              && each.number() <= BenefitPlan.MOST_HELD;
      if (!isOf || taken == count) continue;
      left.remove(each);
      taken++;
    }
    working.holdings(working.holdings().with(left));
    Benefits.count(working, plan.id(), What.ISSUED, -taken);
    return taken;
  }

  /**
   * Hands out a benefit, as often as the stock and the bound of what a member may have let it.
   *
   * @param by what hands it out
   */
  void handOut(BenefitPlan plan, long count, String by) {
    long may = mayHold(plan, count, by);
    if (may <= 0) return;
    long given = ofStock(plan, may, by);
    if (given > 0) issue(plan, given, by);
  }

  /** As many more as the member may have. */
  private long mayHold(BenefitPlan plan, long count, String by) {
    long may = Math.min(count, BenefitPlan.MOST_HELD - handedOutOf(plan));
    if (may < count)
      working.findings.add(limitReached(by, plan.mostHeld(), count, Math.max(0, may)));
    return Math.max(0, may);
  }

  /** A finding in pieces, which are told in millionths as points are. */
  static Finding limitReached(String by, String limit, long wanted, long given) {
    return new Finding.LimitReached(
        by,
        limit,
        Math.multiplyExact(wanted, Event.MICROS),
        Math.multiplyExact(given, Event.MICROS));
  }

  /** How many of it the member has. */
  long handedOutOf(BenefitPlan plan) {
    return working.holdings().entitlements().stream()
        .filter(each -> each.benefit().equals(plan.id()))
        .count();
  }

  /** Hands out so many, whatever bounds there are. */
  void issue(BenefitPlan plan, long count, String by) {
    // What follows of another's reward, such as a tier that it reached, is not taken back with it.
    issue(
        plan,
        count,
        by,
        event.body() instanceof Event.Body.ReferralReward ? BenefitPlan.MOST_HELD : 0);
  }

  /**
   * @param after the number after which these are numbered
   */
  private void issue(BenefitPlan plan, long count, String by, int after) {
    Optional<LocalDate> until =
        plan.benefit()
            .entitlement()
            .flatMap(terms -> terms.validFor().map(span -> end(span.after(working.day), terms)));
    long before =
        working.holdings().entitlements().stream()
            .filter(each ->
                each.benefit().equals(plan.id())
                    && each.source().equals(event.source())
                    && each.event().equals(event.id())
                    && each.number() > after)
            .count();
    List<String> codes = working.codes().take(plan, Math.toIntExact(count), event);
    Holdings now = working.holdings();
    for (long i = 1; i <= count; i++)
      now =
          now.plus(
              new Entitlement(
                  plan.id(),
                  event.source(),
                  event.id(),
                  Math.toIntExact(after + before + i),
                  working.day,
                  until,
                  Tally.EMPTY,
                  codes.isEmpty()
                      ? Optional.empty()
                      : Optional.of(codes.get(Math.toIntExact(i - 1)))));
    working.holdings(now);
    Benefits.count(working, plan.id(), What.ISSUED, count);
    working.findings.add(new Finding.HandedOut(by, plan.id(), count, until, codes));
  }

  /** What is valid for no time at all is so to the end of its day. */
  private LocalDate end(LocalDate last, Benefit.Entitlement terms) {
    return Terms.later(Terms.atStart(last, terms.edge()), working.day);
  }
}
