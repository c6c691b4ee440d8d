package dev.laurel.engine.random;

import dev.laurel.rules.check.Setting;
import dev.laurel.rules.language.Base;
import dev.laurel.rules.language.Edge;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Metric.Count;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.PointKind.Availability;
import dev.laurel.rules.language.PointKind.Cap;
import dev.laurel.rules.language.PointKind.Expiry;
import dev.laurel.rules.language.PointKind.Shortfall;
import dev.laurel.rules.language.PointKind.Unit;
import dev.laurel.rules.language.PointKind.Use;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.Programme.NamedPeriod;
import dev.laurel.rules.language.Programme.Returns;
import dev.laurel.rules.language.Rounding;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Text;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The programme of a random pack: purses of all kinds, periods of all kinds, metrics of all kinds.
 */
final class RandomProgramme {
  /** Days begin late, early, twice or never in some of these. */
  static final List<String> ZONES =
      List.of(
          "UTC",
          "Europe/Vienna",
          "America/New_York",
          "America/Havana",
          "Asia/Kolkata",
          "Australia/Lord_Howe",
          "Africa/Cairo",
          "Pacific/Auckland");

  private static final List<Rounding> ROUNDINGS =
      List.of(Rounding.DOWN, Rounding.UP, Rounding.HALF_UP, Rounding.HALF_EVEN);

  private final Dice dice;
  private final Pools pools;
  private final Dice following;
  private final Dice returns;
  private final Dice below;
  private final Dice waiting;
  private final Dice giving;
  private final Dice rollovers;
  private final Dice pooling;
  private final Set<String> pooled = new TreeSet<>();

  RandomProgramme(Dice dice, Pools pools) {
    this.dice = dice;
    this.following = dice.apart("following");
    this.returns = dice.apart("returns");
    this.below = dice.apart("below zero");
    this.waiting = dice.apart("waiting");
    this.giving = dice.apart("giving");
    this.rollovers = dice.apart("rollovers");
    this.pooling = dice.apart("pooling");
    this.pools = pools;
  }

  static Currency currency(Dice dice) {
    return Currency.getInstance(dice.pick("EUR", "EUR", "JPY", "KWD"));
  }

  /** A programme whose metrics count whatever happens. */
  Programme programme(Currency currency) {
    return new Programme(
        Text.of("Programme"),
        ZoneId.of(dice.pick(ZONES)),
        currency,
        List.of(kind("main", Use.REDEEMABLE), kind("fine", Use.REDEEMABLE), qualifying()),
        periods(),
        metrics(),
        List.of(
            new Programme.Counter("stamps", Text.of("Stamps"), period()),
            new Programme.Counter("nights", Text.of("Nights"), period())),
        returns.maybe(90, this::returns),
        Optional.empty(),
        Optional.empty());
  }

  private Returns returns() {
    return new Returns(
        returns.chance(90) ? Returns.Share.PROPORTION : Returns.Share.NOTHING,
        returns.some(List.of(Returns.Source.values()), 1, 4),
        returns.pick(Returns.Unknown.values()),
        returns.chance(80));
  }

  /** The same with conditions of what is counted. */
  Programme withConditions(Programme programme, RandomConditions conditions) {
    return new Programme(
        programme.title(),
        programme.zone(),
        programme.currency(),
        programme.pointKinds(),
        programme.periods(),
        programme.metrics().stream()
            .map(m ->
                new Metric(
                    m.id(),
                    m.title(),
                    when(m.counts(), conditions),
                    m.over(),
                    m.rounding(),
                    m.rollover()))
            .toList(),
        programme.counters(),
        programme.returns(),
        programme.revision(),
        programme.latestArrival());
  }

  private static List<NamedPeriod> named(Stream<Period> periods) {
    List<Period> all = periods.toList();
    return java.util.stream.IntStream.range(0, all.size())
        .mapToObj(i ->
            new NamedPeriod(
                all.get(i).getClass().getSimpleName() + (i < 9 ? "" : i),
                Text.of("Period"),
                all.get(i)))
        .toList();
  }

  private List<NamedPeriod> periods() {
    return named(
        Stream.of(
            new Period.Day(),
            new Period.CalendarWeek(),
            new Period.CalendarMonth(),
            new Period.CalendarQuarter(),
            new Period.CalendarYear(),
            new Period.YearFrom(MonthDay.parse(dice.pick("--04-01", "--01-31", "--12-31"))),
            new Period.MembershipYear(),
            new Period.Rolling(span()),
            new Period.Lifetime(),
            new Period.Rolling(span())));
  }

  /** The name of some period. */
  String period() {
    return dice.pick(
        "Day",
        "CalendarWeek",
        "CalendarMonth",
        "CalendarQuarter",
        "CalendarYear",
        "YearFrom",
        "MembershipYear",
        "Rolling",
        "Lifetime",
        "Rolling9");
  }

