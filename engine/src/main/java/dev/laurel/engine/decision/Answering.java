package dev.laurel.engine.decision;

import dev.laurel.engine.decision.FactsMaker.Reading;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.Event.Body.Due;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.engine.rulebase.RuleBase;
import dev.laurel.engine.rulebase.RuleBase.Hit;
import dev.laurel.rules.language.PointKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Has the rules answer: what they give and count, where the member then stands on the ladders, and
 * what rules give for that. Immutable and thread-safe.
 */
final class Answering {
  private final Revision revision;
  private final FactsMaker factsMaker;
  private final Earning earning;
  private final Gifts gifts;
  private final Challenges challenges;
  private final MoveRules moveRules;
  private final boolean matches;

  Answering(Revision revision, FactsMaker factsMaker) {
    List<PointKind> kinds =
        revision.pack().programme().pointKinds().stream()
            .sorted(Comparator.comparing(PointKind::id))
            .toList();
    this.revision = revision;
    this.factsMaker = factsMaker;
    this.earning = new Earning(revision, factsMaker, kinds);
    this.gifts = new Gifts(revision, factsMaker, kinds);
    this.challenges = new Challenges(revision, gifts);
    this.moveRules = new MoveRules(revision, factsMaker, earning, challenges);
    this.matches = revision.ladders().stream().anyMatch(plan -> !plan.matches().isEmpty());
  }

  /**
   * An event that rules answer to: what they give, what is counted, then the tiers.
   *
   * @param known the member as rules see it: before the event, but with what an enrolment tells
   */
  Saw ruled(Matter matter, MemberState known) {
    Working working = matter.working();
    Facts facts = factsMaker.event(known, matter.event(), matter.day());
    List<Facts> lines = factsMaker.lines(facts, matter.event());
    try (RuleBase.Session session = revision.base().open()) {
      List<Hit> hits = session.event(facts, lines);
      earning.earn(
          working,
          matter.event(),
          matter.budgets(),
          new Reached.Part(Stretch.ALL, hits, facts, lines));
      challenges.advance(working, matter.event(), hits, facts, matter.budgets());
      Compared.note(working, matter.event(), hits);
      new Counting(working, matter.event(), facts, lines).count(hits);
      if (matter.event().body() instanceof Body.Purchase) bought(matter);
      if (matches && matter.event().body() instanceof Body.Other o) Granting.match(working, o);
      Optional<Facts> standing = tiers(matter, session, Reading.UP_TO, Optional.empty());
      return saw(matter, facts, lines, standing, session, Reading.UP_TO);
    }
  }

  private void bought(Matter matter) {
    Working working = matter.working();
    LocalDate last = matter.before().lastPurchase().orElseGet(working::enrolled);
    working.holdings(factsMaker.segmenting().bought(working.holdings(), last, matter.day()));
    working.purchased();
  }

  /** An event to which no rule answers, but which changes what tiers ask for. */
  Saw judged(Matter matter) {
    return settled(matter, Reading.UP_TO, Optional.empty());
  }

  /**
   * A term on a ladder that ends.
   *
   * @param reading how metrics are read for it
   */
  Saw reviewed(Matter matter, Due review, Reading reading) {
    return settled(matter, reading, Optional.of(review));
  }

  private Saw settled(Matter matter, Reading reading, Optional<Due> review) {
    try (RuleBase.Session session = revision.base().open()) {
      Optional<Facts> standing = tiers(matter, session, reading, review);
      return saw(matter, Facts.none(revision.layout()), List.of(), standing, session, reading);
    }
  }

  /** What was seen, rules that answer to moves included, which give what they give here. */
  private Saw saw(
      Matter matter,
      Facts facts,
      List<Facts> lines,
      Optional<Facts> standing,
      RuleBase.Session session,
      Reading reading) {
    List<Facts> moves =
        moveRules.answer(matter.working(), matter.event(), matter.budgets(), session, reading);
    return new Saw(revision.layout(), facts, lines, standing, moves);
  }

  /**
   * @param review whose ladder alone is looked at; empty after an event, which may move on each
   */
  private Optional<Facts> tiers(
      Matter matter, RuleBase.Session session, Reading reading, Optional<Due> review) {
    if (revision.ladders().isEmpty() || matter.isOfPool()) return Optional.empty();
    Working working = matter.working();
    Facts standing = factsMaker.standing(working.state(), matter.day(), reading);
    List<Hit> hits = session.standing(standing);
    TierStep step = new TierStep(working, hits);
    for (int i = 0; i < revision.ladders().size(); i++) {
      LadderPlan plan = revision.ladders().get(i);
      boolean granted = working.standing(i).beside().granted().isPresent();
      if (review.isPresent()) {
        if (plan.ladder().id().equals(review.get().of()))
          review(working, step, i, plan, review.get().what(), granted);
      } else if (granted) new Granting(working, step).afterEvent(i, plan);
      else step.afterEvent(i, plan);
    }
    TierStep.tell(working, hits);
    if (gifts.areNone()) return Optional.of(standing);
    if (review.isPresent()) gifts.afterReview(working, matter.event(), reading, matter.budgets());
    else gifts.afterEvent(working, matter.event(), matter.budgets());
    return Optional.of(standing);
  }

  private static void review(
      Working working, TierStep step, int ladder, LadderPlan plan, Due.What what, boolean granted) {
    if (!granted) step.atReview(ladder, plan);
    else if (what == Due.What.GRANT_END) new Granting(working, step).end(ladder, plan);
    else new Granting(working, step).atReview(ladder, plan);
  }
}
