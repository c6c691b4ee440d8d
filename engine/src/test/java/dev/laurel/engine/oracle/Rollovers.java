package dev.laurel.engine.oracle;

import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Requirement;
import dev.laurel.rules.language.Ladder.Tier;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What goes into the next period of a metric. */
final class Rollovers {
  private final Page page;
  private final LocalDate day;

  Rollovers(Page page, LocalDate day) {
    this.page = page;
    this.day = day;
  }

  /** Whether a period of the metric begins on this day of which something is said. */
  boolean isBegun(Metric metric) {
    return metric.rollover().isPresent()
        && Windows.isLastDay(period(metric), day.minusDays(1), page.past.enrolled.orElse(day));
  }

  void carry(Metric metric) {
    Member member = new Member(page.programming, page.past.copy(), day, false);
    Asked asked = new Asked(page, Known.standing(page.programming, member));
    BigDecimal value = member.metric(metric);
    BigDecimal highest = null;
    String reached = "";
    for (Ladder ladder : page.programming.ladders())
      for (Tier tier : ladder.tiers()) {
        if (!tier.entry().map(asked::isMet).orElse(false)) continue;
        for (BigDecimal least : asks(tier.entry().get(), metric.id()))
          if (least.compareTo(value) <= 0 && (highest == null || least.compareTo(highest) > 0)) {
            highest = least;
            reached = tier.id();
          }
      }
    if (highest == null) return;
    BigDecimal surplus = value.subtract(highest);
    BigDecimal much = carried(metric, surplus);
    if (much.signum() == 0) return;
    page.past.count("headStart/" + metric.id(), day, much);
    page.past.count("surplus/" + metric.id(), day, surplus);
    page.decisive.by((Record) metric.rollover().get());
    page.move(
        Wording.rolledOver(
            "programme/metrics/" + metric.id() + "/rollover",
            metric.id(),
            reached,
            List.of(highest, value, much)));
  }

  /**
   * Takes back what was counted on a day, and of what was carried from there what is too much; how
   * much was there.
   */
  BigDecimal takeBack(Metric metric, BigDecimal much, LocalDate on) {
    if (metric.rollover().isPresent() && isForgotten(period(metric), on)) return BigDecimal.ZERO;
    BigDecimal less = page.past.uncount("metric/" + metric.id(), period(metric), much, on);
    if (metric.rollover().isEmpty() || less.signum() <= 0) return less;
    LocalDate next =
        Windows.lastDay(period(metric), on, page.past.enrolled.orElse(day)).plusDays(1);
    String name = "surplus/" + metric.id();
    BigDecimal surplus = page.past.sum(name, period(metric), next, true);
    if (surplus.signum() <= 0) return less;
    BigDecimal left = surplus.subtract(less).max(BigDecimal.ZERO);
    page.past.count(name, next, left.subtract(surplus));
    page.decisive.by("what was carried taken back");
    takeBack(metric, carried(metric, surplus).subtract(carried(metric, left)), next);
    return less;
  }

  /** What lies more than three periods back is not known any more. */
  private boolean isForgotten(Period period, LocalDate on) {
    LocalDate enrolled = page.past.enrolled.orElse(day);
    LocalDate last = on;
    for (int i = 0; i <= 3; i++) {
      last = Windows.lastDay(period, last, enrolled).plusDays(1);
      if (last.isAfter(day)) return false;
    }
    return true;
  }

  private BigDecimal carried(Metric metric, BigDecimal surplus) {
    Metric.Rollover rollover = metric.rollover().orElseThrow();
    int decimals = metric.counts() instanceof Metric.Count.Spend ? page.programming.decimals() : 6;
    BigDecimal part =
        surplus
            .multiply(BigDecimal.valueOf(rollover.percent(), 2))
            .setScale(decimals, RoundingMode.DOWN);
    return rollover.atMost().map(part::min).orElse(part);
  }

  private Period period(Metric metric) {
    return page.programming.period(metric.over());
  }

  private static List<BigDecimal> asks(Requirement requirement, String metric) {
    return switch (requirement) {
      case Requirement.Reaches(var _, var of, var least) ->
          of.equals(metric) ? List.of(least) : List.of();
      case Requirement.Holds(var _, var when) ->
          when.byId().values().stream().flatMap(row -> asks(row, metric)).toList();
      case Requirement.AllOf(var _, var of) -> ofAll(of, metric);
      case Requirement.AnyOf(var _, var of) -> ofAll(of, metric);
      case Requirement.SomeOf(var _, var _, var of) -> ofAll(of, metric);
    };
  }

  private static List<BigDecimal> ofAll(List<Requirement> of, String metric) {
    return of.stream().flatMap(one -> asks(one, metric).stream()).toList();
  }

  private static Stream<BigDecimal> asks(Condition condition, String metric) {
    return switch (condition) {
      case Condition.All(var parts) -> parts.stream().flatMap(part -> asks(part, metric));
      case Condition.Any(var parts) -> parts.stream().flatMap(part -> asks(part, metric));
      case Condition.AtLeast(var _, var parts) -> parts.stream().flatMap(p -> asks(p, metric));
      case Condition.Comparison c ->
          c.comparator() == Comparator.GREATER || c.comparator() == Comparator.AT_LEAST
              ? bound(c.operand(), c.bound(), metric).stream()
              : Stream.empty();
      case Condition.Within w -> bound(w.operand(), w.low(), metric).stream();
      case Condition.Not _ -> Stream.empty();
      case Condition.OneOf _ -> Stream.empty();
      case Condition.Holds _ -> Stream.empty();
      case Condition.Present _ -> Stream.empty();
      case Condition.SomeLine _ -> Stream.empty();
      case Condition.EveryLine _ -> Stream.empty();
    };
  }

  private static Optional<BigDecimal> bound(Operand operand, Value bound, String metric) {
    return operand.equals(new Operand.Attribute("metrics." + metric))
        ? Optional.of(((Value.Number) bound).number())
        : Optional.empty();
  }
}
