package dev.laurel.rules.language;

import java.util.List;

/** A set of offers of which a member gets the best. Immutable. */
@Doc("A set of offers of which a member gets the best: the first by score whose rows are met.")
public record OfferSet(@Declares(Thing.OFFER) String id, Text title, List<Offer> of) {
  /** One offer. */
  @Doc("One offer.")
  public record Offer(
      @Declares(Thing.ROW) String id,
      Text title,
      @Range(min = "-1000", max = "1000") @Default("0") int score,
      @Refers(Thing.SEGMENT) List<String> audience,
      Rows when,
      Rows unless,
      List<Outcome> then) {}
}
