package dev.laurel.engine.decision;

import dev.laurel.engine.rulebase.Facts;
import dev.laurel.engine.rulebase.Layout;
import java.util.List;
import java.util.Optional;

/**
 * The values that the rules looked at. Immutable once the decision is made.
 *
 * @param layout which operand stands in which slot
 * @param event the facts of the event as a whole, the member's before it among them
 * @param lines the facts of each line of a purchase, in its order
 * @param standing the member's facts after the event, which the tier rules looked at; empty where
 *     no tier rule was asked
 * @param moves the member's facts after each move on a ladder to which a rule answers
 */
public record Saw(
    Layout layout, Facts event, List<Facts> lines, Optional<Facts> standing, List<Facts> moves) {
  /** Without moves to which rules answer. */
  Saw(Layout layout, Facts event, List<Facts> lines, Optional<Facts> standing) {
    this(layout, event, lines, standing, List.of());
  }

  /** Of what no rule looked at. */
  static Saw nothing(Layout layout) {
    return new Saw(layout, Facts.none(layout), List.of(), Optional.empty());
  }
}
