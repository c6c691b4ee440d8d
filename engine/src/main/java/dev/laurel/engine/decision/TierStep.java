package dev.laurel.engine.decision;

import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.MemberState.Beside;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.LadderPlan.TierPlan;
import dev.laurel.engine.rulebase.RuleBase.Hit;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Validity;
import dev.laurel.rules.language.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Moves a member on the ladders, by the tier rules that fired. */
final class TierStep {
  /** Why a member leaves a tier that the revision in force does not have. */
  static final String TIER_GONE = "tier-gone";

  /** Why a tier is kept whose term ended. */
  static final String GRACE = "grace";

  private final Working working;
  private final boolean[] met;

  /**
   * @param hits the tier rules that fired
   */
  TierStep(Working working, List<Hit> hits) {
    this.working = working;
    int most = -1;
    for (Hit hit : hits) most = Math.max(most, hit.rule());
    this.met = new boolean[most + 1];
    for (Hit hit : hits) met[hit.rule()] = true;
  }

  /** Says which conditions of tiers are met. */
  static void tell(Working working, List<Hit> hits) {
    for (Hit hit : hits) {
      String rule = working.revision.base().rule(hit.rule()).id();
      if (!Unapplied.isChallenge(rule)) working.findings.add(new Finding.Fired(rule, List.of()));
    }
  }

  /**
   * After an event: rises and renewals that happen at once, and falls where a tier needs its rule.
   */
  void afterEvent(int index, LadderPlan plan) {
    if (plan.remembersTerms()) remember(index, plan);
    MemberState.Standing standing = working.standing(index);
    int held = plan.rank(standing.tier());
    int earned = earned(plan);
    if (earned > held && !plan.risesAtReview()) {
      move(index, plan, held, earned, entryId(plan, earned));
      return;
    }
    TierPlan tier = plan.tiers().get(held);
    if (tier.validity() instanceof Validity.WhileMet) {
      if (standing.until().isEmpty()) lose(index, plan, held, earned);
      else if (isInGrace(standing) && earned >= held) renew(index, plan, held, entryId(plan, held));
    } else if (held > 0
        && (plan.ladder().renewal() == Ladder.Moment.AT_ONCE || isInGrace(standing))
        && (fired(tier.entry()) || fired(tier.renewal()))) {
      renew(index, plan, held, renewalId(plan, held));
    }
  }

  /**
   * Keeps a tier that has no term, and so no review, until new terms reach the member: to the next
   * day that lies whole years after it was reached, or to the day before that on which members
   * rise. What never ends by the new terms either has nothing to wait for.
   */
  void keepToReview(int index, LadderPlan plan) {
    MemberState.Standing standing = working.standing(index);
    int held = plan.rankIfAny(standing.tier()).orElse(0);
    if (held == 0
        || standing.until().isPresent()
        || plan.tiers().get(held).validity() instanceof Validity.ForEver) return;
    int years = 1;
    while (!standing.since().plusYears(years).isAfter(working.day)) years++;
    LocalDate review = standing.since().plusYears(years);
    if (plan.risesAtReview()) {
      LocalDate rise =
          Rises.next(working.revision, plan, standing, working.day, working.enrolled());
      if (rise.isBefore(review)) review = rise;
    }
    keep(index, Optional.of(review), standing.beside(), Move.NEXT_REVIEW);
  }

  /** Keeps the tier that is held until another day, with a word. */
  private void keep(int index, Optional<LocalDate> until, Beside beside, String why) {
    MemberState.Standing standing = working.standing(index);
    working.standing(
        index,
        new MemberState.Standing(
            standing.ladder(),
            standing.tier(),
            standing.since(),
            until,
            standing.reason(),
            standing.terms(),
            beside));
    working.moves.add(
        new Move(standing.ladder(), standing.tier(), standing.tier(), Move.Way.KEPT, until, why));
  }

  /**
   * At the start of the day on which a term ends, on which a tier that needs its rule may be lost,
   * or on which members rise where they rise at reviews only.
   */
  void atReview(int index, LadderPlan plan) {
    MemberState.Standing standing = working.standing(index);
    int earned = earned(plan);
    if (plan.rankIfAny(standing.tier()).isEmpty()) {
      leave(index, plan, standing, earned);
      return;
    }
    int held = plan.rank(standing.tier());
    TierPlan tier = plan.tiers().get(held);
    boolean whileMet = tier.validity() instanceof Validity.WhileMet;
    boolean runs = standing.until().isPresent() && standing.until().get().isAfter(working.day);
    boolean ends = standing.until().isPresent() && !runs;
    if (earned > held && (ends && !whileMet || plan.risesAtReview() && risesToday(plan, standing)))
      move(index, plan, held, earned, entryId(plan, earned));
    else if (whileMet && !runs) lose(index, plan, held, earned);
    else if (!ends) return;
    else if (held > 0 && (fired(tier.entry()) || fired(tier.renewal())))
      renew(index, plan, held, renewalId(plan, held));
    else if (tier.grace().isPresent() && !isInGrace(standing))
      keepForGrace(index, tier.grace().get());
    else fall(index, plan, held, earned);
  }

