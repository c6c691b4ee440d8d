package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Rated.Rate;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.rules.language.Base;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Outcome.PerAmount.Crossing;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.vocabulary.Word;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** What a rule that applies gives by itself, before anything meets. */
final class Yields {
  private final Revision revision;
  private final Event event;
  private final Facts facts;
  private final List<Facts> lines;
  private final long minorPerUnit;
  private final boolean byLine;
  private final Stretch stretch;
  private final Sides sides;

  /**
   * @param byLine whether someone will ask what came from which line; if not, it is not worked out
   * @param stretch the part of a purchase for which rules give
   * @param sides who is meant by the sides of a referral
   */
  Yields(
      Revision revision,
      Event event,
      Facts facts,
      List<Facts> lines,
      boolean byLine,
      Stretch stretch,
      Sides sides) {
    this.revision = revision;
    this.event = event;
    this.facts = facts;
    this.lines = lines;
    this.minorPerUnit = Tens.power(revision.currencyDecimals());
    this.byLine = byLine;
    this.stretch = stretch;
    this.sides = sides;
  }

  /** The points of the rule's own outcomes, multipliers left out. */
  Yield of(Candidate candidate) {
    Yield sum = Yield.NOTHING;
    List<Outcome> outcomes = candidate.plan().rule().then();
    List<Rate> rates = candidate.rated().rates();
    for (int i = 0; i < outcomes.size(); i++)
      sum = sum.plus(of(outcomes.get(i), rates.get(i), candidate));
    return sum;
  }

  private Yield of(Outcome outcome, Rate rate, Candidate candidate) {
    if (!stretch.givesTheRest() && !(outcome instanceof Outcome.PerAmount)) return Yield.NOTHING;
    return switch (outcome) {
      case Outcome.Points p -> points(p, rate, candidate);
      case Outcome.PerAmount p ->
          perAmount(p.kind(), candidate, p.of().orElse(Base.USUAL), rate, p.crossing());
      case Outcome.PerUnit p -> perUnit(p, rate.points(), candidate);
      case Outcome.ByTable p -> byTable(p, candidate);
      case Outcome.Multiply m -> Yield.NOTHING;
      case Outcome.MultiplyByTable m -> Yield.NOTHING;
      case Outcome.Count c -> Yield.NOTHING;
      case Outcome.GrantTier g -> Yield.NOTHING;
      case Outcome.Entitle e -> Yield.NOTHING;
      case Outcome.Send s -> Yield.NOTHING;
      case Outcome.Offer o -> Yield.NOTHING;
    };
  }

  /** What is meant for another who is not there is nobody's. */
  private Yield points(Outcome.Points points, Rate rate, Candidate candidate) {
    boolean own = sides.isOwn(points.to(), candidate.plan().rule().on());
    if (!own && sides.other(points.to(), candidate.plan().rule().on()).isEmpty())
      return Yield.NOTHING;
    Yield yield =
        candidate.perLine()
            ? eachLine(points.kind(), candidate, line -> rate.points())
            : Yield.of(points.kind(), rate.points());
    return own ? yield : yield.toOther();
  }

  private Yield perAmount(
      String kind, Candidate candidate, Base base, Rate rate, Crossing crossing) {
    if (!(event.body() instanceof Body.Purchase purchase)) return Yield.NOTHING;
    if (candidate.perLine())
      return eachLine(
          kind,
          candidate,
          line ->
              stretch
                  .of(Bases.ofLine(purchase, line, base), rate.step(), crossing)
                  .times(rate.points()));
    long amount = Bases.of(purchase, base);
    Fraction points =
        stretch.of(Fraction.of(amount, 1), rate.step(), crossing).times(rate.points());
    if (!byLine || purchase.lines().isEmpty() || amount == 0) return Yield.of(kind, points);
    Map<Integer, Fraction> shares = new TreeMap<>();
    for (int line = 0; line < purchase.lines().size(); line++)
      shares.put(
          line, points.times(Bases.ofLine(purchase, line, base)).dividedBy(Fraction.of(amount, 1)));
    return new Yield(Map.of(kind, points), Map.of(kind, shares));
  }

  private Yield perUnit(Outcome.PerUnit unit, Fraction points, Candidate candidate) {
    int slot = revision.layout().slot(unit.attribute());
    return candidate.perLine()
        ? eachLine(unit.kind(), candidate, line -> number(lines.get(line), slot).times(points))
        : Yield.of(unit.kind(), number(facts, slot).times(points));
  }

