package dev.laurel.engine.operation;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.explain.Verdict;
import dev.laurel.engine.message.Outgoing;
import dev.laurel.rules.sentence.Sentence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What an event would do and what every rule says to it, ready to be shown in any language; nothing
 * of it is kept. Immutable.
 *
 * @param before where the member stands when the event happens
 * @param after where the member would stand then
 * @param refusal why nothing would be done
 * @param meanwhile what time alone would bring about until then
 * @param earned what the event would earn, by kind, in the programme's order of kinds
 * @param verdicts one for each rule that answers to the event, in the pack's order
 * @param messages that would be made, filled in
 * @param beside what would become of points and tiers beside what rules give
 * @param enough for which rules a little more would have been enough
 */
public record Tried(
    MemberView before,
    MemberView after,
    Optional<Decision.Refusal> refusal,
    List<Sentence> meanwhile,
    List<Earned> earned,
    List<Verdict> verdicts,
    List<Outgoing> messages,
    List<Sentence> beside,
    List<Enough> enough) {
  /** Points of one kind. */
  public record Earned(String kind, BigDecimal points) {}

  /**
   * A larger purchase would have met a rule; found by trying it.
   *
   * @param rule the rule
   * @param more by how much the amount would have to be larger, in the programme's currency
   * @param gifts what the rule would have given then
   */
  public record Enough(String rule, BigDecimal more, List<Verdict.Gift> gifts) {
    public Enough {
      gifts = List.copyOf(gifts);
    }
  }

  public Tried {
    meanwhile = List.copyOf(meanwhile);
    earned = List.copyOf(earned);
    verdicts = List.copyOf(verdicts);
    messages = List.copyOf(messages);
    beside = List.copyOf(beside);
    enough = List.copyOf(enough);
  }
}
