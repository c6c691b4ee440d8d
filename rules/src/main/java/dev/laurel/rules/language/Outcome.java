package dev.laurel.rules.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a rule gives. Closed family. */
@Doc("What a rule gives.")
public sealed interface Outcome {
  /** Who receives it. */
  enum To {
    MEMBER,
    /** Whoever brought somebody: by the referral that is the event, else by the one that was. */
    @Doc("Whoever brought somebody: in the referral itself, and later whoever brought the member.")
    REFERRER,
    /** Whoever was brought. */
    @Doc("Whoever was brought, in a referral.")
    REFERRED,
    POOL
  }

  /** Who gets it; of what cannot say so, the member. */
  default To whose() {
    if (this instanceof Points points) return points.to();
    return this instanceof Entitle entitle ? entitle.to() : To.MEMBER;
  }

  /** Whether it is for a side of a referral. */
  default boolean isOfReferral() {
    return whose() == To.REFERRER || whose() == To.REFERRED;
  }

  @Doc("A fixed number of points.")
  record Points(
      @Refers(Thing.POINT_KIND) String kind,
      @Range(decimals = 2) BigDecimal points,
      @Doc(
              "Who gets them: the member; both sides of a referral, or whoever once brought the"
                  + " member; or the member's pool, of which those stay with a member who is in"
                  + " none.")
          @Default("member")
          To to)
      implements Outcome {}

  @Doc("Points for each so much money of the base.")
  record PerAmount(
      @Refers(Thing.POINT_KIND) String kind,
      @Range(decimals = 6) BigDecimal points,
      @Doc("For each so much money.") @Range(min = "0.000001", decimals = 6) @Default("1")
          BigDecimal each,
      Optional<Base> of,
      @Doc("Whether a begun part of the amount earns in proportion or only whole ones.")
          @Default("in-proportion")
          Steps steps,
      @Doc("Which tier's rate counts when the purchase itself reaches the next tier.")
          @Default("tier-before")
          Crossing crossing)
      implements Outcome {
    /** Whether parts of an amount count. */
    public enum Steps {
      IN_PROPORTION,
      WHOLE_ONLY
    }

    /** What happens when a purchase itself reaches a tier. */
    public enum Crossing {
      /** The tier held before the purchase counts for all of it. */
      @Doc("The tier held before the purchase counts for all of it.")
      TIER_BEFORE,
      /** From the cent that reaches the next tier its rate counts. */
      @Doc("From the cent that reaches the next tier its rate counts.")
      FROM_THAT_CENT,
      /** The tier held after the purchase counts for all of it. */
      @Doc("The tier held after the purchase counts for all of it.")
      TIER_AFTER
    }
  }

  @Doc("Points for each unit of a number attribute, such as purchase.quantity or purchase.nights.")
  record PerUnit(
      @Refers(Thing.POINT_KIND) String kind,
      @Range(decimals = 6) BigDecimal points,
      @Doc("The attribute's path.") String attribute)
      implements Outcome {}

  @Doc("What the matching row of a table gives.")
  record ByTable(
      @Refers(Thing.POINT_KIND) String kind, @Refers(Thing.TABLE) String table, Optional<Base> of)
      implements Outcome {}

  @Doc("Multiplies what the rules or groups named earn in the same event; the surplus is its own.")
  record Multiply(
      @Doc("At least 1: a lower rate is a rate of its own.")
          @Range(min = "1", max = "1000", decimals = 6)
          BigDecimal by,
      @Doc("Rules or groups whose points are multiplied.") @Refers({Thing.RULE, Thing.GROUP})
          List<String> of)
      implements Outcome {}

  @Doc("Multiplies by what the matching row of a table gives.")
  record MultiplyByTable(
      @Refers(Thing.TABLE) String table, @Refers({Thing.RULE, Thing.GROUP}) List<String> of)
      implements Outcome {}

  @Doc("Puts the member into a tier for a time, with a reason.")
  record GrantTier(@Refers(Thing.TIER) String tier, Span span, Text reason) implements Outcome {}

  @Doc("Moves a counter.")
  record Count(
      @Refers(Thing.COUNTER) String counter,
      @Range(min = "-1000000", max = "1000000", decimals = 6) @Default("1") BigDecimal by)
      implements Outcome {}

  @Doc("Hands out a benefit.")
  record Entitle(
      @Refers(Thing.BENEFIT) String benefit,
      @Range(min = "1", max = "1000") @Default("1") int count,
      @Doc("Who gets it, as with points; a benefit belongs to a person, so never a pool.")
          @Default("member")
          To to)
      implements Outcome {}

  @Doc("Sends a message, with consent for its purpose and channel only.")
  record Send(@Refers(Thing.MESSAGE) String message) implements Outcome {}

  @Doc("Makes the best offer of a set.")
  record Offer(@Refers(Thing.OFFER) String offer) implements Outcome {}
}
