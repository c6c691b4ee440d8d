package dev.laurel.engine.oracle;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.OfferSet;
import dev.laurel.rules.language.OfferSet.Offer;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.oracle.Answer;
import dev.laurel.rules.oracle.Oracle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which offer of a set is the best for a member. */
final class Offering {
  private final Page page;
  private final Known known;

  /**
   * @param known what is known of the whole event
   */
  Offering(Page page, Known known) {
    this.page = page;
    this.known = known;
  }

  /** The rule with what the offers give that it makes. */
  Applied with(Applied applied) {
    EarningRule rule = applied.rule();
    List<Outcome> then = new ArrayList<>(rule.then());
    for (Outcome outcome : rule.then())
      if (outcome instanceof Outcome.Offer(var set))
        best(set).stream().filter(this::isMet).limit(1).forEach(offer -> then.addAll(offer.then()));
    if (then.equals(rule.then())) return applied;
    return new Applied(
        new EarningRule(
            rule.id(),
            rule.title(),
            rule.active(),
            rule.on(),
            rule.per(),
            rule.inForce(),
            rule.audience(),
            rule.when(),
            rule.unless(),
            then,
            rule.exclusion(),
            rule.priority(),
            rule.limits()),
        applied.group(),
        applied.campaign(),
        applied.lines(),
        applied.often());
  }

  private List<Offer> best(String set) {
    return page.programming.pack().offers().stream()
        .filter(each -> each.id().equals(set))
        .map(OfferSet::of)
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt((Offer offer) -> -offer.score()).thenComparing(Offer::id))
        .toList();
  }

  private boolean isMet(Offer offer) {
    return when(offer).byId().values().stream()
            .allMatch(row -> Oracle.ask(row, known) == Answer.MET)
        && offer.unless().byId().values().stream()
            .noneMatch(row -> Oracle.ask(row, known) == Answer.MET);
  }

  private static Rows when(Offer offer) {
    Map<String, Condition> rows = new LinkedHashMap<>();
    List<Condition> each = new ArrayList<>();
    for (String segment : offer.audience())
      each.add(new Condition.Holds(new Operand.Attribute("member.segments"), Value.of(segment)));
    if (!each.isEmpty())
      rows.put("audience", each.size() == 1 ? each.getFirst() : new Condition.Any(each));
    rows.putAll(offer.when().byId());
    return new Rows(rows);
  }

  /** Tells which offer a rule makes, and why none of those that are better. */
  void tell(String rule, String set) {
    boolean first = true;
    for (Offer offer : best(set)) {
      String place = "offers/" + set + "/" + offer.id();
      if (isMet(offer)) {
        page.add(Wording.offered(rule, place));
        page.decisive.by("Outcome.Offer");
        page.decisive.by(first ? "the best offer" : "an offer that is not the best");
        return;
      }
      first = false;
      page.add(Wording.passedOver(rule, place));
      Reasons reasons = new Reasons(page.programming, place, known);
      page.addAll(reasons.unmet(when(offer), ""));
      page.addAll(reasons.excepted(offer.unless(), ""));
    }
    page.decisive.by("no offer");
  }
}
