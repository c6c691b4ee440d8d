package dev.laurel.engine.random;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.PointKind.Expiry;
import dev.laurel.rules.vocabulary.Dictionary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What happens to a random member. */
final class RandomEvents {
  static final String MEMBER = "m";

  private final Dice dice;
  private final Dice returns;
  private final Dice taking;
  private final Dice giving;
  private final Dice using;
  private final Dice pooling;
  private final Dice referring;
  private final Dice mailing;
  private final Pools pools;
  private final Dictionary dictionary;
  private final RandomInstants instants;
  private final int decimals;
  private final ZoneId zone;
  private final List<String> tiers;
  private final List<PointKind> kinds;
  private final List<Event> reserved = new ArrayList<>();

  RandomEvents(Dice dice, Pools pools, Pack pack) {
    this.dice = dice;
    this.returns = dice.apart("returns");
    this.taking = dice.apart("taking");
    this.giving = dice.apart("giving");
    this.using = dice.apart("using");
    this.pooling = dice.apart("pooling");
    this.referring = dice.apart("referring");
    this.mailing = dice.apart("mailing");
    this.kinds = pack.programme().pointKinds();
    this.pools = pools;
    this.dictionary = Dictionary.of(pack);
    this.instants = new RandomInstants(dice, pools, pack.programme().zone());
    this.zone = pack.programme().zone();
    this.tiers =
        pack.ladders().stream()
            .flatMap(ladder -> ladder.tiers().stream())
            .map(Ladder.Tier::id)
            .toList();
    this.decimals = pack.programme().currency().getDefaultFractionDigits();
  }

  /** One to 25 events in their order; most members enrol first. */
  List<Event> events() {
    List<Event> events = new ArrayList<>();
    int count = dice.chance(10) ? dice.between(1, 3) : dice.between(6, 30);
    boolean pools = pooling.chance(30);
    for (int i = 0; i < count; i++) {
      Instant at = i == 0 ? instants.first() : instants.next();
      Body body = i == 0 && dice.chance(80) ? enrolment() : body(at);
      String source = dice.pick("shop", "app");
      if (!reserved.isEmpty() && dice.chance(50)) {
        Event of = dice.chance(70) ? reserved.getLast() : dice.pick(reserved);
        source = dice.chance(95) ? of.source() : source;
        body =
            dice.chance(47)
                ? new Body.Confirmation(of.id())
                : new Body.Cancellation(of.id(), "why");
      }
      if (!events.isEmpty() && returns.chance(9)) {
        Event of = returns.chance(80) ? bought(events) : returns.pick(events);
        source = returns.chance(95) ? of.source() : source;
        body = returned(of);
      }
      if (i > 0 && taking.chance(4)) body = taken();
      if (i > 0 && giving.chance(9)) {
        body = giving.chance(80) ? transfer() : received(at.atZone(zone).toLocalDate());
        source = body instanceof Body.Received ? Body.Received.SOURCE : source;
      }
      if (pools && i > 0 && pooling.chance(i < 4 ? 35 : 12)) {
        body = pooled();
        source = Event.POOL_SOURCE;
      } else if (i > 0 && using.chance(12)) {
        body = using();
        source = "shop";
      }
      if (body instanceof Body.Other(var type, var _) && type.equals("referral"))
        body = new Body.Other(type, sides());
      if (i > 0 && referring.chance(9)) events.add(rewarding(events, at));
      Event event = new Event(source, String.valueOf(i), MEMBER, at, body);
      events.add(event);
      if (i == 0 && mailing.chance(90)) events.addAll(consents(at));
      if (mailing.chance(12)) events.add(mailed("mailed" + i, at));
      if (body instanceof Body.Reservation) reserved.add(event);
    }
    events.replaceAll(this::withoutReserved);
    events.sort(Event.ORDER);
    return List.copyOf(events);
  }

  /** Something that another's event brings, or a correction of what one brought. */
  private Event rewarding(List<Event> events, Instant at) {
    Optional<Event> before = rewarded(events);
    String number = String.valueOf(events.size() + 1);
    return new Event(
        Body.ReferralReward.SOURCE,
        before.map(of -> "%~" + number + ":" + origin(of)).orElse("till:" + number),
        MEMBER,
        at,
        reward(before, events, at.atZone(zone).toLocalDate()));
  }

