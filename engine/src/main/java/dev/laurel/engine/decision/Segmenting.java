package dev.laurel.engine.decision;

import dev.laurel.engine.decision.FactsMaker.Reading;
import dev.laurel.engine.member.Holdings;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Quintiles.Fifths;
import dev.laurel.engine.member.Quintiles.Ranked;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.revision.SegmentPlan;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.engine.rulebase.RuleBase;
import dev.laurel.engine.rulebase.RuleBase.Hit;
import dev.laurel.rules.language.Segment.Membership.Lifecycle;
import dev.laurel.rules.language.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which segments a member belongs to. Immutable and thread-safe.
 *
 * @see "engine/docs/decisions/067-segments.md"
 */
final class Segmenting {
  private final Revision revision;
  private final List<SegmentPlan> plans;
  private final int slot;
  private final int levels;
  private final List<Span> lostAfter;

  Segmenting(Revision revision) {
    this.revision = revision;
    this.plans = revision.segments();
    this.slot = revision.layout().slot("member.segments");
    this.levels = plans.stream().mapToInt(plan -> plan.level() + 1).max().orElse(0);
    this.lostAfter =
        plans.stream()
            .flatMap(plan ->
                plan.segment().is() instanceof Lifecycle life
                    ? Optional.of(life.lostAfter()).stream()
                    : Optional.<Span>empty().stream())
            .distinct()
            .toList();
  }

  boolean areNone() {
    return plans.isEmpty();
  }

  /**
   * Adds to a member's facts what segments ask for, and the segments where a rule asks for them.
   */
  void tell(Facts facts, MemberState state, LocalDate day, Reading reading) {
    for (SegmentPlan plan : plans) {
      if (plan.segment().is() instanceof Lifecycle life)
        facts.set(plan.slots().stage(), nameOf(stage(life, state, day)));
      if (plan.rfm().isPresent())
        fifths(state, plan.rfm().get(), day, reading)
            .ifPresent(fifths -> {
              facts.set(plan.slots().recency(), fifths.recency() * FactsMaker.MICROS);
              facts.set(plan.slots().frequency(), fifths.frequency() * FactsMaker.MICROS);
              facts.set(plan.slots().money(), fifths.money() * FactsMaker.MICROS);
            });
    }
    if (slot >= 0) facts.set(slot, of(facts));
  }

  /** The member's fifths; empty where no snapshot tells them, or nothing was bought. */
  private Optional<Fifths> fifths(
      MemberState state, SegmentPlan.Rfm rfm, LocalDate day, Reading reading) {
    return state
        .holdings()
        .quintiles()
        .flatMap(quintiles -> quintiles.of(rfm.over()))
        .flatMap(bounds -> ranked(state, rfm, day, reading).map(bounds::of));
  }

  /** By what the member is ranked; empty where nothing was bought in the time looked at. */
  Optional<Ranked> ranked(MemberState state, SegmentPlan.Rfm rfm, LocalDate day, Reading reading) {
    long purchases = count(state, rfm.frequency(), day, reading) / FactsMaker.MICROS;
    if (purchases <= 0) return Optional.empty();
    return Optional.of(
        new Ranked(
            state.lastPurchase().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE),
            purchases,
            count(state, rfm.money(), day, reading)));
  }

  private long count(MemberState state, int metric, LocalDate day, Reading reading) {
    return FactsMaker.count(
        state.tallies().get(metric),
        revision.metrics().get(metric).period(),
        day,
        state.profile().enrolled().orElse(day),
        reading);
  }

  /** The segments of whom these facts are, by id. */
  List<String> of(Facts facts) {
    List<String> found = new ArrayList<>();
    for (int level = 0; level < levels; level++) {
      if (level > 0) facts.set(slot, List.copyOf(found));
      try (RuleBase.Session session = revision.base().open()) {
        for (Hit hit : session.member(facts)) {
          int index = hit.rule() - plans.getFirst().rule();
          // Benefits are rules about members too.
          if (index < plans.size() && plans.get(index).level() == level)
            found.add(plans.get(index).id());
        }
      }
    }
    return found.stream().sorted().toList();
  }

  /**
   * Notes that the member, who was lost by the terms of some segment, bought again.
   *
   * @param last the last purchase before, or the day of enrolment
   */
  Holdings bought(Holdings holdings, LocalDate last, LocalDate day) {
    Holdings now = holdings;
    for (Span span : lostAfter)
      if (!span.after(last).isAfter(day)) now = now.withReturn(span.toString(), day);
    return now;
  }

  /**
   * Notes where the member belongs now, and tells what has changed.
   *
   * @param facts of the member after all that was decided
   */
  void settle(Working working, Facts facts) {
    SortedMap<String, LocalDate> before = working.holdings().segments();
    SortedMap<String, LocalDate> now = new TreeMap<>();
    for (String id : of(facts)) now.put(id, before.getOrDefault(id, working.day));
    if (now.keySet().equals(before.keySet())) return;
    for (SegmentPlan plan : plans) {
      boolean joins = now.containsKey(plan.id());
      if (joins != before.containsKey(plan.id()))
        working.findings.add(new Finding.Segmented(SegmentPlan.placeOf(plan.id()), joins));
    }
    working.holdings(working.holdings().withSegments(now));
  }

  private static String nameOf(Lifecycle.Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The stage of a member's life as a customer: new for a time after the enrolment; then lost, or
   * at risk, so long after the last purchase (or the enrolment, where there was none); won back for
   * as long as one counts as active, after a purchase of one who was lost; else active.
   */
  private static Lifecycle.Stage stage(Lifecycle life, MemberState state, LocalDate day) {
    LocalDate enrolled = state.profile().enrolled().orElse(day);
    if (day.isBefore(life.newFor().after(enrolled))) return Lifecycle.Stage.NEW;
    LocalDate last = state.lastPurchase().orElse(enrolled);
    if (!day.isBefore(life.lostAfter().after(last))) return Lifecycle.Stage.LOST;
    if (!day.isBefore(life.activeFor().after(last))) return Lifecycle.Stage.AT_RISK;
    LocalDate back = state.holdings().returned().get(life.lostAfter().toString());
    return back != null && day.isBefore(life.activeFor().after(back))
        ? Lifecycle.Stage.WON_BACK
        : Lifecycle.Stage.ACTIVE;
  }
}
