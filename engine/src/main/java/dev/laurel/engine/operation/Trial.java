package dev.laurel.engine.operation;

import java.util.List;

/**
 * What an event would do; nothing of it is kept. Immutable.
 *
 * @param decisions what time would bring about first, then the decision on the event
 * @param after where the member would stand then
 */
public record Trial(List<ExplainedDecision> decisions, MemberView after) {
  public Trial {
    decisions = List.copyOf(decisions);
  }
}
