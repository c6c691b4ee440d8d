package dev.laurel.engine.operation;

import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.Posting.Account;
import dev.laurel.engine.decision.StoredDecision;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.recording.Applied;
import dev.laurel.engine.recording.Claim;
import dev.laurel.engine.recording.EventForm;
import dev.laurel.engine.recording.EventKey;
import dev.laurel.engine.recording.EventStore;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.PointKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads what happened to a member, and what came of it. Thread-safe. */
final class MemberHistory {
  private static final String BY_TIME = "due";

  private final Operation operation;
  private final EventStore events;
  private final EventForm form;
  private final Revisions revisions;
  private final Function<Revision, Trying> trying;

  /**
   * @param trying tells what a revision decided
   */
  MemberHistory(
      Operation operation,
      EventStore events,
      EventForm form,
      Revisions revisions,
      Function<Revision, Trying> trying) {
    this.operation = operation;
    this.events = events;
    this.form = form;
    this.revisions = revisions;
    this.trying = trying;
  }

  /** See {@link Insight#history}. */
  Optional<List<Event>> inTime(String member, int most) {
    List<Claim> claims = events.ofMember(member, "", most + 1);
    if (claims.size() > most) return Optional.empty();
    Set<String> tooLate = tooLate(member);
    return Optional.of(
        claims.stream()
            .filter(claim -> !tooLate.contains(claim.key()))
            .map(Claim::event)
            .map(form::read)
            .sorted(Event.ORDER)
            .toList());
  }

  /** The keys of events that left no trace in where the member stands. */
  private Set<String> tooLate(String member) {
    Set<String> keys = new HashSet<>();
    OptionalLong after = OptionalLong.of(0);
    while (after.isPresent()) {
      Optional<Page<Applied>> page =
          operation.decisions(member, after.getAsLong(), Operation.LARGEST_PAGE);
      page.stream()
          .flatMap(of -> of.items().stream())
          .filter(Applied::cameTooLate)
          .forEach(applied -> keys.add(applied.key()));
      after = page.map(Page::next).orElseGet(OptionalLong::empty);
    }
    return keys;
  }

  /** See {@link Insight#timeline}. */
  List<TimelineEntry> latestFirst(String member, long before, int limit) {
    long after = Math.max(0, before - 1 - limit);
    int wanted = (int) Math.min(limit, Math.max(1, before - 1 - after));
    List<TimelineEntry> entries = new ArrayList<>();
    operation
        .decisions(member, after, wanted)
        .ifPresent(page -> page.items().forEach(applied -> entries.addFirst(entry(applied))));
    return entries;
  }

  private TimelineEntry entry(Applied applied) {
    String digest = DecisionReader.revision(applied.decision());
    Trying by = trying.apply(revisions.of(digest).revision());
    DecisionReader reader = DecisionReader.of(by.revision());
    StoredDecision decision = reader.read(applied.decision());
    List<Posting> postings =
        applied.entries().stream().map(each -> reader.readEntry(each).posting()).toList();
    return new TimelineEntry(
        applied.key(),
        applied.place(),
        decision.occurredAt(),
        decision.type(),
        events
            .find(EventKey.first(applied.key()))
            .map(Claim::event)
            .map(form::read)
            .map(by.explanations()::happened)
            .or(() -> by.explanations().byTime(decision.type())),
        changes(by.revision(), postings),
        by.explanations().beside(decision, postings),
        decision.refusal(),
        !decision.type().equals(BY_TIME)
            || !decision.moves().isEmpty()
            || decision.saw().standing().isPresent(),
        revisions.number(digest));
  }

  private static List<TimelineEntry.Change> changes(Revision revision, List<Posting> postings) {
    Map<String, Long> byKind = new TreeMap<>();
    for (Posting posting : postings) {
      long units =
          (isOwned(posting.to()) ? posting.units() : 0)
              - (isOwned(posting.from()) ? posting.units() : 0);
      byKind.merge(posting.kind(), units, Long::sum);
    }
    List<TimelineEntry.Change> changes = new ArrayList<>();
    for (PointKind kind : revision.pack().programme().pointKinds()) {
      BigDecimal points = Trying.inPoints(kind, byKind.getOrDefault(kind.id(), 0L));
      if (points.signum() != 0) changes.add(new TimelineEntry.Change(kind.id(), points));
    }
    return changes;
  }

  private static boolean isOwned(Account account) {
    return switch (account) {
      case PENDING, AVAILABLE -> true;
      case ISSUED, RESERVED, REDEEMED, EXPIRED, REVERSED, TRANSFERRED, FEE, DEBT -> false;
    };
  }
}
