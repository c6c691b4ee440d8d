package dev.laurel.engine.scenario;

import dev.laurel.engine.decision.Having;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.operation.MemberView;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.language.Scenario.Happening;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.language.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A case that was tried and may be kept. Immutable.
 *
 * @param who how the member stands before
 * @param at local time in the programme's zone
 */
public record TriedCase(Scenario.Given who, LocalDateTime at, Happening.Purchase purchase) {
  /**
   * Somebody who stands as a member does: tiers, points to spend, metrics and facts. Nobody can be
   * recognised by it: neither id nor birthday nor anything personal comes along, since a pack is
   * handed about. Nor do limits that were used and days on which points expire, which a scenario
   * cannot say.
   */
  public static Scenario.Given like(MemberView member, Pack pack) {
    SortedMap<String, String> tiers = new TreeMap<>();
    SortedMap<String, LocalDate> until = new TreeMap<>();
    for (Ladder ladder : pack.ladders())
      member
          .state()
          .standing(ladder.id())
          .filter(standing -> rank(ladder, standing) > 0)
          .ifPresent(standing -> {
            tiers.put(ladder.id(), standing.tier());
            standing.until().ifPresent(day -> until.put(ladder.id(), last(ladder, day)));
          });
    SortedMap<String, BigDecimal> points = new TreeMap<>();
    for (PointKind kind : pack.programme().pointKinds())
      member
          .state()
          .purse(kind.id())
          .map(Purse::available)
          .filter(units -> units > 0)
          .ifPresent(units -> points.put(kind.id(), Happenings.points(kind, units)));
    SortedMap<String, BigDecimal> metrics = new TreeMap<>();
    for (MemberView.MetricValue metric : member.metrics())
      if (metric.value().signum() > 0
          && pack.programme().metrics().stream().anyMatch(m -> m.id().equals(metric.metric())))
        metrics.put(metric.metric(), metric.value());
    return new Scenario.Given(
        member.state().profile().enrolled(),
        Optional.empty(),
        tiers,
        until,
        points,
        metrics,
        facts(member.state(), pack),
        Map.of(),
        fifths(member, pack));
  }

  private static SortedMap<String, Scenario.Fifths> fifths(MemberView member, Pack pack) {
    SortedMap<String, Scenario.Fifths> fifths = new TreeMap<>();
    for (Having.InSegment in : member.segments())
      for (Segment segment : pack.segments())
        if (segment.id().equals(in.segment()) && segment.is() instanceof Segment.Membership.Rfm rfm)
          in.fifths()
              .map(Having.InFifths::fifths)
              .ifPresent(of ->
                  fifths.put(
                      rfm.over(), new Scenario.Fifths(of.recency(), of.frequency(), of.money())));
    return fifths;
  }

  private static SortedMap<String, Datum> facts(MemberState state, Pack pack) {
    SortedMap<String, Datum> facts = new TreeMap<>();
    for (Vocabulary.Attribute attribute :
        pack.vocabulary().map(Vocabulary::member).orElse(List.of())) {
      Datum datum = state.profile().attributes().get(attribute.id());
      if (datum != null && !attribute.personal()) facts.put(attribute.id(), datum);
    }
    return facts;
  }

  private static int rank(Ladder ladder, MemberState.Standing standing) {
    for (int rank = 0; rank < ladder.tiers().size(); rank++)
      if (ladder.tiers().get(rank).id().equals(standing.tier())) return rank;
    return 0;
  }

  /** As scenarios name the day on which a term ends. */
  private static LocalDate last(Ladder ladder, LocalDate until) {
    return switch (ladder.ends()) {
      case AT_ITS_START -> until;
      case TO_ITS_END -> until.minusDays(1);
    };
  }
}
