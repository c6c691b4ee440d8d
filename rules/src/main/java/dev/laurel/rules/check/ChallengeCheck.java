package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Challenge;
import dev.laurel.rules.language.Challenge.Kind;
import dev.laurel.rules.language.Challenge.Step;
import dev.laurel.rules.language.EarningRule.Scope;
import java.util.List;

/** Whether challenges can be completed step by step. */
final class ChallengeCheck {
  private final Inspection in;
  private final RuleCheck rules;
  private final OutcomeCheck outcomes;

  ChallengeCheck(Inspection in, RuleCheck rules, OutcomeCheck outcomes) {
    this.in = in;
    this.rules = rules;
    this.outcomes = outcomes;
  }

  void check(List<Challenge> challenges) {
    Place.ROOT.of("challenges").each(challenges, Challenge::id, this::challenge);
  }

  private void challenge(Place at, Challenge challenge) {
    rules.trigger(challenge.on(), at.of("on"));
    Setting setting = in.settingOf(challenge.on(), Scope.EVENT);
    in.rows(challenge.when(), setting, at.of("when"));
    every(challenge, at);
    if (challenge.steps().isEmpty())
      in.sink().emptyList(at.of("steps"), "The challenge has no step.", "Add one.");
    Setting given = setting.afterwards("a step of a challenge");
    at.of("steps")
        .each(
            challenge.steps(),
            Step::id,
            (place, step) -> outcomes.checkSome(step.then(), given, place.of("then")));
    in.rising(challenge.steps(), Step::id, Step::at, "at", at.of("steps"));
  }

  private void every(Challenge challenge, Place at) {
    boolean streak = challenge.kind() == Kind.STREAK;
    if (streak && challenge.every().isEmpty())
      in.sink()
          .add(
              "streak-without-period",
              at.of("every"),
              "",
              "A streak needs a period in each of which something must happen.",
              "Add every with the id of a period.");
    if (!streak && challenge.every().isPresent())
      in.sink()
          .add(
              "period-without-streak",
              at.of("every"),
              challenge.every().get(),
              "Only a streak asks for an event in each period.",
              "Leave it out, or write kind: streak.");
    if (streak) challenge.every().ifPresent(period -> in.repeating(period, at.of("every")));
  }
}
