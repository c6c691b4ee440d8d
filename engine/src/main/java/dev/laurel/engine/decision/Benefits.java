package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.Calendar;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Tally;
import dev.laurel.engine.revision.BenefitPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.engine.rulebase.RuleBase;
import dev.laurel.engine.rulebase.Unmet;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is known of a benefit of a programme: what is counted of it and how often it can be used,
 * and why a member does not have it.
 *
 * @see "engine/docs/decisions/069-benefits.md"
 */
final class Benefits {
  private static final Period EVER = new Period.Lifetime();

  /** What is counted of a benefit, for ever. */
  enum What {
    ISSUED,
    USED,
    EXPIRED,
    /** Used as somebody was told, though the history as it is known now leaves no way to. */
    UNFOUND
  }

  private Benefits() {}

  /** The name by which a member's state counts it. */
  private static String key(String benefit, What what) {
    return "benefits/" + benefit + "/" + what.name().toLowerCase(Locale.ROOT);
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

  /** Counts it, for ever. */
  static void count(Working working, String benefit, What what, long units) {
    working.use(key(benefit, what), EVER, units);
  }

  static Optional<BenefitPlan> plan(Revision revision, String benefit) {
    return revision.benefits().stream().filter(plan -> plan.id().equals(benefit)).findFirst();
  }

  /** Why the member does not have a benefit; empty where the member does. */
  static Optional<Refusal> missing(
      Working working, Event event, FactsMaker factsMaker, BenefitPlan plan) {
    Facts facts = factsMaker.gift(working.before(), event, working.day, FactsMaker.Reading.UP_TO);
    RuleBase base = working.revision.base();
    try (RuleBase.Session session = base.open()) {
      if (session.member(facts).stream().anyMatch(hit -> hit.rule() == plan.rule()))
        return Optional.empty();
    }
    List<Unmet> rows = plan.rule() < base.size() ? base.unmet(plan.rule(), facts) : List.of();
    return refused(
        event,
        "not-entitled",
        "the benefit %s asks that %s."
            .formatted(
                plan.id(),
                rows.stream()
                    .map(row -> "%s, and found \"%s\"".formatted(row.asked(), row.actual()))
                    .collect(Collectors.joining("; "))));
  }

  /** How often it can be used in a period, or in all. */
  static long uses(BenefitPlan plan) {
    return plan.benefit().entitlement().map(Benefit.Entitlement::uses).orElse(1);
  }

  /** The period in which its uses are counted. */
  static Period over(BenefitPlan plan) {
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

  /** A refusal of an event, by the words that say why. */
  static Optional<Refusal> refused(Event event, String code, String why) {
    return Optional.of(
        new Refusal(code, "The %s %s was refused: %s".formatted(event.type(), event.id(), why)));
  }
}
