package dev.laurel.engine.oracle;

import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that happened to one member so far, in lists. Not thread-safe; copied before each telling.
 */
public final class Past {
  /** Where points may be. */
  enum Account {
    ISSUED,
    PENDING,
    AVAILABLE,
    RESERVED,
    REDEEMED,
    EXPIRED,
    REVERSED,
    TRANSFERRED,
    FEE,
    DEBT
  }

  /** Something counted on a day. */
  record Amount(LocalDate day, BigDecimal much) {}

  /** Points that moved from one account to another. */
  record Entry(Account from, Account to, String kind, long units, String why) {}

  /**
   * Points that are still there.
   *
   * @param number the lots of a member are numbered as they begin
   * @param earned the day on which they were earned
   * @param availableOn {@link LocalDate#MAX} where they wait for an event
   * @param goneOn the day at whose start they lapse; empty where they never do
   */
  record Lot(
      int number,
      String kind,
      LocalDate earned,
      LocalDate availableOn,
      Optional<LocalDate> goneOn,
      long units,
      boolean pending) {
    Lot with(long left) {
      return new Lot(number, kind, earned, availableOn, goneOn, left, pending);
    }

    Lot until(Optional<LocalDate> then) {
      return new Lot(number, kind, earned, availableOn, then, units, pending);
    }

    boolean waits() {
      return pending && availableOn.equals(LocalDate.MAX);
    }

    boolean isGone(LocalDate day) {
      return goneOn.isPresent() && !goneOn.get().isAfter(day);
    }

    Lot released() {
      return new Lot(number, kind, earned, availableOn, goneOn, units, false);
    }
  }

  /**
   * A tier that is held.
   *
   * @param until the day at whose start its term ends; empty where it has none
   */
  record Held(String tier, LocalDate since, Optional<LocalDate> until) {}

  /**
   * A purchase as it was told.
   *
   * @param amount in the smallest coin
   * @param earned units by kind
   * @param onward what others got by it, of points
   * @param returned how much came back, in the smallest coin
   */
  record Purchase(
      LocalDate day,
      long amount,
      Map<String, Long> earned,
      Map<String, BigDecimal> counted,
      Map<Onward, Long> onward,
      long returned) {}

  /** Something that another gets by a referral; of points without a benefit. */
  record Onward(String member, String side, String rule, String kind, String benefit) {
    @Override
    public String toString() {
      return member + " " + side + " " + rule + " " + kind + benefit;
    }
  }

  /**
   * A tier that was granted.
   *
   * @param until the day at whose start it ends
   * @param most the last such day to which it may be prolonged; empty where any
   */
  record Granted(LocalDate until, String reason, Optional<LocalDate> most) {}

  String member = "";
  Optional<Instant> asOf = Optional.empty();
  Optional<LocalDate> enrolled = Optional.empty();

  /** Who brought the member first. */
  Optional<String> referrer = Optional.empty();

  Optional<MonthDay> birthday = Optional.empty();
  final Map<String, Datum> attributes = new TreeMap<>();
  final List<LocalDate> purchases = new ArrayList<>();
  final List<Entry> journal = new ArrayList<>();
  final List<Lot> lots = new ArrayList<>();
  final Map<String, List<Lot>> aside = new TreeMap<>();
  int lotsBegun;

  /** What is held by the rules, by ladder. */
  final Map<String, Held> held = new TreeMap<>();

  /** What was granted and has not ended, by ladder and tier. */
  final Map<String, Map<String, Granted>> granted = new TreeMap<>();

  /** What is held of both. */
  final Map<String, Held> shown = new TreeMap<>();

  /** On which ladders that is what was granted. */
  final Set<String> shownAsGranted = new TreeSet<>();

  /** By ladder and tier the last day on which an event found its condition met. */
  final Map<String, LocalDate> lastMet = new TreeMap<>();

  /** Each event by source and id; what it bought where it was a purchase that was carried out. */
  final Map<String, Optional<Purchase>> told = new TreeMap<>();

  /** By kind what purchases earned, less what returns took. */
  final Map<String, Long> kept = new TreeMap<>();

  private long spentBuying;

  /** By kind the last day on which points lapsed. */
  final Map<String, LocalDate> lastLapse = new TreeMap<>();

  /** The years in which a birthday was kept. */
  final Set<Integer> birthdays = new TreeSet<>();

  /** On which days which types of events happened. */
  final Map<String, TreeSet<LocalDate>> happened = new TreeMap<>();

