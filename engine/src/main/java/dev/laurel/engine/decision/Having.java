package dev.laurel.engine.decision;

import dev.laurel.engine.code.ShownCodes;
import dev.laurel.engine.decision.FactsMaker.Reading;
import dev.laurel.engine.member.Holdings.Entitlement;
import dev.laurel.engine.member.Holdings.Progress;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Quintiles.Bounds;
import dev.laurel.engine.member.Quintiles.Fifths;
import dev.laurel.engine.member.Quintiles.Ranked;
import dev.laurel.engine.member.Tally;
import dev.laurel.engine.revision.BenefitPlan;
import dev.laurel.engine.revision.ChallengePlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.revision.SegmentPlan;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.engine.rulebase.RuleBase;
import dev.laurel.engine.rulebase.RuleBase.Hit;
import dev.laurel.engine.rulebase.Unmet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells what a member has beside tiers, points and counts at a moment, and why not what not.
 * Immutable and thread-safe.
 */
public final class Having {
  private final Revision revision;
  private final FactsMaker factsMaker;

  public Having(Revision revision) {
    this.revision = revision;
    this.factsMaker = new FactsMaker(revision);
  }

  /**
   * Whether the member belongs to a segment.
   *
   * @param since the day on which it was found; empty where an event is still to find it
   * @param unmet what is missing, where the member does not belong to it
   * @param fifths of a segment that asks for fifths of the population, in which ones the member is;
   *     empty where there are none
   */
  public record InSegment(
      String segment,
      boolean in,
      Optional<LocalDate> since,
      List<Unmet> unmet,
      Optional<InFifths> fifths) {}

  /**
   * In which fifths of the population a member is.
   *
   * @param counted the day of the snapshot that tells it
   * @param by what the member is ranked by
   * @param bounds where the fifths begin
   */
  public record InFifths(LocalDate counted, Ranked by, Bounds bounds) {
    /** The fifths. */
    public Fifths fifths() {
      return bounds.of(by);
    }
  }

  /**
   * How far a challenge was brought.
   *
   * @param count of steps that still count
   * @param goal at how many it is complete
   * @param ends the day at whose start what was begun is over; empty where it does not end
   * @param rounds how often it was completed
   * @param open whether it can still be brought forward
   */
  public record Challenged(
      String challenge,
      long count,
      long goal,
      Optional<LocalDate> ends,
      long rounds,
      boolean open) {}

  /**
   * What the member has of a benefit.
   *
   * @param held whether the member has it without its being handed out
   * @param left how often what is held can be used in its present period; empty where as often as
   *     one likes, and where it is not held
   * @param handedOut what was handed out and can be used, by when it lapses
   * @param issued how many were handed out so far
   * @param used how often it was used so far
   * @param expired how many lapsed so far
   * @param unmet what is missing, where it names others
   */
  public record Usable(
      String benefit,
      boolean held,
      OptionalLong left,
      List<HandedOut> handedOut,
      long issued,
      long used,
      long expired,
      List<Unmet> unmet) {
    /** The same with its codes as they may be seen. */
    public Usable with(ShownCodes shown) {
      return new Usable(
          benefit,
          held,
          left,
          handedOut.stream().map(each -> each.with(shown)).toList(),
          issued,
          used,
          expired,
          unmet);
    }
  }

  /**
   * What was handed out.
   *
   * @param until the day at whose start it lapses
   * @param left how often it can be used now
   * @param event by which event, as {@code source:id}
   * @param code by which it is used; empty where the benefit has no codes
   */
  public record HandedOut(
      LocalDate since, Optional<LocalDate> until, long left, String event, Optional<String> code) {
    HandedOut with(ShownCodes shown) {
      return new HandedOut(since, until, left, event, code.map(shown::of));
    }
  }

  /**
   * How often benefits were used for which the history as it is known now leaves no way. Immutable.
   *
   * @param byKey by the names under which the state counts it
   */
  public record Unfound(Map<String, Long> byKey) {
    public static Unfound in(MemberState state) {
      Map<String, Long> byKey = new TreeMap<>();
      state
          .usages()
          .forEach((key, counted) -> {
            if (Benefits.isUnfound(key) && counted.size() > 0) byKey.put(key, counted.units(0));
          });
      return new Unfound(byKey);
    }

    /** Whether there is any use more than there was. */
    public boolean exceeds(Unfound before) {
      return byKey.entrySet().stream()
          .anyMatch(each -> each.getValue() > before.byKey.getOrDefault(each.getKey(), 0L));
    }
  }

  /** The ids of the segments to which the member belongs, in their order. */
  public List<String> segmentsOf(MemberState state, LocalDate day) {
    if (revision.segments().isEmpty()) return List.of();
    return factsMaker.segmenting().of(factsMaker.standing(state, day, Reading.UP_TO));
  }

