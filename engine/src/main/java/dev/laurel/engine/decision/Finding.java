package dev.laurel.engine.decision;

import dev.laurel.engine.rulebase.Unmet;
import dev.laurel.rules.language.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What came of one rule in one decision. Closed family, immutable. */
public sealed interface Finding {
  /**
   * The rule's id; a tier's own rules are named {@code ladder/tier/entry} or {@code .../renewal},
   * and what ladders and tiers give by its place in the pack, {@code ladders/...}.
   */
  String rule();

  /** Whether it is no rule that answers to events that brought it about. */
  default boolean isBeside() {
    return this instanceof HeadStart
        || this instanceof RolledOver
        || this instanceof Warned
        || this instanceof Segmented
        || this instanceof Lapsed;
  }

  /** The rule applied and gave this. */
  record Fired(String rule, List<Award> awards) implements Finding {}

  /** The rule applied, but another one won. */
  record Beaten(String rule, String by, Contest contest) implements Finding {}

  /**
   * The rule applied, but a ceiling cut what it gives.
   *
   * @param limit the limit's place, such as {@code weekend/monthly}
   * @param wanted what it would have given, in millionths of a point, of an application or of a
   *     piece
   * @param given what it gave, in the same unit
   */
  record LimitReached(String rule, String limit, long wanted, long given) implements Finding {}

  /** A row of the rule was not met, or an exception was. */
  record NotMet(String rule, List<Unmet> rows) implements Finding {}

  /** The rule or its campaign does not run at that time, as its term or schedule says. */
  record NotInForce(String rule, List<Unmet> rows) implements Finding {}

  /**
   * The tier held gave something of a metric at the start of its period.
   *
   * @param rule where the pack says so, such as {@code ladders/status/tiers/Gold/headStarts/start}
   * @param units in millionths
   */
  record HeadStart(String rule, String metric, long units) implements Finding {}

  /**
   * What stood above the threshold of the tier that was reached was carried into the period that
   * begins, all of it or the part that the pack says.
   *
   * @param rule where the pack says so, such as {@code programme/metrics/spend/rollover}
   * @param tier the tier that was reached
   * @param threshold what the metric had to reach for it, in millionths
   * @param reached what the metric was in the period that ended, in millionths
   * @param units what was carried, in millionths
   */
  record RolledOver(
      String rule, String metric, String tier, long threshold, long reached, long units)
      implements Finding {}

  /**
   * The rule applied and granted a tier.
   *
   * @param until the day at whose start what is granted of the tier ends
   * @param longer whether the rule granted it until then; if not, it was granted as long already
   */
  record TierGranted(String rule, String tier, LocalDate until, boolean longer) implements Finding {
    /**
     * By which name it is remembered why a tier is held that a rule granted.
     *
     * @param outcome which of the rule's outcomes it is, from 0
     */
    public static String reasonOf(String rule, int outcome) {
      return "rules/" + rule + "/then/" + (outcome + 1);
    }
  }

  /**
   * What the rule gives is meant for the pool that the member is in; it stays with the member, who
   * is in none.
   */
  record NoPool(String rule, String kind) implements Finding {}

  /**
   * What the rule gives is meant for the other side of a referral, and nobody is there who gets it.
   *
   * @param to {@code REFERRER} or {@code REFERRED}
   */
  record NoOther(String rule, Outcome.To to, Why why) implements Finding {
    /** Why nobody is there. */
    public enum Why {
      /** The referral names nobody, or nobody brought the member as far as is known. */
      NOT_NAMED,
      /** There is no member of the name that the referral gives. */
      UNKNOWN,
      /** It follows of what a referral brought, which gives no further referrer anything. */
      FOLLOWS
    }
  }

  /**
   * The rule gave the other side of a referral so many of a benefit, or took them back.
   *
   * @param count how many; below 0 where fewer are given than were
   * @param to the member who gets them
   */
  record HandedOn(String rule, String benefit, long count, String to) implements Finding {}

  /**
   * What another member's event brought the member by a referral; what of it is points stands in
   * the ledger under the rule.
   *
   * @param rule what gave it: an earning rule, or the place of what a ladder or a challenge gives
   * @param from the other member
   * @param as which side the member is of: {@code REFERRER} or {@code REFERRED}
   * @param awards what came, after the caps of the member's balance; or what is taken back, all
   *     below 0
   */
  record Rewarded(String rule, String from, Outcome.To as, List<Award> awards) implements Finding {}

  /**
   * By what a reward is not changed, though another member's event changes it.
   *
   * @param kind the point kind; empty of a benefit
   * @param benefit the benefit; empty of points
   * @param units above 0, in the kind's unit, or how many of the benefit
   */
  record Settled(String rule, String kind, String benefit, long units, How how) implements Finding {
    /** Why nothing changes. */
    public enum How {
      /** It is to be taken back, but caps of the balance had cut it, so that it never came. */
      NEVER_CAME,
      /** It comes again, but is there still, or was used: it could not be taken back before. */
      STILL_THERE
    }
  }

  /**
   * What another member's event had handed out by a referral was taken back, as far as it was not
   * used.
   */
  record TakenBack(String rule, String benefit, long count) implements Finding {}

