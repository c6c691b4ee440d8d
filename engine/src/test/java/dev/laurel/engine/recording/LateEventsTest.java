package dev.laurel.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.decision.Posting.Account;
import dev.laurel.engine.decision.StoredDecision;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.revision.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Events that come late count as if they had come in time. */
class LateEventsTest {
  private static final String TEXT =
      """
      pack: {format: 1, id: orchard, version: 1.0.0, title: Orchard}
      programme:
        title: Orchard
        zone: Europe/Vienna
        currency: EUR
        pointKinds:
          - id: points
            title: Points
            available: {type: after, span: 3 days}
            expiry: {type: inactivity, span: 2 months}
            caps: [{id: most, of: earned, over: month, atMost: 900}]
        periods:
          - {id: month, title: Month, is: {type: rolling, span: 30 days}}
        metrics: [{id: spend, title: Spend, counts: {type: spend}, over: month}]
        returns: {from: [pending, lots-earned, newest-lots, debt], unknown: newest-lots}
        latestArrival: LIMIT
      ladders:
        - id: status
          title: Status
          tiers:
            - {id: Base, title: Base}
            - id: Gold
              title: Gold
              entry: {type: reaches, id: spend, metric: spend, atLeast: 100}
              validity: {type: for, span: 1 month}
      benefits:
        - {id: table, title: Table, tiers: [Gold], entitlement: {uses: 1, over: month}}
      earning:
        - id: usual
          title: Usual
          rules:
            - {id: base, title: Base, then: [{type: per-amount, kind: points, points: 1}]}
            - id: gold
              title: Gold
              when: member.tier in ("Gold")
              then: [{type: points, kind: points, points: 7}]
      """;

  private static final Revision ORCHARD = Programmes.of(TEXT.replace("LIMIT", "2 years"));
  private static final Fold FOLD = new Fold(ORCHARD);
  private static final EventForm FORM = JsonEvents.of(EventTerms.of(ORCHARD.pack()));
  private static final DecisionReader READER = DecisionReader.of(ORCHARD);
  private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
  private static final Instant LATER = START.plus(Duration.ofDays(500));

  private final Stores stores = new MemoryStores().stores();

  private static Recorder recorder(Stores on, Fold fold) {
    return new Recorder(on, InForce.always(Timeline.of(fold)), FORM, () -> LATER, Shop.leases());
  }

  private static Event event(String member, String id, Instant at, Body body) {
    return new Event("till", id, member, at, body);
  }

  private static Event bought(String id, int day, long euros) {
    return event("ann", id, on(day), Body.Purchase.of(euros * 100, List.of()));
  }

  private static Event spent(String id, int day, long points) {
    return event("ann", id, on(day), new Body.Redemption("points", points, Optional.empty()));
  }

  private static Event back(String id, int day, String of, long euros) {
    return event("ann", id, on(day), new Body.Return(Optional.of(of), euros * 100, List.of()));
  }

  private static Instant on(int day) {
    return START.plus(Duration.ofDays(day));
  }

  private void record(Event... events) {
    try (Recorder recorder = recorder(stores, FOLD)) {
      for (Event event : events)
        assertThat(recorder.record(event)).isInstanceOf(Recording.Recorded.class);
      recorder.recover();
    }
    new Truth(FOLD).holds(stores, FORM, List.of(events));
  }

  private MemberState ann() {
    return stores.members().find("ann").orElseThrow().state();
  }

  private List<StoredDecision> corrections() {
    return stores.decisions().ofMember("ann", 0, 10_000).stream()
        .map(each -> READER.read(each.decision()))
        .filter(each -> each.correction().isPresent())
        .toList();
  }

  private String entries(StoredDecision of) {
    return stores.decisions().ofMember("ann", 0, 10_000).stream()
        .filter(each -> each.id().equals(of.id()))
        .flatMap(each -> each.entries().stream())
        .map(READER::readEntry)
        .map(entry -> {
          assertThat(entry.corrects()).hasValue(of.correction().orElseThrow().of());
          return "%s %s>%s %d"
              .formatted(
                  entry.posting().rule(),
                  entry.posting().from(),
                  entry.posting().to(),
                  entry.posting().units());
        })
        .toList()
        .toString();
  }

  @Test
  void what_was_spent_since_is_not_spent_again_by_what_comes_late() {
    record(bought("a", 1, 100), spent("r5", 10, 60), spent("r3", 9, 60), spent("r4", 9, 40));
    Purse purse = ann().purse("points").orElseThrow();
    assertThat(purse.redeemed()).isEqualTo(100);
    assertThat(purse.available()).isZero();
    assertThat(purse.debt()).isZero();
    assertThat(refusals()).containsExactly("r3 spent-since");
  }

