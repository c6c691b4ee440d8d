package dev.laurel.engine.decision;

import dev.laurel.engine.binary.Attributes;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.member.Calendar;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.member.Tally;
import dev.laurel.engine.revision.GroupPlan;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.MetricPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.engine.rulebase.Layout;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.Rounding;
import dev.laurel.rules.vocabulary.Word;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers what the rules of a revision look at, and nothing else. Immutable and thread-safe. */
final class FactsMaker {
  static final long MICROS = Event.MICROS;

  /** How a metric or counter is read: with the day itself, or only the days before it. */
  enum Reading {
    UP_TO,
    BEFORE
  }

  private final Revision revision;
  private final Layout layout;
  private final Slots slots;
  private final Segmenting segmenting;
  private final List<TimeSlots> times = new ArrayList<>();
  private final List<PurseSlot> purses = new ArrayList<>();
  private final List<CounterSlot> counters = new ArrayList<>();
  private final Map<String, Place> ofMember;
  private final Map<String, Place> ofPurchase;
  private final Map<String, Place> ofLine;
  private final Map<String, Place> ofEvent;

  /** Where an attribute stands that some rule looks at, and what type it must have. */
  private record Place(int slot, Word.Type type) {}

  /** Where the balance of a kind stands that some rule looks at. */
  private record PurseSlot(PointKind kind, int slot) {}

  /** Where a counter stands that some rule looks at, and its tally in a state. */
  private record CounterSlot(int tally, Period period, int slot) {}

  FactsMaker(Revision revision) {
    this.revision = revision;
    this.layout = revision.layout();
    this.slots = Slots.of(layout);
    this.segmenting = new Segmenting(revision);
    TimeSlots own = TimeSlots.of(layout, "event.", revision.zone());
    if (own.areAsked()) times.add(own);
    revision.zones().forEach((prefix, zone) -> times.add(TimeSlots.of(layout, prefix, zone)));
    for (PointKind kind : revision.pack().programme().pointKinds()) {
      int slot = layout.slot("points." + kind.id());
      if (slot >= 0) purses.add(new PurseSlot(kind, slot));
    }
    int tally = revision.metrics().size();
    for (Programme.Counter counter : revision.pack().programme().counters()) {
      int slot = layout.slot("counters." + counter.id());
      if (slot >= 0) counters.add(new CounterSlot(tally, revision.period(counter.over()), slot));
      tally++;
    }
    EventTerms terms = EventTerms.of(revision.pack());
    ofMember = attributes("member.", terms);
    ofPurchase = attributes("purchase.", terms);
    ofLine = attributes("line.", terms);
    ofEvent = attributes("event.", terms);
  }

  /** The slots of what something brings along, by its name. */
  private Map<String, Place> attributes(String prefix, EventTerms terms) {
    Map<String, Place> found = new HashMap<>();
    for (int slot = 0; slot < layout.size(); slot++) {
      String path = layout.word(slot).path();
      if (path.startsWith(prefix) && terms.isAttribute(path))
        found.put(path.substring(prefix.length()), new Place(slot, layout.word(slot).type()));
    }
    return found;
  }

  /** The facts of an event, with the member as it was before it. */
  Facts event(MemberState state, Event event, LocalDate day) {
    Facts facts =
        event.body() instanceof Body.Purchase || event.body() instanceof Body.Return
            ? Facts.ofPurchase(layout)
            : Facts.none(layout);
    member(facts, state, day, Reading.UP_TO);
    facts.set(slots.type(), event.type());
    for (TimeSlots time : times) time.set(facts, event.occurredAt());
    switch (event.body()) {
      case Body.Purchase purchase -> {
        purchase(facts, purchase);
        facts.set(slots.number(), Math.multiplyExact(state.purchases() + 1, MICROS));
      }
      case Body.Other other -> attributes(facts, ofEvent, other.attributes());
      case Body.Enrolment e -> {}
      case Body.Redemption r -> {}
      case Body.Reservation r -> {}
      case Body.Confirmation c -> {}
      case Body.Cancellation c -> {}
      case Body.Return r -> purchase(facts, r.goods());
      case Body.Change c -> {}
      case Body.Adjustment a -> {}
      case Body.Grant g -> {}
      case Body.Transfer t -> {}
      case Body.Use u -> {}
      case Body.Received r -> {}
      case Body.PoolJoin _,
          Body.PoolLeave _,
          Body.PoolJoined _,
          Body.PoolLeft _,
          Body.PoolSpent _,
          Body.PoolPoints _,
          Body.PoolDeclined _,
          Body.ReferralReward _ -> {}
      case Body.Due d -> {}
    }
    return facts;
  }

