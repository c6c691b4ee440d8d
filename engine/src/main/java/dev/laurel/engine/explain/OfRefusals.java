package dev.laurel.engine.explain;

import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import java.util.Set;

/** Tells why an event was refused. */
final class OfRefusals {
  /** The codes of refusals of which the language's templates tell the meaning. */
  static final Set<String> CODES =
      Set.of(
          "beyond-range",
          "not-enough-points",
          "too-many-reservations",
          "too-many-held",
          "no-reservation",
          "no-returns",
          "negative-return",
          "unknown-purchase",
          "not-a-purchase",
          "more-than-bought",
          "unknown-benefit",
          "not-entitled",
          "costs-nothing",
          "not-the-price",
          "no-such-step",
          "used-up",
          "unknown-code",
          "code-used",
          "code-of-another",
          "code-of-another-benefit",
          "unknown-channel",
          "unknown-purpose",
          "no-answer",
          "out-of-stock",
          "not-for-use",
          "grant-unknown-tier",
          "grant-of-base-tier",
          "grant-over",
          "grant-beyond-extension",
          "too-late",
          "spent-since",
          "not-due",
          "no-transfer",
          "transfer-to-oneself",
          "unknown-receiver",
          "transfer-below-least",
          "transfer-above-most",
          "transfer-all-fee",
          "not-pooled",
          "no-pooling",
          "not-a-pool",
          "not-of-a-pool",
          "unknown-member",
          "in-this-pool",
          "in-another-pool",
          "not-in-pool",
          "pool-full",
          "same-instant",
          "points-in-pool",
          "not-from-a-pool",
          "pool-to-its-member",
          "referral-of-oneself",
          "referral-of-others",
          "not-evaluated");

  private OfRefusals() {}

  static Sentence of(Refusal refusal) {
    String key = CODES.contains(refusal.code()) ? refusal.code() : "other";
    return Phrases.sentence("told.refused." + key, new Phrase.Code(refusal.message()));
  }
}