  /** The segments, in the pack's order. */
  public List<InSegment> segments(MemberState state, LocalDate day) {
    if (revision.segments().isEmpty()) return List.of();
    Facts facts = factsMaker.standing(state, day, Reading.UP_TO);
    Set<String> in = new HashSet<>(factsMaker.segmenting().of(facts));
    List<InSegment> all = new ArrayList<>();
    for (SegmentPlan plan : revision.segments())
      all.add(
          new InSegment(
              plan.id(),
              in.contains(plan.id()),
              in.contains(plan.id())
                  ? Optional.ofNullable(state.holdings().segments().get(plan.id()))
                  : Optional.empty(),
              in.contains(plan.id()) ? List.of() : revision.base().unmet(plan.rule(), facts),
              plan.rfm().flatMap(rfm -> fifths(state, rfm, day))));
    return all;
  }

  private Optional<InFifths> fifths(MemberState state, SegmentPlan.Rfm rfm, LocalDate day) {
    return state
        .holdings()
        .quintiles()
        .flatMap(quintiles ->
            quintiles
                .of(rfm.over())
                .flatMap(bounds ->
                    ranked(state, rfm, day).map(by -> new InFifths(quintiles.day(), by, bounds))));
  }

  /** By what a member is ranked; empty where nothing was bought in the time looked at. */
  public Optional<Ranked> ranked(MemberState state, SegmentPlan.Rfm rfm, LocalDate day) {
    return factsMaker.segmenting().ranked(state, rfm, day, Reading.UP_TO);
  }

  /** The challenges, in the pack's order. */
  public List<Challenged> challenges(MemberState state, LocalDate day) {
    List<Challenged> all = new ArrayList<>();
    for (ChallengePlan plan : revision.challenges()) {
      Progress progress = state.holdings().challenges().getOrDefault(plan.id(), Progress.NOT_BEGUN);
      Optional<LocalDate> ends =
          progress.count() == 0
              ? Optional.empty()
              : Challenges.ends(plan, progress, state.profile().enrolled().orElse(day));
      boolean over = ends.filter(end -> !end.isAfter(day)).isPresent();
      all.add(
          new Challenged(
              plan.id(),
              over ? 0 : progress.count(),
              plan.goal(),
              over ? Optional.empty() : ends,
              progress.rounds(),
              plan.challenge().repeats() || progress.rounds() == 0));
    }
    return all;
  }

  /** The benefits at a moment, since some are had at some times only, in the pack's order. */
  public List<Usable> benefits(MemberState state, Instant at) {
    if (revision.benefits().isEmpty()) return List.of();
    LocalDate day = at.atZone(revision.zone()).toLocalDate();
    Facts facts = factsMaker.moment(state, at, day, Reading.UP_TO);
    Set<Integer> met = new HashSet<>();
    try (RuleBase.Session session = revision.base().open()) {
      for (Hit hit : session.member(facts)) met.add(hit.rule());
    }
    List<Usable> all = new ArrayList<>();
    for (BenefitPlan plan : revision.benefits()) {
      boolean named = met.contains(plan.rule());
      all.add(
          new Usable(
              plan.id(),
              plan.isHeld() && named,
              plan.isHeld() && named ? left(plan, state, day) : OptionalLong.empty(),
              handedOut(plan, state, day),
              Benefits.counted(state, plan.id(), Benefits.What.ISSUED),
              Benefits.counted(state, plan.id(), Benefits.What.USED),
              Benefits.counted(state, plan.id(), Benefits.What.EXPIRED),
              named ? List.of() : revision.base().unmet(plan.rule(), facts)));
    }
    return all;
  }

  private static OptionalLong left(BenefitPlan plan, MemberState state, LocalDate day) {
    if (plan.benefit().entitlement().isEmpty()) return OptionalLong.empty();
    Tally used = state.usages().getOrDefault(Benefits.heldKey(plan), Tally.EMPTY);
    return OptionalLong.of(left(plan, used, state, day));
  }

  private static long left(BenefitPlan plan, Tally used, MemberState state, LocalDate day) {
    return Math.max(0, Benefits.left(plan, used, day, state.profile().enrolled().orElse(day)));
  }

  private static List<HandedOut> handedOut(BenefitPlan plan, MemberState state, LocalDate day) {
    List<HandedOut> all = new ArrayList<>();
    for (Entitlement each : state.holdings().entitlements())
      if (each.benefit().equals(plan.id()) && each.holds(day))
        all.add(
            new HandedOut(
                each.since(),
                each.until(),
                left(plan, each.used(), state, day),
                each.source() + ":" + each.event(),
                each.code()));
    return all;
  }
}
