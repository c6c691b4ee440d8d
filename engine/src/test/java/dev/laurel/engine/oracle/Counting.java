package dev.laurel.engine.oracle;

import dev.laurel.engine.event.Event;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Base;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Metric.Count;
import dev.laurel.rules.language.Rounding;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.oracle.Answer;
import dev.laurel.rules.oracle.Oracle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an event adds to the metrics. */
final class Counting {
  private final Page page;
  private final LocalDate day;
  private final Event event;
  private final Known known;
  private final Earning earning;
  private final Map<String, BigDecimal> added = new TreeMap<>();

  Counting(Page page, LocalDate day, Event event, Known known, Earning earning) {
    this.page = page;
    this.day = day;
    this.event = event;
    this.known = known;
    this.earning = earning;
  }

  /** What was added, by metric. */
  Map<String, BigDecimal> added() {
    return added;
  }

  void count() {
    for (Metric metric : page.programming.metrics()) {
      BigDecimal more = more(metric);
      if (more.signum() == 0) continue;
      page.past.count("metric/" + metric.id(), day, more);
      added.put(metric.id(), more);
      if (!page.programming.isDeclared(metric)) continue;
      page.decisive.by((Record) metric.counts());
      page.decisive.by((Record) page.programming.period(metric.over()));
    }
  }

  /** What the event adds to one of them. */
  BigDecimal more(Metric metric) {
    return switch (metric.counts()) {
      case Count.PointsEarned(var kind) -> earning.earned(kind);
      case Count.OfCounter(var counter) -> earning.moved(counter);
      case Count.Spend(var base, var when) -> spent(base.orElse(Base.USUAL), when);
      case Count.Purchases(var when) -> once(counts("purchase", when));
      case Count.Events(var type, var when) -> once(counts(type, when));
      case Count.DistinctDays(var type, var when) ->
          once(counts(type, when) && !page.past.isCounted("metric/" + metric.id(), day));
      case Count.Sum(var type, var attribute, var when) ->
          counts(type, when)
              ? known
                  .value(attribute)
                  .map(value -> ((Value.Number) value).number())
                  .orElse(BigDecimal.ZERO)
              : BigDecimal.ZERO;
    };
  }

  private static BigDecimal once(boolean counts) {
    return counts ? BigDecimal.ONE : BigDecimal.ZERO;
  }

  private boolean counts(String type, Rows when) {
    return event.type().equals(type) && meets(known, when);
  }

  private static boolean meets(Known look, Rows when) {
    return when.byId().values().stream().allMatch(row -> Oracle.ask(row, look) == Answer.MET);
  }

  /**
   * Money of the purchase; where the condition asks of a line by itself, that of the lines that
   * meet it, a part of the smallest coin rounded half to even.
   */
  private BigDecimal spent(Base base, Rows when) {
    if (!event.type().equals("purchase")) return BigDecimal.ZERO;
    Yields yields = new Yields(page, known);
    Ratio coins = Ratio.of(BigDecimal.ONE.movePointRight(page.programming.decimals()));
    Ratio sum = Ratio.ZERO;
    if (when.byId().values().stream().noneMatch(Counting::asksOfOneLine)) {
      if (meets(known, when)) sum = yields.ofAll(known.purchase().get(), base);
    } else
      for (int line = 0; line < known.purchase().get().lines().size(); line++)
        if (meets(known.line(line), when))
          sum = sum.plus(yields.ofLine(known.purchase().get(), line, base));
    return BigDecimal.valueOf(
        sum.times(coins).rounded(Rounding.HALF_EVEN), page.programming.decimals());
  }

  private static boolean asksOfOneLine(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) -> asksOfOneLine(parts);
      case Condition.Any(var parts) -> asksOfOneLine(parts);
      case Condition.AtLeast(int least, var parts) -> asksOfOneLine(parts);
      case Condition.Not(var part) -> asksOfOneLine(part);
      case Condition.Comparison c -> isOfLine(c.operand());
      case Condition.OneOf c -> isOfLine(c.operand());
      case Condition.Within c -> isOfLine(c.operand());
      case Condition.Holds c -> isOfLine(c.operand());
      case Condition.Present c -> isOfLine(c.operand());
      case Condition.SomeLine c -> false;
      case Condition.EveryLine c -> false;
    };
  }

  private static boolean asksOfOneLine(List<Condition> parts) {
    return parts.stream().anyMatch(Counting::asksOfOneLine);
  }

  private static boolean isOfLine(Operand operand) {
    return operand instanceof Operand.Attribute(var path) && path.startsWith("line.");
  }
}
