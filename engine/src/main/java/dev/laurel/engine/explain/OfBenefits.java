package dev.laurel.engine.explain;

import dev.laurel.engine.code.ShownCodes;
import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.revision.BenefitPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Sentences;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
    Phrase until =
        handed
            .until()
            .<Phrase>map(day ->
                new Phrase.Message(
                    "told.benefit.until", List.of(new Phrase.Date(day.minusDays(1)))))
            .orElseGet(() -> new Phrase.Message("told.benefit.without-end", List.of()));
    return handed.codes().isEmpty()
        ? Explanations.sentence("told.benefit.handed-out", by, count, benefit, until)
        : Explanations.sentence(
            "told.benefit.handed-out.codes", by, count, benefit, until, codes(handed.codes()));
  }

  /** What is used, by its name, by its code or by both. */
  Phrase what(Body.Use use) {
    List<Phrase> words = new ArrayList<>();
    if (!use.benefit().isEmpty()) words.add(benefit(use.benefit()));
    use.code().ifPresent(code -> words.add(code(code)));
    String key =
        use.code().isEmpty()
            ? "told.event.use"
            : use.benefit().isEmpty() ? "told.event.use.code" : "told.event.use.both";
    return new Phrase.Message(key, words);
  }

  /** Whys are read by many, and tell by which code; whoever may use it sees the whole elsewhere. */
  private static Phrase code(String code) {
    return new Phrase.Code(ShownCodes.masked(code));
  }

  private static Phrase codes(List<String> codes) {
    return new Phrase.Joined(Phrase.Join.AND, codes.stream().map(OfBenefits::code).toList());
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
