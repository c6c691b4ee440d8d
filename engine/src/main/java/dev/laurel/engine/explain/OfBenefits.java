package dev.laurel.engine.explain;

import static dev.laurel.engine.explain.Phrases.message;
import static dev.laurel.engine.explain.Phrases.micros;
import static dev.laurel.engine.explain.Phrases.number;
import static dev.laurel.engine.explain.Phrases.sentence;

import dev.laurel.engine.code.ShownCodes;
import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.revision.BenefitPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Sentences;
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
            .map(day -> message("told.benefit.until", Phrases.lastDay(day)))
            .orElseGet(() -> message("told.benefit.without-end"));
    return handed.codes().isEmpty()
        ? sentence("told.benefit.handed-out", by, count, benefit, until)
        : sentence(
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
        ? sentence("told.benefit.used.left", benefit, number(used.left().getAsLong()))
        : sentence("told.benefit.used", benefit);
  }

  Sentence of(Finding.Lapsed lapsed) {
    return sentence("told.benefit.lapsed", number(lapsed.count()), benefit(lapsed.benefit()));
  }

  /** What a stock does not hold any more. */
  Sentence outOfStock(Finding.LimitReached reached, Phrase rule) {
    return sentence("told.benefit.stock", rule, micros(reached.wanted()), micros(reached.given()));
  }

  /**
   * What would be more of a benefit than anybody may have at once, or of one that the programme has
   * no more; empty of other limits.
   */
  Optional<Sentence> mostHeld(Finding.LimitReached reached, Phrase rule) {
    return BenefitPlan.ofMostHeld(reached.limit())
        .map(id -> {
          Phrase wanted = micros(reached.wanted());
          Phrase given = micros(reached.given());
          return isThere(id)
              ? sentence(
                  "told.benefit.most-held",
                  rule,
                  wanted,
                  benefit(id),
                  given,
                  number(BenefitPlan.MOST_HELD))
              : sentence("told.benefit.gone", rule, wanted, benefit(id), given);
        });
  }

  private boolean isThere(String benefit) {
    return revision.benefits().stream().anyMatch(plan -> plan.id().equals(benefit));
  }

  private Phrase benefit(String id) {
    return sentences.name(Thing.BENEFIT, id);
  }
}