  private static boolean isInGrace(MemberState.Standing standing) {
    return standing.beside().ended().isPresent();
  }

  /**
   * Keeps a tier whose term ended without renewal, or whose condition is not met any more; its
   * review stays open as long.
   */
  private void keepForGrace(int index, Span grace) {
    MemberState.Standing standing = working.standing(index);
    LocalDate ended = standing.until().orElse(working.day);
    LocalDate until = Terms.later(grace.after(ended), working.day);
    keep(index, Optional.of(until), standing.beside().ended(Optional.of(ended)), GRACE);
  }

  private boolean risesToday(LadderPlan plan, MemberState.Standing standing) {
    LocalDate yesterday = working.day.minusDays(1);
    return Rises.next(working.revision, plan, standing, yesterday, working.enrolled())
        .equals(working.day);
  }

  /** Notes for how long each tier would be held whose condition is met, if it alone were held. */
  private void remember(int index, LadderPlan plan) {
    SortedMap<String, LocalDate> terms = new TreeMap<>(working.standing(index).terms());
    terms.values().removeIf(end -> !end.isAfter(working.day));
    for (int rank = 1; rank < plan.tiers().size(); rank++) {
      TierPlan tier = plan.tiers().get(rank);
      if (fired(tier.entry()) && !(tier.validity() instanceof Validity.WhileMet))
        terms.put(tier.id(), until(plan, rank).orElse(LocalDate.MAX));
    }
    working.standing(index, working.standing(index).with(terms));
  }

  /** From a tier that was not renewed; one whose own term still runs is held to its end. */
  private void fall(int index, LadderPlan plan, int held, int earned) {
    Ladder.Descent descent = plan.tiers().get(held).descent();
    int to = below(index, plan, held, earned);
    Optional<LocalDate> own =
        descent == Ladder.Descent.TERM_EARNED ? term(index, plan, to) : Optional.empty();
    Optional<LocalDate> until =
        own.isPresent() ? own.filter(LocalDate.MAX::isAfter) : until(plan, to);
    move(index, plan, held, to, descent.name(), until);
  }

  /** The day at whose start the own term of a tier ends that still runs. */
  private Optional<LocalDate> term(int index, LadderPlan plan, int rank) {
    return Optional.ofNullable(working.standing(index).terms().get(plan.tiers().get(rank).id()))
        .filter(end -> end.isAfter(working.day));
  }

  /**
   * From a tier that the revision does not have any more to the one in its place, for the term that
   * runs, or to a higher one that is earned.
   */
  private void leave(int index, LadderPlan plan, MemberState.Standing from, int earned) {
    int instead = from.beside().instead().map(plan::rank).orElse(0);
    int to = Math.max(instead, earned);
    Optional<LocalDate> until =
        to == 0 || to > instead
            ? until(plan, to)
            : from.until().filter(working.day::isBefore).or(() -> until(plan, to));
    String tier = plan.tiers().get(to).id();
    working.standing(
        index,
        new MemberState.Standing(
            plan.ladder().id(),
            tier,
            working.day,
            until,
            to == 0 ? "" : TIER_GONE,
            from.terms(),
            Beside.NOTHING));
    working.moves.add(
        new Move(plan.ladder().id(), from.tier(), tier, Move.Way.DOWN, until, TIER_GONE));
  }

  /** Where a member goes from a tier that was not renewed. */
  private int below(int index, LadderPlan plan, int held, int earned) {
    return switch (plan.tiers().get(held).descent()) {
      case TIER_EARNED -> Math.max(0, Math.min(earned, held - 1));
      case ONE_DOWN -> oneDown(plan, held, earned);
      case BASE -> 0;
      case TERM_EARNED -> {
        int rank = held - 1;
        while (rank > earned && term(index, plan, rank).isEmpty()) rank--;
        yield Math.max(0, rank);
      }
    };
  }

  /**
   * The next lower tier that can be held; one that is held while it is earned cannot, if it is not.
   */
  private static int oneDown(LadderPlan plan, int held, int earned) {
    int rank = held - 1;
    while (rank > earned && isPassedOver(plan.tiers().get(rank))) rank--;
    return Math.max(0, rank);
  }

