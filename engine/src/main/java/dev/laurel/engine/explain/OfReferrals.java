package dev.laurel.engine.explain;

import static dev.laurel.engine.explain.Phrases.message;
import static dev.laurel.engine.explain.Phrases.number;
import static dev.laurel.engine.explain.Phrases.sentence;

import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.decision.OtherShare;
import dev.laurel.engine.decision.StoredDecision;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Sentences;
import java.util.Optional;

/** Tells what both sides of a referral get of one another's events. */
final class OfReferrals {
  private final Amounts amounts;
  private final Sentences sentences;

  OfReferrals(Amounts amounts, Sentences sentences) {
    this.amounts = amounts;
    this.sentences = sentences;
  }

  /** Why something came from another member's event. */
  Phrase what(Body.ReferralReward reward) {
    return message(
        "told.event.referral-reward." + word(reward.as()), new Phrase.Quoted(reward.from()));
  }

  /** That nobody is there who could get it. */
  Sentence noOther(Phrase rule, Outcome.To to, Finding.NoOther.Why why) {
    String reason =
        switch (why) {
          case UNKNOWN -> "unknown";
          case FOLLOWS -> "follows";
          case NOT_NAMED -> word(to);
        };
    return sentence("told.finding.no-other." + reason, rule);
  }

  Sentence of(Finding.HandedOn handed, Phrase rule) {
    return sentence(
        "told.benefit.handed-on",
        rule,
        number(handed.count()),
        benefit(handed.benefit()),
        new Phrase.Quoted(handed.to()));
  }

  /** What came, or was taken back, because of which member. */
  Sentence of(Finding.Rewarded rewarded, Phrase rule) {
    boolean back = rewarded.awards().stream().anyMatch(award -> award.units() < 0);
    Phrase points =
        new Phrase.Joined(
            Phrase.Join.AND,
            rewarded.awards().stream()
                .map(award -> amounts.points(award.kind(), Math.abs(award.units())))
                .toList());
    return sentence(
        back ? "told.finding.rewarded.back" : "told.finding.rewarded." + word(rewarded.as()),
        rule,
        points,
        new Phrase.Quoted(rewarded.from()));
  }

  /** What a correction or a return does not change. */
  Sentence of(Finding.Settled settled, Phrase rule) {
    if (!settled.benefit().isEmpty())
      return sentence(
          "told.benefit.settled", rule, number(settled.units()), benefit(settled.benefit()));
    String key =
        switch (settled.how()) {
          case NEVER_CAME -> "told.finding.settled.never-came";
          case STILL_THERE -> "told.finding.settled.still-there";
        };
    return sentence(key, rule, amounts.points(settled.kind(), settled.units()));
  }

  Sentence of(Finding.TakenBack taken) {
    return sentence("told.benefit.taken-back", number(taken.count()), benefit(taken.benefit()));
  }

  /**
   * What the other gives up again, or gets more by a correction; what it first gets, rules tell.
   */
  Optional<Sentence> of(OtherShare share, StoredDecision decision) {
    boolean corrects = decision.correction().isPresent();
    if (!corrects && share.units() > 0) return Optional.empty();
    Phrase what =
        share.isOfPoints()
            ? amounts.points(share.kind(), Math.abs(share.units()))
            : message(
                "told.benefit.so-many", number(Math.abs(share.units())), benefit(share.benefit()));
    String key = share.units() > 0 ? "told.other.more" : "told.other.back";
    return Optional.of(sentence(key, what, new Phrase.Quoted(share.member())));
  }

  private Phrase benefit(String id) {
    return sentences.name(Thing.BENEFIT, id);
  }

  private static String word(Outcome.To to) {
    return to == Outcome.To.REFERRER ? "referrer" : "referred";
  }
}
