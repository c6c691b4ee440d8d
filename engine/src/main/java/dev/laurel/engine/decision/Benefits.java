package dev.laurel.engine.decision;

import dev.laurel.engine.code.ShownCodes;
import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.member.Calendar;
import dev.laurel.engine.member.Holdings;
import dev.laurel.engine.member.Holdings.Entitlement;
import dev.laurel.engine.member.Holdings.Hold;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Tally;
import dev.laurel.engine.revision.BenefitPlan;
import dev.laurel.engine.revision.BudgetPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.engine.rulebase.RuleBase;
import dev.laurel.engine.rulebase.Unmet;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Hands out benefits and has them used, in one decision.
 *
 * @see "engine/docs/decisions/069-benefits.md"
 */
final class Benefits implements Rewards {
  private static final Period EVER = new Period.Lifetime();

  private final Working working;
  private final Event event;
  private final CampaignBudgets budgets;
  private final FactsMaker factsMaker;

  Benefits(Working working, Event event, CampaignBudgets budgets, FactsMaker factsMaker) {
    this.working = working;
    this.event = event;
    this.budgets = budgets;
    this.factsMaker = factsMaker;
  }

  /** What is counted of a benefit, for ever. */
  enum What {
    ISSUED,
    USED,
    EXPIRED,
    /** Used as somebody was told, though the history as it is known now leaves no way to. */
    UNFOUND
  }