  /** Whom a referral names: another, oneself, nobody that there is, or none at all. */
  private Map<String, Datum> sides() {
    Map<String, Datum> sides = new TreeMap<>();
    if (referring.chance(50)) sides.put("referrer", Datum.of(Value.of(whom())));
    if (sides.isEmpty() || referring.chance(5))
      if (referring.chance(95)) sides.put("referred", Datum.of(Value.of(whom())));
    return sides;
  }

  private String whom() {
    return referring.pick("other", "other", "other", "friend", MEMBER, "nobody");
  }

  /** One of another's events that gave something, which is corrected now. */
  private Optional<Event> rewarded(List<Event> events) {
    List<Event> before =
        events.stream().filter(event -> event.body() instanceof Body.ReferralReward).toList();
    return before.isEmpty() || referring.chance(40)
        ? Optional.empty()
        : Optional.of(before.getLast());
  }

  private static String origin(Event of) {
    return of.id().startsWith("%~") ? of.id().substring(of.id().indexOf(':') + 1) : of.id();
  }

  /** What another's event brings, or takes back of what it brought. */
  private Body reward(Optional<Event> corrected, List<Event> events, LocalDate today) {
    List<Body.ReferralReward.Part> parts = new ArrayList<>();
    Optional<Body.ReferralReward.Goods> again = corrected.flatMap(RandomEvents::goods);
    boolean back = referring.chance(again.isPresent() ? 25 : corrected.isPresent() ? 75 : 35);
    PointKind kind = referring.chance(70) ? kinds.getFirst() : referring.pick(kinds);
    long units = referring.pick(1L, 5L, 20L, 90L);
    // Goods that came back are another event of the other; what corrects that is of these goods.
    Optional<Body.ReferralReward.Goods> goods =
        corrected.isEmpty() && back ? Optional.of(goods(events, today)) : again;
    if (referring.chance(85))
      parts.add(
          new Body.ReferralReward.Part("thanks", kind.id(), "", back ? -units : units, goods));
    if (goods.isEmpty() && referring.chance(40))
      parts.add(
          new Body.ReferralReward.Part("thanks", "", "given", back ? -1 : 1, Optional.empty()));
    return new Body.ReferralReward(
        referring.pick("other", "friend"),
        referring.pick(Outcome.To.REFERRER, Outcome.To.REFERRED),
        parts);
  }

  private static Optional<Body.ReferralReward.Goods> goods(Event of) {
    return ((Body.ReferralReward) of.body())
        .parts().stream().flatMap(part -> part.goods().stream()).findFirst();
  }

  /** Goods by which another's event gave something before, or by which none is known to have. */
  private Body.ReferralReward.Goods goods(List<Event> events, LocalDate today) {
    List<Event> gave =
        events.stream()
            .filter(event -> event.body() instanceof Body.ReferralReward && goods(event).isEmpty())
            .toList();
    String reward = gave.isEmpty() || referring.chance(15) ? "" : origin(referring.pick(gave));
    return new Body.ReferralReward.Goods(reward, today.minusDays(referring.pick(0, 1, 20)));
  }

  /** To what most members consent as soon as they come. */
  private List<Event> consents(Instant at) {
    List<Event> events = new ArrayList<>();
    for (String channel : List.of("mail", "text"))
      for (String purpose : List.of("status", "news"))
        if (mailing.chance(85))
          events.add(
              new Event(
                  "app",
                  channel + "-" + purpose,
                  MEMBER,
                  at,
                  new Body.Other(
                      "consent",
                      Map.of(
                          "channel",
                          Datum.of(Value.of(channel)),
                          "purpose",
                          Datum.of(Value.of(purpose)),
                          "given",
                          Datum.of(Value.of(true))))));
    return events;
  }

  /** What became of a message, or another consent, at the moment of something else. */
  private Event mailed(String id, Instant at) {
    String type = mailing.pick("messageOutcome", "messageOutcome", "messageOutcome", "consent");
    return new Event("app", id, MEMBER, at, new Body.Other(type, attributes(type, 93)));
  }