  /**
   * Nobody goes down to a tier that is not earned and must be, or that is reached by grant only.
   */
  private static boolean isPassedOver(TierPlan tier) {
    return tier.entry() < 0 || tier.validity() instanceof Validity.WhileMet;
  }

  /** Lets whoever was matched with a tier keep it by the rules, where the challenge is met. */
  void keepBy(int index, LadderPlan plan, LadderPlan.MatchPlan match) {
    int held = plan.rank(working.standing(index).tier());
    if (match.rank() > held && fired(match.challenge()))
      move(index, plan, held, match.rank(), match.place());
  }

  /**
   * Lets whoever was granted a tier keep it by the rules when the grant ends, where its condition
   * is met then.
   */
  void keep(int index, LadderPlan plan, int rank) {
    TierPlan tier = plan.tiers().get(rank);
    int held = plan.rank(working.standing(index).tier());
    if (rank <= held || tier.validity() instanceof Validity.WhileMet) return;
    if (fired(tier.renewal())) move(index, plan, held, rank, renewalId(plan, rank));
    else if (fired(tier.entry())) move(index, plan, held, rank, entryId(plan, rank));
  }

  /**
   * A tier that is held while its rule is met goes where it is not, once its grace is over; time
   * alone lifts nobody. Where it was given for a term, that is over.
   */
  private void lose(int index, LadderPlan plan, int held, int earned) {
    Optional<Span> grace = plan.tiers().get(held).grace();
    if (earned < held && grace.isPresent() && !isInGrace(working.standing(index)))
      keepForGrace(index, grace.get());
    else if (earned < held) move(index, plan, held, earned, "while-met");
    else if (working.standing(index).until().isPresent())
      renew(index, plan, held, entryId(plan, held));
  }

  /** The highest tier whose entry rule fired; the base tier where none did. */
  private int earned(LadderPlan plan) {
    int highest = 0;
    for (int rank = 1; rank < plan.tiers().size(); rank++)
      if (fired(plan.tiers().get(rank).entry())) highest = rank;
    return highest;
  }

  private boolean fired(int rule) {
    return rule >= 0 && rule < met.length && met[rule];
  }

  private void move(int index, LadderPlan plan, int from, int to, String rule) {
    if (from != to) move(index, plan, from, to, rule, until(plan, to));
  }

  private void move(
      int index, LadderPlan plan, int from, int to, String rule, Optional<LocalDate> until) {
    String tier = plan.tiers().get(to).id();
    working.standing(
        index,
        new MemberState.Standing(
            plan.ladder().id(),
            tier,
            working.day,
            until,
            to == 0 ? "" : rule,
            working.standing(index).terms(),
            Beside.NOTHING));
    working.moves.add(
        new Move(
            plan.ladder().id(),
            plan.tiers().get(from).id(),
            tier,
            to > from ? Move.Way.UP : Move.Way.DOWN,
            until,
            rule));
  }

  private void renew(int index, LadderPlan plan, int held, String rule) {
    MemberState.Standing standing = working.standing(index);
    Optional<LocalDate> until = until(plan, held);
    if (until.equals(standing.until()) && !isInGrace(standing)) return;
    // Terms that a revision made shorter take nothing from one that runs.
    if (runsLonger(standing, until)) return;
    working.standing(
        index,
        new MemberState.Standing(
            standing.ladder(),
            standing.tier(),
            standing.since(),
            until,
            rule,
            standing.terms(),
            standing.beside().ended(Optional.empty())));
    working.moves.add(
        new Move(
            standing.ladder(), standing.tier(), standing.tier(), Move.Way.RENEWED, until, rule));
  }

  private boolean runsLonger(MemberState.Standing standing, Optional<LocalDate> than) {
    return !isInGrace(standing)
        && than.isPresent()
        && standing.until().map(than.get()::isBefore).orElse(false);
  }

  private Optional<LocalDate> until(LadderPlan plan, int rank) {
    if (rank == 0) return Optional.empty();
    return Terms.until(
        working.revision,
        plan.tiers().get(rank).validity(),
        plan.ladder().ends(),
        working.day,
        working.enrolled());
  }

  private String entryId(LadderPlan plan, int rank) {
    return working.revision.base().rule(plan.tiers().get(rank).entry()).id();
  }

  private String renewalId(LadderPlan plan, int rank) {
    return working.revision.base().rule(plan.tiers().get(rank).renewal()).id();
  }
}
