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
  private final boolean sends;
  private final Offers offers;

  /**
   * @param kinds by id
   */
  Earning(Revision revision, FactsMaker factsMaker, List<PointKind> kinds) {
    this.revision = revision;
    this.factsMaker = factsMaker;
    this.kinds = kinds;
    this.rules = Rated.of(revision);
    this.offers = new Offers(revision);
    List<Rated> widest = offers.widest(rules);
    this.crosses = widest.stream().anyMatch(Rated::crosses);
    this.grants = widest.stream().anyMatch(Rated::grants);
    this.handsOut = widest.stream().anyMatch(Rated::handsOut);
    this.sends = widest.stream().anyMatch(rule -> rule.sends() || rule.offers());
    this.looksAfter = widest.stream().anyMatch(rule -> rule.crosses(Crossing.TIER_AFTER));
  }

  /**
   * Gives what is earned.
   *
   * @param all the whole event
   */
  void earn(Working working, Event event, CampaignBudgets budgets, Reached.Part all) {
    Offers.Choice choice = offers.by(all.facts());
    earn(working, event, budgets, choice, parts(working, event, all, choice));
  }

  /** Gives what is earned by what comes of an event. */
  void earnBeside(Working working, Event event, CampaignBudgets budgets, Reached.Part all) {
    Offers.Choice choice = offers.by(all.facts());
    earn(working, event, budgets, choice, List.of(part(working, event, all, choice)));
  }

  private void earn(
      Working working,
      Event event,
      CampaignBudgets budgets,
      Offers.Choice choice,
      List<Resolver.Part> parts) {
    if (!anyCandidate(parts)) return;
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
        if (rule.rated().handsOut()) new HandingOut(working, event, budgets).byRule(rule);
    if (sends)
      for (Candidate rule : yields.keySet()) {
        choice.tell(working, rule);
        Sending.ask(working, rule);
      }
  }

  private static boolean anyCandidate(List<Resolver.Part> parts) {
    for (Resolver.Part part : parts) if (!part.candidates().isEmpty()) return true;
    return false;
  }

  /** The event in one, or a purchase in parts where it reaches a tier whose rate then counts. */
  private List<Resolver.Part> parts(
      Working working, Event event, Reached.Part all, Offers.Choice choice) {
    if (!crosses || !(event.body() instanceof Body.Purchase))
      return List.of(part(working, event, all, choice));
    return new Reached(revision, factsMaker, event, working)
        .parts(all, looksAfter).stream().map(part -> part(working, event, part, choice)).toList();
  }

  private Resolver.Part part(
      Working working, Event event, Reached.Part part, Offers.Choice choice) {
    List<Candidate> candidates = candidates(part.hits(), choice);
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
  private List<Candidate> candidates(List<Hit> hits, Offers.Choice choice) {
    List<Candidate> candidates = new ArrayList<>(hits.size());
    for (int from = 0, to; from < hits.size(); from = to) {
      int rule = hits.get(from).rule();
      if (rule >= rules.size()) break;
      to = from + 1;
      while (to < hits.size() && hits.get(to).rule() == rule) to++;
      candidates.add(new Candidate(choice.of(rules.get(rule)), lines(hits, from, to)));
    }
    return candidates;
  }

  private static List<Integer> lines(List<Hit> hits, int from, int to) {
    if (hits.get(from).line() < 0) return List.of();
    if (to - from == 1) return List.of(hits.get(from).line());
    if (to - from == 2) return List.of(hits.get(from).line(), hits.get(from + 1).line());
    List<Integer> lines = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) lines.add(hits.get(i).line());
    return lines;
  }
}
