package dev.laurel.engine.oracle;

import dev.laurel.engine.event.Event;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.PointKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an event earns: rules meet, points are rounded and shared out, ceilings cut, lots begin. */
final class Earning {
  private final Page page;
  private final LocalDate day;
  private final Optional<Event> event;
  private final Times times;
  private final Map<String, BigDecimal> earned = new TreeMap<>();
  private final Map<String, BigDecimal> moved = new TreeMap<>();

  Earning(Page page, LocalDate day) {
    this(page, day, Optional.empty());
  }

  /**
   * @param event that hands out what is handed out; empty where nothing is
   */
  Earning(Page page, LocalDate day, Optional<Event> event) {
    this.event = event;
    this.page = page;
    this.day = day;
    this.times = new Times(page, day);
  }

  void earn(List<Meetings.Part> parts) {
    give(Meetings.meet(page, parts, times));
  }

  /** Gives what rules give that have met already, or meet nothing. */
  void give(Map<Applied, List<Piece>> given) {
    List<Award> awards = rounded(given);
    awards.sort(
        Comparator.comparing((Award award) -> award.rule.id())
            .thenComparing(award -> award.to.isPresent())
            .thenComparing(award -> award.kind.id()));
    new Ceilings(page, day, awards, given.keySet()).cut();
    new Funds(page).takePlaces(given.keySet());
    times.count(given.keySet());
    issue(awards);
    awards.forEach(this::meantForPool);
    for (Applied one : given.keySet()) {
      page.add(Wording.fired(one.id()));
      page.decisive.by((Record) one.rule().on());
      page.decisive.by(one.rule().per());
      for (Outcome outcome : one.rule().then())
        if (outcome instanceof Outcome.Send(var message)) page.want(message, one.id());
        else if (outcome instanceof Outcome.Offer(var set))
          new Offering(page, page.whole.orElseThrow()).tell(one.id(), set);
      moveCounters(one);
      nobody(one);
      new Grants(page, day).byRule(one.rule());
      event.ifPresent(of -> new Allowances(page, day, page.past).byRule(one, of));
    }
  }

  /** The awards of all kinds. */
  List<Award> rounded(Map<Applied, List<Piece>> given) {
    List<Award> awards = new ArrayList<>();
    for (PointKind kind : page.programming.kinds())
      awards.addAll(round(kind, given, Optional.empty()));
    given.values().stream()
        .flatMap(List::stream)
        .flatMap(piece -> piece.to().stream())
        .distinct()
        .forEach(other -> {
          for (PointKind kind : page.programming.kinds())
            round(kind, given, Optional.of(other)).stream()
                .filter(award -> has(given.get(award.rule), kind, other))
                .forEach(awards::add);
        });
    return awards;
  }

  /**
   * The points of one kind, added up, rounded once and shared out: to each rule its whole units,
   * then one more to those with the largest rests, of equal ones to the first by id.
   */
  private List<Award> round(PointKind kind, Map<Applied, List<Piece>> given, Optional<String> to) {
    List<Award> awards = new ArrayList<>();
    Ratio sum = Ratio.ZERO;
    for (Map.Entry<Applied, List<Piece>> entry : given.entrySet()) {
      Ratio points = Ratio.ZERO;
      for (Piece piece : entry.getValue())
        if (piece.kind().equals(kind.id()) && piece.to().equals(to))
          points = points.plus(piece.points());
      Award award = new Award(entry.getKey(), kind, points, to);
      awards.add(award);
      sum = sum.plus(award.exactUnits());
    }
    long left = sum.rounded(kind.rounding());
    if (!sum.equals(Ratio.of(sum.floor()))) page.decisive.by(kind.rounding());
    for (Award award : awards) {
      award.units = award.exactUnits().floor();
      left -= award.units;
    }
    List<Award> byRest = new ArrayList<>(awards);
    byRest.sort(
        Comparator.comparing((Award award) -> award.exactUnits().minus(Ratio.of(award.units)))
            .reversed()
            .thenComparing(award -> award.rule.id()));
    for (int i = 0; i < left; i++) byRest.get(i).units++;
    return awards;
  }

  private static boolean has(List<Piece> pieces, PointKind kind, String other) {
    return pieces.stream()
        .anyMatch(piece -> piece.kind().equals(kind.id()) && piece.to().equals(Optional.of(other)));
  }

  /** What the other side of a referral gets. */
  private void give(Award award) {
    BothSides sides = new BothSides(page, award.rule.rule().on());
    page.give(
        new Past.Onward(award.to.get(), sides.side(), award.rule.id(), award.kind.id(), ""),
        award.units);
    if (!award.exact.equals(Ratio.ZERO))
      page.add(
          Wording.award(award.rule.id(), award.kind.id(), award.exact.toString(), award.units)
              + " to "
              + award.to.get());
  }

  /** Of whom it is said that nobody is there. */
  private void nobody(Applied one) {
    BothSides sides = new BothSides(page, one.rule().on());
    one.rule().then().stream()
        .map(Outcome::whose)
        .distinct()
        .filter(to -> !sides.isOwn(to) && sides.other().isEmpty())
        .forEach(to -> {
          String why = sides.nobody();
          page.add(Wording.noOther(one.id(), to.name(), why));
          page.decisive.by("nobody there " + why);
        });
  }

  private void issue(List<Award> awards) {
    Purses purses = new Purses(page, day);
    for (Award award : awards) {
      if (award.to.isPresent()) {
        give(award);
        continue;
      }
      purses.issue(award.kind, award.units, award.rule.id());
      earned.merge(award.kind.id(), award.points(), BigDecimal::add);
      if (award.units != 0) decided(award);
      if (!award.exact.equals(Ratio.ZERO))
        page.add(
            Wording.award(award.rule.id(), award.kind.id(), award.exact.toString(), award.units));
    }
  }

  /** What is meant for a pool is told of a member who is in none. */
  private void meantForPool(Award award) {
    boolean meant =
        award.rule.rule().then().stream()
            .anyMatch(outcome ->
                outcome instanceof Outcome.Points(var kind, var points, var to)
                    && kind.equals(award.kind.id())
                    && to == Outcome.To.POOL);
    if (!meant || award.units <= 0 || award.to.isPresent()) return;
    page.decisive.by("Outcome.To.POOL");
    if (page.past.in.isEmpty()) page.add(Wording.noPool(award.rule.id(), award.kind.id()));
  }

  private void decided(Award award) {
    page.decisive.by(award.kind.use());
    page.decisive.by(award.kind.unit());
    for (Outcome outcome : award.rule.rule().then()) page.decisive.by((Record) outcome);
    if (award.rule.rule().then().getFirst() instanceof Outcome.PerAmount rate)
      page.decisive.by(rate.steps());
  }

  private void moveCounters(Applied applied) {
    for (Outcome outcome : applied.rule().then())
      if (outcome instanceof Outcome.Count(var counter, var by)) {
        BigDecimal much = by.multiply(BigDecimal.valueOf(applied.times()));
        page.past.count("counter/" + counter, day, much);
        page.decisive.by((Record) outcome);
        moved.merge(counter, much, BigDecimal::add);
        long units = much.movePointRight(6).longValueExact();
        page.add(Wording.award(applied.id(), counter, Wording.number(much), units));
      }
  }

  /** The points of a kind that the event earned. */
  BigDecimal earned(String kind) {
    return earned.getOrDefault(kind, BigDecimal.ZERO);
  }

  /** By how much the event moved a counter. */
  BigDecimal moved(String counter) {
    return moved.getOrDefault(counter, BigDecimal.ZERO);
  }
}
