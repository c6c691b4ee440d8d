package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A posting where it stands in the ledger. Immutable.
 *
 * @param id the decision's id, a colon and the posting's number in it, from 1
 * @param decision the id of the decision that made it
 * @param source who told of the event
 * @param event the event's id at its source
 * @param corrects the id of the decision whose postings it corrects; empty where it corrects none
 */
public record LedgerEntry(
    String id,
    String member,
    String decision,
    String source,
    String event,
    Instant occurredAt,
    Optional<String> corrects,
    Posting posting) {
  /** The entries of a decision, in the order in which they happened. */
  public static List<LedgerEntry> of(Decision decision) {
    Event event = decision.event();
    List<LedgerEntry> entries = new ArrayList<>(decision.postings().size());
    for (Posting posting : decision.postings())
      entries.add(
          new LedgerEntry(
              decision.id() + ":" + (entries.size() + 1),
              event.member(),
              decision.id(),
              event.source(),
              event.id(),
              event.occurredAt(),
              decision.correction().map(Correction::of),
              posting));
    return entries;
  }
}
