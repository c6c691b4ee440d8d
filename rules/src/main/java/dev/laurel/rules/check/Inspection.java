package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.EarningRule.Scope;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.language.Trigger;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A pack while it is checked, with what its parts must know of one another. What is not found here
 * has been reported as an unknown reference. Not thread-safe.
 */
final class Inspection {
  private final Pack pack;
  private final Sink sink = new Sink();
  private final Declared declared;
  private final ConditionCheck conditions;
  private final Map<String, PointKind> kinds;
  private final Map<String, Metric> metrics;
  private final Map<String, Programme.NamedPeriod> periods;
  private final Map<String, RateTable> tables;
  private final Map<String, Ladder> ladders;

  Inspection(Pack pack) {
    this.pack = pack;
    this.declared = Declared.in(pack, sink);
    this.conditions = ConditionCheck.of(pack);
    this.kinds = byId(pack.programme().pointKinds(), PointKind::id);
    this.metrics = byId(pack.programme().metrics(), Metric::id);
    this.periods = byId(pack.programme().periods(), Programme.NamedPeriod::id);
    this.tables = byId(pack.tables(), RateTable::id);
    this.ladders = byId(pack.ladders(), Ladder::id);
  }

  private static <T> Map<String, T> byId(List<T> items, Function<T, String> id) {
    Map<String, T> byId = new HashMap<>();
    items.forEach(item -> byId.putIfAbsent(id.apply(item), item));
    return byId;
  }

  Pack pack() {
    return pack;
  }

  Sink sink() {
    return sink;
  }

  Declared declared() {
    return declared;
  }

  ConditionCheck conditions() {
    return conditions;
  }

  Optional<PointKind> kind(String id) {
    return Optional.ofNullable(kinds.get(id));
  }

  Optional<Metric> metric(String id) {
    return Optional.ofNullable(metrics.get(id));
  }

  Optional<RateTable> table(String id) {
    return Optional.ofNullable(tables.get(id));
  }

  Optional<Ladder> ladder(String id) {
    return Optional.ofNullable(ladders.get(id));
  }

  void rows(Rows rows, Setting setting, Place place) {
    rows.byId().forEach((id, row) -> conditions.check(row, setting, place.of(id), sink));
  }

  /** Where a rule stands; of an event type that is not declared every word is accepted. */
  Setting settingOf(Trigger on, Scope per) {
    return known(Setting.of(on, per), on instanceof Trigger.Event(var event) ? event : "");
  }

  Setting settingOfMetric(String event, boolean ofLine) {
    return known(Setting.ofMetric(event, ofLine), event);
  }

  private Setting known(Setting setting, String event) {
    boolean unknown = !event.isEmpty() && !declared.ids(Thing.EVENT).contains(event);
    return unknown ? setting.withoutEvents() : setting;
  }

  /** Reports points with more decimal places than their kind has. */
  void points(String kind, BigDecimal points, Place place) {
    kind(kind)
        .ifPresent(k ->
            LiteralCheck.decimals(
                points, decimals(k), "the point kind \"%s\"".formatted(kind), place, sink));
  }

  static int decimals(PointKind kind) {
    return switch (kind.unit()) {
      case WHOLE -> 0;
      case HUNDREDTHS -> 2;
    };
  }

  void money(BigDecimal amount, Place place) {
    conditions.literals().money(amount, place, sink);
  }

  /** Reports a value of a metric that it cannot have. */
  void ofMetric(String id, BigDecimal value, Place place) {
    metric(id)
        .filter(metric -> metric.counts() instanceof Metric.Count.Spend)
        .ifPresent(metric -> money(value, place));
  }

  /**
   * Reports steps that do not rise.
   *
   * @param key the key of the number
   */
  <T> void rising(
      List<T> steps, Function<T, String> id, Function<T, BigDecimal> number, String key, Place at) {
    for (int i = 1; i < steps.size(); i++) {
      BigDecimal before = number.apply(steps.get(i - 1));
      BigDecimal here = number.apply(steps.get(i));
      if (here.compareTo(before) <= 0)
        sink.add(
            "steps-not-rising",
            at.of(id.apply(steps.get(i)), i).of(key),
            LiteralCheck.text(here),
            "The step before it asks for as much or more (%s)."
                .formatted(LiteralCheck.text(before)),
            "Put the steps in order, each above the one before.");
    }
  }

  /** Reports a span of no time. */
  void notEmpty(Span span, Place place) {
    if (span.count() == 0)
      sink.add(
          "empty-span",
          place,
          span.toString(),
          "The span is of no length.",
          "Write a longer one, such as 1 month.");
  }

  /** Reports a period that never begins again where a next one is needed. */
  void repeating(String period, Place place) {
    Programme.NamedPeriod named = periods.get(period);
    if (named == null || repeats(named.is())) return;
    sink.add(
        "period-without-end",
        place,
        period,
        "The period \"%s\" is not followed by another one.".formatted(period),
        "Name a period that begins again, such as a calendar year.");
  }

  private static boolean repeats(Period period) {
    return switch (period) {
      case Period.Day _,
          Period.CalendarWeek _,
          Period.CalendarMonth _,
          Period.CalendarQuarter _,
          Period.CalendarYear _,
          Period.YearFrom _,
          Period.MembershipYear _ ->
          true;
      case Period.Rolling _, Period.Lifetime _ -> false;
    };
  }
}
