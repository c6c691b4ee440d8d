package dev.laurel.engine.operation;

import dev.laurel.engine.code.ShownCodes;
import dev.laurel.engine.decision.Having;
import dev.laurel.engine.member.MemberState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a member stands. Immutable.
 *
 * @param asOf the instant up to which time has been taken into account
 * @param decisions how many decisions are kept of the member
 * @param metrics each metric of the programme, in its order
 * @param progress the way to the next tier of each ladder, in their order
 * @param segments each segment of the programme, in its order
 * @param challenges each challenge, in its order
 * @param benefits each benefit, in its order
 */
public record MemberView(
    MemberState state,
    Instant asOf,
    long decisions,
    List<MetricValue> metrics,
    List<Progress> progress,
    List<Having.InSegment> segments,
    List<Having.Challenged> challenges,
    List<Having.Usable> benefits) {
  public MemberView {
    metrics = List.copyOf(metrics);
    progress = List.copyOf(progress);
    segments = List.copyOf(segments);
    challenges = List.copyOf(challenges);
    benefits = List.copyOf(benefits);
  }

  /** The same with its codes as they may be seen. */
  public MemberView with(ShownCodes shown) {
    if (shown.whole()) return this;
    return new MemberView(
        state,
        asOf,
        decisions,
        metrics,
        progress,
        segments,
        challenges,
        benefits.stream().map(each -> each.with(shown)).toList());
  }

  /**
   * What a metric counts over its period.
   *
   * @param value money, or a number
   */
  public record MetricValue(String metric, BigDecimal value) {}

  /**
   * @param next the next higher tier; empty on the highest
   * @param thresholds what its entry asks of metrics, in its order; it may ask for other things
   *     too, or for some of these only
   */
  public record Progress(String ladder, Optional<String> next, List<Threshold> thresholds) {
    public Progress {
      thresholds = List.copyOf(thresholds);
    }
  }

  /** What a metric must reach, and what it counts now. */
  public record Threshold(String metric, BigDecimal atLeast, BigDecimal value) {}
}
