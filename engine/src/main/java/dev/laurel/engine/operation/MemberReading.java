package dev.laurel.engine.operation;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.recording.Applied;
import dev.laurel.engine.recording.EventKey;
import dev.laurel.engine.recording.MemberRecord;
import dev.laurel.engine.recording.Recorder;
import dev.laurel.engine.recording.Stores;
import dev.laurel.rules.sentence.Speaker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads single members: where they stand, what was decided of them, what would be. Thread-safe. */
final class MemberReading {
  private final Stores stores;
  private final Revisions revisions;
  private final Recorder recorder;
  private final InstantSource clock;

  MemberReading(Stores stores, Revisions revisions, Recorder recorder, InstantSource clock) {
    this.stores = stores;
    this.revisions = revisions;
    this.recorder = recorder;
    this.clock = clock;
  }

  /** See {@link Operation#member}. */
  Optional<MemberView> member(String id) {
    Instant now = clock.instant();
    recorder.passTime(id, now);
    return stores.members().find(id).map(record -> view(record, now));
  }

  private MemberView view(MemberRecord record, Instant now) {
    Instant asOf = record.state().asOf().isAfter(now) ? record.state().asOf() : now;
    // Nothing falls due by then, but a revision may have come into force since.
    MemberState state =
        revisions.timeline().passTime(record.state(), asOf, _ -> Grants.FREELY, _ -> {});
    return view(state, record.places(), asOf);
  }

  private MemberView view(MemberState state, long kept, Instant asOf) {
    Fold fold = revisions.fold(asOf);
    return new MemberViews(fold.decider()).of(fold.seen(state, asOf), kept, asOf);
  }

  /** See {@link Operation#decisions}. */
  Optional<Page<Applied>> decisions(String member, long afterPlace, int limit) {
    if (limit < 1 || limit > Operation.LARGEST_PAGE)
      throw new IllegalArgumentException(
          "A page has 1 to %d items, not %d.".formatted(Operation.LARGEST_PAGE, limit));
    return stores.members().find(member).map(record -> page(record, afterPlace, limit));
  }

  /**
   * What stands in the ledger, and what is still in the outbox of a record that was read before it:
   * of the places up to the record's last one there is then none that is in neither.
   */
  private Page<Applied> page(MemberRecord record, long afterPlace, int limit) {
    SortedMap<Long, Applied> all = new TreeMap<>();
    for (Applied applied : record.outbox())
      if (applied.place() > afterPlace) all.put(applied.place(), applied);
    for (Applied applied : stores.decisions().ofMember(record.member(), afterPlace, limit))
      if (applied.place() <= record.places()) all.put(applied.place(), applied);
    List<Applied> items = all.values().stream().limit(limit).toList();
    long last = items.isEmpty() ? afterPlace : items.getLast().place();
    return new Page<>(items, last < record.places() ? OptionalLong.of(last) : OptionalLong.empty());
  }

  /** See {@link Operation#tryOut}. */
  Trial tryOut(Event event, Speaker speaker) {
    if (event.occurredAt().isAfter(clock.instant().plus(Operation.MOST_TRIED_AHEAD)))
      throw new Operation.TooFarAheadException();
    long kept = stores.members().find(event.member()).map(MemberRecord::places).orElse(0L);
    List<Decision> decisions = new ArrayList<>();
    MemberState after = recorder.tried(event, decisions);
    return new Trial(
        decisions.stream().map(d -> told(d, speaker)).toList(), view(after, kept, after.asOf()));
  }

  private ExplainedDecision told(Decision decision, Speaker speaker) {
    return revisions.of(decision.revision()).of(EventKey.of(decision.event()), decision, speaker);
  }
}
