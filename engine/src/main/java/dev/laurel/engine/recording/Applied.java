package dev.laurel.engine.recording;

import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.decision.DecisionReader;
import java.util.List;

/**
 * What was decided of an event, as it is kept. Immutable; the bytes are never changed.
 *
 * @param key the event's
 * @param place its number among the member's decisions, from 1
 * @param id the decision's
 * @param decision as {@link dev.laurel.engine.decision.DecisionJson} writes it
 * @param entries of the ledger, in their order, as written there
 * @param sent what happens to other accounts by it, each in the canonical JSON of events; claimed
 *     as events of theirs before this leaves the outbox
 * @param messages that it made, each as {@link dev.laurel.engine.decision.OutgoingJson} writes it;
 *     kept for whoever delivers them before this leaves the outbox
 */
public record Applied(
    String key,
    String member,
    long place,
    String id,
    byte[] decision,
    List<byte[]> entries,
    List<byte[]> sent,
    List<byte[]> messages) {
  public Applied {
    entries = List.copyOf(entries);
    sent = List.copyOf(sent);
    messages = List.copyOf(messages);
  }

  /** One by which nothing happens to anybody else. */
  public Applied(
      String key, String member, long place, String id, byte[] decision, List<byte[]> entries) {
    this(key, member, place, id, decision, entries, List.of(), List.of());
  }

  /** Whether the event came too late to change anything. */
  public boolean cameTooLate() {
    return DecisionReader.refusalOf(decision)
        .map(Refusal::code)
        .filter(Arrival.TOO_LATE::equals)
        .isPresent();
  }

  /** About how many bytes it takes. */
  int bytes() {
    int bytes = 2 * key.length() + member.length() + decision.length + 100;
    for (byte[] event : sent) bytes += event.length;
    for (byte[] message : messages) bytes += message.length;
    for (byte[] entry : entries) bytes += entry.length + 20;
    return bytes;
  }
}
