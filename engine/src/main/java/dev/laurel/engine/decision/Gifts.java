package dev.laurel.engine.decision;

import dev.laurel.engine.decision.FactsMaker.Reading;
import dev.laurel.engine.decision.Finding.Award;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.MemberState.Beside;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.LadderPlan.MarkPlan;
import dev.laurel.engine.revision.LadderPlan.TierPlan;
import dev.laurel.engine.revision.MetricPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.rules.language.PointKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What ladders give once it is settled where the member stands, and the steps of challenges when
 * they are done: nothing multiplies it, and no limit of a rule or campaign cuts it; it is rounded
 * together, and the caps of its kinds hold. Immutable.
 *
 * @see "engine/docs/decisions/025-what-ladders-give.md"
 */
final class Gifts {
  private final Revision revision;
  private final FactsMaker factsMaker;
  private final List<PointKind> kinds;
  private final Map<String, Rated> gifts;
  private final Offers offers;
  private final boolean ofLaddersAreNone;

  /**
   * @param kinds by id
   */
  Gifts(Revision revision, FactsMaker factsMaker, List<PointKind> kinds) {
    this.revision = revision;
    this.factsMaker = factsMaker;
    this.kinds = kinds;
    this.gifts = Rated.gifts(revision);
    this.offers = new Offers(revision);
    this.ofLaddersAreNone =
        revision.ladders().stream().allMatch(ladder -> ladder.gifts().isEmpty());
  }

  /** Whether no ladder gives anything. */
  boolean areNone() {
    return ofLaddersAreNone;
  }

  /** Gives what is due after an event that happened to the member. */
  void afterEvent(Working working, Event event, CampaignBudgets budgets) {
    List<Candidate> due = new ArrayList<>(0);
    for (int i = 0; i < revision.ladders().size(); i++) {
      moves(working, i, working.moves, due);
      marks(working, i, due);
    }
    giveAll(working, event, Reading.UP_TO, budgets, due);
  }

  /**
   * Gives what is due after a review.
   *
   * @param reading how the review read metrics
   */
  void afterReview(Working working, Event event, Reading reading, CampaignBudgets budgets) {
    giveAll(working, event, reading, budgets, moved(working, working.moves));
  }

  /**
   * Gives what is due, and what is due for tiers that are reached because it grants them, and so
   * on: each tier leads to others only, since packs that grant tiers in a circle are refused.
   */
  private void giveAll(
      Working working, Event event, Reading reading, CampaignBudgets budgets, List<Candidate> due) {
    List<Candidate> next = due;
    while (!next.isEmpty()) {
      List<Beside> before = Granting.beside(working);
      int told = working.moves.size();
      give(working, event, reading, budgets, next);
      Granting.settleMore(working, before);
      next = moved(working, working.moves.subList(told, working.moves.size()));
    }
  }

  private List<Candidate> moved(Working working, List<Move> moves) {
    List<Candidate> due = new ArrayList<>(0);
    for (int i = 0; i < revision.ladders().size(); i++) moves(working, i, moves, due);
    return due;
  }

  /** What is given on reaching and on renewing a tier. */
  private void moves(Working working, int ladder, List<Move> moves, List<Candidate> due) {
    LadderPlan plan = revision.ladders().get(ladder);
    for (Move move : moves) {
      if (!move.ladder().equals(plan.ladder().id())) continue;
      TierPlan to = plan.tiers().get(plan.rank(move.to()));
      switch (move.way()) {
        case UP, GRANTED ->
            to.onUpgrade()
                .filter(_ -> !move.from().equals(move.to()))
                .ifPresent(gift -> due.add(candidate(gift.id(), 1)));
        case RENEWED ->
            to.onRenewal()
                .filter(_ -> rewards(working, ladder))
                .ifPresent(gift -> due.add(candidate(gift.id(), 1)));
        case DOWN, ENDED, KEPT -> {}
      }
    }
  }

  /**
   * Whether a renewal is given something: once for each term, however often the tier is prolonged
   * before that term would have ended.
   */
  private static boolean rewards(Working working, int ladder) {
    MemberState.Standing standing = working.standing(ladder);
    Optional<LocalDate> rewarded = standing.beside().rewarded();
    if (rewarded.isPresent() && working.day.isBefore(rewarded.get())) return false;
    working.standing(
        ladder, standing.with(standing.beside().rewarded(working.stood(ladder).until())));
    return true;
  }

  /** The marks that the metrics stand at or above, less those that were given in their periods. */
  private void marks(Working working, int ladder, List<Candidate> due) {
    LadderPlan plan = revision.ladders().get(ladder);
    if (plan.marks().isEmpty()) return;
    int held = plan.rank(working.standing(ladder).tier());
    for (MarkPlan mark : plan.marks()) {
      if (mark.rank() != MarkPlan.ANY_TIER && mark.rank() != held) continue;
      MetricPlan metric = revision.metrics().get(mark.metric());
      long value =
          factsMaker.read(
              metric, working.tally(mark.metric()), working.day, working.enrolled(), Reading.UP_TO);
      long reached = mark.reachedBy(value);
      if (reached == 0) continue;
      long times = reached - working.used(mark.key(), metric.period());
      if (times <= 0) continue;
      working.use(mark.key(), metric.period(), times);
      due.add(candidate(mark.gift().id(), times));
    }
  }

  /** What is given at a place of the pack, so many times. */
  Candidate candidate(String place, long times) {
    return new Candidate(Objects.requireNonNull(gifts.get(place), place), List.of(), times);
  }

  private void give(
      Working working, Event event, Reading reading, CampaignBudgets budgets, List<Candidate> due) {
    int postings = working.postings.size();
    int findings = working.findings.size();
    Facts facts = factsMaker.gift(working.state(), event, working.day, reading);
    give(working, event, facts, budgets, due);
    Counting.countGifts(working, postings, findings);
  }

  /**
   * Gives what is due.
   *
   * @param facts by which it is worked out how much that is, and what is offered
   * @param named what is due, as the pack names it
   */
  void give(
      Working working, Event event, Facts facts, CampaignBudgets budgets, List<Candidate> named) {
    Offers.Choice choice = offers.by(facts);
    List<Candidate> due = offers.with(named, choice);
    Yields yieldsOf =
        new Yields(
            revision, Earning.goods(event), facts, List.of(), false, Stretch.ALL, working.sides());
    Map<Candidate, Yield> yields = new TreeMap<>();
    for (Candidate gift : due)
      yields.put(gift, yieldsOf.of(gift).times(Fraction.of(gift.times(), 1)));
    Map<Candidate, List<Award>> awards = Rounder.round(kinds, yields, working.sides());
    new Limits(working, budgets).cut(awards);
    new Points(working).award(awards);
    for (Candidate gift : yields.keySet())
      if (gift.rated().grants()) Granting.byRule(working, gift);
    for (Candidate gift : yields.keySet())
      if (gift.rated().handsOut()) new HandingOut(working, event, budgets).byRule(gift);
    for (Candidate gift : due) {
      choice.tell(working, gift);
      Sending.ask(working, gift);
    }
  }
}
