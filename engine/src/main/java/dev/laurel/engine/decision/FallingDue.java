package dev.laurel.engine.decision;

import dev.laurel.engine.decision.FactsMaker.Reading;
import dev.laurel.engine.event.Event.Body.Due;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.rules.language.Ladder.Validity;
import dev.laurel.rules.language.Programme;
import java.util.List;
import java.util.Optional;

/** Does what falls due by time alone. Immutable and thread-safe. */
final class FallingDue {
  private final Revision revision;
  private final FactsMaker factsMaker;
  private final Answering answering;
  private final boolean reachesAtReviews;

  FallingDue(Revision revision, FactsMaker factsMaker, Answering answering) {
    this.revision = revision;
    this.factsMaker = factsMaker;
    this.answering = answering;
    this.reachesAtReviews =
        revision
            .pack()
            .programme()
            .revision()
            .filter(change -> change.standing() == Programme.Change.Reach.AT_NEXT_REVIEW)
            .isPresent();
  }

  Saw of(Matter matter, Due due) {
    Working working = matter.working();
    return switch (due.what()) {
      case RELEASE -> {
        new Points(working).release(revision.kind(due.of()));
        yield Saw.nothing(revision.layout());
      }
      case EXPIRY -> {
        new Points(working).expire(revision.kind(due.of()));
        yield Saw.nothing(revision.layout());
      }
      case ROLLOVER -> {
        new Rollovers(working, factsMaker).carry(due.of());
        yield Saw.nothing(revision.layout());
      }
      case REVIEW -> answering.reviewed(matter, due, readingOf(working, due.of()));
      case GRANT_END -> answering.reviewed(matter, due, Reading.BEFORE);
      case NEW_TERMS -> reachesAtReviews ? kept(matter) : answering.judged(matter);
      case WARNING -> {
        Optional<Facts> standing = Warnings.give(working, factsMaker, revision.ladder(due.of()));
        yield new Saw(revision.layout(), Facts.none(revision.layout()), List.of(), standing);
      }
      case BIRTHDAY -> {
        Birthdays.keep(working);
        yield answering.ruled(matter, matter.before());
      }
      case ANNIVERSARY, INACTIVITY -> answering.ruled(matter, matter.before());
      case HOLDINGS_END -> {
        HoldingsEnd.come(working);
        yield Saw.nothing(revision.layout());
      }
      case HEAD_START -> {
        HeadStarts.give(working, revision.ladder(due.of()));
        yield Saw.nothing(revision.layout());
      }
    };
  }

  /**
   * A term's review looks back at the days before it; a tier that needs its rule, at the day too.
   */
  private Reading readingOf(Working working, String ladder) {
    for (int i = 0; i < revision.ladders().size(); i++) {
      LadderPlan plan = revision.ladders().get(i);
      int held = plan.rankIfAny(working.standing(i).byRules().tier()).orElse(0);
      if (plan.ladder().id().equals(ladder)
          && plan.tiers().get(held).validity() instanceof Validity.WhileMet) return Reading.UP_TO;
    }
    return Reading.BEFORE;
  }

  /** New terms wait for the next review, which is settled for whoever would have none. */
  private Saw kept(Matter matter) {
    Working working = matter.working();
    TierStep step = new TierStep(working, List.of());
    for (int i = 0; i < revision.ladders().size() && !matter.isOfPool(); i++) {
      LadderPlan plan = revision.ladders().get(i);
      if (working.standing(i).beside().granted().isPresent())
        new Granting(working, step).keepToReview(i, plan);
      else step.keepToReview(i, plan);
    }
    return Saw.nothing(revision.layout());
  }
}