  /** The facts of where a member stands, for the tier rules. */
  Facts standing(MemberState state, LocalDate day, Reading reading) {
    Facts facts = Facts.none(layout);
    member(facts, state, day, reading);
    return facts;
  }

  /** The facts by which it is worked out what a ladder gives: the moment, and the member then. */
  Facts gift(MemberState state, Event event, LocalDate day, Reading reading) {
    return moment(state, event.occurredAt(), day, reading);
  }

  /** The facts of a moment, and of the member then. */
  Facts moment(MemberState state, Instant at, LocalDate day, Reading reading) {
    Facts facts = standing(state, day, reading);
    for (TimeSlots time : times) time.set(facts, at);
    return facts;
  }

  /** The facts of a move on a ladder: the moment, and the member after it. */
  Facts move(MemberState state, Event event, LocalDate day, Reading reading, String type) {
    Facts facts = gift(state, event, day, reading);
    facts.set(slots.type(), type);
    return facts;
  }

  private void purchase(Facts facts, Body.Purchase purchase) {
    facts.set(slots.amount(), purchase.amount());
    facts.set(slots.tax(), purchase.tax());
    facts.set(slots.shipping(), purchase.shipping());
    facts.set(slots.discount(), purchase.discount());
    facts.set(slots.paidWithPoints(), purchase.paidWithPoints());
    facts.set(slots.paidWithGiftCard(), purchase.paidWithGiftCard());
    facts.set(slots.quantity(), purchase.quantity());
    attributes(facts, ofPurchase, purchase.attributes());
  }

  /** The facts of the lines of a purchase or a return, which its own facts hold too. */
  List<Facts> lines(Facts event, Event source) {
    List<Event.Line> lines = List.of();
    if (source.body() instanceof Body.Purchase purchase) lines = purchase.lines();
    if (source.body() instanceof Body.Return back) lines = back.lines();
    if (lines.isEmpty()) return List.of();
    List<Facts> all = new ArrayList<>(lines.size());
    for (Event.Line line : lines) {
      Facts facts = event.line();
      facts.set(slots.lineAmount(), line.amount());
      facts.set(slots.lineQuantity(), line.quantity());
      attributes(facts, ofLine, line.attributes());
      all.add(facts);
    }
    event.addLines(all);
    return all;
  }

  private void member(Facts facts, MemberState state, LocalDate day, Reading reading) {
    LocalDate enrolled = state.profile().enrolled().orElse(day);
    for (LadderPlan plan : revision.ladders())
      if (!plan.slots().isEmpty())
        state
            .standing(plan.ladder().id())
            .ifPresent(standing -> {
              // A tier that is gone is none: what asks for a tier has no value to look at.
              plan.rankIfAny(standing.tier())
                  .ifPresent(rank -> {
                    for (int slot : plan.slots()) facts.set(slot, rank);
                  });
            });
    for (int i = 0; i < revision.metrics().size(); i++) {
      MetricPlan plan = revision.metrics().get(i);
      if (plan.slot() >= 0) facts.set(plan.slot(), read(plan, state, i, day, enrolled, reading));
    }
    for (CounterSlot counter : counters) {
      Tally tally = state.tallies().get(counter.tally());
      facts.set(counter.slot(), count(tally, counter.period(), day, enrolled, reading));
    }
    for (PurseSlot purse : purses)
      facts.set(
          purse.slot(),
          micros(purse.kind(), state.purse(purse.kind().id()).map(Purse::available).orElse(0L)));
    profile(facts, state, day);
    groups(facts, state);
    segmenting.tell(facts, state, day, reading);
  }

  /** The groups of campaigns that the member falls into. */
  private void groups(Facts facts, MemberState state) {
    if (revision.groups().isEmpty()) return;
    long seed = GroupPlan.seedOf(state.member());
    for (GroupPlan group : revision.groups()) facts.set(group.slot(), group.of(seed));
  }

  Segmenting segmenting() {
    return segmenting;
  }