  /**
   * A message is due, since the term of a tier will end soon.
   *
   * @param rule where the pack says so, such as {@code ladders/status/tiers/Gold/warnings/soon}
   * @param message the message's id
   * @param until the day at whose start the term ends
   */
  record Warned(String rule, String message, String tier, LocalDate until) implements Finding {}

  /**
   * The event is one of those that bring a challenge, a streak or a stamp card forward.
   *
   * @param rule where the pack says so, such as {@code challenges/ten-coffees}
   * @param count how many steps are done since it began
   * @param goal at how many it is complete
   */
  record Progressed(String rule, Way way, long count, long goal) implements Finding {
    /** Whether it was brought forward by it. */
    public boolean isStep() {
      return way != Way.ALREADY && way != Way.OVER;
    }

    /** What came of it. */
    public enum Way {
      /** One step more. */
      FORWARD,
      /** The first step, since what was begun ran out or was broken off. */
      ANEW,
      /** The last step. */
      COMPLETED,
      /** Nothing: of this period there was such an event already. */
      ALREADY,
      /** Nothing: it was completed, and does not begin again. */
      OVER
    }
  }

  /**
   * The member belongs to a segment from now on, or does not any more.
   *
   * @param rule where the pack says who belongs, such as {@code segments/regulars}
   */
  record Segmented(String rule, boolean joined) implements Finding {}

  /**
   * A benefit was handed out, to be used later.
   *
   * @param rule what handed it out: an earning rule, the place of what a ladder or a challenge
   *     gives, or the place of the benefit itself, where points were redeemed for it
   * @param count how many
   * @param until the day at whose start they lapse; empty where they never do
   * @param codes of each one; empty where the benefit has none
   */
  record HandedOut(
      String rule, String benefit, long count, Optional<LocalDate> until, List<String> codes)
      implements Finding {
    /** Of a benefit without codes. */
    public HandedOut(String rule, String benefit, long count, Optional<LocalDate> until) {
      this(rule, benefit, count, until, List.of());
    }
  }

  /**
   * A benefit was used.
   *
   * @param rule where the pack says what it is, such as {@code benefits/lounge}
   * @param left how often it can be used yet, in its present period; empty where as often as one
   *     likes
   */
  record Used(String rule, String benefit, OptionalLong left) implements Finding {}

  /**
   * What was handed out lapsed.
   *
   * @param rule where the pack says what it is, such as {@code benefits/lounge}
   * @param count how many
   */
  record Lapsed(String rule, String benefit, long count) implements Finding {}

  /**
   * A message was made.
   *
   * @param rule what asked for it
   * @param message the message's id in the pack
   * @param waits until when it waits, since it is quiet; empty where it may go at once
   */
  record Sent(String rule, String message, Optional<Instant> waits) implements Finding {}

  /**
   * A message was not made, since the member does not consent to messages for its purpose by its
   * channel.
   */
  record NoConsent(String rule, String message, String channel, String purpose)
      implements Finding {}

  /**
   * A message was not made, since as many were made in the period as may be.
   *
   * @param limit the id of the message's limit
   */
  record TooOften(String rule, String message, String limit) implements Finding {}

  /**
   * A message was made when the event was decided before, and would not be by what is known now. It
   * stays as it was made.
   *
   * @param rule where the pack says what it is, such as {@code messages/welcome}
   */
  record StaysSent(String rule, String message) implements Finding {}

  /**
   * The best offer of a set was made: of those of the highest score the first by id whose
   * conditions are met.
   *
   * @param rule what made it
   * @param offer where the pack says what it is, such as {@code offers/spring/cup}
   */
  record Offered(String rule, String offer) implements Finding {}

  /**
   * An offer was passed over, since its conditions are not met.
   *
   * @param rule what would have made it
   * @param offer where the pack says what it is
   */
  record PassedOver(String rule, String offer, List<Unmet> rows) implements Finding {}

  /** How rules met. */
  enum Contest {
    /** Both stand in the same exclusion; the higher priority wins, then the first id. */
    EXCLUSION,
    /** Their group or campaign gives only the one that gives most. */
    BEST,
    /** Their group gives only the first by priority, then by id. */
    FIRST
  }

  /**
   * What a rule gave.
   *
   * @param kind the point kind, or empty for a counter
   * @param counter the counter, or empty for points
   * @param exact the exact result before rounding, as a decimal or a fraction, with a factor's
   *     surplus counted for the multiplier
   * @param units what was given: whole points or hundredths as the kind says; millionths of a
   *     counter
   * @param to the other member who gets it; empty of what the member gets
   */
  record Award(String kind, String counter, String exact, long units, Optional<String> to) {
    /** What the member gets. */
    public Award(String kind, String counter, String exact, long units) {
      this(kind, counter, exact, units, Optional.empty());
    }

    /** The same cut to so many units. */
    Award cut(long left) {
      return new Award(kind, counter, exact, left, to);
    }

    /** Whether the member gets it. */
    public boolean isOwn() {
      return to.isEmpty();
    }
  }
}