  /** The name of some period that begins again. */
  String repeatingPeriod() {
    return dice.pick(
        "CalendarWeek",
        "CalendarMonth",
        "CalendarQuarter",
        "CalendarYear",
        "YearFrom",
        "MembershipYear");
  }

  /** A metric that begins again; empty where none does. */
  Optional<Metric> repeating(Programme programme) {
    List<Metric> some =
        programme.metrics().stream()
            .filter(m -> !m.over().startsWith("Rolling") && !m.over().equals("Lifetime"))
            .toList();
    return some.isEmpty() ? Optional.empty() : Optional.of(dice.pick(some));
  }

  Span span() {
    return Span.parse(
        dice.pick(
            "1 day", "7 days", "2 weeks", "30 days", "1 month", "3 months", "12 months", "1 year"));
  }

  private PointKind kind(String id, Use use) {
    Availability available = available();
    Expiry expiry = following(expiry(available));
    return new PointKind(
        id,
        Text.of(id),
        use,
        id.equals("fine") ? Unit.HUNDREDTHS : Unit.WHOLE,
        dice.pick(ROUNDINGS),
        waiting(available),
        expiry,
        use == Use.QUALIFYING
            ? Optional.empty()
            : Optional.of(number("0.01", "0.005", "0.123456", "1")),
        shortfall(dice.pick(Shortfall.DEBT, Shortfall.FORGIVE)),
        caps(),
        giving.maybe(85, this::transfer),
        pooling(id, expiry));
  }

  /** Points whose day follows a tier or regular activity are pooled nowhere. */
  private Optional<PointKind.Pooling> pooling(String id, Expiry expiry) {
    Optional<PointKind.Pooling> some =
        pooling.maybe(55, () -> new PointKind.Pooling(pooling.pick(2, 3)));
    boolean follows =
        expiry instanceof Expiry.ByTier
            || (expiry instanceof Expiry.After after && after.unlessActive().isPresent());
    if (follows || some.isEmpty()) return Optional.empty();
    pooled.add(id);
    return some;
  }

  /** Whether members pool points of a kind of the programme that was made. */
  boolean isPooled(String kind) {
    return pooled.contains(kind);
  }

  private PointKind qualifying() {
    return kind("qual", Use.QUALIFYING);
  }

  private PointKind.Transfer transfer() {
    Optional<BigDecimal> most =
        giving.maybe(60, () -> new BigDecimal(giving.pick("4", "25", "60", "100")));
    return new PointKind.Transfer(
        new BigDecimal(giving.pick("1", "1", "1", "2")),
        most,
        most.flatMap(_ -> giving.maybe(60, () -> giving.pick("Day", "CalendarMonth", "Rolling"))),
        new BigDecimal(giving.pick("0", "0", "0", "5", "10.25", "100")));
  }

  private Shortfall shortfall(Shortfall otherwise) {
    return below.chance(36) ? Shortfall.NEGATIVE : otherwise;
  }

  /** Some wait for something to happen instead. */
  private Availability waiting(Availability otherwise) {
    return waiting.chance(20)
        ? new Availability.AtEvent(waiting.pick("purchase", "stay", "checkIn", "redemption"))
        : otherwise;
  }

  private Availability available() {
    return switch (dice.between(1, 6)) {
      case 1, 2 ->
          new Availability.After(
              dice.pick(
                  new Span(0, Span.Unit.DAY),
                  new Span(1, Span.Unit.DAY),
                  new Span(14, Span.Unit.DAY),
                  new Span(1, Span.Unit.MONTH)));
      case 3 -> new Availability.On(pools.day());
      default -> new Availability.AtOnce();
    };
  }

  /** Points must become available before they lapse. */
  private Expiry expiry(Availability available) {
    Edge edge = dice.pick(Edge.values());
    return switch (dice.between(1, 7)) {
      case 1 -> new Expiry.Never();
      case 2, 7 ->
          new Expiry.Inactivity(
              Span.parse(dice.pick("1 day", "7 days", "30 days", "2 months", "1 year")),
              dice.pick(
                  List.of(),
                  List.of("redemption"),
                  List.of("purchase", "stay"),
                  List.of("tour", "checkIn")),
              edge);
      case 3 ->
          available instanceof Availability.On
              ? new Expiry.Never()
              : new Expiry.On(pools.day(), edge);
      default ->
          new Expiry.After(
              available instanceof Availability.After
                  ? dice.pick(Span.parse("2 months"), Span.parse("1 year"))
                  : span(),
              dice.pick(Expiry.UpTo.values()),
              edge,
              Optional.empty());
    };
  }

