package dev.laurel.rules.language;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An example that must stay true: what happens to one member, and what must come of it. */
@Doc("An example that must stay true: what happens to one member, and what must come of it.")
public record Scenario(
    @Declares(Thing.SCENARIO) String id,
    Text title,
    @Doc("Why it must be so: the published term or the case that it guards.")
        Optional<Text> because,
    @Doc("Constructs that the engine does not evaluate yet; the scenario waits for them.")
        List<String> waitsFor,
    Given member,
    List<Step> steps) {

  /** The member before the first step. */
  @Doc("The member before the first step.")
  public record Given(
      @Doc("The day of enrolment; absent means the day of the first step.")
          Optional<LocalDate> enrolled,
      Optional<MonthDay> birthday,
      @Doc("Tiers held, by ladder.") Map<String, String> tiers,
      @Doc(
              "The day on which the tier's term ends, by ladder; absent means as if the tier had"
                  + " been reached on the day of the first step.")
          Map<String, LocalDate> tiersUntil,
      @Doc("Available points, by kind.") Map<String, BigDecimal> points,
      @Doc("Metrics counted so far, by id, as of the first step.") Map<String, BigDecimal> metrics,
      @Doc("Attributes of the vocabulary.") Map<String, Datum> attributes,
      @Doc(
              "In which group of a campaign the member is, by campaign: control, or a variant's id;"
                  + " absent means in no control group.")
          Map<String, String> groups,
      @Doc(
              "In which fifths of the population the member is, by the period that is looked at;"
                  + " they stay so in the whole scenario. Absent means in none.")
          Map<String, Fifths> fifths) {
    /** The group of those who get nothing, for comparison. */
    public static final String CONTROL = "control";

    /** One who is in no control group, and of whom nobody knows the place in the population. */
    public Given(
        Optional<LocalDate> enrolled,
        Optional<MonthDay> birthday,
        Map<String, String> tiers,
        Map<String, LocalDate> tiersUntil,
        Map<String, BigDecimal> points,
        Map<String, BigDecimal> metrics,
        Map<String, Datum> attributes) {
      this(enrolled, birthday, tiers, tiersUntil, points, metrics, attributes, Map.of(), Map.of());
    }
  }

  /** Fifths of the population; 5 is the best. */
  @Doc("Fifths of the population; 5 is the best.")
  public record Fifths(
      @Doc("By the last purchase.") @Range(min = "1", max = "5") int recency,
      @Doc("By the number of purchases.") @Range(min = "1", max = "5") int frequency,
      @Doc("By the money spent.") @Range(min = "1", max = "5") int money) {}

  /**
   * Something happens, or only time passes, and something is expected.
   *
   * @param at local time in the programme's zone
   */
  @Doc("Something happens, or only time passes, and something is expected.")
  public record Step(
      @Doc("Local time in the programme's zone.") LocalDateTime at,
      @Doc("What happens; absent: time passes.") Optional<Happening> event,
      @Doc("What must hold then.") Optional<Expected> expect) {}

  /** What happens. */
  @Doc("What happens.")
  public sealed interface Happening {
    @Doc("A purchase; its amount is what the receipt asks for.")
    record Purchase(
        @Doc("An id, when a later step returns it.") Optional<String> id,
        @Range(decimals = 4) Optional<BigDecimal> amount,
        @Range(decimals = 4) Optional<BigDecimal> tax,
        @Range(decimals = 4) Optional<BigDecimal> shipping,
        @Range(decimals = 4) Optional<BigDecimal> discount,
        @Range(decimals = 4) Optional<BigDecimal> paidWithPoints,
        @Range(decimals = 4) Optional<BigDecimal> paidWithGiftCard,
        Optional<String> channel,
        Optional<String> store,
        Optional<String> payment,
        Optional<String> country,
        List<String> tags,
        List<Line> lines,
        Map<String, Datum> attributes)
        implements Happening {}

    @Doc("Goods come back.")
    record Return(
        @Doc("The purchase; absent when it is not known.") Optional<String> of,
        @Range(decimals = 4) Optional<BigDecimal> amount,
        List<Line> lines)
        implements Happening {}

    @Doc("Points are spent.")
    record Redemption(
        @Refers(Thing.POINT_KIND) String kind,
        @Range(decimals = 2) BigDecimal points,
        @Refers(Thing.BENEFIT) Optional<String> benefit)
        implements Happening {}

    @Doc("An event of another type, built in (such as enrolment or checkIn) or declared.")
    record Other(String event, Map<String, Datum> attributes) implements Happening {}

    @Doc("Attributes of the member change.")
    record Change(Map<String, Datum> attributes) implements Happening {}

    @Doc("Support grants a tier.")
    record Grant(@Refers(Thing.TIER) String tier, LocalDate until, String reason)
        implements Happening {}

    @Doc("Support adjusts a balance.")
    record Adjust(
        @Refers(Thing.POINT_KIND) String kind,
        @Range(min = "-1000000000000", decimals = 2) BigDecimal points,
        String reason)
        implements Happening {}

    @Doc("A benefit is used that the member has, or that was handed out.")
    record Use(@Refers(Thing.BENEFIT) String benefit) implements Happening {}

    @Doc("Points go to another member.")
    record Transfer(
        @Refers(Thing.POINT_KIND) String kind, @Range(decimals = 2) BigDecimal points, String to)
        implements Happening {}

    @Doc("The member comes into a pool, which has what it has and earns of pooled kinds from then.")
    record JoinPool(String pool) implements Happening {}

    @Doc("The member goes from the pool, and takes nothing along.")
    record LeavePool(String pool) implements Happening {}
  }

  /** A line of a purchase or of a return. */
  @Doc("A line of a purchase or of a return.")
  public record Line(
      @Range(min = "-1000000000", decimals = 4) BigDecimal amount,
      @Range(decimals = 6) @Default("1") BigDecimal quantity,
      Optional<String> product,
      Optional<String> category,
      Optional<String> brand,
      List<String> tags,
      Map<String, Datum> attributes) {}

  /** What must hold after the step; whatever is not named is not asked. */
  @Doc("What must hold after the step; whatever is not named is not asked.")
  public record Expected(
      @Doc("Points that this step earned, by kind.") Map<String, BigDecimal> earned,
      @Doc("Available points, by kind.") Map<String, BigDecimal> available,
      @Doc("Points that wait, by kind.") Map<String, BigDecimal> pending,
      @Doc("Points expired so far, by kind.") Map<String, BigDecimal> expired,
      @Doc("Tiers held, by ladder.") Map<String, String> tiers,
      @Doc(
              "The day on which the tier's term ends, by ladder: the last day on which it is held"
                  + " where the ladder ends terms to its end, else the first on which it is not.")
          Map<String, LocalDate> tiersUntil,
      @Doc("Metrics, by id.") Map<String, BigDecimal> metrics,
      @Doc(
              "The days on which points expire, by kind, as day: points; a day to whose end they can"
                  + " be spent is named itself, not the one after it.")
          Map<String, Map<LocalDate, BigDecimal>> expiring,
      @Doc("Rules that fired.") @Refers({Thing.RULE, Thing.CAMPAIGN}) List<String> fired,
      @Doc("Rules that did not, with the reason.") Map<String, Why> notFired,
      @Doc("Whether the step is refused, with the code.") Optional<String> refused,
      @Doc("Messages that are sent.") @Refers(Thing.MESSAGE) List<String> messages,
      @Doc("Benefits handed out, to the member or by a referral to the other.")
          @Refers(Thing.BENEFIT)
          List<String> entitled,
      @Doc(
              "Points that another member gets by this step, by kind: what is left of the fee, or what"
                  + " rules give the other side of a referral; or the member's pool, less what is given"
                  + " up for goods that come back.")
          Map<String, BigDecimal> received) {}

  /** Why a rule gave nothing. */
  public enum Why {
    CONDITION_NOT_MET,
    MISSING,
    BEATEN,
    LIMIT_REACHED,
    NOT_IN_FORCE
  }
}
