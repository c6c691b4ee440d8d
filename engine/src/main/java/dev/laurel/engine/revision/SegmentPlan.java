package dev.laurel.engine.revision;

import dev.laurel.rules.language.Segment;
import java.util.Optional;

/**
 * A segment and what tells who belongs to it. Immutable.
 *
 * @param rule the index of its rule in the rule base
 * @param level 0 where it asks for no other segment; else one more than those that it asks for
 * @param slots where what only this segment asks for stands among the facts, or -1: the stage of
 *     life, or the fifths of recency, frequency and money
 * @param rfm by what its fifths are told; empty of segments that ask for none
 */
public record SegmentPlan(Segment segment, int rule, int level, Slots slots, Optional<Rfm> rfm) {
  /** Where they stand, or -1. */
  public record Slots(int stage, int recency, int frequency, int money) {}

  /**
   * By what a member's fifths are told.
   *
   * @param over the time that is looked at, by which a snapshot of the population names it
   * @param frequency the index of the metric that counts purchases over it
   * @param money the index of the one that counts money
   */
  public record Rfm(String over, int frequency, int money) {}

  public String id() {
    return segment.id();
  }

  /** The name of its rule: where it stands in the pack. */
  public static String placeOf(String segment) {
    return "segments/" + segment;
  }
}
