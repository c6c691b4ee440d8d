package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.Calendar;
import dev.laurel.engine.member.Holdings;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Pooling;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.member.Tally;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A member's state while one decision changes it, and what the decision posts. Not thread-safe. */
final class Working {
  final Revision revision;
  final LocalDate day;
  final List<Finding> findings = new ArrayList<>();
  final List<Posting> postings = new ArrayList<>();
  final List<Move> moves = new ArrayList<>();
  private List<Wanted> wanted = List.of();
  private final Instant asOf;
  private final MemberState before;
  // Those of the state before are held until one of them changes; most decisions change few.
  private List<MemberState.Standing> standings;
  private boolean standingsChanged;
  private List<Purse> purses;
  private boolean pursesChanged;
  private List<Tally> tallies;
  private boolean talliesChanged;
  private SortedMap<String, Tally> usages;
  private boolean usagesChanged;
  private MemberState.Profile profile;
  private final SortedMap<String, Long> counted = new TreeMap<>();
  private final boolean notesBuying;
  private long purchases;
  private Optional<LocalDate> lastPurchase;
  private Holdings holdings;
  private Pooling pooling;
  private Optional<Set<String>> asking = Optional.empty();
  private SortedMap<String, PoolMember.Take> fromPool = Collections.emptySortedMap();
  private Sides sides = Sides.UNKNOWN;
  private CodeDesk codes = new CodeDesk(Given.NOTHING);
  private OtherShares others = OtherShares.NONE;

  /**
   * @param asOf the instant as of which the event is judged
   * @param day the day of that instant in the programme's zone
   */
  Working(Revision revision, MemberState before, Instant asOf, LocalDate day) {
    this.asOf = asOf;
    this.revision = revision;
    this.notesBuying = revision.pack().programme().returns().isPresent();
    this.day = day;
    this.before = before;
    this.standings = before.standings();
    this.purses = before.purses();
    this.tallies = before.tallies();
    this.usages = before.usages();
    this.profile = before.profile();
    this.purchases = before.purchases();
    this.lastPurchase = before.lastPurchase();
    this.holdings = before.holdings();
    this.pooling = before.pooling();
  }

  /**
   * A member of whom nothing is known yet: the base tier of each ladder, empty purses. A pool
   * stands on no ladder.
   */
  static MemberState begin(Revision revision, String member) {
    Programme programme = revision.pack().programme();
    List<MemberState.Standing> standings = new ArrayList<>();
    for (LadderPlan plan : Event.isPool(member) ? List.<LadderPlan>of() : revision.ladders())
      standings.add(
          new MemberState.Standing(
              plan.ladder().id(),
              plan.tiers().getFirst().id(),
              LocalDate.EPOCH,
              Optional.empty(),
              ""));
    List<Tally> tallies = new ArrayList<>();
    for (int i = 0; i < revision.metrics().size() + programme.counters().size(); i++)
      tallies.add(Tally.EMPTY);
    return new MemberState(
        member,
        0,
        Instant.MIN,
        revision.metricSet(),
        MemberState.Profile.UNKNOWN,
        standings,
        programme.pointKinds().stream().map(k -> Purse.empty(k.id())).toList(),
        tallies,
        new TreeMap<>(),
        0,
        Optional.empty());
  }

  /** The same member before the decision, once more. */
  Working anew() {
    return new Working(revision, before, asOf, day);
  }

  /**
   * A message that is asked for.
   *
   * @param rule what asks for it
   * @param ends of a warning, the tier whose term will end
   */
  record Wanted(String rule, String message, Optional<Finding.Warned> ends) {}

  /** Asks for a message, which is made once all else is decided. */
  void want(Wanted message) {
    if (wanted.isEmpty()) wanted = new ArrayList<>();
    wanted.add(message);
  }

  /** The messages that were asked for. */
  List<Wanted> wanted() {
    return wanted;
  }

  /** The member before the decision. */
  MemberState before() {
    return before;
  }

  LocalDate enrolled() {
    return profile.enrolled().orElse(day);
  }

  MemberState.Profile profile() {
    return profile;
  }

  void profile(MemberState.Profile changed) {
    profile = changed;
  }

