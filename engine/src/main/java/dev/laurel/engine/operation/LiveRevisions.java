package dev.laurel.engine.operation;

import dev.laurel.engine.draft.Published;
import dev.laurel.engine.governance.Publishing;
import dev.laurel.engine.revision.NotEvaluatedException;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.pack.PackReader;
import dev.laurel.rules.pack.PackResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The revisions by which a programme runs, as those see them who draft and publish. Thread-safe.
 */
final class LiveRevisions implements Published, Publishing {
  private final Revisions revisions;
  private final InstantSource clock;
  private final Map<String, PackResult.Read> packs = new ConcurrentHashMap<>();

  LiveRevisions(Revisions revisions, InstantSource clock) {
    this.revisions = revisions;
    this.clock = clock;
  }

  @Override
  public Numbered latest() {
    RevisionStore.Head head = revisions.all().getLast();
    PackResult.Read pack =
        packs.computeIfAbsent(
            head.digest(), _ -> pack(revisions.find(head.number()).orElseThrow()));
    return new Numbered(head.number(), head.inForceSince(), pack);
  }

  @Override
  public Optional<Numbered> find(String digest) {
    return revisions
        .find(digest)
        .map(found ->
            new Numbered(
                found.number(),
                found.inForceSince(),
                packs.computeIfAbsent(digest, _ -> pack(found))));
  }

  private static PackResult.Read pack(StoredRevision stored) {
    try {
      return switch (PackReader.readZip(new ByteArrayInputStream(stored.pack()))) {
        case PackResult.Read read -> read;
        case PackResult.Refused(var faults) ->
            throw new IllegalStateException(
                "Revision %d cannot be read: %s".formatted(stored.number(), faults));
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Publishing.Outcome publish(int number, PackResult.Read pack, Optional<Instant> at) {
    Optional<Publishing.Outcome> before = published(number, pack);
    if (before.isPresent()) return before.get();
    try {
      return switch (revisions.publish(pack, at, clock.instant())) {
        case Publication.Published(var revision) ->
            new Outcome.Accepted(revision.number(), revision.inForceSince());
        case Publication.Refused(var faults) ->
            // Another process may have been asked the same, and have been faster.
            published(number, pack)
                .orElseGet(() ->
                    new Outcome.Refused(
                        faults.getFirst().code(),
                        faults.stream()
                            .map(LiveRevisions::sentence)
                            .collect(Collectors.joining(" "))));
      };
    } catch (NotEvaluatedException e) {
      return new Outcome.Refused("not-evaluated", String.valueOf(e.getMessage()));
    }
  }

  private static String sentence(Fault fault) {
    return fault.message() + " " + fault.remedy();
  }

  private Optional<Publishing.Outcome> published(int number, PackResult.Read pack) {
    return revisions
        .find(number)
        .filter(there -> there.digest().equals(pack.digest()))
        .map(there -> new Outcome.Accepted(number, there.inForceSince()));
  }

  @Override
  public Publishing.Outcome cancel(int number) {
    return switch (revisions.withdraw(number, clock.instant())) {
      case WITHDRAWN ->
          new Outcome.Accepted(number, revisions.find(number).orElseThrow().inForceSince());
      case UNKNOWN ->
          new Outcome.Refused(
              "no-revision", "There is no revision %d. Look at the list anew.".formatted(number));
      case TOO_LATE ->
          new Outcome.Refused(
              "in-force",
              "Revision %d is in force, or will be in a moment. Restore an earlier one instead."
                  .formatted(number));
    };
  }
}
