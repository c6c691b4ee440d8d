package dev.laurel.engine.decision;

import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Quintiles;
import dev.laurel.engine.revision.BudgetPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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
 * @param quintiles where the fifths of the population begin, by the snapshot in force; empty where
 *     there is none, and where no segment asks for it
 * @param bought of a return, what was decided of the purchase that it takes back
 * @param effect of an event that is decided anew, what was told outside when it was decided first
 * @param receiver of a transfer, whether the receiver is a member; of a referral, whether the other
 *     is whom it names
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
    Optional<Quintiles> quintiles,
    Optional<Bought> bought,
    Optional<Effect> effect,
    Optional<Boolean> receiver,
    Optional<By> by,
    SortedMap<String, List<String>> codes,
    Optional<Code> code,
    Set<String> messages,
    Map<String, List<LocalDate>> sentLater) {
  public static final Given NOTHING =
      new Given(Map.of(), Map.of(), Map.of(), Optional.empty(), Optional.empty());

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
      Optional<Quintiles> quintiles,
      Optional<Bought> bought) {
    this(
        budgets,
        places,
        shares,
        quintiles,
        bought,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Collections.emptySortedMap(),
        Optional.empty(),
        Set.of(),
        Map.of());
  }

  /**
   * What a code is of.
   *
   * @param own whether the member was given it who uses it
   */
  public record Code(String benefit, boolean own) {}

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

    /** As a state has it. */
    public static By of(MemberState state) {
      SortedSet<String> tiers = new TreeSet<>();
      for (MemberState.Standing standing : state.standings()) tiers.add(standing.tier());
      return new By(state.pooling().in(), tiers);
    }
  }

  public Given {
    budgets = Map.copyOf(budgets);
    places = Map.copyOf(places);
    shares = Map.copyOf(shares);
    codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
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
        others, places, shares, quintiles, bought, effect, receiver, by, codes, code, messages,
        sentLater);
  }

  /** With where the fifths of the population begin. */
  public Given withQuintiles(Optional<Quintiles> snapshot) {
    if (quintiles.equals(snapshot)) return this;
    return new Given(
        budgets, places, shares, snapshot, bought, effect, receiver, by, codes, code, messages,
        sentLater);
  }

  /** With what was decided of the purchase that a return takes back. */
  public Given with(Optional<Bought> of) {
    return new Given(
        budgets, places, shares, quintiles, of, effect, receiver, by, codes, code, messages,
        sentLater);
  }

  /** The same of an event that is decided anew. */
  public Given withEffect(Optional<Effect> before) {
    return new Given(
        budgets, places, shares, quintiles, bought, before, receiver, by, codes, code, messages,
        sentLater);
  }

  /**
   * The same of an event that made these messages before.
   *
   * @param later the days after it on which messages were made already
   */
  public Given withMessages(Set<String> before, Map<String, List<LocalDate>> later) {
    if (before.isEmpty() && later.isEmpty()) return this;
    return new Given(
        budgets, places, shares, quintiles, bought, effect, receiver, by, codes, code, before,
        later);
  }

  /** With whether the receiver of a transfer is a member. */
  public Given withReceiver(boolean isMember) {
    return new Given(
        budgets,
        places,
        shares,
        quintiles,
        bought,
        effect,
        Optional.of(isMember),
        by,
        codes,
        code,
        messages,
        sentLater);
  }

  /** With what is known of the member whom an event of a pool names. */
  public Given withBy(Optional<By> member) {
    return new Given(
        budgets, places, shares, quintiles, bought, effect, receiver, member, codes, code, messages,
        sentLater);
  }

  /** With codes of a benefit beside those that were given already. */
  public Given withCodes(String benefit, List<String> more) {
    SortedMap<String, List<String>> all = new TreeMap<>(codes);
    all.merge(benefit, List.copyOf(more), Given::together);
    return withCodes(all);
  }

  /** With these codes and no others. */
  Given withCodes(SortedMap<String, List<String>> others) {
    if (others.equals(codes)) return this;
    return new Given(
        budgets, places, shares, quintiles, bought, effect, receiver, by, others, code, messages,
        sentLater);
  }

  /** With for what and whom the code was given out that is used. */
  public Given withCode(Optional<Code> of) {
    return new Given(
        budgets, places, shares, quintiles, bought, effect, receiver, by, codes, of, messages,
        sentLater);
  }

  private static List<String> together(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    for (String code : more) if (!all.contains(code)) all.add(code);
    return List.copyOf(all);
  }

  /** The codes of both, these first. */
  SortedMap<String, List<String>> codesWith(Given later) {
    SortedMap<String, List<String>> all = new TreeMap<>(codes);
    later.codes.forEach((benefit, more) -> all.merge(benefit, more, Given::together));
    return all;
  }

  private static SortedMap<String, List<String>> beyond(
      SortedMap<String, List<String>> all, SortedMap<String, List<String>> before) {
    SortedMap<String, List<String>> left = new TreeMap<>();
    all.forEach((benefit, codes) -> {
      List<String> more = new ArrayList<>(codes);
      more.removeAll(before.getOrDefault(benefit, List.of()));
      if (!more.isEmpty()) left.put(benefit, List.copyOf(more));
    });
    return left;
  }

  private static <T> Map<String, T> plus(Map<String, T> some, String key, T value) {
    Map<String, T> more = new HashMap<>(some);
    more.put(key, value);
    return more;
  }

  /** Without what was given before, so that all decisions on an event together tell it once. */
  Given beyond(Given before) {
    return with(
            left(budgets, before.budgets), left(places, before.places), left(shares, before.shares))
        .withCodes(beyond(codes, before.codes));
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
