package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.member.MemberState.Beside;
import dev.laurel.engine.member.MemberState.Grant;
import dev.laurel.engine.member.MemberState.Granted;
import dev.laurel.engine.member.MemberState.Held;
import dev.laurel.engine.member.MemberState.Standing;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.LadderPlan.MatchPlan;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tiers that are granted for a time stand beside those that are held by the rules, which go on as
 * if nothing were granted; the member holds the higher of both, of equal ones the one that lasts
 * longer.
 *
 * @see "engine/docs/decisions/026-granted-tiers.md"
 */
final class Granting {
  /** Why a tier is held by the rules alone whose grant was made to end before that. */
  static final String GRANT_CHANGED = "grant-changed";

  private final Working working;
  private final TierStep step;

  Granting(Working working, TierStep step) {
    this.working = working;
    this.step = step;
  }

  /** Notes what support grants, or says why it cannot be granted. */
  static Optional<Refusal> grant(Working working, Body.Grant grant) {
    for (int i = 0; i < working.revision.ladders().size(); i++) {
      LadderPlan plan = working.revision.ladders().get(i);
      int rank = plan.rankIfAny(grant.tier()).orElse(-1);
      if (rank == 0)
        return refused(
            "grant-of-base-tier",
            "The grant was refused: %s is the base tier, which everybody has. Name a higher one."
                .formatted(grant.tier()));
      if (rank > 0) return grant(working, i, plan, rank, grant);
    }
    return refused(
        "grant-unknown-tier",
        "The grant was refused: there is no tier %s. Name one that there is."
            .formatted(grant.tier()));
  }

  private static Optional<Refusal> grant(
      Working working, int ladder, LadderPlan plan, int rank, Body.Grant grant) {
    LocalDate end = Terms.atStart(grant.until(), plan.ladder().ends());
    if (!end.isAfter(working.day))
      return refused(
          "grant-over",
          "The grant was refused: until %s it would be over on %s. Name a later day."
              .formatted(grant.until(), working.day));
    Standing standing = working.standing(ladder);
    Optional<Span> extension = plan.tiers().get(rank).extension();
    Optional<LocalDate> most = extension.flatMap(span -> most(standing, grant.tier(), span));
    if (most.isPresent() && end.isAfter(most.get()))
      return refused(
          "grant-beyond-extension",
          "The grant was refused: %s may be prolonged by %s, until %s at most. Name an earlier day."
              .formatted(
                  grant.tier(),
                  extension.get(),
                  most.get().minusDays(end.equals(grant.until()) ? 0 : 1)));
    SortedMap<String, Grant> tiers = new TreeMap<>();
    standing.beside().granted().ifPresent(granted -> tiers.putAll(granted.tiers()));
    tiers.put(
        grant.tier(),
        new Grant(end, grant.reason(), most.or(() -> extension.map(span -> span.after(end)))));
    Optional<Held> byRules = standing.beside().granted().flatMap(Granted::byRules);
    working.standing(
        ladder, standing.with(standing.beside().granted(Optional.of(new Granted(tiers, byRules)))));
    return Optional.empty();
  }

  /** To which day a tier that is held already may be prolonged; empty where it is not held. */
  private static Optional<LocalDate> most(Standing standing, String tier, Span extension) {
    Standing byRules = standing.byRules();
    Optional<LocalDate> ofRules =
        byRules.tier().equals(tier) ? byRules.until().map(extension::after) : Optional.empty();
    Optional<LocalDate> ofGrant =
        standing
            .beside()
            .granted()
            .flatMap(granted -> Optional.ofNullable(granted.tiers().get(tier)))
            .map(grant -> grant.most().orElseGet(() -> extension.after(grant.until())));
    return Stream.of(ofRules, ofGrant).flatMap(Optional::stream).max(Comparator.naturalOrder());
  }

  private static Optional<Refusal> refused(String code, String message) {
    return Optional.of(new Refusal(code, message));
  }

  /**
   * Grants the tiers that are matched with the status which an event names: the text {@code status}
   * of an event of the vocabulary. What was matched already runs on as it is.
   */
  static void match(Working working, Body.Other event) {
    if (!(event.attributes().get("status") instanceof Datum.One(Value.Text(var status)))) return;
    for (int i = 0; i < working.revision.ladders().size(); i++) {
      LadderPlan plan = working.revision.ladders().get(i);
      for (MatchPlan match : plan.matches())
        if (match.status().equals(status) && !match.until().map(working.day::isAfter).orElse(false))
          match(working, i, plan, match);
    }
  }

  private static void match(Working working, int ladder, LadderPlan plan, MatchPlan match) {
    String tier = plan.tiers().get(match.rank()).id();
    Optional<Grant> before = granted(working, ladder, tier);
    if (before.isEmpty() || !before.get().reason().equals(match.place()))
      prolong(working, ladder, tier, end(working, plan, match.span()), match.place());
  }

