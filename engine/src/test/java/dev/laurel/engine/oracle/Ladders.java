package dev.laurel.engine.oracle;

import dev.laurel.engine.oracle.Past.Granted;
import dev.laurel.engine.oracle.Past.Held;
import dev.laurel.rules.language.Edge;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Match;
import dev.laurel.rules.language.Ladder.Requirement;
import dev.laurel.rules.language.Ladder.Tier;
import dev.laurel.rules.language.Ladder.Validity;
import dev.laurel.rules.language.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where a member stands on the ladders, and how that changes. */
final class Ladders {
  private final Page page;
  private final LocalDate day;
  private final Asked asked;

  /** What comes of tiers that are reached and renewed. */
  private final Gifts gifts;

  private final Map<String, Step> steps = new TreeMap<>();

  /** The end of the term that a tier keeps to which a member falls back. */
  private Optional<Optional<LocalDate>> ownTerm = Optional.empty();

  /**
   * @param before what conditions are asked of
   * @param wholeDay whether metrics are read with the day itself, or with the days before it
   */
  Ladders(Page page, Past before, LocalDate day, boolean wholeDay) {
    this.gifts = new Gifts(page, day, wholeDay);
    this.page = page;
    this.day = day;
    Known known =
        Known.standing(page.programming, new Member(page.programming, before, day, wholeDay));
    this.asked = new Asked(page, known);
  }

  Gifts gifts() {
    return gifts;
  }

  /**
   * Gives what was added; what it grants is held at once, and what reaching that gives is given
   * too, until nothing more comes of it.
   */
  void give() {
    boolean first = true;
    while (gifts.isDue()) {
      if (!first) page.decisive.by("a tier reached because a ladder granted it");
      first = false;
      gifts.give();
      for (Ladder ladder : page.programming.ladders()) settle(ladder, "");
    }
  }

  /** After an event. */
  void afterEvent() {
    for (Ladder ladder : page.programming.ladders()) {
      afterEvent(ladder);
      challenges(ladder);
      settle(ladder, "");
    }
  }

  /**
   * Ends what was granted up to this day. Who meets what keeps the tier, or leads to it, keeps it
   * by the rules.
   */
  void endGrants(Ladder ladder) {
    challenges(ladder);
    Map<String, Granted> tiers = page.past.granted.get(ladder.id());
    for (int rank = ladder.tiers().size() - 1; rank > 0; rank--) {
      Tier tier = ladder.tiers().get(rank);
      boolean ends = tiers.containsKey(tier.id()) && !tiers.get(tier.id()).until().isAfter(day);
      if (!ends || isWhileMet(ladder, tier) || rank <= held(ladder)) continue;
      if (tier.renewal().map(this::isMet).orElse(false))
        go(ladder, rank, "UP", place(ladder, rank, "renewal"));
      else if (tier.entry().map(this::isMet).orElse(false))
        go(ladder, rank, "UP", place(ladder, rank, "entry"));
    }
    Granted shown = tiers.get(page.past.shown.get(ladder.id()).tier());
    tiers.values().removeIf(granted -> !granted.until().isAfter(day));
    settle(ladder, shown == null ? "" : shown.reason());
  }

  /** Whoever was matched with a tier and meets the challenge keeps it by the rules. */
  private void challenges(Ladder ladder) {
    Map<String, Granted> granted = page.past.granted.getOrDefault(ladder.id(), Map.of());
    for (Tier tier : ladder.tiers())
      for (Match match : tier.matches()) {
        String place = Grants.place(ladder, tier, match);
        boolean runs =
            granted.containsKey(tier.id()) && granted.get(tier.id()).reason().equals(place);
        boolean met = match.challenge().isPresent() && isMet(match.challenge().get());
        int rank = rank(ladder, tier.id());
        if (runs && met && rank > held(ladder)) go(ladder, rank, "UP", place);
      }
  }

  /** What the rules did on a ladder. */
  private record Step(String way, String why) {}

