package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.RuleBase.Hit;
import dev.laurel.rules.language.Outcome.PerAmount.Crossing;
import dev.laurel.rules.language.PointKind;
import java.util.ArrayList;
import java.util.List;

/**
 * What rules give for an event: from the rules that apply to the points in the purse. Immutable.
 */
final class Earning {
  private final Revision revision;
  private final FactsMaker factsMaker;
  private final List<PointKind> kinds;
  private final List<Rated> rules;
  private final boolean crosses;
  private final boolean looksAfter;
  private final boolean grants;
  private final boolean handsOut;

  /**
   * @param kinds by id
   */
  Earning(Revision revision, FactsMaker factsMaker, List<PointKind> kinds) {
    this.revision = revision;
    this.factsMaker = factsMaker;
    this.kinds = kinds;
    this.rules = Rated.of(revision);
    this.crosses = rules.stream().anyMatch(Rated::crosses);
    this.grants = rules.stream().anyMatch(Rated::grants);
    this.handsOut = rules.stream().anyMatch(Rated::handsOut);
    this.looksAfter = rules.stream().anyMatch(rule -> rule.crosses(Crossing.TIER_AFTER));
  }

  /**
   * Gives what is earned.
   *
   * @param all the whole event
   */
  void earn(Working working, Event event, CampaignBudgets budgets, Reached.Part all) {
    earn(working, event, budgets, parts(working, event, all));
  }

  /** Gives what is earned by what comes of an event. */
  void earnBeside(Working working, Event event, CampaignBudgets budgets, Reached.Part all) {
    earn(working, event, budgets, List.of(part(working, event, all)));
  }

  private void earn(
      Working working, Event event, CampaignBudgets budgets, List<Resolver.Part> parts) {
    if (parts.stream().allMatch(part -> part.candidates().isEmpty())) return;
    Limits limits = new Limits(working, budgets);
    var yields = Resolver.resolve(parts, limits, working.findings);
    var awards = Rounder.round(kinds, yields, working.sides());
    limits.countTimes(yields.keySet());
    budgets.takePlaces(yields.keySet());
    limits.cut(awards);
    new Points(working).award(awards);
    if (grants)
      for (Candidate rule : yields.keySet())
        if (rule.rated().grants()) Granting.byRule(working, rule);
    if (handsOut)
      for (Candidate rule : yields.keySet())
        if (rule.rated().handsOut()) new Benefits(working, event, budgets, factsMaker).byRule(rule);
  }

  /** The event in one, or a purchase in parts where it reaches a tier whose rate then counts. */
  private List<Resolver.Part> parts(Working working, Event event, Reached.Part all) {
    if (!crosses || !(event.body() instanceof Body.Purchase))
      return List.of(part(working, event, all));
    return new Reached(revision, factsMaker, event, working)
        .parts(all, looksAfter).stream().map(part -> part(working, event, part)).toList();
  }

  private Resolver.Part part(Working working, Event event, Reached.Part part) {
    List<Candidate> candidates = candidates(part.hits());
    if (!part.stretch().givesTheRest())
      candidates.removeIf(each -> !each.rated().crosses() && !each.isMultiplier());
    return new Resolver.Part(
        candidates,
        new Yields(
            revision,
            goods(event),
            part.facts(),
            part.lines(),
            byLine(candidates),
            part.stretch(),
            working.sides()));
  }

  /** What comes back is looked at as what was bought is. */
  static Event goods(Event event) {
    return event.body() instanceof Body.Return back
        ? new Event(event.source(), event.id(), event.member(), event.occurredAt(), back.goods())
        : event;
  }

  /** Only what multiplies lines asks what came from which line. */
  private static boolean byLine(List<Candidate> candidates) {
    for (Candidate candidate : candidates)
      if (candidate.isMultiplier() && candidate.perLine()) return true;
    return false;
  }

  /** Hits come in the order of rule and line; after those of earning rules come others. */
  private List<Candidate> candidates(List<Hit> hits) {
    List<Candidate> candidates = new ArrayList<>(hits.size());
    for (int from = 0, to; from < hits.size(); from = to) {
      int rule = hits.get(from).rule();
      if (rule >= rules.size()) break;
      to = from + 1;
      while (to < hits.size() && hits.get(to).rule() == rule) to++;
      candidates.add(new Candidate(rules.get(rule), lines(hits, from, to)));
    }
    return candidates;
  }

  private static List<Integer> lines(List<Hit> hits, int from, int to) {
    if (hits.get(from).line() < 0) return List.of();
    List<Integer> lines = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) lines.add(hits.get(i).line());
    return lines;
  }
}
