package dev.laurel.engine.operation;

import dev.laurel.engine.decision.Decider;
import dev.laurel.engine.decision.Having;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.operation.MemberView.MetricValue;
import dev.laurel.engine.operation.MemberView.Progress;
import dev.laurel.engine.operation.MemberView.Threshold;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Requirement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells where members stand under one revision. Immutable and thread-safe. */
final class MemberViews {
  private final Decider decider;
  private final Having having;

  MemberViews(Decider decider) {
    this.decider = decider;
    this.having = new Having(decider.revision());
  }

  /**
   * @param state brought up to this instant
   */
  MemberView of(MemberState state, long decisions, Instant asOf) {
    // A pool counts nothing and stands on no ladder.
    if (Event.isPool(state.member()))
      return new MemberView(
          state, asOf, decisions, List.of(), List.of(), List.of(), List.of(), List.of());
    Revision revision = decider.revision();
    LocalDate day = asOf.atZone(revision.zone()).toLocalDate();
    List<MetricValue> metrics =
        revision.declared().stream()
            .map(plan -> plan.metric().id())
            .map(id -> new MetricValue(id, decider.metric(state, id, day)))
            .toList();
    List<Progress> progress =
        revision.ladders().stream().map(plan -> progress(plan, state, day)).toList();
    return new MemberView(
        state,
        asOf,
        decisions,
        metrics,
        progress,
        having.segments(state, day),
        having.challenges(state, day),
        having.benefits(state, asOf));
  }

  private Progress progress(LadderPlan plan, MemberState state, LocalDate day) {
    Ladder ladder = plan.ladder();
    int held =
        state
            .standing(ladder.id())
            .map(standing -> plan.rankIfAny(standing.tier()).orElse(0))
            .orElse(0);
    if (held + 1 >= ladder.tiers().size())
      return new Progress(ladder.id(), Optional.empty(), List.of());
    Ladder.Tier next = ladder.tiers().get(held + 1);
    List<Threshold> thresholds = new ArrayList<>();
    next.entry().ifPresent(entry -> collect(entry, state, day, thresholds));
    return new Progress(ladder.id(), Optional.of(next.id()), thresholds);
  }

  private void collect(
      Requirement requirement, MemberState state, LocalDate day, List<Threshold> to) {
    switch (requirement) {
      case Requirement.Reaches(var id, var metric, BigDecimal atLeast) ->
          to.add(new Threshold(metric, atLeast, decider.metric(state, metric, day)));
      case Requirement.Holds h -> {}
      case Requirement.AllOf(var id, var parts) ->
          parts.forEach(part -> collect(part, state, day, to));
      case Requirement.AnyOf(var id, var parts) ->
          parts.forEach(part -> collect(part, state, day, to));
      case Requirement.SomeOf(var id, var least, var parts) ->
          parts.forEach(part -> collect(part, state, day, to));
    }
  }
}
