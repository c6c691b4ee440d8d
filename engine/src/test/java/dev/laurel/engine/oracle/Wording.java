package dev.laurel.engine.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How what came of an event is written, one fact a line, so that two interpreters can be compared
 * line by line.
 */
public final class Wording {
  private Wording() {}

  /** A number without needless zeros. */
  public static String number(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  public static String refused(String code) {
    return "refused " + code;
  }

  public static String fired(String rule) {
    return "fired " + rule;
  }

  /**
   * @param of a point kind, or a counter
   * @param units of the kind, or millionths of a counter
   */
  public static String award(String rule, String of, String exact, long units) {
    return "award " + rule + " " + of + " " + exact + " -> " + units;
  }

  public static String beaten(String rule, String by, String contest) {
    return "beaten " + rule + " by " + by + " " + contest;
  }

  /**
   * @param wanted in millionths
   * @param given in millionths
   */
  public static String limited(String rule, String limit, long wanted, long given) {
    return "limited " + rule + " " + limit + " " + wanted + " -> " + given;
  }

  /**
   * @param units of the budget with this key: millionths, or places
   */
  public static String used(String key, long units) {
    return "used " + key + " " + units;
  }

  /**
   * @param units in millionths
   */
  public static String headStart(String place, String metric, long units) {
    return "head start " + place + " " + metric + " " + units;
  }

  /**
   * @param numbers the threshold of the tier that was reached, what was reached, what is carried
   */
  public static String rolledOver(
      String place, String metric, String tier, List<BigDecimal> numbers) {
    return "rolled over "
        + place
        + " "
        + metric
        + " "
        + tier
        + " "
        + numbers.stream().map(Wording::number).toList();
  }

  public static String tierGranted(String rule, String tier, LocalDate until, boolean longer) {
    return "grants " + rule + " " + tier + " until " + until + (longer ? "" : " already");
  }

  public static String warned(String place, String message, String tier, LocalDate until) {
    return "warns " + place + " " + message + " " + tier + " until " + until;
  }

  public static String progressed(String place, String way, long count, long goal) {
    return "progress " + place + " " + way + " " + count + " of " + goal;
  }

  /**
   * @param joined whether the member belongs to it from now on, or does not any more
   */
  public static String segment(String id, boolean joined) {
    return "segment " + id + (joined ? " joined" : " left");
  }

  public static String segments(java.util.Map<String, LocalDate> since) {
    return "segments " + new java.util.TreeMap<>(since);
  }

  /**
   * @param codes how many of them have codes
   */
  public static String handedOut(
      String by, String benefit, long count, Optional<LocalDate> until, long codes) {
    return "hands out "
        + by
        + " "
        + count
        + " of "
        + benefit
        + " until "
        + day(until)
        + " with "
        + codes
        + " codes";
  }

  /**
   * @param left how often it can be used yet; empty where there is no bound
   */
  public static String used(String benefit, java.util.OptionalLong left) {
    return "uses " + benefit + (left.isPresent() ? ", " + left.getAsLong() + " left" : "");
  }

  public static String lapsed(String benefit, long count) {
    return "lapsed " + count + " of " + benefit;
  }

  public static String notMet(String rule) {
    return "not met " + rule;
  }

  public static String notInForce(String rule, String row) {
    return "not in force " + rule + " " + row;
  }

  /**
   * @param actual what was there; empty where nothing was
   */
  public static String unmet(
      String rule, String row, String operand, String asked, String actual, boolean missing) {
    return "unmet "
        + rule
        + " "
        + row
        + " ("
        + operand
        + "): "
        + asked
        + ", but is \""
        + actual
        + (missing ? "\", and something is missing" : "\"");
  }

  public static String excepted(
      String rule, String row, String operand, String asked, String actual) {
    return "excepted "
        + rule
        + " "
        + row
        + " ("
        + operand
        + "): "
        + asked
        + ", is \""
        + actual
        + "\"";
  }

  public static String posting(String from, String to, String kind, long units, String why) {
    return "posting " + from + ">" + to + " " + kind + " " + units + " " + why;
  }

  /**
   * @param why the tier rule; empty of a fall
   */
  public static String move(
      String ladder, String from, String to, String way, Optional<LocalDate> until, String why) {
    return "move "
        + ladder
        + " "
        + from
        + ">"
        + to
        + " "
        + way
        + " until "
        + day(until)
        + " "
        + why;
  }

  public static String tier(String ladder, String tier, LocalDate since, Optional<LocalDate> end) {
    return "tier " + ladder + " " + tier + " since " + since + " until " + day(end);
  }

  public static String metric(String id, BigDecimal value) {
    return "metric " + id + " " + number(value);
  }

  public static String counter(String id, BigDecimal value) {
    return "counter " + id + " " + number(value);
  }

  /**
   * @param accounts the balances of all accounts, as pairs of name and units
   */
  public static String purse(String kind, List<String> accounts) {
    return "purse " + kind + " " + String.join(" ", accounts);
  }

  /**
   * @param availableOn of pending points that become available on a day
   * @param waits whether they are pending until something happens
   */
  public static String lot(
      String kind,
      Optional<LocalDate> goneOn,
      Optional<LocalDate> availableOn,
      boolean waits,
      long units) {
    String available = waits ? "at an event" : day(availableOn);
    return "lot " + kind + " gone " + day(goneOn) + " available " + available + ": " + units;
  }

  /**
   * @param units of those given that lapse on this day
   */
  public static String sent(String to, String kind, Optional<LocalDate> goneOn, long units) {
    return "sent to " + to + " " + kind + " gone " + day(goneOn) + ": " + units;
  }

  /**
   * @param units that a pool is to give up, where it is known of points earned on a day
   */
  public static String taken(String pool, String kind, long units, Optional<LocalDate> earned) {
    return "taken from " + pool + " " + kind + " earned " + day(earned) + ": " + units;
  }

  /** Points of a pool live on by what a member did on a day. */
  public static String kept(String pool, String kind, LocalDate day) {
    return "kept in " + pool + " " + kind + " by " + day;
  }

  /**
   * @param what happens to a member by what happened to a pool
   */
  public static String told(String member, String what) {
    return "told " + member + " " + what;
  }

  /** What the other side of a referral gets, or gives up. */
  public static String onward(String what, long units) {
    return "onward " + what + " " + units;
  }

  /** Nobody is there for what a rule gives a side of a referral. */
  public static String noOther(String rule, String side, String why) {
    return "no other " + rule + " " + side + " " + why;
  }

  public static String handedOn(String rule, String benefit, long count, String to) {
    return "hands on " + rule + " " + count + " of " + benefit + " to " + to;
  }

  public static String takenBack(String rule, String benefit, long count) {
    return "takes back " + rule + " " + count + " of " + benefit;
  }

  /**
   * @param units what came of them, or below zero what is to be taken back
   */
  public static String rewarded(String rule, String from, String side, String kind, long units) {
    return "rewarded " + rule + " by " + from + " as " + side + ": " + units + " " + kind;
  }

  public static String settled(String rule, String kind, long units, String how) {
    return "settled " + rule + ": " + units + " " + kind + " " + how;
  }

  public static String broughtBy(String member) {
    return "brought by " + member;
  }

  /** What a rule gives is meant for a pool, but the member is in none. */
  public static String noPool(String rule, String kind) {
    return "no pool " + rule + " " + kind;
  }

  public static String member(Optional<LocalDate> enrolled, long purchases) {
    return "member since " + day(enrolled) + " with " + purchases + " purchases";
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("never");
  }

  public static String sent(String rule, String message, Optional<Instant> waits) {
    return "%s sends %s%s".formatted(rule, message, waits.map(at -> " from " + at).orElse(""));
  }

  public static String noConsent(String rule, String message) {
    return "%s does not send %s without consent".formatted(rule, message);
  }

  public static String tooOften(String rule, String message, String limit) {
    return "%s does not send %s beyond %s".formatted(rule, message, limit);
  }

  public static String offered(String rule, String offer) {
    return "%s offers %s".formatted(rule, offer);
  }

  public static String passedOver(String rule, String offer) {
    return "%s passes over %s".formatted(rule, offer);
  }
}