  Holdings holdings() {
    return holdings;
  }

  void holdings(Holdings changed) {
    holdings = changed;
  }

  Pooling pooling() {
    return pooling;
  }

  void pooling(Pooling changed) {
    pooling = changed;
  }

  /** Whether points of this kind go on to a pool in which the member is. */
  boolean passesOn(PointKind kind) {
    return kind.pooling().isPresent() && pooling.in().isPresent();
  }

  /**
   * Has the pool give up what is to be taken back of what was earned, by kind.
   *
   * @param units below 0 where it is given back what it gave up
   */
  void takeFromPool(PointKind kind, long units, Optional<LocalDate> earnedOn) {
    if (units == 0) return;
    if (fromPool.isEmpty()) fromPool = new TreeMap<>();
    PoolMember.Take before = fromPool.get(kind.id());
    long all = before == null ? units : Math.addExact(before.units(), units);
    fromPool.put(kind.id(), new PoolMember.Take(all, earnedOn));
  }

  /** What the pool is to give up of a kind, where it is anything. */
  Optional<PoolMember.Take> fromPool(String kind) {
    return Optional.ofNullable(fromPool.get(kind));
  }

  /** Who is meant by the sides of a referral. */
  Sides sides() {
    return sides;
  }

  void sides(Sides known) {
    sides = known;
  }

  /** The codes of what is handed out. */
  CodeDesk codes() {
    return codes;
  }

  void codes(CodeDesk given) {
    codes = given;
  }

  /** What the other side of a referral gets. */
  OtherShares others() {
    return others;
  }

  /** Gives points to the other side of a referral. */
  void giveOther(Candidate rule, Finding.Award award) {
    give(
        new OtherShare(
            award.to().orElseThrow(),
            sides.sideOf(rule),
            rule.id(),
            award.kind(),
            "",
            award.units()));
  }

  void give(OtherShare share) {
    others = others.plus(List.of(share));
  }

  /** Of a pool, the tiers of the member who asks for something. */
  void asking(Set<String> tiers) {
    asking = Optional.of(tiers);
  }

  void purchased() {
    purchases++;
    lastPurchase = Optional.of(day);
  }

  /**
   * Notes what a purchase gave, once all of it is posted.
   *
   * @param amount what the receipt asked for, in minor units
   */
  void bought(long amount) {
    if (!notesBuying || amount < 0) return;
    for (PointKind kind : revision.pack().programme().pointKinds()) {
      long units = 0;
      for (Posting posting : postings)
        if (Challenges.isBought(posting) && posting.kind().equals(kind.id()))
          units = Math.addExact(units, posting.units());
      Purse purse = purse(kind.id());
      purse(purse.with(purse.buying().plus(amount, units)));
    }
  }

  Purse purse(String kind) {
    return purses.get(indexOf(kind));
  }

  void purse(Purse changed) {
    if (!pursesChanged) purses = new ArrayList<>(purses);
    pursesChanged = true;
    purses.set(indexOf(changed.kind()), changed);
  }

  private int indexOf(String kind) {
    for (int i = 0; i < purses.size(); i++) if (purses.get(i).kind().equals(kind)) return i;
    throw new IllegalArgumentException("The member has no purse of %s.".formatted(kind));
  }

  MemberState.Standing standing(int ladder) {
    return standings.get(ladder);
  }

  /** The tiers that the member holds, one of each ladder. */
  Set<String> tiers() {
    if (asking.isPresent()) return asking.get();
    Set<String> tiers = new TreeSet<>();
    for (MemberState.Standing standing : standings) tiers.add(standing.tier());
    return tiers;
  }

  /** Where the member stood before the decision. */
  MemberState.Standing stood(int ladder) {
    return before.standings().get(ladder);
  }

  void standing(int ladder, MemberState.Standing changed) {
    if (!standingsChanged) standings = new ArrayList<>(standings);
    standingsChanged = true;
    standings.set(ladder, changed);
  }

  Tally tally(int index) {
    return tallies.get(index);
  }

  /** What was counted by metric so far, without metrics of points. */
  SortedMap<String, Long> counted() {
    return counted;
  }

