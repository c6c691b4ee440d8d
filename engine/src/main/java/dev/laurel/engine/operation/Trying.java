package dev.laurel.engine.operation;

import dev.laurel.engine.decision.Decider;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.StoredDecision;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.explain.Explanations;
import dev.laurel.engine.explain.LotLives;
import dev.laurel.engine.explain.Verdict;
import dev.laurel.engine.explain.Verdicts;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.sentence.Sentence;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tries events on states, at a time when one revision is in force. Immutable and thread-safe. */
final class Trying {
  private final Revision revision;
  private final Decider decider;
  private final MemberViews views;
  private final Explanations explanations;
  private final Verdicts verdicts;
  private final LotLives lots;

  Trying(Revision revision) {
    this.revision = revision;
    this.decider = new Decider(revision);
    this.views = new MemberViews(decider);
    this.explanations = new Explanations(revision);
    this.verdicts = new Verdicts(revision, explanations);
    this.lots = new LotLives(revision, explanations);
  }

  Decider decider() {
    return decider;
  }

  Explanations explanations() {
    return explanations;
  }

  LotLives lots() {
    return lots;
  }

  Verdicts verdicts() {
    return verdicts;
  }

  /**
   * What an event would do to whoever stands so.
   *
   * @param timeline in which this revision is in force at the event's time
   */
  Tried of(Timeline timeline, MemberState state, long kept, Event event) {
    List<Decision> meanwhile = new ArrayList<>();
    MemberState before =
        timeline.passTime(state, event.occurredAt(), _ -> Grants.FREELY, meanwhile::add);
    Decision decision = decide(timeline, before, event);
    List<Verdict> said = verdicts.of(StoredDecision.of(decision));
    return new Tried(
        view(timeline, before, kept, event),
        view(timeline, decision.after(), kept, event),
        decision.refusal(),
        meanwhile.stream().flatMap(each -> beside(each).stream()).toList(),
        earned(decision),
        said,
        decision.messages(),
        beside(decision),
        new Enoughs(this, timeline).of(before, event, said));
  }

  /** What every rule would say to an event. */
  List<Verdict> verdicts(Timeline timeline, MemberState before, Event event) {
    return verdicts.of(StoredDecision.of(decide(timeline, before, event)));
  }

  private static Decision decide(Timeline timeline, MemberState before, Event event) {
    List<Decision> all = new ArrayList<>();
    try {
      timeline.fold(before, event, _ -> Grants.FREELY, all::add);
      return all.getLast();
    } catch (ArithmeticException beyond) {
      return timeline.refuse(before, event, Decision.Refusal.beyondRange(event));
    }
  }

  private MemberView view(Timeline timeline, MemberState state, long kept, Event event) {
    Instant asOf = asOf(state, event);
    return views.of(timeline.at(asOf).seen(state, asOf), kept, asOf);
  }

  private static Instant asOf(MemberState state, Event event) {
    return state.asOf().isBefore(event.occurredAt()) ? event.occurredAt() : state.asOf();
  }

  private List<Sentence> beside(Decision decision) {
    return explanations.beside(StoredDecision.of(decision), decision.postings());
  }

  private List<Tried.Earned> earned(Decision decision) {
    List<Tried.Earned> all = new ArrayList<>();
    for (PointKind kind : revision.pack().programme().pointKinds()) {
      long units = 0;
      for (Posting posting : decision.postings())
        if (posting.kind().equals(kind.id()) && posting.from() == Posting.Account.ISSUED)
          units += posting.units();
      if (units > 0) all.add(new Tried.Earned(kind.id(), inPoints(kind, units)));
    }
    return all;
  }

  /** Units of a kind as points. */
  static BigDecimal inPoints(PointKind kind, long units) {
    return switch (kind.unit()) {
      case WHOLE -> BigDecimal.valueOf(units);
      case HUNDREDTHS -> BigDecimal.valueOf(units, 2);
    };
  }

  Revision revision() {
    return revision;
  }
}
