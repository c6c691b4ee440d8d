package dev.laurel.engine.operation;

import java.util.Map;

/**
 * How many of some members belong to which segments. Immutable.
 *
 * @param asked how many members were looked at
 * @param of how many there are
 * @param in by segment, of those who were looked at; without those to which none belongs
 */
public record SegmentShares(int asked, long of, Map<String, Integer> in) {
  public SegmentShares {
    in = Map.copyOf(in);
  }

  /** About how many of all members belong to a segment. */
  public long about(String segment) {
    return Math.round((double) in.getOrDefault(segment, 0) * of / asked);
  }
}