  /**
   * Tells what is held now of what the rules say and what was granted.
   *
   * @param ended why that was granted which was held and has ended
   */
  void settle(Ladder ladder, String ended) {
    Optional<Step> step = Optional.ofNullable(steps.remove(ladder.id()));
    Held was = page.past.shown.get(ladder.id());
    Held now = page.past.held.get(ladder.id());
    Optional<Granted> granted = Optional.empty();
    for (Tier tier : ladder.tiers()) {
      Granted given = page.past.granted.getOrDefault(ladder.id(), Map.of()).get(tier.id());
      if (given == null) continue;
      Held rules = page.past.held.get(ladder.id());
      int above = rank(ladder, tier.id()) - rank(ladder, rules.tier());
      boolean longer = rules.until().isPresent() && rules.until().get().isBefore(given.until());
      if (above < 0 || above == 0 && !longer) continue;
      granted = Optional.of(given);
      LocalDate since = was.tier().equals(tier.id()) ? was.since() : day;
      now = new Held(tier.id(), since, Optional.of(given.until()));
    }
    boolean wasGranted = page.past.shownAsGranted.remove(ladder.id());
    if (granted.isPresent()) page.past.shownAsGranted.add(ladder.id());
    page.past.shown.put(ladder.id(), now);
    if (granted.isEmpty() && !wasGranted) {
      if (step.isPresent()) told(ladder, was, now, step.get().way(), step.get().why());
    } else if (!was.tier().equals(now.tier()) || !was.until().equals(now.until())) {
      int up = rank(ladder, now.tier()) - rank(ladder, was.tier());
      if (up < 0) told(ladder, was, now, ended.isEmpty() ? "DOWN" : "ENDED", ended);
      else if (granted.isPresent()) told(ladder, was, now, "GRANTED", granted.get().reason());
      else if (step.isEmpty()) told(ladder, was, now, "GRANTED", "grant-changed");
      else if (up == 0 && step.get().way().equals("KEPT")) told(ladder, was, now, "KEPT", "grace");
      else told(ladder, was, now, up > 0 ? "UP" : "RENEWED", step.get().why());
    }
  }

  private static int rank(Ladder ladder, String tier) {
    return ladder.tiers().stream().map(Tier::id).toList().indexOf(tier);
  }

  private void told(Ladder ladder, Held was, Held now, String way, String why) {
    Tier tier = ladder.tiers().get(rank(ladder, now.tier()));
    page.move(Wording.move(ladder.id(), was.tier(), now.tier(), way, now.until(), why));
    page.decisive.by("tier " + way);
    boolean same = was.tier().equals(now.tier());
    if (way.equals("UP") || way.equals("GRANTED") && !same)
      page.moves("move:" + ladder.id() + ":up");
    if (way.equals("DOWN") || way.equals("ENDED")) page.moves("move:" + ladder.id() + ":down");
    if (way.equals("RENEWED")) page.moves("move:" + ladder.id() + ":renewed");
    boolean reached = way.equals("UP") || way.equals("GRANTED") && !was.tier().equals(now.tier());
    if (reached) {
      gifts.add(of(ladder, tier) + "/onUpgrade", tier.onUpgrade(), 1);
      if (!tier.onUpgrade().isEmpty()) page.decisive.by("on upgrade");
    }
    if (way.equals("RENEWED")) reward(ladder, tier, was.until());
  }

  private void afterEvent(Ladder ladder) {
    for (Tier tier : ladder.tiers())
      if (tier.entry().map(this::isMet).orElse(false))
        page.past.lastMet.put(ladder.id() + "/" + tier.id(), day);
    int held = held(ladder);
    int earned = earned(ladder);
    Tier tier = ladder.tiers().get(held);
    if (held + 1 < ladder.tiers().size())
      ladder.tiers().get(held + 1).entry().ifPresent(entry -> page.decisive.by((Record) entry));
    if (earned > held && ladder.upgrade() == Ladder.Moment.AT_ONCE)
      go(ladder, earned, "UP", place(ladder, earned, "entry"));
    else if (isWhileMet(ladder, tier)) {
      if (!page.past.inGrace.contains(ladder.id())) lose(ladder);
      else if (!isLost(ladder)) renew(ladder, held, "entry");
    } else if (isRenewedAtOnce(ladder) && keeps(ladder, held)) renew(ladder, held);
  }

  /** After its term a tier is renewed with the event that does it, whenever others are. */
  private boolean isRenewedAtOnce(Ladder ladder) {
    return ladder.renewal() == Ladder.Moment.AT_ONCE || page.past.inGrace.contains(ladder.id());
  }

  /** Whether the member no longer earns the tier that is held. */
  boolean isLost(Ladder ladder) {
    return earned(ladder) < held(ladder);
  }

  /** A tier that is held while its condition is met goes where it is not. */
  void lose(Ladder ladder) {
    if (page.past.inGrace.contains(ladder.id()) || !isLost(ladder)) return;
    if (stays(ladder, ladder.tiers().get(held(ladder)))) page.decisive.by("grace while met");
    else go(ladder, earned(ladder), "DOWN", "");
  }

  /** The grace is over of a tier that is held while its condition is met. */
  void endGrace(Ladder ladder) {
    if (isLost(ladder)) go(ladder, earned(ladder), "DOWN", "");
    else renew(ladder, held(ladder), "entry");
  }

