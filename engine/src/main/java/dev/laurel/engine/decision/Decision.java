package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.MemberState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an event did to a member, and why. Immutable.
 *
 * <p>It stores the findings of the rules that applied; those whose conditions were not met, and
 * those not in force, are told from {@code saw} and the revision at any later time (see {@link
 * Decider#findings}).
 *
 * @param id SHA-256 over member, source, event and revision, its first 128 bits in hex
 * @param revision the digest of the revision that decided
 * @param asOf the instant as of which it was judged: the event's own unless it came late
 * @param refusal why nothing was done, for an event that cannot be carried out, such as a
 *     redemption of more than there is
 * @param saw the values that the rules looked at
 * @param findings in the order of the rules' ids
 * @param postings in the order in which they happened
 * @param after the member's state after it
 */
public record Decision(
    String id,
    String revision,
    Event event,
    Instant asOf,
    Given given,
    Optional<Refusal> refusal,
    Saw saw,
    List<Finding> findings,
    List<Posting> postings,
    List<Move> moves,
    MemberState after) {
  /**
   * An event was not carried out.
   *
   * @param code stable, in kebab case
   * @param message what happened and what to do, in a sentence
   */
  public record Refusal(String code, String message) {}
}
