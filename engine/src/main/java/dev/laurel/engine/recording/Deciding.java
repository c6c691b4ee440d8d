package dev.laurel.engine.recording;

import dev.laurel.engine.budget.Budgets;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.DecisionJson;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.decision.LedgerEntry;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.member.MemberState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Turns events into what is kept of their decisions, under the revisions known. Thread-safe. */
final class Deciding {
  private final Timeline timeline;
  private final Budgets budgets;
  private final Stores stores;
  private final Map<String, DecisionJson> json = new ConcurrentHashMap<>();

  Deciding(Timeline timeline, Budgets budgets, Stores stores) {
    this.timeline = timeline;
    this.budgets = budgets;
    this.stores = stores;
  }

  Timeline timeline() {
    return timeline;
  }

  /** How decisions are written that were made by the revision of this decision. */
  private DecisionJson json(Decision decision) {
    return json.computeIfAbsent(
        decision.revision(),
        _ ->
            DecisionJson.of(
                EventTerms.of(timeline.at(decision.asOf()).decider().revision().pack())));
  }

  /** What happens to another member, as it stands in this one's record until it is claimed. */
  private byte[] written(Event event, Decision decision) {
    JsonWriter to = new JsonWriter();
    EventJson.of(EventTerms.of(timeline.at(decision.asOf()).decider().revision().pack()))
        .write(event, to);
    return to.toBytes();
  }

  /** A member's record on the way to its next version. Not thread-safe. */
  final class Step {
    private final String member;
    private final long version;
    private final List<Applied> outbox;
    private final List<Applied> applied = new ArrayList<>();
    private MemberState state;
    private long places;

    /**
     * @param outbox what is carried over
     */
    Step(String member, Optional<MemberRecord> from, List<Applied> outbox) {
      this.member = member;
      this.version = from.map(MemberRecord::version).orElse(0L);
      this.outbox = outbox;
      this.state =
          from.map(MemberRecord::state).orElseGet(() -> timeline.at(Instant.MIN).begin(member));
      this.places = from.map(MemberRecord::places).orElse(0L);
    }

    void event(Event event) {
      time(event.occurredAt());
      try {
        String key = EventKey.of(event);
        state = timeline.fold(state, event, fold -> grants(key, fold), d -> add(d));
      } catch (ArithmeticException beyond) {
        Decision refused = timeline.refuse(state, event);
        add(refused);
        state = refused.after();
      }
    }

    private Grants grants(String key, Fold fold) {
      return new KnownPurchases(
          budgets.to(key, fold.number()),
          stores.decisions(),
          timeline,
          id -> stores.members().find(id).isPresent(),
          () -> Outbox.plus(outbox, applied));
    }

    void time(Instant until) {
      state = timeline.passTime(state, until, decision -> add(decision));
    }

    private void add(Decision decision) {
      DecisionJson form = json(decision);
      JsonWriter to = new JsonWriter();
      form.write(decision, to);
      byte[] written = to.toBytes();
      List<byte[]> entries = new ArrayList<>();
      for (LedgerEntry entry : LedgerEntry.of(decision)) {
        to.clear();
        form.write(entry, to);
        entries.add(to.toBytes());
      }
      String key = EventKey.of(decision.event());
      Optional<byte[]> sent = decision.sent().map(event -> written(event, decision));
      applied.add(new Applied(key, member, ++places, decision.id(), written, entries, sent));
    }

    List<Applied> applied() {
      return applied;
    }

    boolean isFull() {
      return Outbox.isFull(Outbox.plus(outbox, applied));
    }

    MemberRecord record() {
      return new MemberRecord(
          member,
          version + 1,
          state,
          places,
          timeline.nextDue(state),
          Outbox.plus(outbox, applied));
    }
  }
}
