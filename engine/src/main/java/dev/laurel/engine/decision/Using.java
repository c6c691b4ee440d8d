package dev.laurel.engine.decision;

import dev.laurel.engine.code.ShownCodes;
import dev.laurel.engine.decision.Benefits.What;
import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.member.Calendar;
import dev.laurel.engine.member.Holdings.Entitlement;
import dev.laurel.engine.member.Tally;
import dev.laurel.engine.revision.BenefitPlan;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Uses benefits: what was handed out to the member, or what the member has by its terms alone.
 *
 * @see "engine/docs/decisions/069-benefits.md"
 */
final class Using {
  private final Working working;
  private final Event event;
  private final FactsMaker factsMaker;

  Using(Working working, Event event, FactsMaker factsMaker) {
    this.working = working;
    this.event = event;
    this.factsMaker = factsMaker;
  }

  /** A way in which a benefit can be used: one that was handed out, or by its terms alone. */
  private record Way(Optional<Entitlement> of, LocalDate ends, OptionalLong left) {
    boolean isOpen() {
      return left.isEmpty() || left.getAsLong() > 0;
    }
  }

  /**
   * Uses a benefit: of several ways one of which nothing is used up, else the one that ends first.
   *
   * @param isDone whether somebody was told already that it was used
   * @param of for what and whom the code was given out that is named
   */
  Optional<Refusal> use(Body.Use use, boolean isDone, Optional<Given.Code> of) {
    if (use.code().isPresent()) return use(use, use.code().get(), isDone, of);
    Optional<BenefitPlan> found = Benefits.plan(working.revision, use.benefit());
    if (found.isEmpty()) return Benefits.unknown(working.revision, event, use.benefit());
    BenefitPlan plan = found.get();
    List<Way> ways = handedOut(plan);
    Optional<Refusal> missing =
        plan.isHeld()
            ? Benefits.missing(working, event, factsMaker, plan)
            : notHandedOut(plan, ways);
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
            .flatMap(id -> Benefits.plan(working.revision, id));
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

  /** What somebody was told is used stays so, though there is no way to. */
  private void doneWithout(BenefitPlan plan) {
    Benefits.count(working, plan.id(), What.UNFOUND, 1);
    tell(plan, OptionalLong.of(0));
  }

  private Way way(BenefitPlan plan, Entitlement of) {
    return new Way(
        Optional.of(of),
        of.until().orElse(LocalDate.MAX),
        OptionalLong.of(Benefits.left(plan, of.used(), working.day, working.enrolled())));
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
            : OptionalLong.of(
                Benefits.uses(plan) - working.used(Benefits.heldKey(plan), Benefits.over(plan))));
  }

  private void carryOut(BenefitPlan plan, Way way) {
    if (way.of().isPresent()) {
      Entitlement of = way.of().get();
      List<Entitlement> all = new ArrayList<>(working.holdings().entitlements());
      Entitlement used = of.with(plus(plan, of.used()));
      // What cannot be used again is gone; with a period it can, once that has passed.
      if (plan.over().isEmpty()
          && Benefits.left(plan, used.used(), working.day, working.enrolled()) <= 0) all.remove(of);
      else all.set(all.indexOf(of), used);
      working.holdings(working.holdings().with(all));
    } else working.use(Benefits.heldKey(plan), Benefits.over(plan), 1);
    tell(plan, way.left().isPresent() ? OptionalLong.of(way.left().getAsLong() - 1) : way.left());
  }

  private void tell(BenefitPlan plan, OptionalLong left) {
    Benefits.count(working, plan.id(), What.USED, 1);
    working.findings.add(new Finding.Used(plan.place(), plan.id(), left));
  }

  private Tally plus(BenefitPlan plan, Tally used) {
    return used.plus(
        Calendar.key(Benefits.over(plan), working.day, working.enrolled()),
        1,
        Math.toIntExact(working.day.toEpochDay()),
        Calendar.keepFrom(Benefits.over(plan), working.day, working.enrolled()));
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
                Benefits.uses(plan),
                plan.benefit()
                    .entitlement()
                    .flatMap(Benefit.Entitlement::over)
                    .map(period -> " in each period " + period)
                    .orElse(" in all")));
  }

  private Optional<Refusal> refused(String code, String why) {
    return Benefits.refused(event, code, why);
  }
}
