package dev.laurel.engine.event;

import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that happened to one member. Immutable.
 *
 * @param source who says so; together with {@code id} it names the event for ever
 * @param id the event's id at its source
 * @param member the member's id
 * @param occurredAt when it happened
 */
public record Event(String source, String id, String member, Instant occurredAt, Body body) {
  /**
   * The total order of one member's events: by time, then what time itself brings about, then
   * source, then id, where a shorter id goes first so that plain numbers stand in their own order.
   */
  public static final Comparator<Event> ORDER =
      Comparator.comparing(Event::occurredAt)
          .thenComparing(e -> e.body() instanceof Body.Due ? 0 : 1)
          .thenComparing(Event::source)
          .thenComparingInt(e -> e.id().length())
          .thenComparing(Event::id);

  /** The ids of all pools begin so, and no member's does. */
  public static final String POOL = "pool:";

  /** The source of all that pools and their members bring about for one another. */
  public static final String POOL_SOURCE = "pool";

  /** How many parts of a unit a quantity or number is held in: six decimal places. */
  public static final long MICROS = 1_000_000L;

  /** What happened. Closed family. */
  public sealed interface Body {
    /**
     * A purchase. All amounts are in minor units of the programme's currency.
     *
     * @param amount what the receipt asks for: after discounts, with tax and shipping, however paid
     * @param tax the part of the amount that is tax
     * @param shipping the part of the amount that is shipping
     * @param discount what was taken off before; not part of the amount
     * @param paidWithPoints the part of the amount that was paid with points
     * @param paidWithGiftCard the part of the amount that was paid by gift card
     * @param quantity how many things, in millionths
     * @param attributes channel, store, payment, country, tags and the vocabulary's own
     */
    record Purchase(
        long amount,
        long tax,
        long shipping,
        long discount,
        long paidWithPoints,
        long paidWithGiftCard,
        long quantity,
        List<Line> lines,
        Map<String, Datum> attributes)
        implements Body {
      /** Of goods of which nothing else is known: as many as the lines say, else one. */
      public static Purchase of(long amount, List<Line> lines) {
        long quantity = lines.isEmpty() ? MICROS : 0;
        for (Line line : lines) quantity = Math.addExact(quantity, line.quantity());
        return new Purchase(amount, 0, 0, 0, 0, 0, quantity, lines, Map.of());
      }
    }

    /** Goods come back; the purchase is named where it is known. */
    record Return(Optional<String> of, long amount, List<Line> lines) implements Body {
      /** What would be bought by buying these goods. */
      public Purchase goods() {
        return Purchase.of(amount, lines);
      }
    }

    /**
     * Points are spent.
     *
     * @param units in the kind's own unit: whole points, or hundredths; above 0
     * @param by of a pool's points, the member who spends them; empty of a member's own
     */
    record Redemption(String kind, long units, Optional<String> benefit, Optional<String> by)
        implements Body {
      /** A member's own are spent. */
      public Redemption(String kind, long units, Optional<String> benefit) {
        this(kind, units, benefit, Optional.empty());
      }
    }

    /**
     * Points are set aside, to be redeemed or given back.
     *
     * @param units in the kind's own unit; above 0
     * @param by of a pool's points, the member who will spend them; empty of a member's own
     */
    record Reservation(String kind, long units, Optional<String> benefit, Optional<String> by)
        implements Body {
      /** A member's own are set aside. */
      public Reservation(String kind, long units, Optional<String> benefit) {
        this(kind, units, benefit, Optional.empty());
      }
    }

    /**
     * What was set aside is redeemed; rules answer to it as to a redemption.
     *
     * @param of the reservation's id at the same source
     */
    record Confirmation(String of) implements Body {}

    /**
     * What was set aside is given back.
     *
     * @param of the reservation's id at the same source
     */
    record Cancellation(String of, String reason) implements Body {}

    /** The member joins; facts that are known from then on. */
    record Enrolment(Optional<MonthDay> birthday, Map<String, Datum> attributes) implements Body {}

    /** Attributes of the member change; those not named stay. */
    record Change(Map<String, Datum> attributes) implements Body {}

    /**
     * A built-in or custom event: check-in, review, survey, complaint, referral, or its own type;
     * none that has a body of its own, for rules would take it for that one.
     */
    record Other(String type, Map<String, Datum> attributes) implements Body {
      private static final Set<String> OWN_BODY =
          Stream.concat(
                  Stream.of("purchase", "return", "redemption", "enrolment"),
                  Vocabulary.UNANSWERED_EVENTS.stream())
              .collect(Collectors.toUnmodifiableSet());

      public Other {
        if (OWN_BODY.contains(type))
          throw new IllegalArgumentException("A %s has a body of its own.".formatted(type));
      }
    }

    /**
     * A benefit is used that the member has, or that was handed out.
     *
     * @param benefit its id; empty where the code alone names it
     * @param code of what was handed out; empty where any of the benefit is used
     */
    record Use(String benefit, Optional<String> code) implements Body {
      /** Any of a benefit. */
      public Use(String benefit) {
        this(benefit, Optional.empty());
      }
    }

