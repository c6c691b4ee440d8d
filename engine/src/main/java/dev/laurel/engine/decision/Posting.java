package dev.laurel.engine.decision;

/**
 * One balanced, append-only entry of the ledger: units move from one account to another. Immutable.
 * A correction is a further posting.
 *
 * @param kind the point kind
 * @param units above 0, in the kind's unit: whole points or hundredths
 * @param rule what brought it about: a rule's id, or {@code expiry}, {@code release}, {@code
 *     redemption}, {@code adjustment}, {@code cap}, {@code debt}, {@code overdraft}, {@code
 *     transfer}, {@code fee}, {@code pool}
 */
public record Posting(Account from, Account to, String kind, long units, String rule) {
  /** The accounts of one member and kind. */
  public enum Account {
    /** Where points come from; its balance is minus what was ever issued. */
    ISSUED,
    /** Earned, not yet to be spent. */
    PENDING,
    /** To be spent; below zero where more was taken of a kind that allows it. */
    AVAILABLE,
    /** Set aside to be redeemed or given back. */
    RESERVED,
    REDEEMED,
    EXPIRED,
    /** Taken back by a correction. */
    REVERSED,
    /** Given to other members, less what came from them; of all members together, on its way. */
    TRANSFERRED,
    /** Kept when points were given away. */
    FEE,
    /** What the member owes; below zero while something is owed. */
    DEBT
  }

  public Posting {
    if (units <= 0)
      throw new IllegalArgumentException("Units (%d) must be above 0.".formatted(units));
    if (from == to) throw new IllegalArgumentException("A posting needs two accounts.");
  }
}
