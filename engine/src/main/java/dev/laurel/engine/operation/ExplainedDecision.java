package dev.laurel.engine.operation;

import dev.laurel.engine.decision.Decision;
import java.util.List;
import java.util.Optional;

/**
 * A decision with the why of every rule, those included that were not met. Immutable; the bytes are
 * never changed.
 *
 * @param key the event's, see {@link dev.laurel.engine.recording.EventKey}
 * @param place its number among the member's decisions, from 1; 0 of one that is not kept
 * @param decision in the form of {@link dev.laurel.engine.decision.DecisionJson}, with the findings
 *     of all rules that answer to the event
 * @param entries of the ledger, in their order, as written there
 * @param refusal why the event was not carried out; empty where it was
 * @param heading what happened, in a sentence; empty of what time alone brought about
 * @param why a sentence per rule, then what became of points and tiers otherwise
 */
public record ExplainedDecision(
    String key,
    long place,
    byte[] decision,
    List<byte[]> entries,
    Optional<Decision.Refusal> refusal,
    Optional<String> heading,
    List<String> why) {
  public ExplainedDecision {
    entries = List.copyOf(entries);
    why = List.copyOf(why);
  }
}
