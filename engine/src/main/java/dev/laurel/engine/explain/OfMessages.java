package dev.laurel.engine.explain;

import static dev.laurel.engine.explain.Phrases.sentence;

import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.EarningGroup.Limit;
import dev.laurel.rules.language.Message;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Sentences;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;

/** Tells which messages were made and which not, and which offer was the best. Immutable. */
final class OfMessages {
  private final Revision revision;
  private final Sentences sentences;
  private final RuleNames rules;

  OfMessages(Revision revision, Sentences sentences, RuleNames rules) {
    this.revision = revision;
    this.sentences = sentences;
    this.rules = rules;
  }

  Sentence of(Finding.Sent sent) {
    Phrase by = rules.of(sent.rule());
    if (sent.waits().isEmpty()) return sentence("told.message.sent", by, name(sent.message()));
    ZonedDateTime until = sent.waits().get().atZone(revision.zone());
    return sentence(
        "told.message.waits",
        by,
        name(sent.message()),
        new Phrase.Date(until.toLocalDate()),
        new Phrase.Time(until.toLocalTime()));
  }

  Sentence of(Finding.NoConsent lacking) {
    return sentence(
        "told.message.no-consent",
        rules.of(lacking.rule()),
        name(lacking.message()),
        sentences.name(Thing.PURPOSE, lacking.purpose()),
        sentences.name(Thing.CHANNEL, lacking.channel()));
  }

  Sentence of(Finding.TooOften reached) {
    return sentence(
        "told.message.too-often",
        rules.of(reached.rule()),
        name(reached.message()),
        new Phrase.Number(most(reached)),
        new Phrase.Quoted(reached.limit()));
  }

  private BigDecimal most(Finding.TooOften reached) {
    return revision.pack().messages().stream()
        .filter(message -> message.id().equals(reached.message()))
        .map(Message::limits)
        .flatMap(List::stream)
        .filter(limit -> limit.id().equals(reached.limit()))
        .map(Limit::atMost)
        .findFirst()
        .orElseThrow();
  }

  Sentence of(Finding.StaysSent sent) {
    return sentence("told.message.stays-sent", name(sent.message()));
  }

  Sentence of(Finding.Offered made) {
    return sentence("told.offer.made", rules.of(made.rule()), rules.of(made.offer()));
  }

  /**
   * @param rows what is not met of it
   */
  Sentence of(Finding.PassedOver passed, Phrase rows) {
    return sentence("told.offer.passed", rules.of(passed.offer()), rows);
  }

  private Phrase name(String message) {
    return sentences.name(Thing.MESSAGE, message);
  }
}
