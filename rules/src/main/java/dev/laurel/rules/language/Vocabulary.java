package dev.laurel.rules.language;

import java.util.List;

/** What this programme knows beyond the built-in words. Immutable. */
@Doc("What this programme knows beyond the built-in words.")
public record Vocabulary(
    @Doc("Attributes of members: member.<id>.") List<Attribute> member,
    @Doc("Attributes of purchases: purchase.<id>.") List<Attribute> purchase,
    @Doc("Attributes of products, carried by lines: line.<id>.") List<Attribute> product,
    @Doc("Types of events beyond the built-in ones.") List<EventType> events,
    @Doc("Channels by which members are reached.") List<Named> channels,
    @Doc("Purposes for which members give consent.") List<Purpose> purposes) {
  /**
   * The event types that every programme has. A reference to an event type may name them, an
   * expression reads them as {@code event.type}, and no pack may declare them again.
   */
  public static final List<String> BUILT_IN_EVENTS =
      List.of(
          "purchase",
          "return",
          "redemption",
          "enrolment",
          "referral",
          "checkIn",
          "review",
          "survey",
          "complaint",
          "consent",
          "messageOutcome");

  /**
   * The types of what happens without a rule that could answer to it. Nothing refers to them, and
   * no pack may declare them.
   */
  public static final List<String> UNANSWERED_EVENTS =
      List.of(
          "change",
          "adjustment",
          "grant",
          "transfer",
          "use",
          "received",
          "due",
          "reservation",
          "confirmation",
          "cancellation",
          "pool-join",
          "pool-leave",
          "pool-joined",
          "pool-left",
          "pool-spent",
          "pool-points",
          "pool-declined",
          "referral-reward");

  public static final Vocabulary EMPTY =
      new Vocabulary(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /** A typed attribute. */
  @Doc("A typed attribute.")
  public record Attribute(
      @Declares(Thing.ATTRIBUTE) String id,
      Text title,
      Type type,
      @Doc("Of a choice: what may be chosen.") List<String> values,
      @Doc("Personal data: kept in the vault, never in an event, decision or ledger entry.")
          @Default("false")
          boolean personal) {
    public Attribute {
      if ((type == Type.CHOICE) == values.isEmpty())
        throw new IllegalArgumentException(
            "The attribute %s needs values if, and only if, it is a choice.".formatted(id));
    }
  }

  /** Types of attributes. */
  public enum Type {
    /** A decimal number with at most six places. */
    @Doc("A decimal number with at most six places.")
    NUMBER,
    /** An amount in the programme's currency. */
    @Doc("An amount in the programme's currency.")
    MONEY,
    TEXT,
    /** One of the values named. */
    @Doc("One of the values named.")
    CHOICE,
    /** Several texts without order. */
    @Doc("Several texts without order.")
    LIST,
    TRUTH,
    DATE,
    TIME
  }

  /** A type of event with its attributes, asked for as event.&lt;id&gt;. */
  @Doc("A type of event with its attributes, asked for as event.<id>.")
  public record EventType(
      @Declares(Thing.EVENT) String id, Text title, List<Attribute> attributes) {}

  /** A channel. */
  @Doc("A channel.")
  public record Named(@Declares(Thing.CHANNEL) String id, Text title) {}

  /** A purpose. */
  @Doc("A purpose.")
  public record Purpose(@Declares(Thing.PURPOSE) String id, Text title) {}
}