  /** On which ladders what is held by the rules is kept after its term. */
  final Set<String> inGrace = new TreeSet<>();

  /** By ladder when the term ends for whose renewal something was given last. */
  final Map<String, LocalDate> termsRewarded = new TreeMap<>();

  /** The pool that the member is in. */
  Optional<String> in = Optional.empty();

  /** Whether all this happened to a pool. */
  boolean isPool;

  /** Who is in the pool, since when; when somebody went from it last. */
  final Map<String, Instant> members = new TreeMap<>();

  Optional<Instant> left = Optional.empty();

  /** By the name of what is set aside of a pool, who asked for it. */
  final Map<String, String> askers = new TreeMap<>();

  /** By kind what a pool was to give up and did not. */
  final Map<String, Long> untaken = new TreeMap<>();

  /**
   * What is known of points that another's event brought.
   *
   * @param said how many by all that came of it
   * @param most how many of them caps let come; empty where they cut none
   * @param untaken how many were to be taken back and were not
   * @param pooled how many the pool was to give up
   * @param others how many were taken of other points, or are owed
   */
  record Gift(long said, Optional<Long> most, long untaken, long pooled, long others) {
    static final Gift NONE = new Gift(0, Optional.empty(), 0, 0, 0);

    /** How many of so many a member would have if none were forgiven. */
    long had(long of) {
      return Math.min(of, most.orElse(of));
    }

    /** What lets all come is no cap. */
    Gift settled() {
      return most.equals(Optional.of(said))
          ? new Gift(said, Optional.empty(), untaken, pooled, others)
          : this;
    }
  }

  /** By the name of the event that brought them, and their kind. */
  final Map<String, Gift> gifts = new TreeMap<>();

  /** The same by metric, too: what was to be taken off it and was not there. */
  final Map<String, BigDecimal> uncounted = new TreeMap<>();

  /** What all members have used of budgets. */
  final Map<String, BigDecimal> spent = new TreeMap<>();

  /** The segments that the member was found in last, with the day since when. */
  final Map<String, LocalDate> segments = new TreeMap<>();

  /** By challenge the days of the steps since it began. */
  final Map<String, List<LocalDate>> steps = new TreeMap<>();

  /** By challenge that was completed the day on which it was so last. */
  final Map<String, LocalDate> completed = new TreeMap<>();

  /**
   * A benefit that was handed out.
   *
   * @param goneOn the day at whose start it lapses
   * @param uses the days on which it was used
   * @param by of what another's event brought, the name of that event
   */
  record Handed(
      String benefit, Optional<LocalDate> goneOn, List<LocalDate> uses, Optional<String> by) {
    Handed(String benefit, Optional<LocalDate> goneOn, List<LocalDate> uses) {
      this(benefit, goneOn, uses, Optional.empty());
    }
  }

  /**
   * What is set aside for a benefit.
   *
   * @param until the day at whose start it is given back
   */
  record Hold(String benefit, Optional<LocalDate> until) {}

  /** What was handed out and is still there, in the order of its coming. */
  final List<Handed> handed = new ArrayList<>();

  /** The days on which benefits were used that nobody handed out. */
  final Map<String, List<LocalDate>> uses = new TreeMap<>();

  /** What was to be taken back of benefits and was not there, by the event that brought them. */
  final Map<String, Long> goneBefore = new TreeMap<>();

  /** Reservations for benefits, by name. */
  final Map<String, Hold> holds = new TreeMap<>();

  /** Removes this one, and no other that is like it. */
  void remove(Handed one) {
    for (int i = 0; i < handed.size(); i++)
      if (handed.get(i) == one) {
        handed.remove(i);
        return;
      }
  }

  /** Where this member has a place. */
  final Set<String> places = new TreeSet<>();

  private final Map<String, List<Amount>> counted = new TreeMap<>();

  /** Channels and purposes for which the member consents to messages. */
  final Set<String> consents = new TreeSet<>();

