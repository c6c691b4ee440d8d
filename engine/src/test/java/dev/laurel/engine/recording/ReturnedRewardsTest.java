package dev.laurel.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Goods of a friend come back twice, and the earlier time is told later: whoever brought the friend
 * has the same then as if both had been told in their order.
 */
class ReturnedRewardsTest {
  private static final Instant START = Instant.parse("2026-12-01T09:00:00Z");
  private static final Instant LATER = Instant.parse("2027-04-01T09:00:00Z");

  private static final String TEXT =
      Shop.changedText("available: {type: after, span: 3 days}", "%s")
              .replace("periods: [", "periods: [{id: year, title: Year, is: calendar-year}, ")
              .replace(
                  "metrics: [",
                  "metrics: [{id: earned, title: Earned, counts: {type: points-earned, kind: points}, over: year}, ")
          + """
            - id: friends
              title: Friends
              rules:
                - id: share
                  title: Share
                  when: purchase.amount >= 30
                  then: [{type: points, kind: points, points: 10, to: referrer}]
          """;

  private static Revision programme(String kind, String from) {
    return Programmes.of(
        TEXT.formatted(kind)
            .replace("  periods:", "  returns: {from: [%s]}\n  periods:".formatted(from)));
  }

  private static Instant day(int day) {
    return START.plus(Duration.ofDays(day));
  }

  private static Event back(String id, int day, long euros) {
    return new Event(
        "till", id, "ben", day(day), new Body.Return(Optional.of("4"), euros * 100, List.of()));
  }

  /** What happens before, in its order: a friend is brought and buys for 40. */
  private static List<Event> before() {
    return List.of(
        Shop.purchase("ann", "1", day(0), 1),
        Shop.purchase("ben", "2", day(0), 1),
        new Event(
            "app",
            "3",
            "ann",
            day(1),
            new Body.Other("referral", Map.of("referred", Datum.of(Value.of("ben"))))),
        Shop.purchase("ben", "4", day(2), 40));
  }

  /** How whoever brought the friend stands when all was told in this order. */
  private static MemberState told(Revision revision, List<Event> events) {
    Fold fold = new Fold(revision);
    EventForm form = JsonEvents.of(EventTerms.of(revision.pack()));
    Stores stores = new MemoryStores().stores();
    try (Recorder recorder =
        new Recorder(stores, InForce.always(Timeline.of(fold)), form, () -> LATER, Shop.leases())) {
      for (Event event : events) {
        recorder.record(event);
        recorder.recover();
      }
    }
    new Truth(fold).holds(stores, form, events);
    new Truth(fold).holdsOfReferrals(stores, form);
    return fold.passTime(
        stores.members().find("ann").orElseThrow().state(), LATER.minusSeconds(1), _ -> {});
  }

  /** That it does not matter which of the two is told first. */
  private static MemberState alike(Revision revision, Event first, Event second, Event... between) {
    List<Event> inOrder = new ArrayList<>(before());
    inOrder.addAll(List.of(between));
    List<Event> late = new ArrayList<>(inOrder);
    inOrder.addAll(List.of(first, second));
    late.addAll(List.of(second, first));
    for (List<Event> all : List.of(inOrder, late)) all.add(Shop.purchase("ben", "8", day(100), 40));
    MemberState expected = told(revision, inOrder);
    MemberState state = told(revision, late);
    assertThat(points(state)).as("what is told late").isEqualTo(points(expected));
    for (int year : new int[] {2026, 2027})
      assertThat(earned(state, year)).as("earned in %d", year).isEqualTo(earned(expected, year));
    return state;
  }

  private static List<String> points(MemberState state) {
    Purse purse = state.purse("points").orElseThrow();
    List<String> all = new ArrayList<>();
    all.add("available " + purse.available() + ", pending " + purse.pending());
    all.add("owed " + purse.debt() + ", issued " + purse.earned());
    all.add("expired " + purse.expired() + ", taken back " + purse.reversed());
    purse.lots().forEach(lot -> all.add(lot.units() + " until " + lot.lapsesOn()));
    return all;
  }

  private static long earned(MemberState state, int year) {
    int key = (int) LocalDate.of(year, 1, 1).toEpochDay();
    return state.tallies().getFirst().sum(key, key) / Event.MICROS;
  }

  @Test
  void what_lapsed_before_is_not_given_anew() {
    Revision revision = programme("shortfall: debt", "lots-earned, newest-lots, debt");
    MemberState ann = alike(revision, back("5", 70, 40), back("6", 80, 40));
    // All that is there is of the purchase since.
    assertThat(ann.purse("points").orElseThrow().available()).isEqualTo(10);
    assertThat(earned(ann, 2026)).isEqualTo(1);
  }

  @Test
  void what_was_spent_and_forgiven_is_not_given_anew() {
    Revision revision = programme("shortfall: forgive", "lots-earned, newest-lots");
    Event spent = Shop.redemption("ann", "7", day(5), 11);
    MemberState ann = alike(revision, back("5", 15, 40), back("6", 20, 40), spent);
    assertThat(ann.purse("points").orElseThrow().available()).isEqualTo(10);
  }

  @Test
  void what_is_owed_is_owed_once_and_counts_in_the_year_of_the_purchase() {
    Revision revision = programme("shortfall: debt", "lots-earned, newest-lots, debt");
    Event spent = Shop.redemption("ann", "7", day(5), 11);
    MemberState ann = alike(revision, back("5", 40, 30), back("6", 45, 20), spent);
    assertThat(ann.purse("points").orElseThrow().available()).isEqualTo(10 - 8);
    assertThat(earned(ann, 2026)).isEqualTo(1 + 10 - 8);
    assertThat(earned(ann, 2027)).isEqualTo(10);
  }

  @Test
  void what_comes_back_lapses_as_it_would_have() {
    Revision revision =
        programme(
            "available: {type: after, span: 3 days}", "pending, lots-earned, newest-lots, debt");
    // Of 10 for 40, goods for 30 keep 7, and those for 20 keep 5: the second time 2 and not 3.
    MemberState pending = alike(revision, back("5", 3, 10), back("6", 4, 10));
    assertThat(earned(pending, 2026)).isEqualTo(1 + 10 - 5);
    MemberState available = alike(revision, back("5", 33, 10), back("6", 34, 10));
    assertThat(earned(available, 2026)).isEqualTo(1 + 10 - 5);
  }
}