  @Test
  void nor_by_what_comes_at_the_same_instant_in_another_order_than_its_id() {
    record(bought("a", 1, 100), spent("r5", 10, 60), spent("r3", 10, 60));
    assertThat(ann().purse("points").orElseThrow().available()).isEqualTo(40);
    assertThat(refusals()).containsExactly("r3 spent-since");
  }

  @Test
  void what_was_confirmed_is_not_given_back_by_a_cancellation_that_comes_late() {
    record(
        bought("a", 1, 100),
        event("ann", "r", on(10), new Body.Reservation("points", 60, Optional.empty())),
        event("ann", "c", on(12), new Body.Confirmation("r")),
        event("ann", "b", on(11), new Body.Cancellation("r", "")),
        event("ann", "d", on(11), new Body.Reservation("points", 30, Optional.empty())));
    assertThat(ann().purse("points").orElseThrow().redeemed()).isEqualTo(60);
    assertThat(refusals()).containsExactly("b spent-since");
  }

  @Test
  void what_was_used_since_is_not_used_again_by_what_comes_late() {
    record(
        bought("a", 1, 100),
        event("ann", "u5", on(10), new Body.Use("table")),
        event("ann", "u3", on(9), new Body.Use("table")));
    assertThat(refusals()).containsExactly("u3 spent-since");
  }

  @Test
  void nor_in_a_period_that_is_used_up_though_the_present_one_is_not() {
    record(
        bought("a", 1, 100),
        event("ann", "u10", on(10), new Body.Use("table")),
        bought("b", 28, 100),
        bought("c", 45, 100),
        event("ann", "u8", on(8), new Body.Use("table")));
    assertThat(refusals()).containsExactly("u8 spent-since");
    record(event("ann", "u46", on(46), new Body.Use("table")));
    assertThat(refusals()).containsExactly("u8 spent-since");
  }

  @Test
  void what_comes_late_is_used_where_both_find_something_to_use() {
    record(
        bought("a", 1, 100),
        bought("b", 28, 100),
        event("ann", "u41", on(41), new Body.Use("table")),
        bought("c", 55, 100),
        bought("d", 80, 100),
        event("ann", "u9", on(9), new Body.Use("table")));
    assertThat(refusals()).isEmpty();
  }

  /** A return may name what was not known then; once it is refused, it is known. */
  @Test
  void a_return_of_what_is_refused_for_having_come_late_takes_nothing() {
    record(bought("a", 10, 64), spent("b", 20, 48), back("r", 40, "s", 11));
    assertThat(ann().purse("points").orElseThrow().available()).isEqualTo(5);
    record(spent("s", 15, 46));
    assertThat(ann().purse("points").orElseThrow().available()).isEqualTo(16);
    assertThat(refusals()).containsExactly("s spent-since", "r not-a-purchase");
  }

  @Test
  void what_lapsed_only_since_is_spent_by_what_comes_late() {
    record(bought("a", 1, 100), bought("z", 200, 10), spent("r", 10, 60));
    assertThat(ann().purse("points").orElseThrow().redeemed()).isEqualTo(60);
    assertThat(refusals()).isEmpty();
  }

  private List<String> refusals() {
    return stores.decisions().ofMember("ann", 0, 10_000).stream()
        .map(each -> READER.read(each.decision()))
        .filter(each -> each.refusal().isPresent() && each.source().equals("till"))
        .map(each -> each.event() + " " + each.refusal().get().code())
        .toList();
  }

  @Test
  void a_purchase_that_made_gold_counts_for_those_after_it() {
    record(bought("a", 1, 60), bought("c", 3, 20), bought("b", 2, 60));
    assertThat(corrections()).hasSize(1);
    StoredDecision correction = corrections().getFirst();
    assertThat(correction.event()).isEqualTo("c");
    assertThat(correction.correction().orElseThrow().because()).isEqualTo("till:b");
    assertThat(correction.asOf()).isEqualTo(on(3));
    assertThat(entries(correction)).isEqualTo("[gold ISSUED>PENDING 7]");
    assertThat(ann().standings().getFirst().tier()).isEqualTo("Gold");
    assertThat(ann().purses().getFirst().earned()).isEqualTo(147);
  }