  /** Counts units under a metric's or counter's index. */
  void count(int index, Period period, long units) {
    if (index < revision.metrics().size()) note(revision.metrics().get(index).metric(), units);
    if (!talliesChanged) tallies = new ArrayList<>(tallies);
    talliesChanged = true;
    tallies.set(index, plus(tallies.get(index), period, units));
  }

  private void note(Metric metric, long units) {
    if (notesBuying && !(metric.counts() instanceof Metric.Count.PointsEarned))
      counted.merge(metric.id(), units, Long::sum);
  }

  /**
   * Takes back what was counted, as far as it still counts; how much that is.
   *
   * @param on the day of the event that is taken back; empty takes what was counted last in the
   *     present period
   */
  long uncount(int index, Period period, long units, Optional<LocalDate> on) {
    if (units <= 0) return 0;
    int to = Calendar.key(period, on.orElse(day), enrolled());
    int from =
        on.isEmpty() && period instanceof Period.Rolling
            ? Math.toIntExact(Calendar.start(period, day, enrolled()).toEpochDay())
            : to;
    if (!talliesChanged) tallies = new ArrayList<>(tallies);
    talliesChanged = true;
    Tally counted = tallies.get(index);
    tallies.set(
        index, counted.minus(from, to, units, Math.toIntExact(on.orElse(day).toEpochDay())));
    long taken = counted.sum(from, to) - tallies.get(index).sum(from, to);
    if (index < revision.metrics().size() && revision.metrics().get(index).rollover().isPresent())
      Rollovers.takeBack(this, index, period, taken, on.orElse(day));
    return taken;
  }

  /**
   * Counts what comes of an event of a day that may have passed, as far as anybody can still ask
   * for it.
   */
  void recount(int index, Period period, long units, LocalDate on) {
    int key = Calendar.key(period, on, enrolled());
    int keepFrom = Calendar.keepFrom(period, day, enrolled());
    if (units <= 0 || key < keepFrom) return;
    if (!talliesChanged) tallies = new ArrayList<>(tallies);
    talliesChanged = true;
    tallies.set(
        index, tallies.get(index).plus(key, units, Math.toIntExact(on.toEpochDay()), keepFrom));
  }

  /** Adds to a metric what nothing that happened on this day has counted. */
  void add(int index, Period period, long units) {
    if (!talliesChanged) tallies = new ArrayList<>(tallies);
    talliesChanged = true;
    tallies.set(
        index,
        tallies
            .get(index)
            .plus(
                Calendar.key(period, day, enrolled()),
                units,
                Calendar.keepFrom(period, day, enrolled())));
  }

  /** What was used of a limit in its period so far. */
  long used(String limit, Period period) {
    return used(limit, period, day);
  }

  /** What was used of it in the period of another day. */
  long used(String limit, Period period, LocalDate on) {
    Tally tally = usages.get(limit);
    return tally == null ? 0 : Calendar.upTo(tally, period, on, enrolled());
  }

  void use(String limit, Period period, long units) {
    use(limit, period, units, day);
  }

  /** Uses a limit in the period of another day. */
  void use(String limit, Period period, long units, LocalDate on) {
    if (units == 0) return;
    if (!usagesChanged) {
      usages = new TreeMap<>(usages);
      usagesChanged = true;
    }
    Tally used = usages.getOrDefault(limit, Tally.EMPTY);
    usages.put(limit, plus(used, period, units, on));
  }

  private Tally plus(Tally tally, Period period, long units) {
    return plus(tally, period, units, day);
  }

  private Tally plus(Tally tally, Period period, long units, LocalDate on) {
    return tally.plus(
        Calendar.key(period, on, enrolled()),
        units,
        Math.toIntExact(day.toEpochDay()),
        Calendar.keepFrom(period, day, enrolled()));
  }

  void post(Posting.Account from, Posting.Account to, PointKind kind, long units, String rule) {
    if (units > 0) postings.add(new Posting(from, to, kind.id(), units, rule));
  }

  /** The state as it stands now. */
  MemberState state() {
    return new MemberState(
        before.member(),
        before.version() + 1,
        asOf,
        before.metricSet(),
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
}
