package dev.laurel.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.decision.DecisionReader;
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
import java.util.List;
import java.util.Optional;

/** Pools and their members as a store keeps them, and what happens to them. */
final class KeptPools {
  static final String HOME = "pool:home";
  static final String WORK = "pool:work";
  static final Instant LATER = Instant.parse("2026-04-01T09:00:00Z");

  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
  private static final int ALL = 10_000;

  /** Points come at once, and a return takes back what it says. */
  private static final Revision REVISION =
      Programmes.of(
          Shop.changedText("available: {type: after, span: 3 days}", "pooling: {members: 2}")
              .replace(
                  "  periods:", "  returns: {from: [lots-earned, newest-lots, debt]}\n  periods:"));

  static final Fold FOLD = new Fold(REVISION);
  static final EventForm FORM = JsonEvents.of(EventTerms.of(REVISION.pack()));

  private KeptPools() {}

  static Recorder recorder(Stores on) {
    return new Recorder(on, InForce.always(Timeline.of(FOLD)), FORM, () -> LATER, Shop.leases());
  }

  /** Records these, each once all that follows from those before has arrived. */
  static void inTurn(Stores stores, Event... events) {
    try (Recorder recorder = recorder(stores)) {
      for (Event event : events) {
        recorder.record(event);
        recorder.recover();
      }
    }
  }

  static Instant day(int day) {
    return START.plus(Duration.ofDays(day));
  }

  static Event purchase(String member, String id, int day, long euros) {
    return Shop.purchase(member, id, day(day), euros);
  }

  static Event join(String pool, String id, int day, String member) {
    return new Event("app", id, pool, day(day), new Body.PoolJoin(member));
  }

  static Event leave(String pool, String id, int day, String member) {
    return new Event("app", id, pool, day(day), new Body.PoolLeave(member));
  }

  static Event spend(String pool, String id, int day, long points, String member) {
    return new Event(
        "till",
        id,
        pool,
        day(day),
        new Body.Redemption("points", points, Optional.empty(), Optional.of(member)));
  }

  static Event back(String member, String id, int day, String of, long euros) {
    return new Event(
        "till", id, member, day(day), new Body.Return(Optional.of(of), euros * 100, List.of()));
  }

  static MemberState state(Stores of, String account) {
    return of.members().find(account).orElseThrow().state();
  }

  static Purse points(Stores of, String account) {
    return state(of, account).purse("points").orElseThrow();
  }

  /** Why an event was refused, or that it was not. */
  static String codeOf(Stores of, String key) {
    Applied applied = of.decisions().find(key).orElseThrow();
    return DecisionReader.refusalOf(applied.decision())
        .map(refusal -> refusal.code())
        .orElse("carried out");
  }

  /** Of who is in which pool, and of what goes between them, nothing is on its way. */
  static void agree(Stores of) {
    long between = 0;
    for (MemberRecord record : of.members().page("", ALL)) {
      Purse purse = record.state().purse("points").orElseThrow();
      between += purse.exchange().given() - purse.exchange().received();
    }
    assertThat(between).as("on their way").isZero();
    new Truth(FOLD).holdsOfPools(of, 2);
  }
}