  @Test
  void what_stands_as_it_was_decided_is_left_alone() {
    record(bought("a", 1, 10), bought("c", 3, 10), bought("b", 2, 10));
    assertThat(corrections()).isEmpty();
    assertThat(stores.members().find("ann").orElseThrow().places()).isEqualTo(3);
  }

  @Test
  void what_lapsed_for_want_of_activity_is_given_back_by_an_activity_that_was_not_known() {
    Event last = bought("z", 90, 1);
    record(bought("a", 1, 30), last);
    assertThat(ann().purses().getFirst().expired()).isEqualTo(30);
    record(bought("b", 40, 5));
    assertThat(ann().purses().getFirst().expired()).isZero();
    StoredDecision undone = corrections().getFirst();
    assertThat(undone.type()).isEqualTo("due");
    assertThat(undone.refusal().map(Decision.Refusal::code)).hasValue("not-due");
    assertThat(entries(undone)).isEqualTo("[expiry EXPIRED>AVAILABLE 30]");
  }

  @Test
  void a_till_that_gave_points_out_stays_right_and_what_was_missing_is_owed() {
    // On day 10 there are 50 points to spend; the return of day 5 was not known.
    record(bought("a", 1, 50), spent("s", 10, 50), back("r", 5, "a", 20));
    assertThat(ann().purses().getFirst().redeemed()).isEqualTo(50);
    assertThat(ann().purses().getFirst().debt()).isEqualTo(20);
    assertThat(entries(corrections().getFirst())).isEqualTo("[shortfall DEBT>AVAILABLE 20]");
  }

  @Test
  void a_till_that_refused_stays_right_too() {
    record(bought("a", 1, 50), spent("s", 10, 80), bought("b", 2, 40));
    assertThat(corrections()).isEmpty();
    assertThat(ann().purses().getFirst().redeemed()).isZero();
    assertThat(ann().purses().getFirst().available() + ann().purses().getFirst().pending())
        .isEqualTo(90);
  }

  @Test
  void a_return_that_came_before_its_purchase_is_one_of_that_purchase_in_the_end() {
    record(bought("a", 1, 10), back("r", 5, "b", 30), bought("b", 2, 40));
    assertThat(ann().purses().getFirst().earned()).isEqualTo(50);
    assertThat(ann().purses().getFirst().reversed()).isEqualTo(30);
    assertThat(ann().purses().getFirst().debt()).isZero();
    assertThat(corrections().getFirst().bought().orElseThrow().left()).isEqualTo(10_00);
  }

  @Test
  void what_a_campaign_gave_is_neither_given_nor_counted_twice() {
    Fold spring = new Fold(Shop.SPRING);
    List<Event> events = List.of(bought("a", 1, 60), bought("c", 3, 20), bought("b", 2, 60));
    try (Recorder recorder =
        new Recorder(
            stores, InForce.always(Timeline.of(spring)), Shop.form(), () -> LATER, Shop.leases())) {
      events.forEach(recorder::record);
      recorder.recover();
    }
    new Truth(spring).holds(stores, Shop.form(), events);
    assertThat(stores.members().find("ann").orElseThrow().places()).isGreaterThan(3);
    assertThat(Truth.used(stores, "campaigns/spring/points")).isEqualTo(140_000_000);
    assertThat(Truth.used(stores, "campaigns/early/places")).isEqualTo(1);
  }

  @Test
  void events_of_one_instant_are_one_order_whichever_came_first() {
    record(bought("b", 1, 60), bought("c", 1, 20), bought("a", 1, 60));
    assertThat(ann().purses().getFirst().earned()).isEqualTo(147);
    assertThat(corrections()).extracting(StoredDecision::event).containsExactly("b", "c");
  }

  @Test
  void what_comes_later_than_the_programme_allows_is_refused_and_leaves_no_trace() {
    Fold strict = new Fold(Programmes.of(TEXT.replace("LIMIT", "30 days")));
    DecisionReader reader = DecisionReader.of(strict.decider().revision());
    try (Recorder recorder = recorder(stores, strict)) {
      Event last =
          event("ann", "a", LATER.minus(Duration.ofDays(1)), Body.Purchase.of(10_00, List.of()));
      Event inTime =
          event("ann", "b", LATER.minus(Duration.ofDays(30)), Body.Purchase.of(100_00, List.of()));
      Event tooLate =
          event("ann", "c", LATER.minus(Duration.ofDays(31)), Body.Purchase.of(90_00, List.of()));
      recorder.record(last);
      MemberState before = ann();
      var refused = (Recording.Recorded) recorder.record(tooLate);
      assertThat(reader.read(refused.applied().decision()).refusal().orElseThrow())
          .isEqualTo(
              new Decision.Refusal(
                  "too-late",
                  "The event c was not carried out: it came on 2027-05-16, and could come until 2027-05-15. Have support adjust what it should have changed."));
      assertThat(ann()).isEqualTo(before);
      recorder.record(inTime);
      assertThat(ann().purses().getFirst().earned()).isEqualTo(117);
      assertThat(((Recording.Replayed) recorder.record(tooLate)).applied())
          .isEqualTo(refused.applied());
    }
  }