  /** Grants the tiers that a rule grants which applied; what lasts as long already stays. */
  static void byRule(Working working, Candidate rule) {
    List<Outcome> outcomes = rule.plan().rule().then();
    for (int i = 0; i < outcomes.size(); i++)
      if (outcomes.get(i) instanceof Outcome.GrantTier(var tier, var span, var _))
        byRule(working, rule.id(), i, tier, span);
  }

  private static void byRule(Working working, String rule, int outcome, String tier, Span span) {
    for (int i = 0; i < working.revision.ladders().size(); i++) {
      LadderPlan plan = working.revision.ladders().get(i);
      if (plan.rankIfAny(tier).orElse(0) == 0) continue;
      LocalDate end = end(working, plan, span);
      boolean longer = prolong(working, i, tier, end, Finding.TierGranted.reasonOf(rule, outcome));
      LocalDate until = granted(working, i, tier).map(Grant::until).orElse(end);
      working.findings.add(new Finding.TierGranted(rule, tier, until, longer));
    }
  }

  /** The day at whose start a grant of this length ends that begins today. */
  private static LocalDate end(Working working, LadderPlan plan, Span span) {
    return Terms.later(Terms.atStart(span.after(working.day), plan.ladder().ends()), working.day);
  }

  private static Optional<Grant> granted(Working working, int ladder, String tier) {
    return working
        .standing(ladder)
        .beside()
        .granted()
        .flatMap(granted -> Optional.ofNullable(granted.tiers().get(tier)));
  }

  /** Grants a tier, unless it is granted as long already; whether it was. */
  private static boolean prolong(
      Working working, int ladder, String tier, LocalDate end, String reason) {
    Optional<Grant> before = granted(working, ladder, tier);
    if (before.isPresent() && !before.get().until().isBefore(end)) return false;
    Standing standing = working.standing(ladder);
    Optional<Granted> granted = standing.beside().granted();
    SortedMap<String, Grant> tiers = new TreeMap<>();
    granted.ifPresent(all -> tiers.putAll(all.tiers()));
    tiers.put(tier, new Grant(end, reason, Optional.empty()));
    Granted more = new Granted(tiers, granted.flatMap(Granted::byRules));
    working.standing(ladder, standing.with(standing.beside().granted(Optional.of(more))));
    return true;
  }

  /** What {@link TierStep#afterEvent} does, beside what is granted. */
  void afterEvent(int ladder, LadderPlan plan) {
    SortedMap<String, Grant> tiers = lower(ladder);
    step.afterEvent(ladder, plan);
    challenges(ladder, plan, tiers);
    settle(ladder, plan, tiers, "");
  }

  /** What {@link TierStep#atReview} does, beside what is granted. */
  void atReview(int ladder, LadderPlan plan) {
    SortedMap<String, Grant> tiers = lower(ladder);
    step.atReview(ladder, plan);
    settle(ladder, plan, tiers, "");
  }

  /** What {@link TierStep#keepToReview} does, beside what is granted. */
  void keepToReview(int ladder, LadderPlan plan) {
    SortedMap<String, Grant> tiers = lower(ladder);
    step.keepToReview(ladder, plan);
    settle(ladder, plan, tiers, "");
  }

  /** Ends what was granted up to this day; whoever meets the tier's condition then keeps it. */
  void end(int ladder, LadderPlan plan) {
    SortedMap<String, Grant> tiers = lower(ladder);
    challenges(ladder, plan, tiers);
    for (int rank = plan.tiers().size() - 1; rank > 0; rank--) {
      Grant grant = tiers.get(plan.tiers().get(rank).id());
      if (grant != null && !grant.until().isAfter(working.day)) step.keep(ladder, plan, rank);
    }
    String reason =
        Optional.ofNullable(tiers.get(working.stood(ladder).tier())).map(Grant::reason).orElse("");
    tiers.values().removeIf(grant -> !grant.until().isAfter(working.day));
    settle(ladder, plan, tiers, reason);
  }

  /** Whoever meets the challenge of a match that runs keeps the tier by the rules. */
  private void challenges(int ladder, LadderPlan plan, SortedMap<String, Grant> tiers) {
    for (MatchPlan match : plan.matches()) {
      Grant grant = tiers.get(plan.tiers().get(match.rank()).id());
      if (grant != null && grant.reason().equals(match.place())) step.keepBy(ladder, plan, match);
    }
  }

  /** Leaves the member with what is held by the rules alone; says what is granted beside it. */
  private SortedMap<String, Grant> lower(int ladder) {
    Standing standing = working.standing(ladder);
    working.standing(ladder, standing.byRules());
    return new TreeMap<>(standing.beside().granted().orElseThrow().tiers());
  }

  /** What is beside the tiers that are held, one of each ladder. */
  static List<Beside> beside(Working working) {
    List<Beside> all = new ArrayList<>();
    for (int i = 0; i < working.revision.ladders().size(); i++)
      all.add(working.standing(i).beside());
    return all;
  }

  /**
   * Holds what was granted once the ladders were settled against what is held since then.
   *
   * @param before what was beside the tiers then
   */
  static void settleMore(Working working, List<Beside> before) {
    for (int i = 0; i < before.size(); i++)
      if (!before.get(i).granted().equals(working.standing(i).beside().granted()))
        settleMore(working, i, working.revision.ladders().get(i));
  }

