package dev.laurel.rules.language;

import java.util.Optional;

/** What a rule answers to. Closed family; the plain ones are written as one word. */
@Doc("What a rule answers to.")
public sealed interface Trigger {
  record Purchase() implements Trigger {}

  record Return() implements Trigger {}

  record Redemption() implements Trigger {}

  record Enrolment() implements Trigger {}

  record Referral() implements Trigger {}

  record CheckIn() implements Trigger {}

  record Review() implements Trigger {}

  record Survey() implements Trigger {}

  record Complaint() implements Trigger {}

  @Doc("The start of the member's birthday.")
  record Birthday() implements Trigger {}

  @Doc("The start of each anniversary of the enrolment.")
  record Anniversary() implements Trigger {}

  @Doc("So long after the last purchase, at the start of that day.")
  record Inactivity(Span span) implements Trigger {}

  @Doc("A move on a ladder.")
  record TierChange(@Refers(Thing.LADDER) String ladder, @Default("up") Direction direction)
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
  record MessageOutcome(@Refers(Thing.MESSAGE) Optional<String> message, String outcome)
      implements Trigger {}
}
