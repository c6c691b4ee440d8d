package dev.laurel.rules.language;

import java.util.Optional;

/** What a rule answers to. Closed family; the plain ones are written as one word. */
@Doc("What a rule answers to.")
public sealed interface Trigger {
  @Doc("A purchase.")
  record Purchase() implements Trigger {}

  @Doc("Goods that come back.")
  record Return() implements Trigger {}

  @Doc("Points that are spent.")
  record Redemption() implements Trigger {}

  @Doc("Joining the programme.")
  record Enrolment() implements Trigger {}

  @Doc(
      "A member brings somebody: the event is of either and names the other, as referrer or"
          + " referred.")
  record Referral() implements Trigger {}

  @Doc("A check-in at a place.")
  record CheckIn() implements Trigger {}

  @Doc("A review.")
  record Review() implements Trigger {}

  @Doc("A survey that was answered.")
  record Survey() implements Trigger {}

  @Doc("A complaint.")
  record Complaint() implements Trigger {}

  @Doc("The start of the member's birthday.")
  record Birthday() implements Trigger {}

  @Doc("The start of each anniversary of the enrolment.")
  record Anniversary() implements Trigger {}

  @Doc("So long after the last purchase, at the start of that day.")
  record Inactivity(Span span) implements Trigger {}

  @Doc("A move on a ladder.")
  record TierChange(
      @Doc("The ladder on which the member moves.") @Refers(Thing.LADDER) String ladder,
      @Default("up") Direction direction)
      implements Trigger {
    /** Which way. */
    public enum Direction {
      UP,
      DOWN,
      RENEWED
    }
  }

  @Doc("An event of a type that the vocabulary declares.")
  record Event(@Refers(Thing.EVENT) String event) implements Trigger {}

  @Doc("A message that was delivered, opened or answered.")
  record MessageOutcome(
      @Refers(Thing.MESSAGE) Optional<String> message,
      @Doc("What became of it: delivered, failed, opened or answered.") String outcome)
      implements Trigger {}
}