  private void profile(Facts facts, MemberState state, LocalDate day) {
    MemberState.Profile profile = state.profile();
    LocalDate enrolled = profile.enrolled().orElse(day);
    facts.set(slots.enrolled(), enrolled.toEpochDay());
    facts.set(
        slots.daysEnrolled(), Math.multiplyExact(ChronoUnit.DAYS.between(enrolled, day), MICROS));
    if (slots.onAnniversary() >= 0)
      facts.set(slots.onAnniversary(), isAnniversary(enrolled, day) ? 1 : 0);
    state
        .lastPurchase()
        .ifPresent(last ->
            facts.set(
                slots.daysSinceLastPurchase(),
                Math.multiplyExact(ChronoUnit.DAYS.between(last, day), MICROS)));
    profile
        .birthday()
        .ifPresent(birthday -> {
          facts.set(slots.inBirthMonth(), birthday.getMonth() == day.getMonth() ? 1 : 0);
          facts.set(slots.onBirthday(), isBirthday(birthday, day) ? 1 : 0);
        });
    attributes(facts, ofMember, profile.attributes());
  }

  private static boolean isAnniversary(LocalDate enrolled, LocalDate day) {
    int years = day.getYear() - enrolled.getYear();
    return years > 0 && enrolled.plusYears(years).equals(day);
  }

  /** In a year without 29 February that birthday is kept on the 28th. */
  private static boolean isBirthday(MonthDay birthday, LocalDate day) {
    return birthday.atYear(day.getYear()).equals(day);
  }

  /** A metric's value in the unit of its word: minor units of money, else millionths. */
  long read(
      MetricPlan plan,
      MemberState state,
      int index,
      LocalDate day,
      LocalDate enrolled,
      Reading reading) {
    return read(plan, state.tallies().get(index), day, enrolled, reading);
  }

  /** The same from the metric's tally. */
  long read(MetricPlan plan, Tally tally, LocalDate day, LocalDate enrolled, Reading reading) {
    long units = count(tally, plan.period(), day, enrolled, reading);
    Rounding rounding = plan.metric().rounding();
    if (rounding == Rounding.EXACT) return units;
    long unit = isMoney(plan) ? Tens.power(layout.currencyDecimals()) : MICROS;
    return Math.multiplyExact(Fraction.of(units, unit).round(rounding), unit);
  }

  static long count(
      Tally tally, Period period, LocalDate day, LocalDate enrolled, Reading reading) {
    return switch (reading) {
      case UP_TO -> Calendar.upTo(tally, period, day, enrolled);
      case BEFORE -> Calendar.before(tally, period, day, enrolled);
    };
  }

  static boolean isMoney(MetricPlan plan) {
    return plan.metric().counts() instanceof dev.laurel.rules.language.Metric.Count.Spend;
  }

  /** Units of a metric in millionths of what it counts. */
  static long micros(Revision revision, MetricPlan plan, long units) {
    if (!isMoney(plan)) return units;
    return Math.multiplyExact(units, MICROS / Tens.power(revision.currencyDecimals()));
  }

  /** Units of a point kind in millionths of a point. */
  static long micros(PointKind kind, long units) {
    return switch (kind.unit()) {
      case WHOLE -> Math.multiplyExact(units, MICROS);
      case HUNDREDTHS -> Math.multiplyExact(units, MICROS / 100);
    };
  }

  private void attributes(Facts facts, Map<String, Place> places, Map<String, Datum> attributes) {
    if (places.isEmpty()) return;
    Attributes all = Attributes.of(attributes);
    for (int i = 0; i < all.size(); i++) {
      Place place = places.get(all.name(i));
      if (place != null) set(facts, place.slot(), place.type(), all.value(i));
    }
  }

  /**
   * A value of another type than the word's is no value: the vocabulary says what may stand there.
   */
  private void set(Facts facts, int slot, Word.Type type, Datum datum) {
    switch (datum) {
      case Datum.Several(var texts) -> {
        if (type == Word.Type.LIST) facts.set(slot, texts);
      }
      case Datum.One(Value.Text(var text)) -> {
        if (type == Word.Type.TEXT) facts.set(slot, text);
      }
      case Datum.One(Value.Number(var number)) -> {
        if (type == Word.Type.NUMBER) facts.set(slot, units(number, Layout.DECIMALS));
        if (type == Word.Type.MONEY) facts.set(slot, units(number, layout.currencyDecimals()));
      }
      case Datum.One(Value.Truth(var truth)) -> {
        if (type == Word.Type.TRUTH) facts.set(slot, truth ? 1 : 0);
      }
      case Datum.One(Value.Date(var date)) -> {
        if (type == Word.Type.DATE) facts.set(slot, date.toEpochDay());
      }
      case Datum.One(Value.Time(var time)) -> {
        if (type == Word.Type.TIME) facts.set(slot, time.toSecondOfDay());
      }
    }
  }

  private static long units(BigDecimal number, int decimals) {
    return number.scale() == 0
        ? Math.multiplyExact(number.longValueExact(), Tens.power(decimals))
        : number.movePointRight(decimals).longValueExact();
  }
}
