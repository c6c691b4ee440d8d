package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.member.Holdings;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Vocabulary;
import java.util.Optional;

/**
 * Keeps to what a member consents: to messages by a channel for a purpose.
 *
 * @see "engine/docs/decisions/072-messages.md"
 */
final class Consents {
  /** The type of the events that give and withdraw it. */
  static final String TYPE = "consent";

  private Consents() {}

  /** Keeps what an event of this type says; why not, where it does not say enough. */
  static Optional<Refusal> keep(Working working, Body.Other event) {
    if (!event.type().equals(TYPE)) return Optional.empty();
    Vocabulary vocabulary = working.revision.pack().vocabulary().orElse(Vocabulary.EMPTY);
    String channel = text(event, "channel");
    if (vocabulary.channels().stream().noneMatch(each -> each.id().equals(channel)))
      return refused("unknown-channel", "the programme has no channel \"%s\".", channel);
    String purpose = text(event, "purpose");
    if (vocabulary.purposes().stream().noneMatch(each -> each.id().equals(purpose)))
      return refused("unknown-purpose", "the programme has no purpose \"%s\".", purpose);
    if (!(event.attributes().get("given") instanceof Datum.One(Value.Truth(var given))))
      return refused("no-answer", "it does not say whether consent is %s.", "given");
    String consent = Holdings.consent(channel, purpose);
    Holdings before = working.holdings();
    working.holdings(
        given ? before.withConsent(consent, working.day) : before.withoutConsent(consent));
    return Optional.empty();
  }

  private static String text(Body.Other event, String name) {
    return event.attributes().get(name) instanceof Datum.One(Value.Text(var text)) ? text : "";
  }

  private static Optional<Refusal> refused(String code, String why, String of) {
    return Optional.of(new Refusal(code, "The consent was refused: " + why.formatted(of)));
  }
}