  /** A benefit used, redeemed or reserved. */
  private Body using() {
    Optional<String> priced = Optional.of(using.pick("priced", "priced", "priced", "given"));
    return switch (using.between(1, 10)) {
      case 1 -> new Body.Redemption("main", using.pick(1L, 1L, 1L, 2L), priced);
      case 2 -> new Body.Reservation("main", 1, priced);
      case 3, 4 -> new Body.Use(using.pick("tiered", "tiered", "tiered", "tiered", "none"));
      default -> new Body.Use(using.pick("given", "given", "given", "priced"));
    };
  }

  /** What comes of pools, of that in which the member is most often. */
  private Body pooled() {
    String pool = pooling.chance(85) ? "pool:x" : "pool:y";
    int chance = pooling.between(1, 100);
    if (chance <= 45) return new Body.PoolJoined(pool);
    if (chance <= 60) return new Body.PoolLeft(pool);
    if (chance <= 65) return new Body.PoolLeave(MEMBER);
    return new Body.PoolSpent(
        pooling.pick("main", "fine"), pooling.pick(1L, 5L, 100L), Optional.empty(), pool);
  }

  /** Some points spent, or far more taken than there are. */
  private Body taken() {
    String kind = taking.pick("main", "main", "fine");
    return taking.chance(35)
        ? new Body.Redemption(kind, taking.pick(1L, 2L), Optional.empty())
        : new Body.Adjustment(kind, taking.pick(-500L, -2000L, -5000L), "why");
  }

  /** One of the purchases, the last ones most often; any event where there is none. */
  private Event bought(List<Event> events) {
    List<Event> purchases =
        events.stream().filter(event -> event.body() instanceof Body.Purchase).toList();
    if (purchases.isEmpty()) return returns.pick(events);
    return returns.chance(50) ? purchases.getLast() : returns.pick(purchases);
  }

  private Body returned(Event of) {
    long amount = of.body() instanceof Body.Purchase purchase ? purchase.amount() : 500;
    return new Body.Return(
        returns.chance(62)
            ? Optional.of(of.id())
            : returns.chance(50) ? Optional.empty() : Optional.of("unknown"),
        returns.pick(amount, amount, amount / 2, amount / 3, amount + 1, amount + 1),
        List.of());
  }

  private Body body(Instant at) {
    if (dice.chance(5)) return grant(at.atZone(zone).toLocalDate());
    int chance = dice.between(1, 100);
    if (chance <= 43) return purchase();
    if (chance <= 49) return redemption();
    if (chance <= 60) return reservation();
    if (chance <= 67) return adjustment();
    if (chance <= 68) return new Body.Change(attributes("member", 40));
    if (chance <= 69) return enrolment();
    if (chance <= 71) return transfer();
    String type =
        dice.pick(
            "stay",
            "checkIn",
            "review",
            "survey",
            "complaint",
            "survey",
            "referral",
            "referral",
            "tour",
            taking.chance(40) ? "checkIn" : "tour");
    return new Body.Other(type, attributes(type, 80));
  }

  private Body enrolment() {
    Optional<MonthDay> birthday =
        dice.maybe(
            70,
            () ->
                dice.chance(20)
                    ? MonthDay.of(2, 29)
                    : MonthDay.from(Pools.FIRST_DAY.plusDays(dice.between(0, 364))));
    return new Body.Enrolment(birthday, attributes("member", 70));
  }

  private Body redemption() {
    return new Body.Redemption(
        dice.pick("main", "main", "fine"),
        dice.pick(1L, 5L, 10L, 25L, 100L, 1000L),
        Optional.empty());
  }

  private Body reservation() {
    return new Body.Reservation(
        dice.pick("main", "fine"), dice.pick(1L, 1L, 1L, 2L, 100L), Optional.empty());
  }

  private Body adjustment() {
    return new Body.Adjustment(
        dice.pick("main", "fine", "qual"),
        dice.pick(0L, 1L, 30L, 120L, -1L, -10L, -60L, -200L, -500L, -1000L, -2000L),
        "why");
  }

  /** Most often to somebody else who is a member. */
  private Body transfer() {
    return new Body.Transfer(
        giving.pick("main", "main", "fine", "qual"),
        giving.pick(1L, 1L, 2L, 2L, 3L, 3L, 4L, 5L, 11L, 26L),
        giving.pick("other", "other", "other", "other", "other", MEMBER, "nobody"));
  }

