package dev.laurel.engine.decision;

import dev.laurel.engine.decision.FactsMaker.Reading;
import dev.laurel.engine.member.Calendar;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.member.Tally;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.LadderPlan.MarkPlan;
import dev.laurel.engine.revision.MetricPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.vocabulary.HiddenMetrics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The state of a member of whom a scenario says what is already there. */
final class Beginning {
  private final Revision revision;
  private final List<Lapses> following;
  private final FactsMaker factsMaker;
  private final Scenario.Given given;
  private final LocalDate day;
  private final LocalDate enrolled;

  /**
   * @param day of the first step; points are as if earned and tiers as if reached on it
   */
  Beginning(
      Revision revision,
      FactsMaker factsMaker,
      List<Lapses> following,
      Scenario.Given given,
      LocalDate day) {
    this.revision = revision;
    this.factsMaker = factsMaker;
    this.following = following;
    this.given = given;
    this.day = day;
    this.enrolled = given.enrolled().orElse(day);
  }

  MemberState of(String member) {
    MemberState empty = Working.begin(revision, member);
    List<MemberState.Standing> standings = standings();
    Set<String> tiers =
        standings.stream().map(MemberState.Standing::tier).collect(Collectors.toSet());
    List<Tally> tallies = tallies(empty.tallies());
    return new MemberState(
        member,
        1,
        day.atStartOfDay(revision.zone()).toInstant(),
        empty.metricSet(),
        new MemberState.Profile(
            Optional.of(enrolled), given.birthday(), new TreeMap<>(given.attributes())),
        standings,
        revision.pack().programme().pointKinds().stream().map(k -> purse(k, tiers)).toList(),
        tallies,
        marks(tallies),
        0,
        Optional.empty());
  }

  private List<MemberState.Standing> standings() {
    List<MemberState.Standing> standings = new ArrayList<>();
    for (LadderPlan plan : revision.ladders()) {
      String ladder = plan.ladder().id();
      int rank = Optional.ofNullable(given.tiers().get(ladder)).map(plan::rank).orElse(0);
      LadderPlan.TierPlan tier = plan.tiers().get(rank);
      Optional<LocalDate> until = rank == 0 ? Optional.empty() : until(plan, tier);
      standings.add(
          new MemberState.Standing(ladder, tier.id(), day, until, rank == 0 ? "" : "given"));
    }
    return standings;
  }

  private Optional<LocalDate> until(LadderPlan plan, LadderPlan.TierPlan tier) {
    return Optional.ofNullable(given.tiersUntil().get(plan.ladder().id()))
        .map(last -> Terms.atStart(last, plan.ladder().ends()))
        .or(() -> Terms.until(revision, tier.validity(), plan.ladder().ends(), day, enrolled));
  }

  private Purse purse(PointKind kind, Set<String> tiers) {
    BigDecimal points = given.points().getOrDefault(kind.id(), BigDecimal.ZERO);
    long units = points.multiply(BigDecimal.valueOf(Rounder.unitsPerPoint(kind))).longValueExact();
    Purse empty = Purse.empty(kind.id());
    if (units == 0) return empty;
    Purse.Lot lot = Terms.lot(kind, day, units);
    Purse purse =
        empty.plus(
            new Purse.Lot(
                lot.earnedOn(),
                lot.earnedOn(),
                lot.lapsesOn(),
                units,
                false,
                lot.follows(),
                lot.since()));
    for (Lapses each : following)
      if (each.kind().equals(kind.id())) purse = each.follow(purse, tiers, day, enrolled);
    return purse;
  }

  private List<Tally> tallies(List<Tally> empty) {
    List<Tally> tallies = new ArrayList<>(empty);
    for (int i = 0; i < revision.metrics().size(); i++) {
      MetricPlan plan = revision.metrics().get(i);
      BigDecimal value = given.metrics().get(plan.metric().id());
      if (value == null) continue;
      int decimals = FactsMaker.isMoney(plan) ? revision.currencyDecimals() : 6;
      int key = Calendar.key(plan.period(), day, enrolled);
      tallies.set(
          i,
          Tally.of(
              new int[] {key},
              new long[] {value.movePointRight(decimals).longValueExact()},
              Integer.MIN_VALUE));
    }
    bought(tallies);
    return tallies;
  }

  /** Whoever is in a fifth has bought something in the time that is looked at. */
  private void bought(List<Tally> tallies) {
    given
        .fifths()
        .keySet()
        .forEach(over -> {
          String counts = HiddenMetrics.frequency(HiddenMetrics.described(revision.pack(), over));
          for (int i = revision.declared().size(); i < revision.metrics().size(); i++)
            if (revision.metrics().get(i).metric().id().equals(counts))
              tallies.set(i, once(revision.metrics().get(i)));
        });
  }

  private Tally once(MetricPlan plan) {
    return Tally.of(
        new int[] {Calendar.key(plan.period(), day, enrolled)},
        new long[] {FactsMaker.MICROS},
        Integer.MIN_VALUE);
  }

  /** What the metrics reach already was given already, of a tier's marks to whoever holds it. */
  private SortedMap<String, Tally> marks(List<Tally> tallies) {
    SortedMap<String, Tally> marks = new TreeMap<>();
    for (LadderPlan plan : revision.ladders()) {
      int held =
          Optional.ofNullable(given.tiers().get(plan.ladder().id())).map(plan::rank).orElse(0);
      for (MarkPlan mark : plan.marks()) {
        if (mark.rank() != MarkPlan.ANY_TIER && mark.rank() != held) continue;
        MetricPlan metric = revision.metrics().get(mark.metric());
        if (!given.metrics().containsKey(metric.metric().id())) continue;
        Tally tally = tallies.get(mark.metric());
        long times = mark.reachedBy(factsMaker.read(metric, tally, day, enrolled, Reading.UP_TO));
        int key = Calendar.key(metric.period(), day, enrolled);
        if (times > 0)
          marks.put(mark.key(), Tally.of(new int[] {key}, new long[] {times}, Integer.MIN_VALUE));
      }
    }
    return marks;
  }
}
