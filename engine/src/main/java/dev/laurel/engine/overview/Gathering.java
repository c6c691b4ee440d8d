package dev.laurel.engine.overview;

import dev.laurel.engine.decision.Compared;
import dev.laurel.engine.decision.Having;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Tally;
import dev.laurel.engine.revision.GroupPlan;
import dev.laurel.engine.revision.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums up what members have beside tiers and points, one after the other. Not thread-safe. */
final class Gathering {
  private final Revision revision;
  private final Having having;
  private final Instant asOf;
  private final LocalDate day;
  private final SortedMap<String, Long> segments = new TreeMap<>();
  private final SortedMap<String, Gathered.Benefit> benefits = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Gathered.Group>> groups = new TreeMap<>();
  private final SortedMap<String, Gathered.Challenge> challenges = new TreeMap<>();
  private long skipped;

  Gathering(Revision revision, Instant asOf) {
    this.revision = revision;
    this.having = new Having(revision);
    this.asOf = asOf;
    this.day = asOf.atZone(revision.zone()).toLocalDate();
    revision.segments().forEach(plan -> segments.put(plan.id(), 0L));
  }

  void add(MemberState state) {
    // Of one whose metrics are others nobody knows what its segments ask for.
    if (!state.metricSet().equals(revision.metricSet())) {
      skipped++;
      return;
    }
    for (String id : having.segmentsOf(state, day)) segments.merge(id, 1L, Long::sum);
    for (Having.Usable each : having.benefits(state, asOf)) {
      boolean has = each.held() || !each.handedOut().isEmpty();
      benefits.merge(
          each.benefit(),
          new Gathered.Benefit(has ? 1 : 0, each.issued(), each.used(), each.expired()),
          Gathered.Benefit::plus);
    }
    for (Having.Challenged each : having.challenges(state, day))
      challenges.merge(
          each.challenge(),
          new Gathered.Challenge(each.count() > 0 ? 1 : 0, each.rounds() > 0 ? 1 : 0),
          Gathered.Challenge::plus);
    if (!revision.groups().isEmpty()) groups(state);
  }

  private void groups(MemberState state) {
    long seed = GroupPlan.seedOf(state.member());
    for (GroupPlan plan : revision.groups()) {
      String group = plan.of(seed);
      long purchases = counted(state, plan, group, Compared.What.PURCHASES);
      groups
          .computeIfAbsent(plan.campaign(), _ -> new TreeMap<>())
          .merge(
              group,
              new Gathered.Group(
                  purchases > 0 ? 1 : 0,
                  purchases,
                  counted(state, plan, group, Compared.What.AMOUNT),
                  counted(state, plan, group, Compared.What.POINTS)),
              Gathered.Group::plus);
    }
  }

  private static long counted(MemberState state, GroupPlan plan, String group, Compared.What what) {
    Tally tally = state.usages().get(Compared.key(plan.campaign(), group, what));
    return tally == null || tally.size() == 0 ? 0 : tally.units(0);
  }

  Gathered gathered() {
    return new Gathered(segments, benefits, groups, challenges, skipped);
  }
}