  /** At the start of the day on which the term ends. */
  void review(Ladder ladder) {
    int held = held(ladder);
    int earned = earned(ladder);
    Tier tier = ladder.tiers().get(held);
    if (earned > held) go(ladder, earned, "UP", place(ladder, earned, "entry"));
    else if (keeps(ladder, held)) renew(ladder, held);
    else if (!stays(ladder, tier)) {
      page.decisive.by(tier.descent().orElse(ladder.descent()));
      go(
          ladder,
          switch (tier.descent().orElse(ladder.descent())) {
            case TIER_EARNED -> earned;
            case ONE_DOWN -> oneDown(ladder, held, earned);
            case BASE -> 0;
            case TERM_EARNED -> termEarned(ladder, held, earned);
          },
          "DOWN",
          "");
    }
  }

  /** Keeps a tier for some time after its term; says whether it does. */
  private boolean stays(Ladder ladder, Tier tier) {
    Optional<Span> grace = tier.grace().or(ladder::grace).filter(span -> span.count() != 0);
    if (grace.isEmpty() || !page.past.inGrace.add(ladder.id())) return false;
    Held before = page.past.held.get(ladder.id());
    LocalDate end = grace.get().after(before.until().orElse(day));
    LocalDate until = end.isAfter(day) ? end : day.plusDays(1);
    page.past.held.put(ladder.id(), new Held(tier.id(), before.since(), Optional.of(until)));
    steps.put(ladder.id(), new Step("KEPT", "grace"));
    return true;
  }

  /** On a day on which members rise; says whether the member did. */
  boolean rise(Ladder ladder) {
    int earned = earned(ladder);
    if (earned <= held(ladder)) return false;
    page.decisive.by("a rise at a review");
    go(ladder, earned, "UP", place(ladder, earned, "entry"));
    return true;
  }

  /** Whether this is a day on which members rise who do not rise at once. */
  boolean isRiseDay(Ladder ladder) {
    if (ladder.upgrade() == Ladder.Moment.AT_ONCE) return false;
    LocalDate yesterday = day.minusDays(1);
    LocalDate reached = page.past.held.get(ladder.id()).since();
    LocalDate enrolled = page.past.enrolled.orElse(day);
    LocalDate since = reached.equals(LocalDate.EPOCH) ? enrolled : reached;
    return switch (ladder.validity()) {
      case Validity.RestOfPeriod(var period, int more) -> {
        LocalDate last = ladder.ends() == Edge.TO_ITS_END ? yesterday : day;
        yield Windows.isLastDay(page.programming.period(period), last, enrolled);
      }
      case Validity.ToEndOfMonth(var period, int month, int years) ->
          Windows.isLastDay(page.programming.period(period), yesterday, enrolled);
      case Validity.For(var span) -> {
        if (span.count() == 0) yield true;
        int times = 1;
        while (review(ladder, span, times, since).isBefore(day)) times++;
        yield review(ladder, span, times, since).equals(day);
      }
      case Validity.WhileMet w -> false;
      case Validity.ForEver f -> false;
    };
  }

  private static LocalDate review(Ladder ladder, Span span, int times, LocalDate since) {
    Span repeated = new Span(span.count() * times, span.unit());
    return Purses.after(repeated.after(since), ladder.ends());
  }

  /** The highest tier below that is earned or whose own term still runs, which it then keeps. */
  private int termEarned(Ladder ladder, int held, int earned) {
    for (int rank = held - 1; rank >= Math.max(1, earned); rank--) {
      Tier tier = ladder.tiers().get(rank);
      LocalDate met = page.past.lastMet.get(ladder.id() + "/" + tier.id());
      if (met == null || isWhileMet(ladder, tier)) continue;
      Optional<LocalDate> until = until(ladder, tier, met);
      if (until.isPresent() && !until.get().isAfter(day)) continue;
      ownTerm = Optional.of(until);
      return rank;
    }
    return earned;
  }

  /**
   * The next lower tier, but none that is reached by grant only or held while its condition is met.
   */
  private int oneDown(Ladder ladder, int held, int earned) {
    for (int rank = held - 1; rank > earned; rank--) {
      Tier tier = ladder.tiers().get(rank);
      if (rank == 0) return rank;
      if (tier.entry().isPresent() && !isWhileMet(ladder, tier)) return rank;
    }
    return earned;
  }

  boolean isWhileMet(Ladder ladder) {
    int held = held(ladder);
    return held > 0 && isWhileMet(ladder, ladder.tiers().get(held));
  }

  private static boolean isWhileMet(Ladder ladder, Tier tier) {
    return validity(ladder, tier) instanceof Validity.WhileMet;
  }

  private static Validity validity(Ladder ladder, Tier tier) {
    return tier.validity().orElse(ladder.validity());
  }

  private int held(Ladder ladder) {
    return rank(ladder, page.past.held.get(ladder.id()).tier());
  }