  /**
   * More than one record can carry is corrected in several steps, and a crash between loses none.
   */
  @Test
  void a_late_event_before_a_long_history_is_decided_in_steps_through_any_crash() {
    List<Event> history = new ArrayList<>();
    for (int i = 0; i < 400; i++)
      history.add(
          event(
              "ann",
              "e" + i,
              START.plus(Duration.ofHours(3L * i + 30)),
              Body.Purchase.of(1_00, List.of())));
    Event late = event("ann", "late", START, Body.Purchase.of(500_00, List.of()));
    List<Event> all = new ArrayList<>(history);
    all.add(late);
    int most = 0;
    for (int calls = 0; calls < 60; calls += 7) {
      Stores kept = new MemoryStores().stores();
      try (Recorder recorder = recorder(kept, FOLD)) {
        recorder.record(history);
        recorder.recover();
      }
      long before = kept.members().find("ann").orElseThrow().places();
      try {
        Recorder dying = recorder(DyingStores.of(kept, calls, calls % 2 == 0), FOLD);
        dying.record(late);
      } catch (DyingStores.Dead dead) {
        // Whoever comes next finds it.
      }
      try (Recorder next = recorder(kept, FOLD)) {
        next.recover();
        next.record(late);
        next.passTime(LATER.minus(Duration.ofDays(400)));
        next.recover();
      }
      MemberRecord record = kept.members().find("ann").orElseThrow();
      assertThat(record.places()).isGreaterThan(before + Outbox.MOST);
      new Truth(FOLD).holds(kept, FORM, all);
      most = Math.max(most, (int) record.places());
    }
    assertThat(most).isPositive();
  }

  /** What is far back is not read for an event that comes a little late. */
  @Test
  void a_snapshot_bounds_what_is_decided_anew() {
    List<Event> history = new ArrayList<>();
    for (int i = 0; i < 300; i++)
      history.add(
          event(
              "ann", "e" + i, START.plus(Duration.ofHours(i)), Body.Purchase.of(1_00, List.of())));
    try (Recorder recorder = recorder(stores, FOLD)) {
      for (Event event : history) {
        recorder.record(event);
        recorder.recover();
      }
      assertThat(stores.members().snapshots("ann", Long.MAX_VALUE, 100)).hasSizeGreaterThan(3);
      Snapshot newest = stores.members().snapshots("ann", Long.MAX_VALUE, 1).getFirst();
      assertThat(stores.members().find("ann").orElseThrow().places() - newest.place())
          .isLessThan(Snapshot.EVERY + 8);
      Event late =
          event(
              "ann",
              "late",
              START.plus(Duration.ofMinutes(295 * 60 + 30)),
              Body.Purchase.of(1_00, List.of()));
      recorder.record(late);
      recorder.recover();
      history.add(late);
    }
    new Truth(FOLD).holds(stores, FORM, history);
  }

  private static Event at(int hour, String id, Body body) {
    return event("ann", id, on(1).plus(Duration.ofHours(hour)), body);
  }

  private static Event boughtAt(int hour, String id, long euros) {
    return at(hour, id, Body.Purchase.of(euros * 100, List.of()));
  }

  /** What fell due is undone by what comes late, and falls due again of what comes after that. */
  @Test
  void what_fell_due_and_was_undone_falls_due_again_on_the_same_day() {
    Event bought = boughtAt(0, "a", 30);
    Event back = at(1, "r", new Body.Return(Optional.of("a"), 30_00, List.of()));
    Event again = boughtAt(2, "b", 20);
    for (boolean drains : List.of(true, false)) {
      Stores kept = new MemoryStores().stores();
      try (Recorder recorder = recorder(kept, FOLD)) {
        recorder.record(bought);
        assertThat(recorder.passTime("ann", on(6))).isTrue();
        if (drains) recorder.recover();
        recorder.record(back);
        if (drains) recorder.recover();
        recorder.record(again);
        assertThat(recorder.passTime("ann", on(6))).isTrue();
        recorder.recover();
      }
      new Truth(FOLD).holds(kept, FORM, List.of(bought, back, again));
      assertThat(ofReleases(kept)).containsExactly("30", "not-due -30", "20");
      assertThat(kept.members().find("ann").orElseThrow().state().purses().getFirst().available())
          .isEqualTo(20);
    }
  }

