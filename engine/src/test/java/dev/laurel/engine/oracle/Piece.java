package dev.laurel.engine.oracle;

import java.util.Optional;

/**
 * Points that a rule gives, before rounding. Immutable.
 *
 * @param of the rule whose points these are; of a multiplier's surplus the rule multiplied
 * @param line the line they come from; empty where they come from none
 * @param to who gets them of the sides of a referral; empty of the member
 */
record Piece(Applied of, String kind, Optional<Integer> line, Ratio points, Optional<String> to) {
  Piece(Applied of, String kind, Optional<Integer> line, Ratio points) {
    this(of, kind, line, points, Optional.empty());
  }

  Piece to(Optional<String> other) {
    return new Piece(of, kind, line, points, other);
  }

  Piece times(Ratio factor) {
    return new Piece(of, kind, line, points.times(factor), to);
  }
}