  /** The highest tier whose entry condition is met, whatever is asked below it. */
  private int earned(Ladder ladder) {
    int highest = 0;
    for (int rank = 1; rank < ladder.tiers().size(); rank++)
      if (ladder.tiers().get(rank).entry().map(this::isMet).orElse(false)) highest = rank;
    return highest;
  }

  /** Whoever meets the renewal keeps the tier, and whoever meets its entry again. */
  private boolean keeps(Ladder ladder, int held) {
    Tier tier = ladder.tiers().get(held);
    return tier.entry().map(this::isMet).orElse(false)
        || tier.renewal().map(this::isMet).orElse(false);
  }

  private void go(Ladder ladder, int rank, String way, String why) {
    Tier tier = ladder.tiers().get(rank);
    Optional<LocalDate> until =
        rank == 0 ? Optional.empty() : ownTerm.orElseGet(() -> until(ladder, tier, day));
    ownTerm = Optional.empty();
    page.past.held.put(ladder.id(), new Held(tier.id(), day, until));
    page.past.termsRewarded.remove(ladder.id());
    page.past.inGrace.remove(ladder.id());
    moved(ladder, tier);
    steps.put(ladder.id(), new Step(way, why));
  }

  private void renew(Ladder ladder, int held) {
    boolean own = ladder.tiers().get(held).renewal().isPresent();
    renew(ladder, held, own ? "renewal" : "entry");
  }

  private void renew(Ladder ladder, int held, String part) {
    Held before = page.past.held.get(ladder.id());
    Tier tier = ladder.tiers().get(held);
    Optional<LocalDate> until = until(ladder, tier, day);
    boolean inGrace = page.past.inGrace.remove(ladder.id());
    if (until.equals(before.until()) && !inGrace) return;
    page.past.held.put(ladder.id(), new Held(tier.id(), before.since(), until));
    moved(ladder, tier);
    page.decisive.by(ladder.renewal());
    steps.put(ladder.id(), new Step("RENEWED", place(ladder, held, part)));
  }

  /**
   * For a renewal, once until the end of the term that ran when something was last given for one.
   */
  private void reward(Ladder ladder, Tier tier, Optional<LocalDate> ends) {
    if (tier.onRenewal().isEmpty()) return;
    LocalDate rewarded = page.past.termsRewarded.get(ladder.id());
    if (rewarded != null && rewarded.isAfter(day)) return;
    ends.ifPresent(end -> page.past.termsRewarded.put(ladder.id(), end));
    page.decisive.by("on renewal");
    gifts.add(of(ladder, tier) + "/onRenewal", tier.onRenewal(), 1);
  }

  private static String of(Ladder ladder, Tier tier) {
    return "ladders/" + ladder.id() + "/tiers/" + tier.id();
  }

  private void moved(Ladder ladder, Tier tier) {
    Validity validity = validity(ladder, tier);
    page.decisive.by((Record) validity);
    if (validity instanceof Validity.For || validity instanceof Validity.RestOfPeriod)
      page.decisive.by(ladder.ends());
  }

  private static String place(Ladder ladder, int rank, String part) {
    return ladder.id() + "/" + ladder.tiers().get(rank).id() + "/" + part;
  }

  /** The day at whose start a term ends that begins on a day: always a later one. */
  private Optional<LocalDate> until(Ladder ladder, Tier tier, LocalDate day) {
    return switch (validity(ladder, tier)) {
      case Validity.WhileMet() -> Optional.empty();
      case Validity.ForEver() -> Optional.empty();
      case Validity.For(var span) -> {
        LocalDate end = Purses.after(span.after(day), ladder.ends());
        yield Optional.of(end.isAfter(day) ? end : day.plusDays(1));
      }
      case Validity.RestOfPeriod(var period, int more) -> {
        LocalDate end = day;
        int periods = more;
        do {
          end = day;
          for (int i = 0; i <= periods; i++) end = lastDay(period, i == 0 ? end : end.plusDays(1));
          periods++;
        } while (!Purses.after(end, ladder.ends()).isAfter(day));
        yield Optional.of(Purses.after(end, ladder.ends()));
      }
      case Validity.ToEndOfMonth(var period, int month, int years) -> {
        int year = lastDay(period, day).getYear() + years;
        LocalDate end = Purses.after(YearMonth.of(year, month).atEndOfMonth(), ladder.ends());
        yield Optional.of(end.isAfter(day) ? end : day.plusDays(1));
      }
    };
  }

  private LocalDate lastDay(String period, LocalDate of) {
    return Windows.lastDay(page.programming.period(period), of, page.past.enrolled.orElse(day));
  }

  private boolean isMet(Requirement requirement) {
    return asked.isMet(requirement);
  }

  /** Says of each tier's conditions whether they are met, and why not. */
  void tell() {
    asked.tell();
  }
}
