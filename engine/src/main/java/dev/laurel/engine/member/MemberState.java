package dev.laurel.engine.member;

import dev.laurel.engine.binary.Attributes;
import dev.laurel.rules.language.Datum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of one member at an instant: the fold of the member's events. Immutable.
 *
 * @param version how many decisions led here; 0 before the first
 * @param asOf the instant up to which time has been taken into account; {@link Instant#MIN} before
 *     the first event
 * @param metricSet the digest of the metrics that {@code tallies} count; a revision with another
 *     one must have the member folded again
 * @param standings one per ladder, in the revision's order
 * @param purses one per point kind, in the revision's order
 * @param tallies one per metric, in the revision's order, then one per counter
 * @param usages what was used of limits over a period, by the limit's place
 * @param purchases how many purchases there were
 * @param lastPurchase the day of the last purchase, in the programme's zone
 * @param holdings what the member has beside these
 * @param pooling in which pool the member is, or who is in the pool that this is
 */
public record MemberState(
    String member,
    long version,
    Instant asOf,
    String metricSet,
    Profile profile,
    List<Standing> standings,
    List<Purse> purses,
    List<Tally> tallies,
    SortedMap<String, Tally> usages,
    long purchases,
    Optional<LocalDate> lastPurchase,
    Holdings holdings,
    Pooling pooling) {

  /** One who has nothing else and is in no pool. */
  public MemberState(
      String member,
      long version,
      Instant asOf,
      String metricSet,
      Profile profile,
      List<Standing> standings,
      List<Purse> purses,
      List<Tally> tallies,
      SortedMap<String, Tally> usages,
      long purchases,
      Optional<LocalDate> lastPurchase) {
    this(
        member,
        version,
        asOf,
        metricSet,
        profile,
        standings,
        purses,
        tallies,
        usages,
        purchases,
        lastPurchase,
        Holdings.NONE,
        Pooling.NONE);
  }

  /**
   * Facts of the member that events brought.
   *
   * @param enrolled the day of enrolment, or of the first event where none was told; empty before
   *     it
   * @param birthday month and day only
   * @param attributes of the pack's vocabulary
   */
  public record Profile(
      Optional<LocalDate> enrolled,
      Optional<MonthDay> birthday,
      SortedMap<String, Datum> attributes) {
    public static final Profile UNKNOWN =
        new Profile(Optional.empty(), Optional.empty(), Attributes.none());

    public Profile {
      attributes = Attributes.of(attributes);
    }

    /** The profile with these attributes added or replaced. */
    public Profile with(Map<String, Datum> more) {
      if (more.isEmpty()) return this;
      SortedMap<String, Datum> all = new TreeMap<>(attributes);
      all.putAll(more);
      return new Profile(enrolled, birthday, all);
    }
  }

  /**
   * Where the member stands on one ladder.
   *
   * @param since the day on which the tier was reached
   * @param until the day on which the term ends, at its start; empty when the tier does not end
   * @param reason the tier rule, or the reason given by whoever granted it; empty for the base tier
   * @param terms by tier the day at whose start its term ends, as if it alone had been held since
   *     its condition was last met; {@link LocalDate#MAX} where it does not end. Only of ladders on
   *     which a member may fall back to such a tier
   * @param beside what else is remembered, of few members anything
   */
  public record Standing(
      String ladder,
      String tier,
      LocalDate since,
      Optional<LocalDate> until,
      String reason,
      SortedMap<String, LocalDate> terms,
      Beside beside) {
    public Standing {
      terms = Collections.unmodifiableSortedMap(new TreeMap<>(terms));
    }

    /** One that remembers nothing else. */
    public Standing(
        String ladder, String tier, LocalDate since, Optional<LocalDate> until, String reason) {
      this(ladder, tier, since, until, reason, Collections.emptySortedMap(), Beside.NOTHING);
    }

    /** The same with these terms. */
    public Standing with(SortedMap<String, LocalDate> changed) {
      return new Standing(ladder, tier, since, until, reason, changed, beside);
    }

    /** The same with this beside it. */
    public Standing with(Beside changed) {
      return new Standing(ladder, tier, since, until, reason, terms, changed);
    }

    /** What is held by the rules alone, as if nothing had been granted. */
    public Standing byRules() {
      if (beside.granted().isEmpty()) return this;
      Beside without = beside.granted(Optional.empty());
      Optional<Held> held = beside.granted().get().byRules();
      if (held.isEmpty()) return with(without);
      Held rules = held.get();
      return new Standing(
          ladder, rules.tier(), rules.since(), rules.until(), rules.reason(), terms, without);
    }
  }

  /**
   * What is remembered beside a tier that is held.
   *
   * @param rewarded the day on which the term ends or ended for whose renewal something was given;
   *     until then no further renewal is given anything. Empty where nothing was since the tier was
   *     reached
   * @param ended the day on which the term ended of a tier that is kept for its grace, so that it
   *     can still be renewed; empty while the term runs
   * @param granted tiers that were granted and have not ended
   * @param instead of a tier that the revision in force does not have, where the member goes at the
   *     review that follows at once
   */
  public record Beside(
      Optional<LocalDate> rewarded,
      Optional<LocalDate> ended,
      Optional<Granted> granted,
      Optional<String> instead) {
    public static final Beside NOTHING =
        new Beside(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The same with another day of this. */
    public Beside rewarded(Optional<LocalDate> day) {
      return new Beside(day, ended, granted, instead);
    }

    /** The same with another day of this. */
    public Beside ended(Optional<LocalDate> day) {
      return new Beside(rewarded, day, granted, instead);
    }

    /** The same beside other grants. */
    public Beside granted(Optional<Granted> changed) {
      return new Beside(rewarded, ended, changed, instead);
    }

    /** The same with another tier to go to. */
    public Beside instead(Optional<String> tier) {
      return new Beside(rewarded, ended, granted, tier);
    }
  }

  /**
   * Tiers of a ladder that were granted, whether or not one of them is the one held.
   *
   * @param tiers by tier; none only until the review that follows a revision which has none of them
   * @param byRules what is held by the rules, where a granted tier is held instead
   */
  public record Granted(SortedMap<String, Grant> tiers, Optional<Held> byRules) {
    public Granted {
      tiers = Collections.unmodifiableSortedMap(new TreeMap<>(tiers));
    }
  }

  /**
   * A tier that was granted.
   *
   * @param until the day at whose start it ends
   * @param most the day to which it may be prolonged at most; empty where any
   */
  public record Grant(LocalDate until, String reason, Optional<LocalDate> most) {}

  /** A tier as {@link Standing} holds it. */
  public record Held(String tier, LocalDate since, Optional<LocalDate> until, String reason) {}

  public MemberState {
    standings = List.copyOf(standings);
    purses = List.copyOf(purses);
    tallies = List.copyOf(tallies);
  }

  /** The same state with another profile. */
  public MemberState with(Profile changed) {
    return new MemberState(
        member,
        version,
        asOf,
        metricSet,
        changed,
        standings,
        purses,
        tallies,
        usages,
        purchases,
        lastPurchase,
        holdings,
        pooling);
  }

  /** The same state with other purses, in the revision's order. */
  public MemberState with(List<Purse> changed) {
    return new MemberState(
        member,
        version,
        asOf,
        metricSet,
        profile,
        standings,
        changed,
        tallies,
        usages,
        purchases,
        lastPurchase,
        holdings,
        pooling);
  }

  /** The same state with other holdings. */
  public MemberState with(Holdings changed) {
    return new MemberState(
        member,
        version,
        asOf,
        metricSet,
        profile,
        standings,
        purses,
        tallies,
        usages,
        purchases,
        lastPurchase,
        changed,
        pooling);
  }

  /**
   * The same state by which it is told in which fifths of the population the member is, as long as
   * somebody looks: nothing of it is kept with the member.
   *
   * @param quintiles those in force; empty where there are none
   */
  public MemberState seenBy(Optional<Quintiles> quintiles) {
    return holdings.quintiles().equals(quintiles) ? this : with(holdings.withQuintiles(quintiles));
  }

  /** The same state with other standings, in the revision's order. */
  public MemberState withStandings(List<Standing> changed) {
    return new MemberState(
        member,
        version,
        asOf,
        metricSet,
        profile,
        changed,
        purses,
        tallies,
        usages,
        purchases,
        lastPurchase,
        holdings,
        pooling);
  }

  /** The same state with other uses of limits. */
  public MemberState withUsages(SortedMap<String, Tally> changed) {
    return new MemberState(
        member,
        version,
        asOf,
        metricSet,
        profile,
        standings,
        purses,
        tallies,
        changed,
        purchases,
        lastPurchase,
        holdings,
        pooling);
  }

  /** The same state with time taken into account up to another instant. */
  public MemberState with(Instant upTo) {
    return new MemberState(
        member,
        version,
        upTo,
        metricSet,
        profile,
        standings,
        purses,
        tallies,
        usages,
        purchases,
        lastPurchase,
        holdings,
        pooling);
  }

  /** Since when a tier is held: a base tier that was never left, since the enrolment. */
  public Optional<LocalDate> since(Standing standing) {
    return standing.since().equals(LocalDate.EPOCH)
        ? profile.enrolled()
        : Optional.of(standing.since());
  }

  /** The standing on this ladder. */
  public Optional<Standing> standing(String ladder) {
    for (Standing standing : standings)
      if (standing.ladder().equals(ladder)) return Optional.of(standing);
    return Optional.empty();
  }

  /** The purse of this kind. */
  public Optional<Purse> purse(String kind) {
    for (Purse purse : purses) if (purse.kind().equals(kind)) return Optional.of(purse);
    return Optional.empty();
  }
}
