package dev.laurel.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.budget.BudgetsInMemory;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.DecisionJson;
import dev.laurel.engine.decision.Remembered;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.revision.Revision;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Returns while events are recorded: what a server decides is what one fold decides. */
class KnownPurchasesTest {
  private static final Revision SHOP =
      Programmes.of(
          """
          pack: {format: 1, id: shop, version: 1.0.0, title: Shop}
          programme:
            title: Shop
            zone: Europe/Vienna
            currency: EUR
            pointKinds: [{id: points, title: Points, expiry: {type: after, span: 12 months}}]
            periods: [{id: year, title: Year, is: calendar-year}]
            metrics: [{id: spend, title: Spend, counts: spend, over: year}]
            returns: {from: [lots-earned, newest-lots, debt], unknown: refuse}
          earning:
            - id: own
              title: Own
              rules:
                - {id: base, title: Base, then: [{type: per-amount, kind: points, points: 1}]}
          """);

  private static final Fold FOLD = new Fold(SHOP);
  private static final EventForm FORM = JsonEvents.of(EventTerms.of(SHOP.pack()));
  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

  private final Stores kept = new MemoryStores().stores();

  private Recorder recorder(Stores on) {
    return new Recorder(
        on,
        InForce.always(Timeline.of(FOLD)),
        FORM,
        () -> START.plus(Duration.ofDays(800)),
        Shop.leases());
  }

  private static Event event(int hour, String id, Body body) {
    return new Event("till", id, "ann", START.plus(Duration.ofHours(hour)), body);
  }

  private static Event bought(int hour, String id, long cents) {
    return event(hour, id, Body.Purchase.of(cents, List.of()));
  }

  private static Event back(int hour, String id, String of, long cents) {
    return event(hour, id, new Body.Return(Optional.of(of), cents, List.of()));
  }

  private static String decided(Recording recording) {
    return new String(
        ((Recording.Recorded) recording).applied().decision(), StandardCharsets.UTF_8);
  }

  @Test
  void what_was_bought_and_brought_back_is_known_after_a_restart() {
    try (Recorder recorder = recorder(kept)) {
      recorder.start();
      recorder.record(bought(0, "p1", 100_00));
      assertThat(decided(recorder.record(back(1, "r1", "p1", 60_00))))
          .contains("\"returned\":60.00")
          .doesNotContain("refusal");
    }
    try (Recorder recorder = recorder(kept)) {
      recorder.start();
      assertThat(decided(recorder.record(back(2, "r2", "p1", 60_00)))).contains("more-than-bought");
      assertThat(decided(recorder.record(back(3, "r3", "p1", 40_00))))
          .contains("\"returned\":100.00");
      assertThat(decided(recorder.record(back(4, "r4", "r3", 1)))).contains("not-a-purchase");
      assertThat(decided(recorder.record(back(5, "r5", "p9", 1)))).contains("unknown-purchase");
    }
    MemberState ann = kept.members().find("ann").orElseThrow().state();
    assertThat(ann.purses().getFirst().available()).isZero();
    assertThat(ann.purses().getFirst().reversed()).isEqualTo(100);
  }

  @Test
  void what_another_member_bought_is_not_known() {
    try (Recorder recorder = recorder(kept)) {
      recorder.start();
      recorder.record(Shop.purchase("ben", "p1", START, 100));
      Event ofAnn =
          new Event(
              "till",
              "r1",
              "ann",
              START.plus(Duration.ofHours(1)),
              new Body.Return(Optional.of("p1"), 100_00, List.of()));
      assertThat(decided(recorder.record(ofAnn))).contains("unknown-purchase");
    }
  }

  @Test
  void a_long_history_is_decided_as_in_one_fold() {
    List<Event> story = story(700);
    List<String> once = new ArrayList<>();
    Remembered known = new Remembered(new BudgetsInMemory(), SHOP);
    MemberState state = FOLD.begin("ann");
    for (Event event : story)
      state =
          FOLD.fold(
              state,
              event,
              known,
              decision -> {
                known.add(decision);
                if (!(decision.event().body() instanceof Body.Due)) once.add(written(decision));
              });
    List<String> recorded = new ArrayList<>();
    for (int from = 0; from < story.size(); from += 150)
      try (Recorder recorder = recorder(kept)) {
        recorder.start();
        for (Event event : story.subList(from, Math.min(from + 150, story.size())))
          recorded.add(decided(recorder.record(event)));
      }
    assertThat(recorded).isEqualTo(once);
    assertThat(kept.members().find("ann").orElseThrow().state()).isEqualTo(state);
  }

  /** Purchases that come back in pieces, some of them long after. */
  private static List<Event> story(int events) {
    Random random = new Random(7);
    List<Event> story = new ArrayList<>();
    for (int i = 0; i < events; i++)
      story.add(
          i == 0 || random.nextInt(3) > 0
              ? bought(i * 3, "e" + i, random.nextInt(20_000))
              : back(
                  i * 3,
                  "e" + i,
                  "e" + (random.nextBoolean() ? random.nextInt(i) : Math.max(0, i - 3)),
                  random.nextInt(9_000)));
    return story;
  }

  private static String written(Decision decision) {
    JsonWriter to = new JsonWriter();
    DecisionJson.of(EventTerms.of(SHOP.pack())).write(decision, to);
    return new String(to.toBytes(), StandardCharsets.UTF_8);
  }
}