  /** The same where it was undone so long ago that nobody decides anew from before that. */
  @Test
  void nor_is_it_forgotten_behind_a_snapshot() {
    List<Event> events = new ArrayList<>();
    events.add(boughtAt(0, "a", 30));
    events.add(at(1, "r", new Body.Return(Optional.of("a"), 30_00, List.of())));
    for (int i = 0; i < Snapshot.EVERY + 8; i++)
      events.add(
          event(
              "ann",
              "s" + i,
              on(1).plus(Duration.ofMinutes(61 + i)),
              new Body.Redemption("points", 5, Optional.empty())));
    events.add(bought("c", 6, 1));
    events.add(boughtAt(5, "b", 20));
    try (Recorder recorder = recorder(stores, FOLD)) {
      for (Event event : events) {
        recorder.record(event);
        recorder.passTime("ann", on(6));
        recorder.recover();
      }
    }
    new Truth(FOLD).holds(stores, FORM, events);
    assertThat(ofReleases(stores)).containsExactly("30", "not-due -30", "20");
  }

  /** What each decision on the release of one day did to what is there to be spent. */
  private static List<String> ofReleases(Stores kept) {
    List<Applied> all = kept.decisions().ofMember("ann", 0, 10_000);
    return all.stream()
        .filter(each -> EventKey.first(each.key()).equals("time:ann:release:points:2026-01-05"))
        .map(each ->
            READER.read(each.decision()).refusal().map(why -> why.code() + " ").orElse("")
                + each.entries().stream()
                    .map(entry -> READER.readEntry(entry).posting())
                    .mapToLong(posting ->
                        posting.to() == Account.AVAILABLE ? posting.units() : -posting.units())
                    .sum())
        .toList();
  }

  private static final int HISTORIES = Integer.getInteger("laurel.tests.histories", 1_000);

  /** Seeds beyond those of the gate whose histories found something once. */
  private static final List<Integer> FOUND = List.of(21_837, 50_541, 55_653, 74_541);

  /** Whatever the order in which they come, and however they are cut into calls. */
  @Test
  void any_order_of_arrival_leads_to_the_same_state() {
    int corrected = 0;
    for (int seed :
        IntStream.concat(IntStream.range(0, HISTORIES), FOUND.stream().mapToInt(i -> i))
            .toArray()) {
      Random random = new Random(seed);
      boolean spends = seed % 3 == 0;
      List<Event> events = history(random, spends);
      Stores inOrder = sent(events, random);
      List<Event> shuffled = new ArrayList<>(events);
      Collections.shuffle(shuffled, random);
      Stores outOfOrder = sent(shuffled, random);
      new Truth(FOLD).holds(outOfOrder, FORM, events);
      if (!spends)
        assertThat(outOfOrder.members().find("ann").orElseThrow().state())
            .as("history %d", seed)
            .isEqualTo(inOrder.members().find("ann").orElseThrow().state());
      if (outOfOrder.members().find("ann").orElseThrow().places()
          > inOrder.members().find("ann").orElseThrow().places()) corrected++;
    }
    assertThat(corrected).isGreaterThan(HISTORIES / 3);
  }

  private static Stores sent(List<Event> events, Random random) {
    Stores kept = new MemoryStores().stores();
    try (Recorder recorder = recorder(kept, FOLD)) {
      for (int from = 0; from < events.size(); ) {
        int to = Math.min(events.size(), from + 1 + random.nextInt(3));
        recorder.record(events.subList(from, to));
        if (random.nextInt(4) == 0) recorder.recover();
        from = to;
      }
      recorder.passTime(START.plus(Duration.ofDays(200)));
      recorder.recover();
    }
    return kept;
  }

  private static List<Event> history(Random random, boolean spends) {
    List<Event> events = new ArrayList<>();
    int count = 4 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      int day = random.nextInt(140);
      String id = "e" + i;
      events.add(
          switch (random.nextInt(spends ? 6 : 4)) {
            case 0 -> back(id, day, "e" + random.nextInt(count), 1 + random.nextInt(40));
            case 4, 5 -> spent(id, day, 1 + random.nextInt(60));
            default -> bought(id, day, 1 + random.nextInt(120));
          });
    }
    events.sort(Event.ORDER);
    return events;
  }
}
