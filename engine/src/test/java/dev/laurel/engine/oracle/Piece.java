package dev.laurel.engine.oracle;

import java.util.Optional;

/**
 * Points that a rule gives, before rounding. Immutable.
 *
 * @param of the rule whose points these are; of a multiplier's surplus the rule multiplied
 * @param line the line they come from; empty where they come from none
 */
record Piece(Applied of, String kind, Optional<Integer> line, Ratio points) {
  Piece times(Ratio factor) {
    return new Piece(of, kind, line, points.times(factor));
  }
}
