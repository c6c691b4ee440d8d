package dev.laurel.rules.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Something members get for their tier, their segment or their points. Immutable. */
@Doc("Something members get for their tier, their segment or their points.")
public record Benefit(
    @Declares(Thing.BENEFIT) String id,
    Text title,
    Optional<Text> description,
    @Doc("Tiers that have it; none named and no price: only handed out by rules.")
        @Refers(Thing.TIER)
        List<String> tiers,
    @Doc("Segments whose members have it.") @Refers(Thing.SEGMENT) List<String> segments,
    Rows when,
    @Doc("What it costs.") @Default("free") Price price,
    @Doc("How often and how long it may be used.") Optional<Entitlement> entitlement,
    @Doc("How many there are in all.") @Range(min = "1") Optional<Long> stock,
    @Doc("How long a redemption may stay reserved before it lapses.") Optional<Span> reservation,
    Optional<Codes> codes) {
  /** Whether members have it without its being handed out: those whom it names. */
  public boolean isHeld() {
    return price instanceof Price.Free
        && !(tiers.isEmpty() && segments.isEmpty() && when.byId().isEmpty());
  }

  /** What it costs in points. */
  @Doc("What it costs in points.")
  public sealed interface Price {
    @Doc("Nothing.")
    record Free() implements Price {}

    @Doc("A fixed number of points.")
    record Fixed(@Refers(Thing.POINT_KIND) String kind, @Range(decimals = 2) BigDecimal points)
        implements Price {}

    @Doc("Each so many points are worth so much money.")
    record Linear(
        @Refers(Thing.POINT_KIND) String kind,
        @Range(min = "0.01", decimals = 2) BigDecimal points,
        @Range(decimals = 2) BigDecimal worth)
        implements Price {}

    @Doc("Only the steps named.")
    record Steps(@Refers(Thing.POINT_KIND) String kind, List<Step> steps) implements Price {
      /** So many points for so much money. */
      @Doc("So many points for so much money.")
      public record Step(
          @Declares(Thing.ROW) String id,
          @Range(min = "0.01", decimals = 2) BigDecimal points,
          @Range(decimals = 2) BigDecimal worth) {}
    }
  }

  /** How often and how long it may be used. */
  @Doc("How often and how long it may be used.")
  public record Entitlement(
      @Doc("How often.") @Range(min = "1", max = "1000000") @Default("1") int uses,
      @Doc("In which period; absent means in all.") @Refers(Thing.PERIOD) Optional<String> over,
      @Doc("How long after it was handed out.") Optional<Span> validFor,
      @Default("to-its-end") Edge edge) {}

  /** How single-use codes look. */
  @Doc("How single-use codes look.")
  public record Codes(String prefix, @Range(min = "6", max = "32") @Default("12") int length) {}
}
