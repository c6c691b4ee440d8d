package dev.laurel.engine.explain;

import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.revision.BenefitPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Sentences;
import java.math.BigDecimal;
import java.util.Optional;

/** Tells what became of benefits: handed out, used, lapsed. */
final class OfBenefits {
  private final Revision revision;
  private final Sentences sentences;

  OfBenefits(Revision revision, Sentences sentences) {
    this.revision = revision;
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

  /** What a stock does not hold any more. */
  Sentence outOfStock(Finding.LimitReached reached, Phrase rule) {
    return Explanations.sentence(
        "told.benefit.stock",
        rule,
        Explanations.micros(reached.wanted()),
        Explanations.micros(reached.given()));
  }

  /** What would be more of a benefit than anybody may have at once; empty of other limits. */
  Optional<Sentence> mostHeld(Finding.LimitReached reached, Phrase rule) {
    return revision.benefits().stream()
        .filter(plan -> plan.mostHeld().equals(reached.limit()))
        .map(plan ->
            Explanations.sentence(
                "told.benefit.most-held",
                rule,
                Explanations.micros(reached.wanted()),
                benefit(plan.id()),
                Explanations.micros(reached.given()),
                number(BenefitPlan.MOST_HELD)))
        .findFirst();
  }

  private Phrase benefit(String id) {
    return sentences.name(Thing.BENEFIT, id);
  }

  private static Phrase number(long count) {
    return new Phrase.Number(BigDecimal.valueOf(count));
  }
}
