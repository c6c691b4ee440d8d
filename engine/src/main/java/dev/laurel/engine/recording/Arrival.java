package dev.laurel.engine.recording;

import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Span;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;

/** How late events may come. Thread-safe. */
record Arrival(Timeline timeline, EventStore events, InstantSource clock) {
  /** The code by which an event is refused that came too late. */
  static final String TOO_LATE = "too-late";

  /**
   * Why an event came too late; empty where it did not. It may come up to the end of the day that
   * lies the programme's limit after its own, by the revision in force when it came.
   */
  Optional<Refusal> tooLate(Event event) {
    // Whoever it comes from does not have it any more, or counts on it.
    if (event.isMadeHere()) return Optional.empty();
    Optional<Refusal> now = tooLate(event, clock.instant());
    // The clock goes on while an event waits to be decided; when it came was written down.
    return now.isEmpty()
        ? now
        : events
            .find(EventKey.of(event))
            .map(Claim::recordedAt)
            .map(at -> tooLate(event, at))
            .orElse(now);
  }

  private Optional<Refusal> tooLate(Event event, Instant came) {
    if (event.occurredAt().isAfter(came)) return Optional.empty();
    Revision revision = timeline.at(came).decider().revision();
    Optional<Span> limit = revision.pack().programme().latestArrival();
    if (limit.isEmpty()) return Optional.empty();
    LocalDate last = limit.get().after(event.occurredAt().atZone(revision.zone()).toLocalDate());
    LocalDate day = came.atZone(revision.zone()).toLocalDate();
    return day.isAfter(last)
        ? Optional.of(
            new Refusal(
                TOO_LATE,
                "The event %s was not carried out: it came on %s, and could come until %s. Have support adjust what it should have changed."
                    .formatted(event.id(), day, last)))
        : Optional.empty();
  }
}