  /** Some follow what the member does, or the tier held. */
  private Expiry following(Expiry expiry) {
    Expiry otherwise =
        expiry instanceof Expiry.After(var span, var carriedTo, var edge, var none)
                && following.chance(35)
            ? new Expiry.After(span, carriedTo, edge, Optional.of(activity()))
            : expiry;
    if (!following.chance(30)) return otherwise;
    return new Expiry.ByTier(
        List.of(
            new Expiry.ByTier.Row(
                "held",
                List.of(following.pick("status-silver", "rhythm-silver", "rhythm-base")),
                following.pick(
                    new Expiry.Never(),
                    new Expiry.Inactivity(
                        Span.parse("20 days"), activity().events(), Edge.TO_ITS_END),
                    otherwise))),
        following.chance(30) ? new Expiry.Never() : otherwise);
  }

  private Expiry.Activity activity() {
    return new Expiry.Activity(
        following.pick("CalendarWeek", "CalendarMonth", "CalendarMonth", "MembershipYear"),
        following.pick(
            List.of(), List.of("redemption"), List.of("purchase", "stay"), List.of("checkIn")));
  }

  private List<Cap> caps() {
    return dice.some(
        List.of(
            new Cap("earned-in", Cap.Of.EARNED, Optional.of(period()), number("60", "200")),
            new Cap("earned-all", Cap.Of.EARNED, Optional.empty(), number("150", "400")),
            new Cap("balance", Cap.Of.BALANCE, Optional.empty(), number("100", "300"))),
        0,
        dice.chance(60) ? 1 : 2);
  }

  private BigDecimal number(String... of) {
    return new BigDecimal(dice.pick(of));
  }

  private List<Metric> metrics() {
    return List.of(
        metric("spend", new Count.Spend(dice.maybe(60, this::base), Rows.NONE)),
        metric("lines", new Count.Spend(dice.maybe(40, this::base), Rows.NONE)),
        metric("buys", new Count.Purchases(Rows.NONE)),
        metric("seen", new Count.Events(event(), Rows.NONE)),
        metric(
            "sum",
            dice.pick(
                new Count.Sum("purchase", "purchase.quantity", Rows.NONE),
                new Count.Sum("purchase", "purchase.nights", Rows.NONE),
                new Count.Sum("stay", "event.nights", Rows.NONE))),
        metric("days", new Count.DistinctDays(dice.pick("purchase", event()), Rows.NONE)),
        metric("earned", new Count.PointsEarned(dice.pick("main", "fine", "qual"))),
        metric("moved", new Count.OfCounter(dice.pick("stamps", "nights"))));
  }

  static String event(Dice dice) {
    return dice.pick(
        "purchase",
        "stay",
        "checkIn",
        "review",
        "survey",
        "redemption",
        "enrolment",
        "referral",
        "tour",
        "complaint");
  }

  private String event() {
    return event(dice);
  }

  private Metric metric(String id, Count counts) {
    Rounding rounding = dice.chance(60) ? Rounding.EXACT : dice.pick(ROUNDINGS);
    String period = period();
    return new Metric(id, Text.of(id), counts, period, rounding, rollover(counts, period));
  }

  private Optional<Metric.Rollover> rollover(Count counts, String period) {
    if (period.startsWith("Rolling") || period.equals("Lifetime")) return Optional.empty();
    return rollovers.maybe(
        60,
        () ->
            new Metric.Rollover(
                rollovers.maybe(
                    40,
                    () ->
                        counts instanceof Count.Spend
                            ? pools.spent()
                            : new BigDecimal(rollovers.pick("1", "2.5", "20"))),
                rollovers.pick(100, 100, 50, 33, 1)));
  }

  Base base() {
    return new Base(Arrays.stream(Base.Part.values()).filter(part -> dice.chance(50)).toList());
  }

  private Count when(Count counts, RandomConditions conditions) {
    return switch (counts) {
      case Count.Spend(var base, var when) ->
          new Count.Spend(base, rows("purchase", true, conditions));
      case Count.Purchases(var when) -> new Count.Purchases(rows("purchase", false, conditions));
      case Count.Events(var event, var when) ->
          new Count.Events(event, rows(event, false, conditions));
      case Count.Sum(var event, var attribute, var when) ->
          new Count.Sum(event, attribute, rows(event, false, conditions));
      case Count.DistinctDays(var event, var when) ->
          new Count.DistinctDays(event, rows(event, false, conditions));
      case Count.PointsEarned c -> c;
      case Count.OfCounter c -> c;
    };
  }

  private Rows rows(String event, boolean ofLine, RandomConditions conditions) {
    if (dice.chance(50)) return Rows.NONE;
    Setting setting = new Setting("a metric", true, Set.of(event), ofLine, false, false);
    return conditions.rows(setting, event.equals("purchase"), 1, 1);
  }
}
