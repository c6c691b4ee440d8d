package dev.laurel.engine.oracle;

import dev.laurel.engine.event.Event;
import dev.laurel.rules.language.Challenge;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Milestone;
import dev.laurel.rules.language.Ladder.Tier;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Metric.Count;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Trigger;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What ladders give once it is settled where the member stands. */
final class Gifts {
  private final Page page;
  private final LocalDate day;
  private final boolean wholeDay;
  private final Event event;
  private final List<Applied> due = new ArrayList<>();

  /**
   * @param wholeDay whether metrics are read with the day itself, or with the days before it
   */
  Gifts(Page page, LocalDate day, boolean wholeDay) {
    // Nothing is asked of what happened but that it hands something out.
    this.event = new Event("ladder", "", "", Instant.EPOCH, new Event.Body.Other("", Map.of()));
    this.page = page;
    this.day = day;
    this.wholeDay = wholeDay;
  }

  /** Something is given at a place of the pack, so many times. */
  void add(String place, List<Outcome> then, int times) {
    add(place, new Trigger.Purchase(), then, times);
  }

  /** The same by what it answers to. */
  void add(String place, Trigger on, List<Outcome> then, int times) {
    if (then.isEmpty() || times <= 0) return;
    EarningRule rule = rule(place, on, Optional.empty(), List.of(), Rows.NONE, then);
    EarningGroup alone =
        new EarningGroup(place, Text.of(place), EarningGroup.Meeting.ADD, List.of(), List.of(rule));
    due.add(new Applied(rule, Optional.of(alone), Optional.empty(), List.of(), times));
  }

  /** What a challenge asks for, as a rule. */
  static EarningRule rule(String place, Challenge challenge, List<Outcome> then) {
    return rule(
        place, challenge.on(), challenge.inForce(), challenge.audience(), challenge.when(), then);
  }

  private static EarningRule rule(
      String place,
      Trigger on,
      Optional<EarningRule.Term> inForce,
      List<String> audience,
      Rows when,
      List<Outcome> then) {
    return new EarningRule(
        place,
        Text.of(place),
        true,
        on,
        EarningRule.Scope.EVENT,
        inForce,
        audience,
        when,
        Rows.NONE,
        then,
        Optional.empty(),
        0,
        List.of());
  }

  /** What was added. */
  List<Applied> due() {
    return List.copyOf(due);
  }

  /** The marks that the metrics stand at or above after an event. */
  void marks() {
    for (Ladder ladder : page.programming.ladders()) {
      String place = "ladders/" + ladder.id();
      ladder.milestones().forEach(mark -> mark(place, mark));
      for (Tier tier : ladder.tiers())
        if (page.past.shown.get(ladder.id()).tier().equals(tier.id()))
          tier.milestones().forEach(mark -> mark(place + "/tiers/" + tier.id(), mark));
    }
  }

  private void mark(String of, Milestone mark) {
    Metric metric =
        page.programming.metrics().stream()
            .filter(m -> m.id().equals(mark.metric()))
            .findFirst()
            .orElseThrow();
    BigDecimal value = new Member(page.programming, page.past, day, true).metric(metric);
    int reached = 0;
    for (BigDecimal next = mark.at();
        next.compareTo(value) <= 0 && (mark.atMost().isEmpty() || reached < mark.atMost().get());
        next = next.add(mark.each().orElse(value))) {
      reached++;
      if (mark.each().isEmpty()) break;
    }
    String place = of + "/milestones/" + mark.id();
    String counted = "mark/" + place;
    int given =
        page.past.sum(counted, page.programming.period(metric.over()), day, true).intValueExact();
    if (reached <= given) return;
    page.past.count(counted, day, BigDecimal.valueOf(reached - given));
    page.decisive.by(mark);
    if (reached - given > 1) page.decisive.by("several marks at once");
    if (given > 0) page.decisive.by("a mark again");
    add(place, mark.then(), reached - given);
  }

  /** Gives what was added, together. */
  void give() {
    if (due.isEmpty()) return;
    due.sort(Comparator.comparing(Applied::id));
    Member member = new Member(page.programming, page.past.copy(), day, wholeDay);
    Known known = Known.standing(page.programming, member);
    Yields yields = new Yields(page, known);
    Map<Applied, List<Piece>> given = new TreeMap<>(Comparator.comparing(Applied::id));
    for (Applied gift : due)
      given.put(
          gift,
          yields.of(gift).stream().map(piece -> piece.times(Ratio.of(gift.often()))).toList());
    Earning earning = new Earning(page, day, Optional.of(event));
    earning.give(given);
    count(page, day, earning);
    due.clear();
  }

  /** Whether something waits to be given. */
  boolean isDue() {
    return !due.isEmpty();
  }

  /** Counts what was given once the event itself was counted, for whatever comes later. */
  static void count(Page page, LocalDate day, Earning earning) {
    for (Metric metric : page.programming.metrics()) {
      BigDecimal more =
          switch (metric.counts()) {
            case Count.PointsEarned(var kind) -> earning.earned(kind);
            case Count.OfCounter(var counter) -> earning.moved(counter);
            case Count.Spend s -> BigDecimal.ZERO;
            case Count.Purchases p -> BigDecimal.ZERO;
            case Count.Events e -> BigDecimal.ZERO;
            case Count.Sum s -> BigDecimal.ZERO;
            case Count.DistinctDays d -> BigDecimal.ZERO;
          };
      if (more.signum() != 0) page.past.count("metric/" + metric.id(), day, more);
    }
  }
}
