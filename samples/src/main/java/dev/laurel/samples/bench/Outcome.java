package dev.laurel.samples.bench;

import java.util.List;

/**
 * A complete decision: which rules gave what, in the order of the rules. Immutable.
 *
 * @param points of all awards
 */
public record Outcome(List<Award> awards, long points) {
  /** What one rule gave, over all lines that it met. */
  public record Award(String rule, long points) {}

  /** The decision of these awards. */
  public static Outcome of(List<Award> awards) {
    long points = 0;
    for (Award award : awards) points += award.points();
    return new Outcome(List.copyOf(awards), points);
  }
}
