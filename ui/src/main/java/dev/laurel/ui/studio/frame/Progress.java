package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.operation.MemberView;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Pack;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How far it is to the next tier. */
public final class Progress {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Progress() {}

  /** The way from the tier that is held to the next one, with what would be new on it. */
  public static Component of(
      Pack pack, MemberView view, MemberView.Progress before, MemberView.Progress after) {
    Words words = Words.here();
    Div all = Parts.div("way");
    MemberState.Standing standing = view.state().standing(after.ladder()).orElseThrow();
    Div ends = Parts.div("row small", Standings.tier(pack, standing, words), Parts.span("grow"));
    if (after.next().isEmpty() || after.thresholds().isEmpty()) {
      ends.add(Parts.span("sub", words.of("progress.highest")));
      all.add(ends);
      return all;
    }
    String next = after.next().get();
    MemberView.Threshold threshold = after.thresholds().getFirst();
    BigDecimal was =
        before.thresholds().stream()
            .filter(each -> each.metric().equals(threshold.metric()))
            .findFirst()
            .map(MemberView.Threshold::value)
            .orElse(threshold.value());
    ends.add(
        Parts.span(
            "sub nowrap",
            words.of("progress.to", value(pack, threshold.metric(), missing(threshold)))),
        Standings.tier(pack, after.ladder(), next, words));
    int rank = Standings.rank(pack, after.ladder(), standing.tier());
    Div meter = Parts.hidden(Parts.div("meter " + Parts.tier(rank)));
    BigDecimal start = share(was.min(threshold.value()), threshold);
    meter.add(bar("have", start), bar("more", share(threshold.value(), threshold).subtract(start)));
    all.add(ends, meter);
    String metric = words.of(metric(pack, threshold.metric()).title());
    String said =
        was.compareTo(threshold.value()) == 0
            ? words.of(
                "progress.now",
                value(pack, threshold.metric(), threshold.value()),
                value(pack, threshold.metric(), threshold.atLeast()),
                metric)
            : words.of(
                "progress.changed",
                value(pack, threshold.metric(), was),
                value(pack, threshold.metric(), threshold.value()),
                value(pack, threshold.metric(), threshold.atLeast()),
                metric);
    all.add(Parts.div("xs mute", Parts.text(said)));
    return all;
  }

  private static Div bar(String css, BigDecimal percent) {
    Div bar = Parts.div(css);
    bar.getStyle().set("width", percent.toPlainString() + "%");
    return bar;
  }

  /** What is missing to a threshold. */
  public static BigDecimal missing(MemberView.Threshold threshold) {
    return threshold.atLeast().subtract(threshold.value()).max(BigDecimal.ZERO);
  }

  /** How much of a threshold there is, in per cent from 0 to 100. */
  public static BigDecimal share(BigDecimal value, MemberView.Threshold of) {
    if (of.atLeast().signum() <= 0) return HUNDRED;
    return value
        .max(BigDecimal.ZERO)
        .multiply(HUNDRED)
        .divide(of.atLeast(), 1, RoundingMode.DOWN)
        .min(HUNDRED);
  }

  /** A metric's value as it is counted: money or a number. */
  public static String value(Pack pack, String metric, BigDecimal value) {
    Words words = Words.here();
    return metric(pack, metric).counts() instanceof Metric.Count.Spend
        ? words.money(value, pack.programme().currency())
        : words.number(value);
  }

  public static Metric metric(Pack pack, String id) {
    Optional<Metric> found =
        pack.programme().metrics().stream().filter(each -> each.id().equals(id)).findFirst();
    return found.orElseThrow(
        () -> new IllegalArgumentException("There is no metric %s.".formatted(id)));
  }
}
