package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.revision.MetricPlan;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.engine.rulebase.RuleBase.Hit;
import dev.laurel.rules.language.Metric.Count;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Rounding;
import dev.laurel.rules.vocabulary.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Brings the metrics forward by one event, by the counting rules that fired and what was earned.
 */
final class Counting {
  private final Working working;
  private final Event event;
  private final Facts facts;
  private final List<Facts> lines;

  Counting(Working working, Event event, Facts facts, List<Facts> lines) {
    this.working = working;
    this.event = event;
    this.facts = facts;
    this.lines = lines;
  }

  void count(List<Hit> hits) {
    for (int i = 0; i < working.revision.metrics().size(); i++) {
      MetricPlan plan = working.revision.metrics().get(i);
      long units = units(i, plan, ofRule(hits, plan.rule()));
      if (units != 0) working.count(i, plan.period(), units);
    }
  }

  /** What the event adds to metrics of money, by the metric's index; 0 of all others. */
  long[] money(List<Hit> hits) {
    long[] units = new long[working.revision.metrics().size()];
    for (int i = 0; i < units.length; i++) {
      MetricPlan plan = working.revision.metrics().get(i);
      if (plan.metric().counts() instanceof Count.Spend)
        units[i] = spent(plan, ofRule(hits, plan.rule()));
    }
    return units;
  }

  /** The same by the metric's id. */
  Map<String, Long> ofMoney(List<Hit> hits) {
    long[] units = money(hits);
    Map<String, Long> all = new TreeMap<>();
    for (int i = 0; i < units.length; i++)
      if (units[i] != 0) all.put(working.revision.metrics().get(i).metric().id(), units[i]);
    return all;
  }

  /**
   * Counts what ladders gave after an event was counted, for whatever comes later.
   *
   * @param postings how many there were before
   * @param findings how many there were before
   */
  static void countGifts(Working working, int postings, int findings) {
    for (int i = 0; i < working.revision.metrics().size(); i++) {
      MetricPlan plan = working.revision.metrics().get(i);
      long units =
          switch (plan.metric().counts()) {
            case Count.PointsEarned(var kind) ->
                earned(working.revision.kind(kind), later(working.postings, postings));
            case Count.OfCounter(var counter) -> moved(counter, later(working.findings, findings));
            case Count.Spend _,
                Count.Purchases _,
                Count.Events _,
                Count.Sum _,
                Count.DistinctDays _ ->
                0;
          };
      if (units != 0) working.count(i, plan.period(), units);
    }
  }

  private static <T> List<T> later(List<T> all, int from) {
    return all.subList(from, all.size());
  }

  private static List<Hit> ofRule(List<Hit> hits, int rule) {
    List<Hit> own = new ArrayList<>(hits.size());
    for (Hit hit : hits) if (hit.rule() == rule) own.add(hit);
    return own;
  }

  /** What the event adds, in minor units of money or in millionths. */
  private long units(int index, MetricPlan plan, List<Hit> hits) {
    return switch (plan.metric().counts()) {
      case Count.PointsEarned(var kind) -> earned(working.revision.kind(kind), working.postings);
      case Count.Spend s -> spent(plan, hits);
      case Count.Purchases p -> hits.isEmpty() ? 0 : Event.MICROS;
      case Count.Events e -> hits.isEmpty() ? 0 : Event.MICROS;
      case Count.Sum s -> summed(plan, hits);
      case Count.DistinctDays d ->
          hits.isEmpty() || working.tally(index).counted(Math.toIntExact(working.day.toEpochDay()))
              ? 0
              : Event.MICROS;
      case Count.OfCounter(var counter) -> moved(counter, working.findings);
    };
  }

  private static long earned(PointKind kind, List<Posting> postings) {
    long units = 0;
    for (Posting posting : postings)
      if (posting.from() == Posting.Account.ISSUED && posting.kind().equals(kind.id()))
        units = Math.addExact(units, posting.units());
    return FactsMaker.micros(kind, units);
  }

  private static long moved(String counter, List<Finding> findings) {
    long units = 0;
    for (Finding finding : findings)
      if (finding instanceof Finding.Fired(var rule, var awards))
        for (Finding.Award award : awards)
          if (award.counter().equals(counter)) units = Math.addExact(units, award.units());
    return units;
  }

  private long spent(MetricPlan plan, List<Hit> hits) {
    if (hits.isEmpty() || !(event.body() instanceof Body.Purchase purchase)) return 0;
    if (hits.getFirst().line() < 0) return Bases.of(purchase, plan.base());
    Fraction sum = Fraction.ZERO;
    for (Hit hit : hits) sum = sum.plus(Bases.ofLine(purchase, hit.line(), plan.base()));
    return sum.round(Rounding.HALF_EVEN);
  }

  private long summed(MetricPlan plan, List<Hit> hits) {
    long sum = 0;
    for (Hit hit : hits) {
      Facts of = hit.line() < 0 ? facts : lines.get(hit.line());
      OptionalLong value = of.value(plan.attributeSlot());
      if (value.isPresent()) sum = Math.addExact(sum, value.getAsLong());
    }
    boolean money = working.revision.layout().word(plan.attributeSlot()).type() == Word.Type.MONEY;
    return money
        ? Math.multiplyExact(sum, Event.MICROS / Tens.power(working.revision.currencyDecimals()))
        : sum;
  }
}
