package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.message.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is stored of a decision, which is enough to name years later, without the member's
 * history, what came of every rule: see {@link Decider#findings(StoredDecision)}. What the event
 * brought along is stored with the event, the postings stand in the ledger ({@link LedgerEntry}).
 * Immutable.
 *
 * @param id the decision's id
 * @param source who said so; together with {@code event} it names the event
 * @param event the event's id at its source
 * @param asOf the instant as of which it was judged: when it occurred, unless it came late
 * @param type the word by which rules name the event's type
 * @param revision the digest of the revision that decided
 * @param refusal why nothing was done; empty where something was
 * @param saw the values that the rules looked at
 * @param findings of the rules that applied, in the order of their ids
 * @param bought of a purchase, and of a return of one that is known, what the next return of that
 *     purchase will have to know; empty where the programme does not say what a return takes back
 * @param correction of an event that was decided once more, which decision it corrects
 * @param shares of a member of a pool, what the pool gets of it or gives up
 * @param others what the other side of a referral gets of it or gives up
 * @param messages that it made
 */
public record StoredDecision(
    String id,
    String member,
    String source,
    String event,
    Instant occurredAt,
    Instant asOf,
    String type,
    String revision,
    Given given,
    Optional<Decision.Refusal> refusal,
    Saw saw,
    List<Finding> findings,
    List<Move> moves,
    Optional<Bought> bought,
    Optional<Correction> correction,
    List<PoolShare> shares,
    List<OtherShare> others,
    List<Outgoing> messages) {
  public StoredDecision {
    shares = List.copyOf(shares);
    others = List.copyOf(others);
    messages = List.copyOf(messages);
  }

  /**
   * What is stored of this decision.
   *
   * @throws IllegalArgumentException when it asks for something still
   */
  public static StoredDecision of(Decision decision) {
    if (!decision.asks().isEmpty())
      throw new IllegalArgumentException(
          "The decision %s does not count yet: it asks for %s."
              .formatted(decision.id(), decision.asks()));
    Event event = decision.event();
    return new StoredDecision(
        decision.id(),
        event.member(),
        event.source(),
        event.id(),
        event.occurredAt(),
        decision.asOf(),
        event.type(),
        decision.revision(),
        decision.given(),
        decision.refusal(),
        decision.saw(),
        decision.findings(),
        decision.moves(),
        decision.bought(),
        decision.correction(),
        decision.shares(),
        decision.others(),
        decision.messages());
  }
}
