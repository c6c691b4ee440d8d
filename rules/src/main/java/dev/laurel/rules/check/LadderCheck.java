package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.HeadStart;
import dev.laurel.rules.language.Ladder.Match;
import dev.laurel.rules.language.Ladder.Milestone;
import dev.laurel.rules.language.Ladder.Tier;
import dev.laurel.rules.language.Ladder.Validity;
import java.util.List;

/** Whether what the tiers of a ladder ask for and give can be asked and given. */
final class LadderCheck {
  private static final Setting SETTING = Setting.atAnyMoment("what a tier gives");

  private final Inspection in;
  private final RequirementCheck requirements;
  private final OutcomeCheck outcomes;

  LadderCheck(Inspection in, OutcomeCheck outcomes) {
    this.in = in;
    this.requirements = new RequirementCheck(in);
    this.outcomes = outcomes;
  }

  void check(List<Ladder> ladders) {
    Place.ROOT.of("ladders").each(ladders, Ladder::id, this::ladder);
  }

  private void ladder(Place at, Ladder ladder) {
    validity(ladder.validity(), at.of("validity"));
    reviewed(ladder, at.of("upgrade"));
    milestones(ladder.milestones(), at.of("milestones"));
    at.of("tiers")
        .each(
            ladder.tiers(),
            Tier::id,
            (place, tier) -> {
              tier(place, tier);
              if (tier.validity().orElse(ladder.validity()) instanceof Validity.WhileMet)
                challenges(tier, place.of("matches"));
            });
  }

  /** There is a next review only where terms end. */
  private void reviewed(Ladder ladder, Place at) {
    boolean ends =
        !(ladder.validity() instanceof Validity.WhileMet
            || ladder.validity() instanceof Validity.ForEver);
    if (ladder.upgrade() == Ladder.Moment.AT_REVIEW && !ends)
      in.sink()
          .add(
              "no-review",
              at,
              "at-review",
              "Nobody would ever rise: there are no reviews where the ladder's terms do not end.",
              "Let members rise at once, or give the ladder a validity with an end.");
  }

  /** Nothing but its condition keeps such a tier, so a challenge could not. */
  private void challenges(Tier tier, Place at) {
    at.each(
        tier.matches(),
        Match::id,
        (place, match) -> {
          if (match.challenge().isPresent())
            in.sink()
                .add(
                    "challenge-without-term",
                    place.of("challenge"),
                    "",
                    "Whoever meets the challenge could not keep the tier: it is held only while"
                        + " its own condition is met.",
                    "Leave the challenge out, or give the tier a validity with an end.");
        });
  }

  private void tier(Place at, Tier tier) {
    tier.entry().ifPresent(entry -> requirements.check(entry, at.of("entry")));
    tier.renewal().ifPresent(renewal -> requirements.check(renewal, at.of("renewal")));
    tier.validity().ifPresent(validity -> validity(validity, at.of("validity")));
    outcomes.check(tier.onUpgrade(), SETTING, at.of("onUpgrade"));
    outcomes.check(tier.onRenewal(), SETTING, at.of("onRenewal"));
    at.of("headStarts").each(tier.headStarts(), HeadStart::id, this::headStart);
    milestones(tier.milestones(), at.of("milestones"));
    at.of("matches")
        .each(
            tier.matches(),
            Match::id,
            (place, match) ->
                match
                    .challenge()
                    .ifPresent(challenge -> requirements.check(challenge, place.of("challenge"))));
  }

  private void headStart(Place at, HeadStart headStart) {
    in.ofMetric(headStart.metric(), headStart.units(), at.of("units"));
    in.metric(headStart.metric()).ifPresent(metric -> in.repeating(metric.over(), at.of("metric")));
  }

  private void milestones(List<Milestone> milestones, Place at) {
    at.each(
        milestones,
        Milestone::id,
        (place, milestone) -> {
          in.ofMetric(milestone.metric(), milestone.at(), place.of("at"));
          milestone
              .each()
              .ifPresent(each -> in.ofMetric(milestone.metric(), each, place.of("each")));
          outcomes.checkSome(milestone.then(), SETTING, place.of("then"));
        });
  }

  private void validity(Validity validity, Place at) {
    switch (validity) {
      case Validity.WhileMet _, Validity.ForEver _, Validity.For _ -> {}
      case Validity.RestOfPeriod(var period, var _) -> in.repeating(period, at.of("period"));
      case Validity.ToEndOfMonth(var period, var _, var _) -> in.repeating(period, at.of("period"));
    }
  }
}
