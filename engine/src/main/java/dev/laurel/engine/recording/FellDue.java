package dev.laurel.engine.recording;

import dev.laurel.engine.decision.Correction;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.Remembered;
import dev.laurel.engine.decision.Stood;
import dev.laurel.engine.decision.StoredDecision;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.fold.Fold;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What falls due of one member, in its turn. What fell due once and then did not any more, since
 * something came late, may fall due again: it keeps its name, and so is the same event, which is
 * decided once more. Not thread-safe.
 *
 * @see "engine/docs/decisions/028-late-events.md"
 */
final class FellDue {
  private final DecisionStore decisions;
  private final Readers readers;
  private final Deciding.Step step;

  /** By key what stands, once it was looked up. */
  private final Map<String, Optional<Stood>> stood = new HashMap<>();

  FellDue(DecisionStore decisions, Readers readers, Deciding.Step step) {
    this.decisions = decisions;
    this.readers = readers;
    this.step = step;
  }

  /** What is granted, event by event. */
  Grants grants(Fold fold) {
    return Grants.each(event -> {
      String key = EventKey.of(event);
      Optional<Stood> before = stood(key);
      return before.isEmpty()
          ? step.grants(key, fold)
          : new Again(
              before,
              step.grants(next(key, before.get()), fold),
              new Remembered(),
              Mailed.of(key, before.get().messages()));
    });
  }

  /** Keeps what was decided in its turn, of what fell due or of an event. */
  void keep(Decision decision) {
    String key = EventKey.of(decision.event());
    Optional<Stood> before =
        decision.event().body() instanceof Event.Body.Due ? stood(key) : Optional.empty();
    if (before.isEmpty()) step.add(decision, key);
    else
      before
          .get()
          .corrected(decision, because(before.get(), key))
          .ifPresent(made -> step.add(made, next(key, before.get())));
  }

  /** Something more was decided of this. */
  void added(String key) {
    stood.remove(EventKey.first(key));
  }

  private static String next(String key, Stood before) {
    return EventKey.again(key, before.times() + 1);
  }

  private static String because(Stood before, String key) {
    return before.latest().correction().map(Correction::because).orElse(key);
  }

  /** What stands of what falls due; empty where it never did. */
  Optional<Stood> stood(String key) {
    return stood.computeIfAbsent(key, this::read);
  }

  private Optional<Stood> read(String key) {
    Map<String, Applied> here = new HashMap<>();
    for (Applied one : step.newest())
      if (EventKey.first(one.key()).equals(key)) here.put(one.key(), one);
    if (!here.containsKey(key) && decisions.known(List.of(key)).isEmpty()) return Optional.empty();
    Optional<Stood> stood = Optional.empty();
    Optional<Applied> next = decided(key, here);
    for (int times = 2; next.isPresent(); times++) {
      StoredDecision decision = readers.read(next.get());
      List<Posting> postings = readers.postings(next.get());
      stood =
          Optional.of(
              stood.isEmpty()
                  ? Stood.of(decision, postings)
                  : stood.get().then(decision, postings));
      next = decided(EventKey.again(key, times), here);
    }
    return stood;
  }

  private Optional<Applied> decided(String key, Map<String, Applied> here) {
    return Optional.ofNullable(here.get(key)).or(() -> decisions.find(key));
  }
}
