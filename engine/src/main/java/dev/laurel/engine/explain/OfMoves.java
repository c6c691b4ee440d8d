package dev.laurel.engine.explain;

import static dev.laurel.engine.explain.Phrases.lastDay;
import static dev.laurel.engine.explain.Phrases.message;
import static dev.laurel.engine.explain.Phrases.sentence;

import dev.laurel.engine.decision.Move;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Sentences;

/** Tells which tiers were reached, kept and lost, and until when they are held. Immutable. */
final class OfMoves {
  private final Revision revision;
  private final Sentences sentences;
  private final RuleNames rules;

  OfMoves(Revision revision, Sentences sentences, RuleNames rules) {
    this.revision = revision;
    this.sentences = sentences;
    this.rules = rules;
  }

  Sentence of(Move move) {
    Phrase until =
        move.until()
            .<Phrase>map(d -> message("told.move.until", lastDay(d)))
            .orElseGet(() -> message("told.move.without-end"));
    return switch (move.way()) {
      case UP ->
          sentence(
              "told.move.up",
              sentences.name(Thing.TIER, move.from()),
              sentences.name(Thing.TIER, move.to()),
              until);
      case DOWN ->
          sentence(
              "told.move.down",
              sentences.name(Thing.TIER, move.from()),
              sentences.name(Thing.TIER, move.to()),
              until);
      case RENEWED -> sentence("told.move.renewed", sentences.name(Thing.TIER, move.to()), until);
      case KEPT -> sentence(kept(move), sentences.name(Thing.TIER, move.to()), until);
      case GRANTED -> sentence("told.move.granted", sentences.name(Thing.TIER, move.to()), until);
      case ENDED ->
          sentence(
              "told.move.ended",
              sentences.name(Thing.TIER, move.from()),
              rules.given(move.rule()).orElseGet(() -> new Phrase.Quoted(move.rule())),
              sentences.name(Thing.TIER, move.to()),
              until);
    };
  }

  /** For want of what a tier is kept for some time yet. */
  private String kept(Move move) {
    if (move.rule().equals(Move.NEXT_REVIEW)) return "told.move.kept.terms";
    LadderPlan plan = revision.ladders().get(revision.ladder(move.ladder()));
    boolean whileMet =
        plan.tiers().get(plan.rank(move.to())).validity() instanceof Ladder.Validity.WhileMet;
    return whileMet ? "told.move.kept.while-met" : "told.move.kept";
  }
}
