package dev.laurel.rules.vocabulary;

import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.Rounding;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.language.Segment.Membership;
import dev.laurel.rules.language.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is counted of each member because a segment asks for fifths of the population: purchases and
 * money over the time that the segment looks at. No pack can name these metrics, since ids hold no
 * dots.
 */
public final class HiddenMetrics {
  /** What their ids begin with, and no other metric's. */
  private static final String NAME = "rfm.";

  private HiddenMetrics() {}

  /** Whether a metric is one of them. */
  public static boolean isOne(Metric metric) {
    return metric.id().startsWith(NAME);
  }

  /** Two for each time that some segment looks at, in the order of its description. */
  public static List<Metric> of(Pack pack) {
    Map<String, String> overs = new TreeMap<>();
    for (Segment segment : pack.segments())
      if (segment.is() instanceof Membership.Rfm rfm)
        overs.putIfAbsent(described(pack, rfm.over()), rfm.over());
    List<Metric> metrics = new ArrayList<>();
    overs.forEach((described, over) -> {
      metrics.add(metric(frequency(described), new Metric.Count.Purchases(Rows.NONE), over));
      metrics.add(
          metric(money(described), new Metric.Count.Spend(Optional.empty(), Rows.NONE), over));
    });
    return metrics;
  }

  private static Metric metric(String id, Metric.Count counts, String over) {
    return new Metric(id, Text.of(id), counts, over, Rounding.EXACT, Optional.empty());
  }

  /**
   * The time that is looked at, whatever the pack calls it: what was found over the same time under
   * an earlier revision holds on.
   */
  public static String described(Pack pack, String over) {
    Period period =
        pack.programme().periods().stream()
            .filter(each -> each.id().equals(over))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("There is no period " + over + "."))
            .is();
    return switch (period) {
      case Period.Day _ -> "day";
      case Period.CalendarWeek _ -> "calendar week";
      case Period.CalendarMonth _ -> "calendar month";
      case Period.CalendarQuarter _ -> "calendar quarter";
      case Period.CalendarYear _ -> "calendar year";
      case Period.YearFrom(var start) -> "year from " + start;
      case Period.MembershipYear _ -> "membership year";
      case Period.Rolling(var span) -> span.toString();
      case Period.Lifetime _ -> "lifetime";
    };
  }

  /** The id of the metric that counts purchases over a time. */
  public static String frequency(String described) {
    return NAME + "frequency." + described;
  }

  /** The id of the metric that counts money over a time. */
  public static String money(String described) {
    return NAME + "money." + described;
  }
}