  private static void settleMore(Working working, int ladder, LadderPlan plan) {
    Standing was = working.standing(ladder);
    Granting granting = new Granting(working, new TierStep(working, List.of()));
    SortedMap<String, Grant> tiers = granting.lower(ladder);
    granting.settle(ladder, plan, tiers, "", was, Optional.empty());
  }

  private void settle(int ladder, LadderPlan plan, SortedMap<String, Grant> tiers, String ended) {
    settle(ladder, plan, tiers, ended, working.stood(ladder), ownMove(plan));
  }

  /**
   * Holds what is granted against what is held by the rules now, and tells how that differs from
   * what was held before.
   *
   * @param ended the reason of the granted tier that was held and has ended, if one has
   * @param was what was held before
   * @param byRules what the rules alone would have told
   */
  private void settle(
      int ladder,
      LadderPlan plan,
      SortedMap<String, Grant> tiers,
      String ended,
      Standing was,
      Optional<Move> byRules) {
    Standing rules = working.standing(ladder);
    tiers.keySet().removeIf(tier -> plan.rankIfAny(tier).isEmpty());
    Optional<Map.Entry<String, Grant>> best =
        tiers.entrySet().stream()
            .max(Comparator.comparingInt(entry -> plan.rank(entry.getKey())))
            .filter(entry -> outlasts(plan, entry, rules));
    Standing now =
        best.map(entry -> granted(was, rules, entry, tiers))
            .orElseGet(() ->
                rules.with(
                    rules
                        .beside()
                        .granted(
                            tiers.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Granted(tiers, Optional.empty())))));
    working.standing(ladder, now);
    boolean wasGranted =
        was.beside().granted().map(granted -> granted.byRules().isPresent()).orElse(false);
    if (best.isEmpty() && !wasGranted) byRules.ifPresent(working.moves::add);
    else if (!was.tier().equals(now.tier()) || !was.until().equals(now.until()))
      working.moves.add(move(plan, was, now, best.isPresent(), byRules, ended));
  }

  /** What the rules alone would have told, taken back; of several moves what they come to. */
  private Optional<Move> ownMove(LadderPlan plan) {
    Optional<Move> all = Optional.empty();
    for (int i = working.moves.size() - 1; i >= 0; i--) {
      if (!working.moves.get(i).ladder().equals(plan.ladder().id())) continue;
      Move move = working.moves.remove(i);
      all = Optional.of(all.isEmpty() ? move : joined(plan, move, all.get()));
    }
    return all;
  }

  private static Move joined(LadderPlan plan, Move first, Move last) {
    int before = plan.rankIfAny(first.from()).orElse(Integer.MAX_VALUE);
    int after = plan.rank(last.to());
    Move.Way way = before < after ? Move.Way.UP : after < before ? Move.Way.DOWN : last.way();
    return new Move(last.ladder(), first.from(), last.to(), way, last.until(), last.rule());
  }

  private static boolean outlasts(
      LadderPlan plan, Map.Entry<String, Grant> granted, Standing rules) {
    int rank = plan.rank(granted.getKey());
    int held = plan.rank(rules.tier());
    return rank > held
        || rank == held
            && rules.until().map(end -> end.isBefore(granted.getValue().until())).orElse(false);
  }

  private Standing granted(
      Standing was, Standing rules, Map.Entry<String, Grant> entry, SortedMap<String, Grant> all) {
    return new Standing(
        rules.ladder(),
        entry.getKey(),
        was.tier().equals(entry.getKey()) ? was.since() : working.day,
        Optional.of(entry.getValue().until()),
        entry.getValue().reason(),
        rules.terms(),
        rules
            .beside()
            .granted(
                Optional.of(
                    new Granted(
                        all,
                        Optional.of(
                            new Held(
                                rules.tier(), rules.since(), rules.until(), rules.reason()))))));
  }

  private static Move move(
      LadderPlan plan,
      Standing was,
      Standing now,
      boolean isGranted,
      Optional<Move> byRules,
      String ended) {
    int before = plan.rankIfAny(was.tier()).orElse(Integer.MAX_VALUE);
    int after = plan.rank(now.tier());
    Move.Way way;
    String rule = byRules.map(Move::rule).orElse("");
    if (after < before) {
      boolean gone = plan.rankIfAny(was.tier()).isEmpty();
      way = ended.isEmpty() ? Move.Way.DOWN : Move.Way.ENDED;
      rule = gone ? TierStep.TIER_GONE : ended.isEmpty() ? rule : ended;
    } else if (isGranted || byRules.isEmpty()) {
      way = Move.Way.GRANTED;
      rule = isGranted ? now.reason() : GRANT_CHANGED;
    } else if (after > before) way = Move.Way.UP;
    else way = byRules.get().way() == Move.Way.KEPT ? Move.Way.KEPT : Move.Way.RENEWED;
    return new Move(plan.ladder().id(), was.tier(), now.tier(), way, now.until(), rule);
  }
}
