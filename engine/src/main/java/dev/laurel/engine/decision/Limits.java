package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Finding.Award;
import dev.laurel.engine.revision.RulePlan;
import dev.laurel.rules.language.EarningGroup.Limit;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.PointKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Ceilings: of a rule, of a group, of a kind, of a campaign's budget, in that order. What is used
 * up of each is what was given in the end, after all of them. Used units are counted in millionths
 * of a point or of an application, so that one limit can cover kinds in whole points and in
 * hundredths.
 */
final class Limits {
  private static final Period EVER = new Period.Lifetime();
  private static final Predicate<Award> ANY = _ -> true;

  /** A ceiling of points whose use is counted once all of them have cut. */
  private record Use(
      String key, Period period, Map<Candidate, List<Award>> awards, Predicate<Award> of) {}

  private final Working working;
  private final CampaignBudgets budgets;
  private final List<Use> uses = new ArrayList<>();
  private final Map<String, Long> takenByGroup = new TreeMap<>();

  Limits(Working working, CampaignBudgets budgets) {
    this.working = working;
    this.budgets = budgets;
  }

  /** Those rules that may still apply, as often as they may, and in whose campaigns is a place. */
  List<Candidate> usable(List<Candidate> candidates) {
    List<Candidate> left = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates)
      if (candidate.plan().rule().limits().isEmpty() && candidate.plan().campaign().isEmpty())
        left.add(candidate);
      else usable(candidate).ifPresent(left::add);
    return left;
  }

  private Optional<Candidate> usable(Candidate candidate) {
    Candidate left = candidate;
    for (Limit limit : candidate.plan().rule().limits()) {
      if (limit.of() != Limit.Of.TIMES) continue;
      long may = mayApply(key(candidate, limit), limit);
      left = atMost(left, may, candidate.id() + "/" + limit.id());
      if (may <= 0) return Optional.empty();
    }
    return budgets.hasPlace(left) ? Optional.of(left) : Optional.empty();
  }

  /** Whether the group of one of them has a ceiling. */
  boolean ofGroups(Iterable<Candidate> candidates) {
    for (Candidate candidate : candidates)
      if (!candidate.plan().groupLimits().isEmpty()) return true;
    return false;
  }

  /**
   * Those rules that their groups still let apply, beside those asked before in this event; those
   * last by id give way first.
   */
  List<Candidate> usableInGroups(List<Candidate> candidates) {
    List<Candidate> left = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      if (candidate.plan().groupLimits().isEmpty()) {
        left.add(candidate);
        continue;
      }
      Candidate now = candidate;
      boolean may = true;
      for (Limit limit : candidate.plan().groupLimits()) {
        if (limit.of() != Limit.Of.TIMES || !may) continue;
        String group = candidate.plan().group();
        long open = mayApply(groupKey(group, limit), limit) - takenByGroup.getOrDefault(group, 0L);
        now = atMost(now, open, candidate.plan().placeOf(limit));
        may = open > 0;
      }
      if (!may) continue;
      takenByGroup.merge(candidate.plan().group(), now.applications(), Long::sum);
      left.add(now);
    }
    return left;
  }

  /** How many applications the limit leaves in its period. */
  private long mayApply(String key, Limit limit) {
    return Math.max(0, micros(limit.atMost()) - used(key, limit)) / FactsMaker.MICROS;
  }

  /** The rule with at most so many applications; a finding says when that cuts it. */
  private Candidate atMost(Candidate candidate, long may, String limit) {
    long wanted = candidate.applications();
    if (may >= wanted) return candidate;
    long given = Math.max(0, may);
    working.findings.add(
        new Finding.LimitReached(
            candidate.id(), limit, wanted * FactsMaker.MICROS, given * FactsMaker.MICROS));
    if (given == 0) return candidate;
    return new Candidate(candidate.rated(), candidate.lines().subList(0, Math.toIntExact(given)));
  }

  /** Counts the applications of the rules that stayed. */
  void countTimes(Iterable<Candidate> applied) {
    for (Candidate candidate : applied) {
      long units = candidate.applications() * FactsMaker.MICROS;
      for (Limit limit : candidate.plan().rule().limits())
        if (limit.of() == Limit.Of.TIMES) use(key(candidate, limit), limit, units);
      for (Limit limit : candidate.plan().groupLimits())
        if (limit.of() == Limit.Of.TIMES)
          use(groupKey(candidate.plan().group(), limit), limit, units);
    }
  }

  /** Cuts what is over a ceiling, and counts what remains. */
  void cut(Map<Candidate, List<Award>> awards) {
    for (Map.Entry<Candidate, List<Award>> entry : awards.entrySet()) {
      Candidate rule = entry.getKey();
      for (Limit limit : rule.plan().rule().limits())
        if (limit.of() == Limit.Of.POINTS)
          cut(
              Map.of(rule, entry.getValue()),
              key(rule, limit),
              rule.id() + "/" + limit.id(),
              limit);
    }
    cutGroups(awards);
    for (PointKind kind : working.revision.pack().programme().pointKinds())
      for (PointKind.Cap cap : kind.caps()) cut(awards, kind, cap);
    budgets.cut(awards);
    for (Use use : uses)
      for (List<Award> given : use.awards().values())
        for (Award award : given)
          if (use.of().test(award)) working.use(use.key(), use.period(), micros(award));
  }

  private void cutGroups(Map<Candidate, List<Award>> awards) {
    if (!ofGroups(awards.keySet())) return;
    Map<String, Map<Candidate, List<Award>>> groups = new LinkedHashMap<>();
    awards.forEach((rule, given) -> {
      if (!rule.plan().groupLimits().isEmpty())
        groups.computeIfAbsent(rule.plan().group(), _ -> new TreeMap<>()).put(rule, given);
    });
    groups.forEach((group, own) -> {
      RulePlan plan = own.keySet().iterator().next().plan();
      for (Limit limit : plan.groupLimits())
        if (limit.of() == Limit.Of.POINTS)
          cut(own, groupKey(group, limit), plan.placeOf(limit), limit);
    });
  }

  /** Cuts the points of these rules together; those last by id give way first. */
  private void cut(Map<Candidate, List<Award>> awards, String key, String place, Limit limit) {
    long may = Math.max(0, micros(limit.atMost()) - used(key, limit));
    long taken = 0;
    for (Map.Entry<Candidate, List<Award>> entry : awards.entrySet())
      taken += cut(entry.getKey(), entry.getValue(), place, may - taken, ANY);
    limit.over().ifPresent(p -> uses.add(new Use(key, working.revision.period(p), awards, ANY)));
  }

  private void cut(Map<Candidate, List<Award>> awards, PointKind kind, PointKind.Cap cap) {
    String key = "caps/" + kind.id() + "/" + cap.id();
    Period period = cap.over().map(working.revision::period).orElse(EVER);
    long used =
        switch (cap.of()) {
          case EARNED -> working.used(key, period);
          case BALANCE ->
              FactsMaker.micros(
                  kind, working.purse(kind.id()).available() + working.purse(kind.id()).pending());
        };
    long may = Math.max(0, micros(cap.atMost()) - used);
    long taken = 0;
    // What rules give by this member's events is bounded, whoever gets it; a balance is a purse's.
    boolean ofPurse = cap.of() == PointKind.Cap.Of.BALANCE;
    Predicate<Award> of = award -> award.kind().equals(kind.id()) && (award.isOwn() || !ofPurse);
    for (Map.Entry<Candidate, List<Award>> entry : awards.entrySet())
      taken += cut(entry.getKey(), entry.getValue(), kind.id() + "/" + cap.id(), may - taken, of);
    if (cap.of() == PointKind.Cap.Of.EARNED) uses.add(new Use(key, period, awards, of));
  }

  /** Cuts those of one rule's awards to so many millionths; says how many remain. */
  private long cut(
      Candidate rule, List<Award> awards, String limit, long may, Predicate<Award> of) {
    long wanted = 0;
    long given = 0;
    for (int i = 0; i < awards.size(); i++) {
      Award award = awards.get(i);
      if (!of.test(award)) continue;
      long perUnit = microsPerUnit(award);
      wanted += micros(award);
      long units = Math.min(award.units(), Math.max(0, may - given) / perUnit);
      given += units * perUnit;
      if (units < award.units()) awards.set(i, award.cut(units));
    }
    if (given < wanted)
      working.findings.add(new Finding.LimitReached(rule.id(), limit, wanted, given));
    return given;
  }

  private long micros(Award award) {
    return award.units() * microsPerUnit(award);
  }

  private long microsPerUnit(Award award) {
    return FactsMaker.MICROS / Rounder.unitsPerPoint(working.revision.kind(award.kind()));
  }

  private long used(String key, Limit limit) {
    return limit.over().map(p -> working.used(key, working.revision.period(p))).orElse(0L);
  }

  private void use(String key, Limit limit, long units) {
    limit.over().ifPresent(p -> working.use(key, working.revision.period(p), units));
  }

  private static String key(Candidate candidate, Limit limit) {
    return "rules/" + candidate.id() + "/" + limit.id();
  }

  private static String groupKey(String group, Limit limit) {
    return "groups/" + group + "/" + limit.id();
  }

  private static long micros(BigDecimal number) {
    return number.movePointRight(6).longValueExact();
  }
}