  Past copy() {
    Past copy = new Past();
    copy.consents.addAll(consents);
    copy.member = member;
    copy.asOf = asOf;
    copy.enrolled = enrolled;
    copy.referrer = referrer;
    copy.birthday = birthday;
    copy.attributes.putAll(attributes);
    copy.purchases.addAll(purchases);
    copy.journal.addAll(journal);
    copy.lots.addAll(lots);
    copy.aside.putAll(aside);
    copy.lotsBegun = lotsBegun;
    copy.held.putAll(held);
    granted.forEach((ladder, tiers) -> copy.granted.put(ladder, new TreeMap<>(tiers)));
    copy.shown.putAll(shown);
    copy.shownAsGranted.addAll(shownAsGranted);
    copy.lastMet.putAll(lastMet);
    happened.forEach((type, days) -> copy.happened.put(type, new TreeSet<>(days)));
    copy.birthdays.addAll(birthdays);
    copy.told.putAll(told);
    copy.kept.putAll(kept);
    copy.spentBuying = spentBuying;
    copy.lastLapse.putAll(lastLapse);
    copy.termsRewarded.putAll(termsRewarded);
    copy.inGrace.addAll(inGrace);
    copy.spent.putAll(spent);
    copy.in = in;
    copy.isPool = isPool;
    copy.members.putAll(members);
    copy.left = left;
    copy.askers.putAll(askers);
    copy.untaken.putAll(untaken);
    copy.gifts.putAll(gifts);
    copy.goneBefore.putAll(goneBefore);
    copy.uncounted.putAll(uncounted);
    copy.places.addAll(places);
    copy.segments.putAll(segments);
    steps.forEach((challenge, days) -> copy.steps.put(challenge, new ArrayList<>(days)));
    copy.completed.putAll(completed);
    for (Handed each : handed)
      copy.handed.add(
          new Handed(each.benefit(), each.goneOn(), new ArrayList<>(each.uses()), each.by()));
    uses.forEach((benefit, days) -> copy.uses.put(benefit, new ArrayList<>(days)));
    copy.holds.putAll(holds);
    counted.forEach((what, amounts) -> copy.counted.put(what, new ArrayList<>(amounts)));
    return copy;
  }

  /** What was bought and is kept, in the smallest coin. */
  long spent() {
    return spentBuying;
  }

  void bought(long more) {
    spentBuying += more;
  }

  /** Notes something counted, by the name of what counts it. */
  void count(String what, LocalDate day, BigDecimal much) {
    counted.computeIfAbsent(what, w -> new ArrayList<>()).add(new Amount(day, much));
  }

  /**
   * The sum of what was counted in a period.
   *
   * @param wholeDay whether it is read with the day itself, or with the days before it
   */
  BigDecimal sum(String what, Period period, LocalDate day, boolean wholeDay) {
    LocalDate since = enrolled.orElse(day);
    return counted.getOrDefault(what, List.of()).stream()
        .filter(amount ->
            wholeDay
                ? Windows.countsUpTo(period, amount.day(), day, since)
                : Windows.countsBefore(period, amount.day(), day, since))
        .map(Amount::much)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Takes back what was counted on a day, as far as its period still has it; says how much. */
  BigDecimal uncount(String what, Period period, BigDecimal much, LocalDate on) {
    LocalDate since = enrolled.orElse(on);
    String start = what.replace("metric/", "headStart/");
    BigDecimal there =
        Stream.of(what, start)
            .flatMap(each -> counted.getOrDefault(each, List.of()).stream())
            .filter(amount -> Windows.together(period, amount.day(), on, since))
            .map(Amount::much)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .max(BigDecimal.ZERO);
    BigDecimal less = much.min(there);
    if (less.signum() > 0) count(what, on, less.negate());
    return less;
  }

  /** Takes back what was counted last in the present period. */
  void uncountLast(String what, Period period, BigDecimal much, LocalDate day) {
    if (!(period instanceof Period.Rolling)) {
      uncount(what, period, much, day);
      return;
    }
    BigDecimal left = much;
    LocalDate since = enrolled.orElse(day);
    for (LocalDate on = day; Windows.countsUpTo(period, on, day, since); on = on.minusDays(1)) {
      LocalDate one = on;
      BigDecimal there =
          counted.getOrDefault(what, List.of()).stream()
              .filter(amount -> amount.day().equals(one))
              .map(Amount::much)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal less = left.min(there);
      if (less.signum() <= 0) continue;
      count(what, on, less.negate());
      left = left.subtract(less);
    }
  }

  /** Whether something was counted on this day. */
  boolean isCounted(String what, LocalDate day) {
    return counted.getOrDefault(what, List.of()).stream()
        .anyMatch(amount -> amount.day().equals(day));
  }

  /** The units of a kind that are in one account, as the journal tells. */
  long balance(String kind, Account account) {
    long sum = 0;
    for (Entry entry : journal) {
      if (!entry.kind().equals(kind)) continue;
      if (entry.to() == account) sum += entry.units();
      if (entry.from() == account) sum -= entry.units();
    }
    return sum;
  }
}
