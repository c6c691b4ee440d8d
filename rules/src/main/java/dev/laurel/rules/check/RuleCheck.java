package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.EarningRule.Scope;
import dev.laurel.rules.language.Trigger;
import java.util.List;
import java.util.Set;

/** Earning rules and the groups that hold them. */
final class RuleCheck {
  private static final Set<String> OUTCOMES_OF_MESSAGES =
      Set.of("delivered", "failed", "opened", "answered");

  private final Inspection in;
  private final OutcomeCheck outcomes;
  private final LimitCheck limits;

  RuleCheck(Inspection in, OutcomeCheck outcomes) {
    this.in = in;
    this.outcomes = outcomes;
    this.limits = new LimitCheck(in);
  }

  void groups(List<EarningGroup> groups) {
    Place.ROOT
        .of("earning")
        .each(
            groups,
            EarningGroup::id,
            (at, group) -> {
              if (group.rules().isEmpty())
                in.sink().emptyList(at.of("rules"), "The group has no rule.", "Add one.");
              rules(group.rules(), at.of("rules"));
              limits.check(group.limits(), kinds(group.rules()), at.of("limits"));
            });
  }

  /** The kinds of points that rules give. */
  static List<String> kinds(List<EarningRule> rules) {
    return rules.stream().flatMap(rule -> OutcomeCheck.kinds(rule.then())).distinct().toList();
  }

  void rules(List<EarningRule> rules, Place at) {
    at.each(rules, EarningRule::id, this::rule);
  }

  private void rule(Place at, EarningRule rule) {
    trigger(rule.on(), at.of("on"));
    if (rule.per() == Scope.LINE && !Setting.eventOf(rule.on()).equals("purchase"))
      in.sink()
          .add(
              "lines-without-purchase",
              at.of("per"),
              "line",
              "Only purchases have lines, and the rule answers to %s."
                  .formatted(Setting.eventOf(rule.on())),
              "Write per: event, or let the rule answer to purchases.");
    Setting setting = in.settingOf(rule.on(), rule.per());
    in.rows(rule.when(), setting, at.of("when"));
    in.rows(rule.unless(), setting, at.of("unless"));
    outcomes.checkSome(rule.then(), setting, at.of("then"));
    limits.check(
        rule.limits(), OutcomeCheck.kinds(rule.then()).distinct().toList(), at.of("limits"));
  }

  void trigger(Trigger on, Place at) {
    if (on instanceof Trigger.Inactivity(var span)) in.notEmpty(span, at.of("span"));
    if (on instanceof Trigger.MessageOutcome(var _, String outcome)
        && !OUTCOMES_OF_MESSAGES.contains(outcome))
      in.sink()
          .unknown(
              "unknown-value",
              at.of("outcome"),
              outcome,
              "what becomes of a message",
              () -> OUTCOMES_OF_MESSAGES);
  }
}
