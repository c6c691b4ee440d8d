package dev.laurel.engine.decision;

import dev.laurel.engine.revision.BudgetPlan;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a decision is given that is not the member's own; stored with the event. Immutable.
 *
 * <p>What a decision was given of budgets is told as it was used in the end, so that all decisions
 * together tell what was used of a budget.
 *
 * @param budgets what of a budget may be used, by its key: millionths of a point or of the
 *     programme's currency
 * @param places whether there is a place for the member, by the budget's key
 * @param shares of each budget and place that is used, the number of the share that it is taken
 *     from, from 1
 * @param quintiles the member's recency, frequency and money quintiles (1 to 5) in a dated snapshot
 *     of the population, by segment
 * @param snapshot the ISO date of that snapshot; empty where there is none
 * @param bought of a return, what was decided of the purchase that it takes back
 * @param effect of an event that is decided anew, what was told outside when it was decided first
 * @param receiver of a transfer, whether the receiver is a member
 * @param by of an event of a pool, what is known of the member who it names; empty where there is
 *     no such member, and of all other events
 * @param messages of an event that is decided anew, the messages that it made before, by their ids
 *     in the pack
 * @param sentLater of an event that comes late or is decided anew, the days after it on which
 *     messages were made before it is decided, by their ids in the pack
 * @see dev.laurel.engine.revision.BudgetPlan
 */
public record Given(
    Map<String, Long> budgets,
    Map<String, Boolean> places,
    Map<String, Long> shares,
    Map<String, Quintiles> quintiles,
    String snapshot,
    Optional<Bought> bought,
    Optional<Effect> effect,
    Optional<Boolean> receiver,
    Optional<By> by,
    Set<String> messages,
    Map<String, List<LocalDate>> sentLater) {
  public static final Given NOTHING =
      new Given(Map.of(), Map.of(), Map.of(), Map.of(), "", Optional.empty());

  /**
   * What somebody was told when an event was decided first, such as a till that asked for points.
   * It stays so, whatever is known later; what was spent that was not there is owed.
   *
   * @param refusal why it was not carried out; empty where it was
   */
  public record Effect(Optional<Decision.Refusal> refusal) {}

  /** Of no transfer, and of an event that is decided for the first time. */
  public Given(
      Map<String, Long> budgets,
      Map<String, Boolean> places,
      Map<String, Long> shares,
      Map<String, Quintiles> quintiles,
      String snapshot,
      Optional<Bought> bought) {
    this(
        budgets,
        places,
        shares,
        quintiles,
        snapshot,
        bought,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Map.of());
  }

  /**
   * How a member stood who asks something of a pool.
   *
   * @param pool in which the member was then
   * @param tiers held then, one of each ladder
   */
  public record By(Optional<String> pool, SortedSet<String> tiers) {
    public By {
      tiers = Collections.unmodifiableSortedSet(new TreeSet<>(tiers));
    }
  }

  /** Quintiles, 1 to 5, where 5 is the best fifth. */
  public record Quintiles(int recency, int frequency, int money) {}

  public Given {
    budgets = Map.copyOf(budgets);
    places = Map.copyOf(places);
    shares = Map.copyOf(shares);
    quintiles = Map.copyOf(quintiles);
    messages = Set.copyOf(messages);
    sentLater = Map.copyOf(sentLater);
  }

  /** With what was granted of a budget, or that no place was. */
  public Given plus(BudgetPlan budget, Grants.Grant grant) {
    String key = budget.key();
    return budget.of() == BudgetPlan.Of.PLACES
        ? with(budgets, plus(places, key, grant.amount() > 0), plus(shares, key, grant.share()))
        : with(plus(budgets, key, grant.amount()), places, plus(shares, key, grant.share()));
  }

  /** The same with other grants. */
  Given with(Map<String, Long> others, Map<String, Boolean> places, Map<String, Long> shares) {
    return new Given(
        others, places, shares, quintiles, snapshot, bought, effect, receiver, by, messages,
        sentLater);
  }

  /** With what was decided of the purchase that a return takes back. */
  public Given with(Optional<Bought> of) {
    return new Given(
        budgets, places, shares, quintiles, snapshot, of, effect, receiver, by, messages,
        sentLater);
  }

  /** The same of an event that is decided anew. */
  public Given withEffect(Optional<Effect> before) {
    return new Given(
        budgets, places, shares, quintiles, snapshot, bought, before, receiver, by, messages,
        sentLater);
  }

  /**
   * The same of an event that made these messages before.
   *
   * @param later the days after it on which messages were made already
   */
  public Given withMessages(Set<String> before, Map<String, List<LocalDate>> later) {
    return before.isEmpty() && later.isEmpty()
        ? this
        : new Given(
            budgets, places, shares, quintiles, snapshot, bought, effect, receiver, by, before,
            later);
  }

  /** With whether the receiver of a transfer is a member. */
  public Given withReceiver(boolean isMember) {
    return new Given(
        budgets,
        places,
        shares,
        quintiles,
        snapshot,
        bought,
        effect,
        Optional.of(isMember),
        by,
        messages,
        sentLater);
  }

  /** With what is known of the member whom an event of a pool names. */
  public Given withBy(Optional<By> member) {
    return new Given(
        budgets, places, shares, quintiles, snapshot, bought, effect, receiver, member, messages,
        sentLater);
  }

  private static <T> Map<String, T> plus(Map<String, T> some, String key, T value) {
    Map<String, T> more = new HashMap<>(some);
    more.put(key, value);
    return more;
  }

  /** Without what was given before, so that all decisions on an event together tell it once. */
  Given beyond(Given before) {
    return with(
        left(budgets, before.budgets), left(places, before.places), left(shares, before.shares));
  }

  private static <T> Map<String, T> left(Map<String, T> all, Map<String, T> before) {
    Map<String, T> left = new HashMap<>(all);
    left.keySet().removeAll(before.keySet());
    return left;
  }

  /** What a decision used of each budget, by its key; 1 of places. */
  public Map<String, Long> used() {
    Map<String, Long> used = new TreeMap<>();
    for (String key : shares.keySet()) used.put(key, budgets.getOrDefault(key, 1L));
    return used;
  }
}
