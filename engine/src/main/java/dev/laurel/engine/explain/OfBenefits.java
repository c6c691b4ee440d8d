package dev.laurel.engine.explain;

import dev.laurel.engine.decision.Finding;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Sentences;
import java.math.BigDecimal;

/** Tells what became of benefits: handed out, used, lapsed. */
final class OfBenefits {
  private final Sentences sentences;

  OfBenefits(Sentences sentences) {
    this.sentences = sentences;
  }

  /**
   * @param by what handed it out
   */
  Sentence of(Finding.HandedOut handed, Phrase by) {
    Phrase benefit = benefit(handed.benefit());
    Phrase count = number(handed.count());
    return handed.until().isPresent()
        ? Explanations.sentence(
            "told.benefit.handed-out.until",
            by,
            count,
            benefit,
            new Phrase.Date(handed.until().get().minusDays(1)))
        : Explanations.sentence("told.benefit.handed-out", by, count, benefit);
  }

  Sentence of(Finding.Used used) {
    Phrase benefit = benefit(used.benefit());
    return used.left().isPresent()
        ? Explanations.sentence("told.benefit.used.left", benefit, number(used.left().getAsLong()))
        : Explanations.sentence("told.benefit.used", benefit);
  }

  Sentence of(Finding.Lapsed lapsed) {
    return Explanations.sentence(
        "told.benefit.lapsed", number(lapsed.count()), benefit(lapsed.benefit()));
  }

  /** What a stock does not hold any more; units are pieces. */
  Sentence outOfStock(Finding.LimitReached reached, Phrase rule) {
    return Explanations.sentence(
        "told.benefit.stock", rule, number(reached.wanted()), number(reached.given()));
  }

  private Phrase benefit(String id) {
    return sentences.name(Thing.BENEFIT, id);
  }

  private static Phrase number(long count) {
    return new Phrase.Number(BigDecimal.valueOf(count));
  }
}
