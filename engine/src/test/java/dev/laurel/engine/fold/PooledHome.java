package dev.laurel.engine.fold;

import dev.laurel.engine.decision.Decision;

/** A programme whose members may share one balance, the pool of their home. */
final class PooledHome {
  static final String HOME = "pool:home";

  static final String RULES =
      """
      earning:
        - id: own
          title: Own
          rules:
            - {id: base, title: Base, then: [{type: per-amount, kind: points, points: 1}]}
            - id: thanks
              title: Thanks for spending
              on: redemption
              when: member.tier = "Gold"
              then: [{type: points, kind: points, points: 5}]
      ladders:
        - id: status
          title: Status
          tiers:
            - {id: Base, title: Base}
            - id: Gold
              title: Gold
              entry: {type: reaches, id: g, metric: spend, atLeast: 100}
      """;

  private PooledHome() {}

  /**
   * @param kind more terms of the points
   * @param more of the pack
   */
  static Household home(String kind, String more) {
    return Household.of(
        """
        programme:
          title: Club
          zone: Europe/Berlin
          currency: EUR
          pointKinds:
            - id: points
              title: Points
              pooling: {members: 2}
              %s
          periods: [{id: year, title: Year, is: calendar-year}]
          metrics: [{id: spend, title: Spend, counts: spend, over: year}]
          returns: {from: [pending, lots-earned, newest-lots, debt]}
        """
                .formatted(kind)
            + RULES
            + more);
  }

  static Household home() {
    return home("expiry: {type: after, span: 12 months, edge: at-its-start}", "");
  }

  /** Why it was refused, or that it was not. */
  static String code(Decision decision) {
    return decision.refusal().map(Decision.Refusal::code).orElse("carried out");
  }

  static String message(Decision decision) {
    return decision.refusal().orElseThrow().message();
  }
}
