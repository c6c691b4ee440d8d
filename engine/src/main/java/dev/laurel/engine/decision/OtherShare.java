package dev.laurel.engine.decision;

import dev.laurel.rules.language.Outcome;

/**
 * What a decision on a member gives the other side of a referral. Immutable.
 *
 * @param member the other member
 * @param as which side the other is of: {@code REFERRER} or {@code REFERRED}
 * @param rule what gives it: a rule, or the place of what a ladder or a challenge gives
 * @param kind the point kind; empty of a benefit
 * @param benefit the benefit; empty of points
 * @param units points in the kind's unit, or how many of the benefit; below 0 where goods that came
 *     back take them back; of a correction the difference
 * @see "engine/docs/decisions/070-both-sides-of-a-referral.md"
 */
public record OtherShare(
    String member, Outcome.To as, String rule, String kind, String benefit, long units)
    implements Comparable<OtherShare> {
  public boolean isOfPoints() {
    return benefit.isEmpty();
  }

  OtherShare with(long others) {
    return new OtherShare(member, as, rule, kind, benefit, others);
  }

  /** The order by what they are of, whatever they come to. */
  @Override
  public int compareTo(OtherShare other) {
    int order = member.compareTo(other.member);
    if (order == 0) order = as.compareTo(other.as);
    if (order == 0) order = rule.compareTo(other.rule);
    if (order == 0) order = kind.compareTo(other.kind);
    return order == 0 ? benefit.compareTo(other.benefit) : order;
  }
}