  /** The name by which a member's state counts it. */
  static String key(String benefit, What what) {
    return "benefits/" + benefit + "/" + what.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether the state counts under this name what was used without a way to. */
  static boolean isUnfound(String key) {
    return key.startsWith("benefits/") && key.equals(key(key.split("/")[1], What.UNFOUND));
  }

  /** What is counted of a benefit so far. */
  static long counted(MemberState state, String benefit, What what) {
    Tally counted = state.usages().get(key(benefit, what));
    return counted == null || counted.size() == 0 ? 0 : counted.units(0);
  }

  static Optional<BenefitPlan> plan(Revision revision, String benefit) {
    return revision.benefits().stream().filter(plan -> plan.id().equals(benefit)).findFirst();
  }

  /** Why the member does not have a benefit; empty where the member does. */
  Optional<Refusal> missing(BenefitPlan plan) {
    Facts facts = factsMaker.gift(working.before(), event, working.day, FactsMaker.Reading.UP_TO);
    RuleBase base = working.revision.base();
    try (RuleBase.Session session = base.open()) {
      if (session.member(facts).stream().anyMatch(hit -> hit.rule() == plan.rule()))
        return Optional.empty();
    }
    List<Unmet> rows = plan.rule() < base.size() ? base.unmet(plan.rule(), facts) : List.of();
    return refused(
        "not-entitled",
        "the benefit %s asks that %s."
            .formatted(
                plan.id(),
                rows.stream()
                    .map(row -> "%s, and found \"%s\"".formatted(row.asked(), row.actual()))
                    .collect(Collectors.joining("; "))));
  }

  @Override
  public Optional<Refusal> refusal(String id, String kind, long units) {
    Optional<BenefitPlan> plan = plan(working.revision, id);
    if (plan.isEmpty()) return unknown(working.revision, event, id);
    return missing(plan.get())
        .or(() -> new Prices(working.revision, event).refusal(plan.get().benefit(), kind, units));
  }

  /** Hands out what a rule, or what a ladder or a challenge gives says. */
  void byRule(Candidate rule) {
    for (Outcome outcome : rule.plan().rule().then())
      if (outcome instanceof Outcome.Entitle(var benefit, var count, var to)) {
        BenefitPlan plan = plan(working.revision, benefit).orElseThrow();
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
    if (may > 0) issue(plan, may, by);
  }

  /** Takes back what such an event gave and was not used; how many those were. */
  long takeBack(BenefitPlan plan, long count) {
    List<Entitlement> left = new ArrayList<>(working.holdings().entitlements());
    long taken = 0;
    for (Entitlement each : left.reversed().stream().toList()) {
      boolean isOf =
          each.benefit().equals(plan.id())
              && each.source().equals(event.source())
              && OtherShares.origin(each.event()).equals(OtherShares.origin(event.id()));
      if (!isOf || taken == count) continue;
      left.remove(each);
      taken++;
    }
    working.holdings(working.holdings().with(left));
    working.use(key(plan.id(), What.ISSUED), EVER, -taken);
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

  private static Finding limitReached(String by, String limit, long wanted, long given) {
    return new Finding.LimitReached(
        by,
        limit,
        Math.multiplyExact(wanted, Event.MICROS),
        Math.multiplyExact(given, Event.MICROS));
  }

  private long handedOutOf(BenefitPlan plan) {
    return working.holdings().entitlements().stream()
        .filter(each -> each.benefit().equals(plan.id()))
        .count();
  }

  private void issue(BenefitPlan plan, long count, String by) {
    Optional<LocalDate> until =
        plan.benefit()
            .entitlement()
            .flatMap(terms -> terms.validFor().map(span -> end(span.after(working.day), terms)));
    long before =
        working.holdings().entitlements().stream()
            .filter(each ->
                each.benefit().equals(plan.id())
                    && each.source().equals(event.source())
                    && each.event().equals(event.id()))
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
                  Math.toIntExact(before + i),
                  working.day,
                  until,
                  Tally.EMPTY,
                  codes.isEmpty()
                      ? Optional.empty()
                      : Optional.of(codes.get(Math.toIntExact(i - 1)))));
    working.holdings(now);
    working.use(key(plan.id(), What.ISSUED), EVER, count);
    working.findings.add(new Finding.HandedOut(by, plan.id(), count, until, codes));
  }

  /** What is valid for no time at all is so to the end of its day. */
  private LocalDate end(LocalDate last, Benefit.Entitlement terms) {
    return Terms.later(Terms.atStart(last, terms.edge()), working.day);
  }

  /** A way in which a benefit can be used: one that was handed out, or by its terms alone. */
  private record Way(Optional<Entitlement> of, LocalDate ends, OptionalLong left) {
    boolean isOpen() {
      return left.isEmpty() || left.getAsLong() > 0;
    }
  }

  /** What somebody was told is used stays so, though there is no way to. */
  private void doneWithout(BenefitPlan plan) {
    working.use(key(plan.id(), What.UNFOUND), EVER, 1);
    tell(plan, OptionalLong.of(0));
  }

  /**
   * Uses a benefit: of several ways one of which nothing is used up, else the one that ends first.
   *
   * @param isDone whether somebody was told already that it was used
   * @param of for what and whom the code was given out that is named
   */
  Optional<Refusal> use(Body.Use use, boolean isDone, Optional<Given.Code> of) {
    if (use.code().isPresent()) return use(use, use.code().get(), isDone, of);
    Optional<BenefitPlan> found = plan(working.revision, use.benefit());
    if (found.isEmpty()) return unknown(working.revision, event, use.benefit());
    BenefitPlan plan = found.get();
    List<Way> ways = handedOut(plan);
    Optional<Refusal> missing = plan.isHeld() ? missing(plan) : notHandedOut(plan, ways);
    boolean held = plan.isHeld() && missing.isEmpty();
    if (held) ways.add(held(plan));
    Optional<Way> way =
        ways.stream()
            .filter(Way::isOpen)
            .min(
                Comparator.comparing((Way each) -> each.left().isPresent())
                    .thenComparing(Way::ends));
    if (way.isPresent()) {
      carryOut(plan, way.get());
      return Optional.empty();
    }
    if (isDone) {
      doneWithout(plan);
      return Optional.empty();
    }
    return ways.isEmpty() ? missing : usedUp(plan);
  }

  /** Uses what was handed out with a code. */
  private Optional<Refusal> use(
      Body.Use use, String code, boolean isDone, Optional<Given.Code> of) {
    Optional<Entitlement> found =
        working.holdings().entitlements().stream()
            .filter(each -> each.code().equals(Optional.of(code)))
            .filter(each -> each.holds(working.day))
            .findFirst();
    Optional<BenefitPlan> plan =
        found
            .map(Entitlement::benefit)
            .or(() -> of.map(Given.Code::benefit))
            .flatMap(id -> plan(working.revision, id));
    if (!isDone
        && plan.isPresent()
        && !use.benefit().isEmpty()
        && !plan.get().id().equals(use.benefit()))
      return refused(
          "code-of-another-benefit",
          "the code %s is of the benefit %s, not of %s."
              .formatted(ShownCodes.masked(code), plan.get().id(), use.benefit()));
    Optional<Way> way = found.flatMap(each -> plan.map(known -> way(known, each)));
    if (way.isPresent() && way.get().isOpen()) {
      carryOut(plan.orElseThrow(), way.get());
      return Optional.empty();
    }
    if (isDone) {
      plan.ifPresent(this::doneWithout);
      return Optional.empty();
    }
    if (way.isPresent()) return usedUp(plan.orElseThrow());
    String shown = ShownCodes.masked(code);
    if (of.isEmpty()) return refused("unknown-code", "no code %s was given out.".formatted(shown));
    return of.get().own()
        ? refused("code-used", "the code %s was used, or has lapsed.".formatted(shown))
        : refused("code-of-another", "the code %s was given to another member.".formatted(shown));
  }

  private Way way(BenefitPlan plan, Entitlement of) {
    return new Way(
        Optional.of(of),
        of.until().orElse(LocalDate.MAX),
        OptionalLong.of(left(plan, of.used(), working.day, working.enrolled())));
  }

  private List<Way> handedOut(BenefitPlan plan) {
    List<Way> ways = new ArrayList<>();
    for (Entitlement each : working.holdings().entitlements())
      if (each.benefit().equals(plan.id()) && each.holds(working.day)) ways.add(way(plan, each));
    return ways;
  }

  private Way held(BenefitPlan plan) {
    LocalDate ends =
        plan.over()
            .filter(period -> !(period instanceof Period.Lifetime))
            .map(period -> Calendar.end(period, working.day, working.enrolled()))
            .orElse(LocalDate.MAX);
    return new Way(
        Optional.empty(),
        ends,
        plan.benefit().entitlement().isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(uses(plan) - working.used(heldKey(plan), over(plan))));
  }

  private void carryOut(BenefitPlan plan, Way way) {
    if (way.of().isPresent()) {
      Entitlement of = way.of().get();
      List<Entitlement> all = new ArrayList<>(working.holdings().entitlements());
      Entitlement used = of.with(plus(plan, of.used()));
      // What cannot be used again is gone; with a period it can, once that has passed.
      if (plan.over().isEmpty() && left(plan, used.used(), working.day, working.enrolled()) <= 0)
        all.remove(of);
      else all.set(all.indexOf(of), used);
      working.holdings(working.holdings().with(all));
    } else working.use(heldKey(plan), over(plan), 1);
    tell(plan, way.left().isPresent() ? OptionalLong.of(way.left().getAsLong() - 1) : way.left());
  }

  private void tell(BenefitPlan plan, OptionalLong left) {
    working.use(key(plan.id(), What.USED), EVER, 1);
    working.findings.add(new Finding.Used(plan.place(), plan.id(), left));
  }

  private static long uses(BenefitPlan plan) {
    return plan.benefit().entitlement().map(Benefit.Entitlement::uses).orElse(1);
  }

  private static Period over(BenefitPlan plan) {
    return plan.over().orElse(EVER);
  }

  /** By which name a member's state counts the uses of what nobody hands out. */
  static String heldKey(BenefitPlan plan) {
    return plan.place() + "/held";
  }

  /** How often it can still be used of so many uses; below 0 where others were told more. */
  static long left(BenefitPlan plan, Tally used, LocalDate day, LocalDate enrolled) {
    return uses(plan) - Calendar.upTo(used, over(plan), day, enrolled);
  }

  private Tally plus(BenefitPlan plan, Tally used) {
    return used.plus(
        Calendar.key(over(plan), working.day, working.enrolled()),
        1,
        Math.toIntExact(working.day.toEpochDay()),
        Calendar.keepFrom(over(plan), working.day, working.enrolled()));
  }

  /** Why a benefit that must be handed out was not: points are asked for it, or nobody did. */
  private Optional<Refusal> notHandedOut(BenefitPlan plan, List<Way> ways) {
    if (!ways.isEmpty()) return Optional.empty();
    return plan.isFree()
        ? refused(
            "not-entitled", "the benefit %s was not handed out to the member.".formatted(plan.id()))
        : refused(
            "not-for-use",
            "the benefit %s is redeemed for points first. Redeem it.".formatted(plan.id()));
  }

  private Optional<Refusal> usedUp(BenefitPlan plan) {
    return refused(
        "used-up",
        "the benefit %s can be used %d times%s, and was."
            .formatted(
                plan.id(),
                uses(plan),
                plan.benefit()
                    .entitlement()
                    .flatMap(Benefit.Entitlement::over)
                    .map(period -> " in each period " + period)
                    .orElse(" in all")));
  }

  /** That the programme has no such benefit. */
  static Optional<Refusal> unknown(Revision revision, Event event, String benefit) {
    return refused(
        event,
        "unknown-benefit",
        "the programme has no benefit %s. It has: %s."
            .formatted(
                benefit,
                revision.benefits().stream()
                    .map(BenefitPlan::id)
                    .collect(Collectors.joining(", "))));
  }

  @Override
  public Optional<Refusal> full(BenefitPlan plan) {
    if (!plan.isUsedLater() || handedOutOf(plan) < BenefitPlan.MOST_HELD) return Optional.empty();
    return refused(
        "too-many-held",
        "the member has %d of the benefit %s already, and may have no more at once. Use some first."
            .formatted(BenefitPlan.MOST_HELD, plan.id()));
  }

  @Override
  public Optional<Refusal> take(BenefitPlan plan) {
    if (plan.stock().isEmpty() || budgets.take(plan.stock().get(), 1) > 0) return Optional.empty();
    return refused("out-of-stock", "of the benefit %s none is left.".formatted(plan.id()));
  }

  @Override
  public void redeemed(BenefitPlan plan) {
    // What has a code is used when the code is.
    if (plan.isUsedLater()) issue(plan, 1, plan.place());
    else {
      working.use(key(plan.id(), What.ISSUED), EVER, 1);
      working.use(key(plan.id(), What.USED), EVER, 1);
    }
  }

  @Override
  public void hold(BenefitPlan plan, String kind) {
    working.holdings(
        working
            .holdings()
            .plus(
                Event.nameOf(event.source(), event.id()),
                new Hold(
                    plan.id(),
                    kind,
                    event.source(),
                    event.id(),
                    plan.benefit()
                        .reservation()
                        .map(span -> Terms.later(span.after(working.day), working.day)))));
  }

  /** What lapses on this day, and what was set aside and nobody confirmed. */
  static void end(Working working) {
    Map<String, Long> lapsed = new TreeMap<>();
    List<Entitlement> left = new ArrayList<>();
    for (Entitlement each : working.holdings().entitlements())
      if (each.holds(working.day)) left.add(each);
      else lapsed.merge(each.benefit(), 1L, Long::sum);
    if (!lapsed.isEmpty()) working.holdings(working.holdings().with(left));
    lapsed.forEach((benefit, count) -> {
      working.use(key(benefit, What.EXPIRED), EVER, count);
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

  private Optional<Refusal> refused(String code, String why) {
    return refused(event, code, why);
  }

  private static Optional<Refusal> refused(Event event, String code, String why) {
    return Optional.of(
        new Refusal(code, "The %s %s was refused: %s".formatted(event.type(), event.id(), why)));
  }
}
