package dev.laurel.engine.population;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.decision.Decider;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.DecisionJson;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.decision.Having;
import dev.laurel.engine.decision.Remembered;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.explain.Explanations;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Quintiles;
import dev.laurel.engine.member.Quintiles.Bounds;
import dev.laurel.engine.member.Quintiles.Starts;
import dev.laurel.engine.member.StateCodec;
import dev.laurel.engine.recording.InForce;
import dev.laurel.engine.recording.JsonEvents;
import dev.laurel.engine.recording.MemoryStores;
import dev.laurel.engine.recording.Recorder;
import dev.laurel.engine.recording.Recording;
import dev.laurel.engine.recording.Shop;
import dev.laurel.engine.recording.Stores;
import dev.laurel.rules.sentence.Speaker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who is in which fifth, by which snapshot. */
class FifthsTest {
  private static final Instant MARCH = Instant.parse("2026-03-01T00:10:00Z");
  private static final Instant APRIL = Instant.parse("2026-04-01T00:10:00Z");
  private static final Starts ANY = new Starts(0, 0, 0, 0);

  /** In March the best fifth by money begins with 412 euros, in April with 50. */
  private static final TreeMap<Instant, Quintiles> SNAPSHOTS =
      new TreeMap<>(Map.of(MARCH, of(MARCH, 41_200), APRIL, of(APRIL, 5_000)));

  private static final Fold FOLD =
      new Fold(
          Ranked.REVISION,
          1,
          asOf -> Optional.ofNullable(SNAPSHOTS.floorEntry(asOf)).map(Map.Entry::getValue));

  private final List<Decision> decided = new ArrayList<>();

  private static Quintiles of(Instant from, long best) {
    return new Quintiles(
        LocalDate.parse(from.toString().substring(0, 10)),
        from,
        new TreeMap<>(
            Map.of("30 days", new Bounds(9, ANY, ANY, new Starts(1_000, 2_000, 3_000, best)))));
  }

  private MemberState buys(MemberState state, String id, String at, long cents) {
    return FOLD.fold(state, Ranked.purchase("ann", id, Instant.parse(at), cents), decided::add);
  }

  private long gave() {
    return decided.getLast().postings().stream().mapToLong(posting -> posting.units()).sum();
  }

  @Test
  void a_purchase_that_reaches_the_best_fifth_makes_the_next_one_earn_more() {
    MemberState state = buys(FOLD.begin("ann"), "1", "2026-03-02T10:00:00Z", 41_199);
    assertThat(gave()).isEqualTo(1);
    assertThat(state.holdings().segments()).isEmpty();
    state = buys(state, "2", "2026-03-03T10:00:00Z", 1);
    assertThat(gave()).isEqualTo(1);
    assertThat(state.holdings().segments())
        .containsExactly(Map.entry("best", LocalDate.of(2026, 3, 3)));
    state = buys(state, "3", "2026-03-04T10:00:00Z", 100);
    assertThat(gave()).isEqualTo(11);
  }

  @Test
  void what_comes_back_is_not_spent() {
    MemberState state = buys(FOLD.begin("ann"), "1", "2026-03-02T10:00:00Z", 50_000);
    Event back =
        new Event(
            "till",
            "2",
            "ann",
            Instant.parse("2026-03-03T10:00:00Z"),
            new Body.Return(Optional.empty(), 10_000, List.of()));
    state = FOLD.fold(state, back, decided::add);
    assertThat(decided.getLast().refusal()).isEmpty();
    assertThat(state.holdings().segments()).isEmpty();
    buys(state, "3", "2026-03-04T10:00:00Z", 100);
    assertThat(gave()).isEqualTo(1);
  }

  @Test
  void nor_where_returns_leave_what_counts_toward_tiers_alone() {
    Fold fold =
        new Fold(
            Programmes.of(Ranked.TEXT.replace("metrics: true", "metrics: false")),
            1,
            _ -> Optional.of(of(MARCH, 41_200)));
    Remembered remembered = new Remembered();
    MemberState state =
        fold.fold(
            fold.begin("ann"),
            Ranked.purchase("ann", "1", Instant.parse("2026-03-02T10:00:00Z"), 50_000),
            remembered::add);
    assertThat(state.holdings().segments()).containsOnlyKeys("best");
    for (Optional<String> of : List.of(Optional.of("1"), Optional.<String>empty())) {
      Event back =
          new Event(
              "till",
              "of " + of.orElse("anything"),
              "ann",
              Instant.parse("2026-03-03T10:00:00Z"),
              new Body.Return(of, 10_000, List.of()));
      MemberState after = fold.fold(state, back, remembered, decided::add);
      assertThat(decided.getLast().refusal()).isEmpty();
      assertThat(after.holdings().segments()).as(back.id()).isEmpty();
    }
  }

  @Test
  void the_snapshot_in_force_at_the_time_counts_and_before_the_first_nobody_is_in_a_fifth() {
    MemberState state = buys(FOLD.begin("ann"), "1", "2026-03-01T00:09:59Z", 100_000);
    assertThat(state.holdings().segments()).isEmpty();
    assertThat(decided.getLast().given().quintiles()).isEmpty();
    state = buys(FOLD.begin("ann"), "2", "2026-04-01T00:09:59Z", 6_000);
    assertThat(state.holdings().segments()).isEmpty();
    state = buys(state, "3", "2026-04-01T00:10:00Z", 1);
    // Found before the event, too: the bound has fallen to what is there already.
    assertThat(gave()).isEqualTo(11);
    assertThat(decided.getLast().given().quintiles()).contains(of(APRIL, 5_000));
    assertThat(state.holdings().segments()).containsOnlyKeys("best");
  }