  /** A number attribute in whole units; nothing where it has no value, and never below zero. */
  private Fraction number(Facts of, int slot) {
    OptionalLong value = of.value(slot);
    if (value.isEmpty() || value.getAsLong() <= 0) return Fraction.ZERO;
    boolean money = revision.layout().word(slot).type() == Word.Type.MONEY;
    return Fraction.of(value.getAsLong(), money ? minorPerUnit : FactsMaker.MICROS);
  }

  private Yield byTable(Outcome.ByTable outcome, Candidate candidate) {
    Revision.Table table = revision.table(outcome.table());
    Base base = outcome.of().orElse(Base.USUAL);
    if (candidate.perLine()) {
      Map<Integer, Fraction> found = new TreeMap<>();
      for (int line : candidate.lines())
        gives(table, lines.get(line))
            .ifPresent(g -> found.put(line, tableLine(table.table(), g, line, base)));
      return found.isEmpty() ? Yield.NOTHING : Yield.of(outcome.kind(), found);
    }
    Optional<Fraction> gives = gives(table, facts);
    if (gives.isEmpty()) return Yield.NOTHING;
    return switch (table.table().gives()) {
      case POINTS -> Yield.of(outcome.kind(), gives.get());
      case POINTS_PER_AMOUNT ->
          perAmount(
              outcome.kind(),
              candidate,
              base,
              Rate.of(gives.get().dividedBy(Fraction.of(minorPerUnit, 1))),
              Crossing.TIER_BEFORE);
      case MULTIPLIER -> throw multiplier(table.table());
    };
  }

  private Fraction tableLine(RateTable table, Fraction gives, int line, Base base) {
    return switch (table.gives()) {
      case POINTS -> gives;
      case POINTS_PER_AMOUNT ->
          event.body() instanceof Body.Purchase purchase
              ? Bases.ofLine(purchase, line, base)
                  .times(gives)
                  .dividedBy(Fraction.of(minorPerUnit, 1))
              : Fraction.ZERO;
      case MULTIPLIER -> throw multiplier(table);
    };
  }

  private static IllegalArgumentException multiplier(RateTable table) {
    return new IllegalArgumentException(
        "The table %s gives multipliers, not points.".formatted(table.id()));
  }

  /** What the matching row gives; empty where none matches. */
  static Optional<Fraction> gives(Revision.Table table, Facts facts) {
    OptionalInt row = table.index().find(facts);
    return row.isEmpty()
        ? Optional.empty()
        : Optional.of(Fraction.of(table.table().rows().get(row.getAsInt()).gives()));
  }

  /** By how much a multiplier multiplies for the event or one line; 1 where no row matches. */
  Fraction factor(Outcome outcome, OptionalInt line) {
    Facts of = line.isPresent() ? lines.get(line.getAsInt()) : facts;
    BigDecimal one = BigDecimal.ONE;
    return switch (outcome) {
      case Outcome.Multiply m -> Fraction.of(m.by());
      case Outcome.MultiplyByTable m ->
          gives(revision.table(m.table()), of).orElseGet(() -> Fraction.of(one));
      case Outcome.Points p -> throw noMultiplier(p);
      case Outcome.PerAmount p -> throw noMultiplier(p);
      case Outcome.PerUnit p -> throw noMultiplier(p);
      case Outcome.ByTable p -> throw noMultiplier(p);
      case Outcome.Count c -> throw noMultiplier(c);
      case Outcome.GrantTier g -> throw noMultiplier(g);
      case Outcome.Entitle e -> throw noMultiplier(e);
      case Outcome.Send s -> throw noMultiplier(s);
      case Outcome.Offer o -> throw noMultiplier(o);
    };
  }

  private static IllegalArgumentException noMultiplier(Outcome outcome) {
    return new IllegalArgumentException(outcome + " multiplies nothing.");
  }

  private Yield eachLine(String kind, Candidate candidate, IntFunction<Fraction> points) {
    if (byLine) {
      Map<Integer, Fraction> all = new TreeMap<>();
      for (int line : candidate.lines()) all.put(line, points.apply(line));
      return Yield.of(kind, all);
    }
    Fraction sum = Fraction.ZERO;
    for (int line : candidate.lines()) sum = sum.plus(points.apply(line));
    return Yield.of(kind, sum);
  }
}
