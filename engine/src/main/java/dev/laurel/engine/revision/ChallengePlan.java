package dev.laurel.engine.revision;

import dev.laurel.rules.language.Challenge;
import dev.laurel.rules.language.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A challenge and what brings it forward. Immutable.
 *
 * @param rule the index of its rule in the rule base
 * @param every of a streak, the period in each of which something must happen
 * @param steps in the order of their counts
 */
public record ChallengePlan(
    Challenge challenge, int rule, Optional<Period> every, List<StepPlan> steps) {
  /** What the places of all of them begin with, those of their steps too. */
  public static final String PLACES = "challenges/";

  /**
   * What is given at a count.
   *
   * @param gift as a rule that nothing else meets, named by its place
   */
  public record StepPlan(long at, RulePlan gift) {}

  public String id() {
    return challenge.id();
  }

  /** The name of its rule: where it stands in the pack. */
  public String place() {
    return placeOf(challenge.id());
  }

  static String placeOf(String challenge) {
    return PLACES + challenge;
  }

  /** At how many steps it is complete. */
  public long goal() {
    return steps.getLast().at();
  }

  /**
   * @param periods the named periods by id
   */
  static ChallengePlan of(Challenge challenge, int rule, Map<String, Period> periods) {
    List<StepPlan> steps = new ArrayList<>();
    for (Challenge.Step step : challenge.steps())
      steps.add(
          new StepPlan(
              step.at().longValueExact(),
              LadderPlans.gift(
                  placeOf(challenge.id()) + "/steps/" + step.id(),
                  challenge.id(),
                  challenge.on(),
                  step.then())));
    return new ChallengePlan(
        challenge,
        rule,
        challenge.every().map(id -> Objects.requireNonNull(periods.get(id), id)),
        List.copyOf(steps));
  }
}