  @Test
  void whoever_bought_nothing_in_the_time_looked_at_is_in_no_fifth() {
    MemberState state = buys(FOLD.begin("ann"), "1", "2026-03-02T10:00:00Z", 50_000);
    Having having = new Having(Ranked.REVISION);
    Instant later = Instant.parse("2026-04-20T10:00:00Z");
    assertThat(having.segments(FOLD.seen(state, later), LocalDate.of(2026, 4, 20)).getFirst())
        .satisfies(best -> {
          assertThat(best.in()).isFalse();
          assertThat(best.fifths()).isEmpty();
        });
  }

  @Test
  void it_is_told_why_and_why_not() {
    MemberState state = buys(FOLD.begin("ann"), "1", "2026-03-02T10:00:00Z", 2_500);
    Having.InSegment best =
        new Having(Ranked.REVISION)
            .segments(FOLD.seen(state, MARCH.plusSeconds(99_999)), LocalDate.of(2026, 3, 2))
            .getFirst();
    Explanations explanations = new Explanations(Ranked.REVISION);
    Speaker english = Explanations.english();
    assertThat(english.say(explanations.missing(best.unmet())))
        .isEqualTo("It asks that the member's fifth of money for \"The best\" is 5, and found 3.");
    assertThat(english.say(explanations.fifths(best.fifths().orElseThrow())))
        .isEqualTo(
            "Counted on 1 March 2026: last purchase on 2 March 2026 (fifth 5, which begins with"
                + " 1 January 1970); number of purchases 1 (fifth 5, which begins with 0);"
                + " spent €25.00 (fifth 3; fifth 4 begins with €30.00).");
    assertThat(
            Explanations.speaker("zh")
                .orElseThrow()
                .say(explanations.fifths(best.fifths().orElseThrow())))
        .contains("2026 年 3 月 1 日统计：", "消费金额 €25（第 3 档；第 4 档起点为 €30）。");
  }

  @Test
  void a_decision_is_made_again_from_what_it_was_given_and_nothing_of_it_stays_with_the_member() {
    MemberState before = buys(FOLD.begin("ann"), "1", "2026-03-02T10:00:00Z", 50_000);
    MemberState after = buys(before, "2", "2026-03-03T10:00:00Z", 100);
    Decision decision = decided.getLast();
    byte[] written = written(decision);
    var given = DecisionReader.of(Ranked.REVISION).read(written).given();
    assertThat(given).isEqualTo(decision.given());
    Decision again =
        new Decider(Ranked.REVISION).decide(before, decision.event(), decision.asOf(), given);
    assertThat(written(again)).isEqualTo(written);
    assertThat(again.after()).isEqualTo(after);
    assertThat(after.holdings().quintiles()).isEmpty();
    assertThat(StateCodec.read(StateCodec.write(after))).isEqualTo(after);
  }

  private static byte[] written(Decision decision) {
    JsonWriter to = new JsonWriter();
    DecisionJson.of(EventTerms.of(Ranked.REVISION.pack())).write(decision, to);
    return to.toBytes();
  }

  @Test
  void an_event_that_comes_late_is_judged_by_the_snapshot_of_its_time() {
    Stores stores = new MemoryStores().stores();
    try (Recorder recorder =
        new Recorder(
            stores,
            InForce.always(Timeline.of(FOLD)),
            JsonEvents.of(EventTerms.of(Ranked.REVISION.pack())),
            () -> Instant.parse("2026-05-01T00:00:00Z"),
            Shop.leases())) {
      record(recorder, "1", "2026-03-20T10:00:00Z", 6_000);
      record(recorder, "3", "2026-04-02T10:00:00Z", 100);
      assertThat(earned(stores)).isEqualTo(1 + 11);
      // By the snapshot of March ann is not among the best, however much she has by now.
      record(recorder, "2", "2026-03-21T10:00:00Z", 100);
      assertThat(earned(stores)).isEqualTo(1 + 1 + 11);
      // What makes her one of the best in March makes the later one of March earn more, too.
      record(recorder, "0", "2026-03-19T10:00:00Z", 50_000);
      assertThat(earned(stores)).isEqualTo(1 + 11 + 11 + 11);
    }
  }

  private static void record(Recorder recorder, String id, String at, long cents) {
    assertThat(recorder.record(Ranked.purchase("ann", id, Instant.parse(at), cents)))
        .isInstanceOf(Recording.Recorded.class);
  }

  private static long earned(Stores stores) {
    return stores
        .members()
        .find("ann")
        .orElseThrow()
        .state()
        .purse("points")
        .orElseThrow()
        .earned();
  }

  @Test
  void a_metric_that_counts_the_same_already_is_taken_over_by_a_revision_with_fifths() {
    String counted =
        """
        pack: {format: 1, id: counted, version: 1.0.0, title: Counted}
        programme:
          title: Counted
          zone: Europe/Vienna
          currency: EUR
          pointKinds: [{id: points, title: Points}]
          periods: [{id: thirty, title: Thirty days, is: {type: rolling, span: 30 days}}]
          metrics:
            - {id: spent, title: Spent, counts: {type: spend}, over: thirty}
            - {id: visits, title: Visits, counts: {type: purchases}, over: thirty}
        """;
    Fold before = new Fold(Programmes.of(counted));
    MemberState state =
        before.fold(
            before.begin("ann"),
            Ranked.purchase("ann", "1", Instant.parse("2026-03-20T10:00:00Z"), 6_000),
            _ -> {});
    Timeline timeline = Timeline.of(before).with(APRIL, () -> FOLD);
    timeline.fold(
        state,
        Ranked.purchase("ann", "2", Instant.parse("2026-04-02T10:00:00Z"), 100),
        decided::add);
    assertThat(gave()).isEqualTo(11);
  }
}
