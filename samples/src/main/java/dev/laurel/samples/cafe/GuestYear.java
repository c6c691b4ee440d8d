package dev.laurel.samples.cafe;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A year of one guest. Not thread-safe. */
final class GuestYear {
  private static final String TILL = "till";
  private static final String APP = "app";
  private static final String DESK = "desk";
  private static final int OPENS = 7;
  private static final int MINUTE = 60;
  private static final int HOUR = 3_600;

  /** How busy the months are, January first, in per cent of the usual. */
  private static final List<Integer> SEASON =
      List.of(91, 94, 98, 100, 103, 105, 108, 107, 101, 99, 97, 112);

  private static final int CENTS_PER_BEAN = 100;
  private static final long BEANS_FOR_A_COFFEE = 100;

  private final Guest guest;
  private final LocalDate from;
  private final ZoneId zone;
  private final Chance chance;
  private final Chance consents;
  private final List<Event> events = new ArrayList<>();
  private boolean reads;
  private long certainBeans;
  private int happened;

  /**
   * @param consents decides what the guest consents to, and nothing else
   */
  GuestYear(Guest guest, LocalDate from, ZoneId zone, Chance chance, Chance consents) {
    this.consents = consents;
    this.guest = guest;
    this.from = from;
    this.zone = zone;
    this.chance = chance;
    this.reads = guest.newsletter().orElse(false);
  }

  /** All that the guest does in the year, in the order in which it happens. */
  List<Event> events() {
    for (LocalDate day = from; day.isBefore(from.plusYears(1)); day = day.plusDays(1))
      if (guest.comesOn(day)) live(day);
    consent();
    events.sort(Event.ORDER);
    return events;
  }

  /** Most want to be greeted; whoever reads the newsletter, to hear what is new. */
  private void consent() {
    LocalDate first = guest.enrolled().isBefore(from) ? from : guest.enrolled();
    int second = 6 * HOUR + consents.between(0, HOUR - 1);
    if (guest.newsletter().orElse(false)) consent(first, second, "e-mail", "news");
    if (consents.percent(60)) consent(first, second, "e-mail", "greetings");
    if (consents.percent(50)) consent(first, second, "app", "greetings");
  }

  private void consent(LocalDate day, int second, String channel, String purpose) {
    Map<String, Datum> what =
        Map.of(
            "channel", text(channel), "given", Datum.of(Value.of(true)), "purpose", text(purpose));
    String id = "%s-%s-%s".formatted(guest.id(), purpose, channel);
    events.add(
        new Event(APP, id, guest.id(), instant(day, second), new Body.Other("consent", what)));
  }

  private void live(LocalDate day) {
    if (chance.of(visitChance(day), 10_000)) visit(day, hour());
    if (guest.habit() == Habit.COMMUTER && chance.of(visitChance(day), 60_000)) visit(day, 15);
    if (guest.habit() == Habit.COMMUTER && chance.oneIn(320))
      happen(TILL, day, at(10), Basket.catering(guest.store(), chance));
    if (guest.habit() == Habit.NEIGHBOUR && chance.oneIn(190)) workshop(day);
    if (guest.habit() == Habit.VISITOR && chance.oneIn(420)) stay(day);
    if (!reads && chance.oneIn(900)) subscribe(day);
  }

  /** In ten thousandths; the habit's chance, moved by the season and the guest's own zeal. */
  private int visitChance(LocalDate day) {
    return guest.habit().on(day.getDayOfWeek())
        * SEASON.get(day.getMonthValue() - 1)
        * guest.zeal()
        / 100;
  }

  private int hour() {
    return OPENS + chance.weighted(guest.habit().hours());
  }

  /** A second of that hour which leaves room for what comes before and after a purchase. */
  private int at(int hour) {
    return hour * HOUR + chance.between(2 * MINUTE, HOUR - 6 * MINUTE);
  }

  private void visit(LocalDate day, int hour) {
    int second = at(hour);
    String store = chance.percent(90) ? guest.store() : chance.pick(Guest.STORES);
    if (chance.percent(guest.habit().byApp() / 2))
      happen(APP, day, second - MINUTE, new Body.Other("checkIn", Map.of("place", text(store))));
    Body.Purchase purchase = Basket.usual(guest.habit(), store, chance);
    happen(TILL, day, second, purchase);
    // The base rule gives a bean per euro and no rule takes one away, so these are there for sure.
    certainBeans += purchase.amount() / CENTS_PER_BEAN;
    if (certainBeans >= BEANS_FOR_A_COFFEE && chance.percent(30)) {
      certainBeans -= BEANS_FOR_A_COFFEE;
      happen(
          TILL,
          day,
          second + 5 * MINUTE,
          new Body.Redemption("beans", BEANS_FOR_A_COFFEE, Optional.empty()));
    }
  }

  private void workshop(LocalDate day) {
    BigDecimal hours = BigDecimal.valueOf(chance.between(2, 6) * 5L, 1);
    Map<String, Datum> about =
        Map.of(
            "hours",
            Datum.of(Value.of(hours)),
            "subject",
            text(chance.pick(List.of("latte-art", "cupping", "roasting"))));
    happen(DESK, day, at(18), new Body.Other("workshop", about));
  }

  private void stay(LocalDate day) {
    Datum nights = Datum.of(Value.of(chance.between(1, 4)));
    happen(DESK, day, at(11), new Body.Other("stay", Map.of("nights", nights)));
  }

  private void subscribe(LocalDate day) {
    reads = true;
    int second = at(20);
    happen(APP, day, second, new Body.Change(Map.of("newsletter", Datum.of(Value.of(true)))));
    consent(day, second, "e-mail", "news");
  }

  private void happen(String source, LocalDate day, int second, Body body) {
    String id = guest.id() + "-" + ++happened;
    events.add(new Event(source, id, guest.id(), instant(day, second), body));
  }

  private Instant instant(LocalDate day, int second) {
    return day.atTime(LocalTime.ofSecondOfDay(second)).atZone(zone).toInstant();
  }

  private static Datum text(String text) {
    return Datum.of(Value.of(text));
  }
}