    /** Support adjusts a balance. */
    record Adjustment(String kind, long units, String reason) implements Body {}

    /** Support grants a tier. */
    record Grant(String tier, LocalDate until, String reason) implements Body {}

    /**
     * Points go to another member.
     *
     * @param units in the kind's own unit, a fee included; above 0
     */
    record Transfer(String kind, long units, String to) implements Body {}

    /**
     * Points come from another member. It follows from that member's transfer; made by the engine,
     * never posted.
     *
     * @param from the member who gave them
     * @param lots in the order in which they were taken there; one at least
     */
    record Received(String kind, String from, List<Given> lots) implements Body {
      /** The source of all of these; no event from elsewhere may call itself so. */
      public static final String SOURCE = "transfer";

      /**
       * Points under the terms that they had.
       *
       * @param earnedOn when they were earned
       * @param lapsesOn at the start of this day they are gone; empty where they never are
       * @param follows whether that day changes with the tier held or with what the member does
       * @param units above 0
       */
      public record Given(
          LocalDate earnedOn, Optional<LocalDate> lapsesOn, boolean follows, long units) {}

      public Received {
        lots = List.copyOf(lots);
      }

      /** How much it is in all, in the kind's own unit. */
      public long units() {
        long sum = 0;
        for (Given lot : lots) sum = Math.addExact(sum, lot.units());
        return sum;
      }
    }

    /**
     * A member comes into a pool; an event of the pool.
     *
     * @param by the member
     */
    record PoolJoin(String by) implements Body {}

    /**
     * A member goes from a pool; an event of the pool.
     *
     * @param by the member
     */
    record PoolLeave(String by) implements Body {}

    /**
     * A pool took the member in, which from now on passes on what it has and earns. It follows from
     * the pool's event; made by the engine, never posted.
     */
    record PoolJoined(String pool) implements Body {}

    /** A pool let the member go. It follows from the pool's event, as its counterpart does. */
    record PoolLeft(String pool) implements Body {}

    /**
     * The member spent points of its pool; rules answer to it as to a redemption. It follows from
     * the pool's event; made by the engine, never posted.
     *
     * @param units in the kind's own unit; above 0
     */
    record PoolSpent(String kind, long units, Optional<String> benefit, String pool)
        implements Body {}

    /**
     * What a member of a pool gave or owes it by what happened to the member. It follows from a
     * decision on that member; made by the engine, never posted.
     *
     * @param from the member
     * @param parts one of each kind at most
     */
    record PoolPoints(String from, List<Part> parts) implements Body {
      /**
       * What is the matter with one kind.
       *
       * @param lots what comes, in the order in which it was taken from the member
       * @param back what goes back to the member, who had less to give than it gave; 0 or more, in
       *     the kind's unit
       * @param taken what is taken back of what goods earned that came back; below 0 where less was
       *     to be taken than was taken before
       * @param earnedOn when those points were earned, where it is known
       * @param active the day of an activity that keeps points of the kind alive
       */
      public record Part(
          String kind,
          List<Received.Given> lots,
          long back,
          long taken,
          Optional<LocalDate> earnedOn,
          Optional<LocalDate> active) {
        public Part {
          lots = List.copyOf(lots);
        }

        /** How much comes, in the kind's own unit. */
        public long units() {
          long sum = 0;
          for (Received.Given lot : lots) sum = Math.addExact(sum, lot.units());
          return sum;
        }
      }

      public PoolPoints {
        parts = List.copyOf(parts);
      }
    }

    /**
     * A member that a pool took in cannot be in it, since it is in another one by then. It follows
     * from the member's refusal; made by the engine, never posted.
     *
     * @param by the member
     * @param since when the pool took it in
     */
    record PoolDeclined(String by, Instant since) implements Body {}

    /**
     * What a rule gives the other side of a referral by what happened to a member. It follows from
     * the decision on that member; made by the engine, never posted.
     *
     * @param from the member whose event it was
     * @param as which side whoever gets it is of: {@code REFERRER} or {@code REFERRED}
     * @param parts one of each rule and kind or benefit at most; none where the member is only told
     *     by whom it was brought
     */
    record ReferralReward(String from, Outcome.To as, List<Part> parts) implements Body {
      /** The source of all of these; no event from elsewhere may call itself so. */
      public static final String SOURCE = "referral-reward";

      /**
       * What one rule gives.
       *
       * @param rule the rule, or the place of what a ladder or a challenge gives
       * @param kind the point kind; empty of a benefit
       * @param benefit the benefit; empty of points
       * @param units points in the kind's unit, or how many of the benefit; below 0 where it is
       *     taken back
       * @param goods of what is taken back for goods that came back, and of what corrects that
       */
      public record Part(
          String rule, String kind, String benefit, long units, Optional<Goods> goods) {
        public boolean isOfPoints() {
          return benefit.isEmpty();
        }
      }

      /**
       * Goods that came back.
       *
       * @param reward the name of the event by which the purchase gave something; empty where it
       *     was not kept
       * @param earnedOn when that was earned
       */
      public record Goods(String reward, LocalDate earnedOn) {}

