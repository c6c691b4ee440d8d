package dev.laurel.engine.operation;

import dev.laurel.engine.decision.Decision;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened to a member and what it did. Immutable.
 *
 * @param key the event's, see {@link dev.laurel.engine.recording.EventKey}
 * @param place its number among the member's decisions, from 1
 * @param type the event's type
 * @param happened what happened; empty where only the decision is known
 * @param changes what there is more or less of afterwards, to be spent now or later
 * @param beside what became of points and tiers beside what rules gave
 * @param ruled whether rules were asked; what only lapses or is released asks none
 * @param revision the number of the revision that decided
 */
public record TimelineEntry(
    String key,
    long place,
    Instant occurredAt,
    String type,
    Optional<Phrase> happened,
    List<Change> changes,
    List<Sentence> beside,
    Optional<Decision.Refusal> refusal,
    boolean ruled,
    int revision) {
  /** More points of a kind, or fewer. */
  public record Change(String kind, BigDecimal points) {}

  public TimelineEntry {
    changes = List.copyOf(changes);
    beside = List.copyOf(beside);
  }
}
