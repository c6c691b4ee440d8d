package dev.laurel.engine.decision;

import dev.laurel.engine.decision.FactsMaker.Reading;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.MemberState.Beside;
import dev.laurel.engine.revision.Occasions;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.engine.rulebase.RuleBase;
import dev.laurel.engine.rulebase.RuleBase.Hit;
import dev.laurel.rules.language.Trigger.TierChange.Direction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What rules give that answer to moves on ladders: in the same decision, once it is settled where
 * the member stands, and for one round only. Immutable.
 *
 * @see "engine/docs/decisions/036-what-time-brings-about.md"
 */
final class MoveRules {
  private final Revision revision;
  private final FactsMaker factsMaker;
  private final Earning earning;
  private final Challenges challenges;
  private final Set<String> answered;

  MoveRules(Revision revision, FactsMaker factsMaker, Earning earning, Challenges challenges) {
    this.revision = revision;
    this.factsMaker = factsMaker;
    this.earning = earning;
    this.challenges = challenges;
    this.answered = revision.occasions().moves();
  }

  /**
   * Gives what rules give for the moves of a decision.
   *
   * @param reading how the member was read when it was decided where to move
   * @return what the rules looked at, of each move to which one answers
   */
  List<Facts> answer(
      Working working,
      Event event,
      CampaignBudgets budgets,
      RuleBase.Session session,
      Reading reading) {
    if (answered.isEmpty() || working.moves.isEmpty()) return List.of();
    List<Beside> before = Granting.beside(working);
    List<Facts> saw = new ArrayList<>();
    // Who rises by the rules and at once again by a grant has risen once: rules see only the end.
    Set<String> words = new LinkedHashSet<>();
    for (Move move : working.moves)
      words.add(direction(move).map(way -> Occasions.ofMove(move.ladder(), way)).orElse(""));
    for (String word : words) {
      if (!answered.contains(word)) continue;
      Facts facts = factsMaker.move(working.state(), event, working.day, reading, word);
      saw.add(facts);
      int postings = working.postings.size();
      int findings = working.findings.size();
      List<Hit> hits = session.event(facts, List.of());
      earning.earnBeside(
          working, event, budgets, new Reached.Part(Stretch.ALL, hits, facts, List.of()));
      challenges.advance(working, event, hits, facts, budgets);
      Counting.countGifts(working, postings, findings);
    }
    Granting.settleMore(working, before);
    return List.copyOf(saw);
  }

  /** Which way it went; empty where the same tier is merely held longer. */
  private Optional<Direction> direction(Move move) {
    return switch (move.way()) {
      case UP -> Optional.of(Direction.UP);
      case DOWN, ENDED -> Optional.of(Direction.DOWN);
      case RENEWED -> Optional.of(Direction.RENEWED);
      case GRANTED -> move.from().equals(move.to()) ? Optional.empty() : Optional.of(Direction.UP);
      case KEPT -> Optional.empty();
    };
  }
}
