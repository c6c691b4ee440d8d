package dev.laurel.rules.language;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One purse of points. Immutable. */
@Doc("One purse of points.")
public record PointKind(
    @Declares(Thing.POINT_KIND) String id,
    Text title,
    @Doc("Redeemable points are spent and carry liability; qualifying points only count for tiers.")
        @Default("redeemable")
        Use use,
    @Doc("Whole points, or hundredths of a point.") @Default("whole") Unit unit,
    @Doc("How a part of the unit is rounded, once per event and kind; never exact.")
        @Default("down")
        Rounding rounding,
    @Doc("When earned points can be spent.") @Default("at-once") Availability available,
    @Doc("When points that nobody spent lapse.") @Default("never") Expiry expiry,
    @Doc("What one point is worth as a liability, in the programme's currency.")
        @Range(max = "1000000", decimals = 6)
        Optional<BigDecimal> worth,
    @Doc("What happens when more must be taken than is there.") @Default("debt")
        Shortfall shortfall,
    @Doc("The most points of this kind, in all or per period.") List<Cap> caps,
    @Doc("Whether and how members may give points away.") Optional<Transfer> transfer,
    @Doc(
            "Several members may share one balance, that of their pool, which has what each of them"
                + " has and earns; of a member in a pool, rules read what is left with the member.")
        Optional<Pooling> pooling) {

  public enum Use {
    REDEEMABLE,
    QUALIFYING
  }

  public enum Unit {
    WHOLE,
    HUNDREDTHS
  }

  /** When earned points become available. */
  @Doc("When earned points become available.")
  public sealed interface Availability {
    @Doc("With the event that earns them.")
    record AtOnce() implements Availability {}

    @Doc("So long after they were earned, at the start of that day.")
    record After(Span span) implements Availability {}

    @Doc("At the start of a fixed day.")
    record On(LocalDate day) implements Availability {}

    @Doc("When an event of this type arrives, such as the end of a stay.")
    record AtEvent(@Refers(Thing.EVENT) String event) implements Availability {}
  }

  /** When points that nobody spent lapse; never before the end of the day they were earned on. */
  @Doc("When points that nobody spent lapse; never before the end of the day they were earned on.")
  public sealed interface Expiry {
    @Doc("They never lapse.")
    record Never() implements Expiry {}

    @Doc(
        "So long after they were earned, carried on to the end named; not before the end of the"
            + " day on which they were earned.")
    record After(
        Span span,
        @Doc("To which end the day reached is carried on.") @Default("none") UpTo carriedTo,
        @Doc("Whether they lapse at the start of the day reached or at its end.")
            @Default("to-its-end")
            Edge edge,
        @Doc("What keeps them beyond that day.") Optional<Activity> unlessActive)
        implements Expiry {}

    @Doc("On a fixed day.")
    record On(LocalDate day, @Default("to-its-end") Edge edge) implements Expiry {}

    @Doc(
        "All of them, so long after the last event of the types named, but none sooner than so long"
            + " after it was earned.")
    record Inactivity(
        Span span,
        @Doc("The events that count as activity; none named: purchases.") @Refers(Thing.EVENT)
            List<String> events,
        @Default("to-its-end") Edge edge)
        implements Expiry {
      private static final String PURCHASE = "purchase";

      /** Whether an event of this type counts as activity. */
      public boolean isActivity(String type) {
        return events.isEmpty() ? type.equals(PURCHASE) : events.contains(type);
      }
    }

    @Doc("By the tier held: the first row that names it, else otherwise.")
    record ByTier(List<Row> rows, @Default("never") Expiry otherwise) implements Expiry {
      /** Which tiers follow which expiry. */
      @Doc("Which tiers follow which expiry.")
      public record Row(
          @Declares(Thing.ROW) String id, @Refers(Thing.TIER) List<String> tiers, Expiry expiry) {}

      /** What counts for whoever holds these tiers; itself no expiry by tier. */
      public Expiry heldWith(Set<String> tiersHeld) {
        for (Row row : rows)
          if (row.tiers().stream().anyMatch(tiersHeld::contains))
            return row.expiry() instanceof ByTier inner ? inner.heldWith(tiersHeld) : row.expiry();
        return otherwise instanceof ByTier inner ? inner.heldWith(tiersHeld) : otherwise;
      }
    }

    /**
     * Regular activity that keeps points: they lapse on their day or with the end of the first
     * period without such an event, whichever is later. Asked of the periods after the one in which
     * they were earned.
     */
    @Doc(
        "Points live on as long as one of the events falls into each period after the one in which"
            + " they were earned; they lapse on their day or with the end of the first period"
            + " without one, whichever is later.")
    record Activity(
        @Refers(Thing.PERIOD) String each,
        @Doc("The events that count as activity; none named: purchases.") @Refers(Thing.EVENT)
            List<String> events) {}

    /** To which end a date is carried on. */
    enum UpTo {
      NONE,
      END_OF_MONTH,
      END_OF_QUARTER,
      END_OF_YEAR
    }
  }

  /** What happens when more points must be taken than are available. */
  public enum Shortfall {
    /** It becomes a debt that later points pay first. */
    @Doc("It becomes a debt that later points pay first.")
    DEBT,
    /** The balance goes below zero. */
    @Doc("The balance goes below zero.")
    NEGATIVE,
    /** What is missing is forgiven. */
    @Doc("What is missing is forgiven.")
    FORGIVE
  }

  /** The most points of the kind. */
  @Doc("The most points of the kind.")
  public record Cap(
      @Declares(Thing.ROW) String id,
      @Doc("Of the balance, or of what is earned in the period.") @Default("earned") Of of,
      @Refers(Thing.PERIOD) Optional<String> over,
      @Range(decimals = 2) BigDecimal atMost) {
    /** What is capped. */
    public enum Of {
      EARNED,
      BALANCE
    }
  }

  /** Whether and how members may give points away. */
  @Doc("Whether and how members may give points away.")
  public record Transfer(
      @Doc("The fewest at a time.") @Range(decimals = 2) BigDecimal least,
      @Doc("The most in the period.") @Range(decimals = 2) Optional<BigDecimal> atMost,
      @Refers(Thing.PERIOD) Optional<String> over,
      @Doc("The fee kept, in per cent of the points given.")
          @Range(max = "100", decimals = 2)
          @Default("0")
          BigDecimal feePercent) {}

  /** Whether several members may share one balance. */
  @Doc("Whether several members may share one balance.")
  public record Pooling(@Range(min = "2", max = "100") int members) {}
}
