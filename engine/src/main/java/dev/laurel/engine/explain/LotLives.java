package dev.laurel.engine.explain;

import static dev.laurel.engine.explain.Phrases.message;

import dev.laurel.engine.decision.Decider;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.member.Purse.Lot;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.PointKind.Availability;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the life of each lot: since when a member has it, from when it can be spent, when it lapses
 * and by which policy. Immutable and thread-safe.
 *
 * @see "engine/docs/decisions/058-the-life-of-a-lot.md"
 */
public final class LotLives {
  private final Revision revision;
  private final Explanations explanations;
  private final Decider decider;

  /** Of members as this revision takes them. */
  public LotLives(Revision revision, Explanations explanations) {
    this.revision = revision;
    this.explanations = explanations;
    this.decider = new Decider(revision);
  }

  /**
   * A sentence for each lot of a kind, in the order of the lots.
   *
   * @param state of this revision, with time taken into account
   */
  public List<Sentence> of(MemberState state, String kind) {
    Purse purse = state.purse(kind).orElseGet(() -> Purse.empty(kind));
    List<Sentence> lives = new ArrayList<>(purse.lots().size());
    for (Lot lot : purse.lots())
      lives.add(
          Phrases.sentence(
              "told.lot",
              origin(state, kind, lot),
              availability(kind, lot),
              end(state, kind, lot)));
    return lives;
  }

  private Phrase origin(MemberState state, String kind, Lot lot) {
    Phrase points = explanations.amounts().points(kind, lot.units());
    if (lot.since() != lot.earnedOn())
      return message(
          Event.isPool(state.member()) ? "told.lot.pooled" : "told.lot.received",
          points,
          date(lot.earnedOn()),
          date(lot.since()));
    return message(
        decider.isOfOneDay(kind, lot) ? "told.lot.earned" : "told.lot.earned-from",
        points,
        date(lot.earnedOn()));
  }

  private Phrase availability(String kind, Lot lot) {
    if (!lot.pending()) return message("told.lot.available");
    return lot.awaitsEvent()
            && revision.kind(kind).available() instanceof Availability.AtEvent(var event)
        ? message("told.lot.awaits", explanations.sentences().name(Thing.EVENT, event))
        : message("told.lot.pending", date(lot.availableOn()));
  }

  /** A lot is gone at the start of its day, so that the day before is the last on which it is. */
  private Phrase end(MemberState state, String id, Lot lot) {
    if (lot.lapsesOn() == Purse.NEVER) return message("told.lot.never");
    Phrase last = date(lot.lapsesOn() - 1);
    if (!decider.isByPresentTerms(id, lot)) return message("told.lot.other-terms", last);
    PointKind kind = revision.kind(id);
    Set<String> tiers =
        state.standings().stream().map(MemberState.Standing::tier).collect(Collectors.toSet());
    return message("told.lot.lapses", last, explanations.sentences().expiry(kind, tiers));
  }

  private static Phrase date(long day) {
    return new Phrase.Date(LocalDate.ofEpochDay(day));
  }
}