  /**
   * Nobody gets points of a kind of which some are set aside: lots that were one day one and lie
   * about something that was set aside then are one in the engine only.
   */
  private Event withoutReserved(Event event) {
    boolean mixed =
        event.body() instanceof Body.Received received
            && reserved.stream()
                .map(Event::body)
                .anyMatch(body ->
                    body instanceof Body.Reservation aside && aside.kind().equals(received.kind()));
    if (!mixed) return event;
    LocalDate day = event.occurredAt().atZone(zone).toLocalDate();
    return new Event(
        event.source(), event.id(), MEMBER, event.occurredAt(), received(day, kinds.getLast()));
  }

  private Body received(LocalDate today) {
    return received(today, giving.chance(40) ? kinds.getFirst() : giving.pick(kinds));
  }

  /** Points that others earned lapse on some day, in whatever way. */
  private Body received(LocalDate today, PointKind kind) {
    boolean follows =
        kind.expiry() instanceof Expiry.ByTier
            || (kind.expiry() instanceof Expiry.After after && after.unlessActive().isPresent());
    boolean never = !(kind.expiry() instanceof Expiry.Inactivity) && giving.chance(30);
    return new Body.Received(
        kind.id(),
        "other",
        giving.times(
            giving.between(1, 2),
            () ->
                new Body.Received.Given(
                    today.minusDays(giving.pick(0, 1, 20, 80)),
                    never
                        ? Optional.empty()
                        : Optional.of(today.plusDays(giving.pick(-1, 0, 1, 5, 40, 300))),
                    follows,
                    giving.pick(1L, 5L, 30L, 250L))));
  }

  /** Of any tier, now and then the base tier or none that there is, to a day soon or long ago. */
  private Body grant(LocalDate today) {
    int days = dice.pick(-1, 0, 1, 2, 5, 14, 20, 30, 90);
    String tier = dice.chance(3) ? "none" : dice.pick(tiers);
    return new Body.Grant(tier, today.plusDays(days), dice.pick("why", "goodwill"));
  }

  private Body purchase() {
    List<Event.Line> lines = dice.times(Math.max(0, dice.between(-1, 4)), this::line);
    long sum = lines.stream().mapToLong(Event.Line::amount).sum();
    long shipping = dice.chance(30) ? pools.minorNear(pools.amount()) / 4 : 0;
    long amount =
        lines.isEmpty() || dice.chance(30) ? pools.minorNear(pools.amount()) : sum + shipping;
    long quantity = lines.stream().mapToLong(Event.Line::quantity).sum();
    return new Body.Purchase(
        amount,
        part(amount, 40),
        shipping,
        dice.chance(30) ? pools.minorNear(pools.amount()) / 2 : 0,
        part(amount, 20),
        part(amount, 20),
        lines.isEmpty() ? Event.MICROS : quantity,
        lines,
        attributes("purchase", 70));
  }

  private long part(long amount, int percent) {
    return dice.chance(percent) ? amount / dice.between(1, 6) : 0;
  }

  private Event.Line line() {
    long amount = pools.minorNear(pools.amount());
    return new Event.Line(
        dice.chance(5) ? -amount / 2 : amount,
        dice.pick(1L, 1L, 2L, 3L) * Event.MICROS + dice.pick(0L, 0L, 0L, 500_000L, 1L),
        attributes("line", 75));
  }

  /**
   * What an event brings along; now and then of a wrong type, or under the name of something else.
   */
  private Map<String, Datum> attributes(String of, int percent) {
    Map<String, Datum> attributes = new TreeMap<>();
    for (String path : Lexicon.broughtBy(of))
      if (dice.chance(percent))
        attributes.put(
            path.substring(path.indexOf('.') + 1),
            dice.chance(3)
                ? dice.pick(
                    Datum.of(Value.of("no")), Datum.of(Value.of(7)), Datum.of(Value.of(true)))
                : pools.near(dictionary.find(path).orElseThrow()));
    if (dice.chance(4))
      attributes.put(
          dice.pick(
              "amount", "type", "date", "number", "tier", "enrolled", "daysSinceLastPurchase"),
          dice.pick(
              Datum.of(Value.of("purchase")),
              Datum.of(Value.of(BigDecimal.valueOf(1_000, decimals))),
              Datum.of(new Value.Date(LocalDate.of(2020, 1, 1)))));
    return attributes;
  }
}
