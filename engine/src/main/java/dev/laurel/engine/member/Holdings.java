package dev.laurel.engine.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a member has beside tiers, points and counts; of most members little. Immutable.
 *
 * @param segments the segments that the member was found in last, with the day since when
 * @param returned by the span after which members count as lost, the day of the purchase with which
 *     the member came back last
 * @param challenges what was done of challenges, streaks and stamp cards, by their ids
 * @param entitlements what was handed out and can still be used, in the order of its coming
 * @param holds by the names of reservations for benefits, what is set aside
 * @param referrer by whom the member was brought first; empty where nobody is known
 * @param consents by channel and purpose, as {@link #consent} names them, since when the member
 *     consents to messages
 * @param unsettled in what rewards of referrals came otherwise than they say, oldest first
 * @param quintiles by what the member's fifths of the population are told while a decision is made
 *     or somebody looks; of no member's own, and never kept
 */
public record Holdings(
    SortedMap<String, LocalDate> segments,
    SortedMap<String, LocalDate> returned,
    SortedMap<String, Progress> challenges,
    List<Entitlement> entitlements,
    SortedMap<String, Hold> holds,
    Optional<String> referrer,
    SortedMap<String, LocalDate> consents,
    List<Unsettled> unsettled,
    Optional<Quintiles> quintiles) {
  /** Of so many rewards it is remembered in what they came otherwise; the oldest are forgotten. */
  public static final int MOST_UNSETTLED = 500;

  public static final Holdings NONE =
      new Holdings(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), List.of(), new TreeMap<>());

  /** Of whom nobody knows by whom the member was brought, with nothing by which fifths are told. */
  public Holdings(
      SortedMap<String, LocalDate> segments,
      SortedMap<String, LocalDate> returned,
      SortedMap<String, Progress> challenges,
      List<Entitlement> entitlements,
      SortedMap<String, Hold> holds) {
    this(
        segments,
        returned,
        challenges,
        entitlements,
        holds,
        Optional.empty(),
        new TreeMap<>(),
        List.of(),
        Optional.empty());
  }

  /**
   * How far something was brought that is completed step by step.
   *
   * @param count of steps since it began
   * @param began the day of the first of them
   * @param last the day of the last of them
   * @param rounds how often it was completed
   */
  public record Progress(long count, LocalDate began, LocalDate last, long rounds) {
    /** Of whoever has not begun. */
    public static final Progress NOT_BEGUN = new Progress(0, LocalDate.EPOCH, LocalDate.EPOCH, 0);
  }

  /**
   * Something that was handed out.
   *
   * @param benefit the benefit's id
   * @param source of the event that brought it
   * @param event its id
   * @param number which of those it is that the event brought of the benefit, from 1; of what
   *     follows of another's reward, beside what the reward itself brought, from 1,001
   * @param since the day on which it was handed out
   * @param until the day at whose start it lapses; empty where it never does
   * @param used how often it was used, by the period of its uses
   * @param code by which alone it is used; empty where the benefit has no codes
   */
  public record Entitlement(
      String benefit,
      String source,
      String event,
      int number,
      LocalDate since,
      Optional<LocalDate> until,
      Tally used,
      Optional<String> code) {
    /** One without a code. */
    public Entitlement(
        String benefit,
        String source,
        String event,
        int number,
        LocalDate since,
        Optional<LocalDate> until,
        Tally used) {
      this(benefit, source, event, number, since, until, used, Optional.empty());
    }

    /** The same with other uses. */
    public Entitlement with(Tally uses) {
      return new Entitlement(benefit, source, event, number, since, until, uses, code);
    }

    /** Whether it can be used on a day. */
    public boolean holds(LocalDate day) {
      return until.map(day::isBefore).orElse(true);
    }
  }

  /**
   * What is set aside for a benefit.
   *
   * @param kind of the points
   * @param source of the reservation
   * @param event its id
   * @param until the day at whose start it is given back; empty where only a cancellation does that
   */
  public record Hold(
      String benefit, String kind, String source, String event, Optional<LocalDate> until) {}

  public Holdings {
    segments = Collections.unmodifiableSortedMap(new TreeMap<>(segments));
    returned = Collections.unmodifiableSortedMap(new TreeMap<>(returned));
    challenges = Collections.unmodifiableSortedMap(new TreeMap<>(challenges));
    entitlements = List.copyOf(entitlements);
    holds = Collections.unmodifiableSortedMap(new TreeMap<>(holds));
    consents = Collections.unmodifiableSortedMap(new TreeMap<>(consents));
    unsettled = List.copyOf(unsettled);
  }

  /** The name of a consent; ids hold no slash. */
  public static String consent(String channel, String purpose) {
    return channel + "/" + purpose;
  }

  /** The same with a consent given on a day, unless it was given before. */
  public Holdings withConsent(String consent, LocalDate day) {
    if (consents.containsKey(consent)) return this;
    SortedMap<String, LocalDate> all = new TreeMap<>(consents);
    all.put(consent, day);
    return new Holdings(
        segments, returned, challenges, entitlements, holds, referrer, all, unsettled, quintiles);
  }

  /** The same with a consent withdrawn. */
  public Holdings withoutConsent(String consent) {
    if (!consents.containsKey(consent)) return this;
    SortedMap<String, LocalDate> all = new TreeMap<>(consents);
    all.remove(consent);
    return new Holdings(
        segments, returned, challenges, entitlements, holds, referrer, all, unsettled, quintiles);
  }

  /** The same with other segments. */
  public Holdings withSegments(SortedMap<String, LocalDate> changed) {
    return new Holdings(
        changed,
        returned,
        challenges,
        entitlements,
        holds,
        referrer,
        consents,
        unsettled,
        quintiles);
  }

  /** The same with what fifths are told by. */
  Holdings withQuintiles(Optional<Quintiles> changed) {
    return new Holdings(
        segments,
        returned,
        challenges,
        entitlements,
        holds,
        referrer,
        consents,
        unsettled,
        changed);
  }

  /** The same with the day of a purchase of a member who was lost. */
  public Holdings withReturn(String after, LocalDate day) {
    SortedMap<String, LocalDate> all = new TreeMap<>(returned);
    all.put(after, day);
    return new Holdings(
        segments, all, challenges, entitlements, holds, referrer, consents, unsettled, quintiles);
  }

  /** The same with a challenge brought so far. */
  public Holdings with(String challenge, Progress progress) {
    SortedMap<String, Progress> all = new TreeMap<>(challenges);
    all.put(challenge, progress);
    return new Holdings(
        segments, returned, all, entitlements, holds, referrer, consents, unsettled, quintiles);
  }

  /** The same with other entitlements. */
  public Holdings with(List<Entitlement> changed) {
    return new Holdings(
        segments, returned, challenges, changed, holds, referrer, consents, unsettled, quintiles);
  }

  /** The same of a member who was brought by another. */
  public Holdings withReferrer(String by) {
    return new Holdings(
        segments,
        returned,
        challenges,
        entitlements,
        holds,
        Optional.of(by),
        consents,
        unsettled,
        quintiles);
  }

  /** In what a reward came otherwise than it says, of a point kind or as a metric counts it. */
  public Unsettled unsettled(String reward, String of) {
    for (Unsettled each : unsettled)
      if (each.reward().equals(reward) && each.of().equals(of)) return each;
    return Unsettled.nothing(reward, of);
  }

  /** The same with this instead of what was remembered of the reward. */
  public Holdings with(Unsettled changed) {
    Unsettled before = unsettled(changed.reward(), changed.of());
    if (before.equals(changed)) return this;
    List<Unsettled> all = new ArrayList<>(unsettled);
    int place = all.indexOf(before);
    if (changed.isNothing()) all.remove(place);
    else if (place >= 0) all.set(place, changed);
    else all.add(changed);
    if (all.size() > MOST_UNSETTLED) all.removeFirst();
    return new Holdings(
        segments, returned, challenges, entitlements, holds, referrer, consents, all, quintiles);
  }

  /** The same with a reservation set aside, by its name. */
  public Holdings plus(String name, Hold hold) {
    SortedMap<String, Hold> all = new TreeMap<>(holds);
    all.put(name, hold);
    return new Holdings(
        segments,
        returned,
        challenges,
        entitlements,
        all,
        referrer,
        consents,
        unsettled,
        quintiles);
  }

  /** The same without a reservation. */
  public Holdings without(String name) {
    if (!holds.containsKey(name)) return this;
    SortedMap<String, Hold> all = new TreeMap<>(holds);
    all.remove(name);
    return new Holdings(
        segments,
        returned,
        challenges,
        entitlements,
        all,
        referrer,
        consents,
        unsettled,
        quintiles);
  }

  /** The next day at whose start something of it ends; {@link Purse#NEVER} where nothing does. */
  public long nextEnd() {
    long next = Purse.NEVER;
    for (Entitlement each : entitlements)
      if (each.until().isPresent()) next = Math.min(next, each.until().get().toEpochDay());
    for (Hold hold : holds.values())
      if (hold.until().isPresent()) next = Math.min(next, hold.until().get().toEpochDay());
    return next;
  }

  /** The same with one more entitlement, behind the others. */
  public Holdings plus(Entitlement more) {
    List<Entitlement> all = new ArrayList<>(entitlements);
    all.add(more);
    return with(all);
  }
}
