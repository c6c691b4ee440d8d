package dev.laurel.engine.revision;

import dev.laurel.rules.language.Segment;
import dev.laurel.rules.language.Segment.Membership;

/**
 * A segment and what tells who belongs to it. Immutable.
 *
 * @param rule the index of its rule in the rule base
 * @param level 0 where it asks for no other segment; else one more than those that it asks for
 * @param slots where what only this segment asks for stands among the facts, or -1: the stage of
 *     life, or the fifths of recency, frequency and money
 */
public record SegmentPlan(Segment segment, int rule, int level, Slots slots) {
  /** Where they stand, or -1. */
  public record Slots(int stage, int recency, int frequency, int money) {}

  public String id() {
    return segment.id();
  }

  /** The name of its rule: where it stands in the pack. */
  public static String placeOf(String segment) {
    return "segments/" + segment;
  }

  /** Whether it takes a snapshot of the population to tell. */
  public boolean isRfm() {
    return segment.is() instanceof Membership.Rfm;
  }
}