      public ReferralReward {
        parts = List.copyOf(parts);
      }

      /** How many points of a kind come, less what is taken back, in the kind's unit. */
      public long units(String kind) {
        long sum = 0;
        for (Part part : parts)
          if (part.kind().equals(kind)) sum = Math.addExact(sum, part.units());
        return sum;
      }
    }

    /**
     * What falls due by time alone; made by the fold, never posted.
     *
     * @param what what falls due
     * @param of the ladder, the point kind or the metric; of an inactivity its length; empty of
     *     what is the member's alone
     */
    record Due(What what, String of) implements Body {
      /** What the type begins with of whatever falls due that rules answer to. */
      private static final String UNANSWERED = "due";

      public static final String ANSWERED = "due:";

      /** Whether rules answer to it. */
      public boolean isAnswered() {
        return typeOf(what, of).startsWith(ANSWERED);
      }

      /** Whether a type is one of what time alone brings about. */
      public static boolean isType(String type) {
        return type.equals(UNANSWERED) || type.startsWith(ANSWERED);
      }

      /** The word by which rules name it; no declared type of event can have a colon. */
      public static String typeOf(What what, String of) {
        return switch (what) {
          case BIRTHDAY -> ANSWERED + "birthday";
          case ANNIVERSARY -> ANSWERED + "anniversary";
          case INACTIVITY -> ANSWERED + "inactivity:" + of;
          case RELEASE,
              EXPIRY,
              ROLLOVER,
              GRANT_END,
              REVIEW,
              HEAD_START,
              WARNING,
              HOLDINGS_END,
              NEW_TERMS ->
              UNANSWERED;
        };
      }

      /** What falls due; several at one instant happen in this order. */
      public enum What {
        RELEASE,
        EXPIRY,
        /** A period of a metric begins into which something of the one before is carried. */
        ROLLOVER,
        /** What was granted ends. */
        GRANT_END,
        REVIEW,
        /** Periods of metrics begin of which a tier gives something to whoever holds it then. */
        HEAD_START,
        /** The term of a tier will end soon. */
        WARNING,
        /** What was handed out lapses, or what was set aside for a benefit is given back. */
        HOLDINGS_END,
        /** The member's birthday; that of 29 February is kept on the 28th where there is none. */
        BIRTHDAY,
        /** A whole number of years since the enrolment. */
        ANNIVERSARY,
        /** So long after the last purchase. */
        INACTIVITY,
        /** The terms of a revision that comes into force reach the member at its start. */
        NEW_TERMS
      }
    }
  }

  /**
   * A line of a purchase.
   *
   * @param amount in minor units, after discounts
   * @param quantity in millionths
   * @param attributes product, category, brand, tags and the vocabulary's own
   */
  public record Line(long amount, long quantity, Map<String, Datum> attributes) {}

  /** Whether an id is one of a pool's. */
  public static boolean isPool(String member) {
    return member.startsWith(POOL);
  }

  /** Whether it follows from what was decided of another account, which nobody can post. */
  public boolean isMadeHere() {
    return switch (body) {
      case Body.Received _,
          Body.PoolJoined _,
          Body.PoolLeft _,
          Body.PoolSpent _,
          Body.PoolPoints _,
          Body.PoolDeclined _,
          Body.ReferralReward _ ->
          true;
      case Body.Purchase _,
          Body.Return _,
          Body.Redemption _,
          Body.Reservation _,
          Body.Confirmation _,
          Body.Cancellation _,
          Body.Enrolment _,
          Body.Change _,
          Body.Other _,
          Body.Adjustment _,
          Body.Grant _,
          Body.Transfer _,
          Body.PoolJoin _,
          Body.PoolLeave _,
          Body.Use _,
          Body.Due _ ->
          false;
    };
  }

  /** A source and an id there as one text; no two pairs share one. */
  public static String nameOf(String source, String id) {
    return source.replace("%", "%25").replace(":", "%3A") + ":" + id;
  }

  /** The word by which rules name the type of this event. */
  public String type() {
    return switch (body) {
      case Body.Purchase p -> "purchase";
      case Body.Return r -> "return";
      case Body.Redemption r -> "redemption";
      case Body.Reservation r -> "reservation";
      case Body.Confirmation c -> "redemption";
      case Body.Cancellation c -> "cancellation";
      case Body.Enrolment e -> "enrolment";
      case Body.Change c -> "change";
      case Body.Other o -> o.type();
      case Body.Adjustment a -> "adjustment";
      case Body.Grant g -> "grant";
      case Body.Transfer t -> "transfer";
      case Body.Use u -> "use";
      case Body.Received r -> "received";
      case Body.PoolJoin j -> "pool-join";
      case Body.PoolLeave l -> "pool-leave";
      case Body.PoolJoined j -> "pool-joined";
      case Body.PoolLeft l -> "pool-left";
      case Body.PoolSpent s -> "redemption";
      case Body.PoolPoints p -> "pool-points";
      case Body.PoolDeclined d -> "pool-declined";
      case Body.ReferralReward r -> "referral-reward";
      case Body.Due d -> Body.Due.typeOf(d.what(), d.of());
    };
  }
}
