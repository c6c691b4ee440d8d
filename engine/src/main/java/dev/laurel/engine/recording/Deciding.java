package dev.laurel.engine.recording;

import dev.laurel.engine.budget.Budgets;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.DecisionJson;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.decision.LedgerEntry;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.member.MemberState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns events into what is kept of their decisions, under one revision. Thread-safe. */
final class Deciding {
  private final Fold fold;
  private final Budgets budgets;
  private final DecisionJson json;

  Deciding(Fold fold, Budgets budgets) {
    this.fold = fold;
    this.budgets = budgets;
    this.json = DecisionJson.of(EventTerms.of(fold.decider().revision().pack()));
  }

  Fold fold() {
    return fold;
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
      this.state = from.map(MemberRecord::state).orElseGet(() -> fold.begin(member));
      this.places = from.map(MemberRecord::places).orElse(0L);
    }

    void event(Event event) {
      time(event.occurredAt());
      try {
        Grants grants = budgets.to(EventKey.of(event), fold.number());
        state = fold.fold(state, event, grants, decision -> add(decision));
      } catch (ArithmeticException beyond) {
        Decision refused = fold.refuse(state, event);
        add(refused);
        state = refused.after();
      }
    }

    void time(Instant until) {
      state = fold.passTime(state, until, decision -> add(decision));
    }

    private void add(Decision decision) {
      JsonWriter to = new JsonWriter();
      json.write(decision, to);
      byte[] written = to.toBytes();
      List<byte[]> entries = new ArrayList<>();
      for (LedgerEntry entry : LedgerEntry.of(decision)) {
        to.clear();
        json.write(entry, to);
        entries.add(to.toBytes());
      }
      String key = EventKey.of(decision.event());
      applied.add(new Applied(key, member, ++places, decision.id(), written, entries));
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
          fold.nextDue(state).stream().findFirst().map(Event::occurredAt),
          Outbox.plus(outbox, applied));
    }
  }
}
