package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.message.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
 * @param asks what it took for granted and must be given; it counts only when there is nothing
 * @param refusal why nothing was done, for an event that cannot be carried out, such as a
 *     redemption of more than there is
 * @param saw the values that the rules looked at
 * @param findings in the order of the rules' ids
 * @param postings in the order in which they happened
 * @param bought of a purchase, and of a return of one that is known, what the next return of that
 *     purchase will have to know; empty where the programme does not say what a return takes back
 * @param correction of an event that is decided once more, which decision it corrects; its postings
 *     are then the difference to all that were made before
 * @param sent what happens to other accounts by it: events that must be delivered once and never be
 *     decided otherwise
 * @param shares of a member of a pool, what the pool gets of it or gives up, in the order of kinds
 * @param others what the other side of a referral gets of it or gives up
 * @param messages that it made, in the order of their ids in the pack
 * @param after the member's state after it
 */
public record Decision(
    String id,
    String revision,
    Event event,
    Instant asOf,
    Given given,
    List<Ask> asks,
    Optional<Refusal> refusal,
    Saw saw,
    List<Finding> findings,
    List<Posting> postings,
    List<Move> moves,
    Optional<Bought> bought,
    Optional<Correction> correction,
    List<Event> sent,
    List<PoolShare> shares,
    List<OtherShare> others,
    List<Outgoing> messages,
    MemberState after) {
  /**
   * An event was not carried out.
   *
   * @param code stable, in kebab case
   * @param message what happened and what to do, in a sentence
   */
  public record Refusal(String code, String message) {
    /** Of an event that would take an amount beyond what can be counted. */
    public static Refusal beyondRange(Event event) {
      return new Refusal(
          "beyond-range",
          "The event %s was not carried out: an amount would grow beyond what can be counted."
              .formatted(event.id()));
    }
  }

  /**
   * Whether it brought anything about, which what falls due by time often does not, or rules had
   * something to say.
   */
  public boolean isTold() {
    return event.body() instanceof Event.Body.Due due && due.isAnswered()
        || bringsAbout(postings, moves, others, findings);
  }

  /** Whether so much is more than nothing. */
  static boolean bringsAbout(
      List<Posting> postings, List<Move> moves, List<OtherShare> others, List<Finding> findings) {
    if (!postings.isEmpty() || !moves.isEmpty() || !others.isEmpty()) return true;
    for (Finding finding : findings) if (finding.isBeside()) return true;
    return false;
  }

  /**
   * What it asks for that must be known first: places, since who takes part decides what is asked
   * of budgets; then budgets and stocks, which tell how much is handed out; then codes for that.
   */
  public List<Ask> firstAsks() {
    List<Ask> places =
        asks.stream().filter(ask -> ask instanceof Ask.OfBudget of && of.isPlace()).toList();
    if (!places.isEmpty()) return places;
    List<Ask> budgets = asks.stream().filter(Ask.OfBudget.class::isInstance).toList();
    return budgets.isEmpty() ? asks : budgets;
  }

  /**
   * The same decision as it is made when what it first asks for of budgets is given in full.
   *
   * @param numbers those of the shares that it is taken from, by the budgets' keys
   */
  public Decision granted(Map<String, Long> numbers) {
    List<Ask> left = asks.stream().filter(ask -> !firstAsks().contains(ask)).toList();
    Map<String, Long> budgets = new TreeMap<>(given.budgets());
    Map<String, Boolean> places = new TreeMap<>(given.places());
    Map<String, Long> from = new TreeMap<>(given.shares());
    for (Ask ask : firstAsks()) {
      if (!(ask instanceof Ask.OfBudget of))
        throw new IllegalStateException("What is given codes is decided with them: " + ask);
      String key = of.budget().key();
      if (of.isPlace()) places.put(key, true);
      else budgets.put(key, of.wanted());
      if (!of.isPlace() || takesPlace(key)) from.put(key, numbers.getOrDefault(key, 1L));
    }
    return new Decision(
        id,
        revision,
        event,
        asOf,
        given.with(budgets, places, from),
        left,
        refusal,
        saw,
        findings,
        postings,
        moves,
        bought,
        correction,
        sent,
        shares,
        others,
        messages,
        after);
  }

  /**
   * The same as a correction.
   *
   * @param anew what it was given that it was not given before
   * @param difference postings that make up the difference
   * @param more what of pools makes up the difference
   * @param moreOfOthers what of the other side of a referral makes it up
   * @param sent what happens to pools and others by that
   * @param told what its rules came to
   * @param newly the messages that were not made before
   */
  Decision as(
      Correction made,
      Given anew,
      List<Posting> difference,
      List<PoolShare> more,
      List<OtherShare> moreOfOthers,
      List<Event> sent,
      List<Finding> told,
      List<Outgoing> newly) {
    return new Decision(
        DecisionIds.of(made),
        revision,
        event,
        asOf,
        anew,
        asks,
        refusal,
        saw,
        told,
        difference,
        moves,
        bought,
        Optional.of(made),
        // Whoever else got something by it got it when it was decided first.
        sent,
        more,
        moreOfOthers,
        newly,
        after);
  }

  /** A place that is asked for is one that the member does not have yet. */
  private boolean takesPlace(String key) {
    return after.usages().containsKey(key);
  }
}
