package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.Campaign.Budget;
import dev.laurel.rules.language.Campaign.Schedule;
import dev.laurel.rules.language.Campaign.Variant;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.EarningRule.Scope;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.PointKind.Use;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Campaigns: their rules, variants, schedule and budget. */
final class CampaignCheck {
  private final Inspection in;
  private final RuleCheck rules;
  private final LimitCheck limits;

  CampaignCheck(Inspection in, RuleCheck rules) {
    this.in = in;
    this.rules = rules;
    this.limits = new LimitCheck(in);
  }

  void check(List<Campaign> campaigns) {
    Place.ROOT.of("campaigns").each(campaigns, Campaign::id, this::campaign);
  }

  private void campaign(Place at, Campaign campaign) {
    List<EarningRule> all = campaign.allRules();
    if (all.isEmpty()) in.sink().emptyList(at.of("rules"), "The campaign has no rule.", "Add one.");
    rules.rules(campaign.rules(), at.of("rules"));
    at.of("variants")
        .each(
            campaign.variants(),
            Variant::id,
            (place, variant) -> rules.rules(variant.rules(), place.of("rules")));
    Setting setting = settingOf(all);
    in.rows(campaign.when(), setting, at.of("when"));
    in.rows(campaign.unless(), setting, at.of("unless"));
    variants(campaign.variants(), at.of("variants"));
    schedule(campaign.schedule(), at.of("schedule"));
    List<String> kinds = RuleCheck.kinds(all);
    limits.check(campaign.limits(), kinds, at.of("limits"));
    campaign
        .budget()
        .ifPresent(budget -> budget(budget, RuleCheck.kinds(withMultiplied(all)), at.of("budget")));
  }

  /** Rules, and those whose points they multiply, whose kinds are given by them too. */
  private List<EarningRule> withMultiplied(List<EarningRule> rules) {
    Set<EarningRule> all = new LinkedHashSet<>(rules);
    for (boolean more = true; more; ) {
      Set<String> names = new HashSet<>();
      all.forEach(rule -> rule.then().forEach(then -> names.addAll(multiplied(then))));
      more = all.addAll(named(names));
    }
    return List.copyOf(all);
  }

  private static List<String> multiplied(Outcome outcome) {
    if (outcome instanceof Outcome.Multiply(var _, var of)) return of;
    return outcome instanceof Outcome.MultiplyByTable(var _, var of) ? of : List.of();
  }

  /** The rules that are called so, or whose group is. */
  private List<EarningRule> named(Set<String> names) {
    List<EarningRule> found = new ArrayList<>();
    for (EarningGroup group : in.pack().earning())
      for (EarningRule rule : group.rules())
        if (names.contains(group.id()) || names.contains(rule.id())) found.add(rule);
    for (Campaign campaign : in.pack().campaigns())
      for (EarningRule rule : campaign.allRules()) if (names.contains(rule.id())) found.add(rule);
    return found;
  }

  /** The conditions of a campaign are asked before each of its rules. */
  private Setting settingOf(List<EarningRule> all) {
    String subject = "a campaign with these rules";
    return all.stream()
        .map(rule -> in.settingOf(rule.on(), Scope.EVENT))
        .reduce((one, other) -> one.and(subject, other))
        .orElseGet(() -> Setting.atAnyMoment(subject).withoutEvents());
  }

  private void variants(List<Variant> variants, Place at) {
    int sum = variants.stream().mapToInt(Variant::percent).sum();
    if (!variants.isEmpty() && sum != 100)
      in.sink()
          .add(
              "shares-not-whole",
              at,
              String.valueOf(sum),
              "The shares of the variants sum to %d per cent.".formatted(sum),
              "Let them sum to 100; the control group is taken off before.");
  }

  private void schedule(Schedule schedule, Place at) {
    at.of("monthDays")
        .each(
            schedule.monthDays(),
            day -> "",
            (place, day) -> {
              if (day == 0)
                in.sink()
                    .add(
                        "bad-month-day",
                        place,
                        "0",
                        "No month has a day 0.",
                        "Count from 1, or from -1 for the last day.");
            });
  }

  private void budget(Budget budget, List<String> kinds, Place at) {
    if (budget.points().isEmpty() && budget.money().isEmpty())
      in.sink()
          .add(
              "empty-budget",
              at,
              "",
              "The budget has no bound.",
              "Name points or money, or leave it out.");
    budget
        .points()
        .ifPresent(points ->
            limits.finest(kinds).ifPresent(kind -> in.points(kind, points, at.of("points"))));
    budget
        .money()
        .ifPresent(money -> {
          in.money(money, at.of("money"));
          kinds.forEach(kind -> worth(kind, at.of("money")));
        });
  }

  /** What points cost follows from their worth; qualifying points cost nothing. */
  private void worth(String id, Place at) {
    in.kind(id)
        .filter(kind -> kind.use() == Use.REDEEMABLE && kind.worth().isEmpty())
        .ifPresent(kind ->
            in.sink()
                .add(
                    "no-worth",
                    at,
                    kind.id(),
                    "What points of the kind \"%s\" cost is not known.".formatted(kind.id()),
                    "Give the point kind a worth, or limit the points instead."));
  }
}
