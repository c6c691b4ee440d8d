package dev.laurel.engine.operation;

import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.pack.PackReader;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The revisions of a store, each made ready once. Thread-safe. */
final class Revisions {
  private final RevisionStore store;
  private final StoredRevision inForce;
  private final Map<String, Told> ready = new ConcurrentHashMap<>();

  private Revisions(RevisionStore store, StoredRevision inForce) {
    this.store = store;
    this.inForce = inForce;
  }

  /**
   * Opens them; a pack that is handed to an empty store is put in force as its first revision.
   *
   * @throws NotOpenedException when there is no revision and no pack, or another revision is in
   *     force than the pack that is named
   */
  static Revisions open(RevisionStore store, Optional<PackResult.Read> pack, Instant now) {
    Optional<StoredRevision> found = store.inForce();
    if (found.isEmpty() && pack.isPresent()) {
      // What comes first of two that start at once is in force; the other is told below.
      store.append(first(pack.get(), now));
      found = store.inForce();
    }
    StoredRevision inForce =
        found.orElseThrow(() ->
            new NotOpenedException(
                """
                The programme was not started: its store is empty and no rule pack is named.
                Without one nothing can be decided.
                Name a pack, such as samples/cafe.\
                """));
    pack.filter(named -> !named.digest().equals(inForce.digest()))
        .ifPresent(named -> {
          throw otherInForce(named, inForce);
        });
    return new Revisions(store, inForce);
  }

  private static NotOpenedException otherInForce(PackResult.Read named, StoredRevision inForce) {
    return new NotOpenedException(
        """
        The programme was not started: another revision is in force than the pack that was named.
        In force is revision %d with the digest %s; the pack %s %s has %s.
        Start without naming a pack to go on with what is in force, or give the other one a store of its own.\
        """
            .formatted(
                inForce.number(),
                inForce.digest(),
                named.pack().pack().id(),
                named.pack().pack().version(),
                named.digest()));
  }

  private static StoredRevision first(PackResult.Read pack, Instant now) {
    // What cannot be evaluated must not be put in force.
    Revision revision = Revision.of(pack.pack(), pack.digest());
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try {
      PackWriter.writeZip(revision.pack(), zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new StoredRevision(1, pack.digest(), now, zip.toByteArray());
  }

  StoredRevision inForce() {
    return inForce;
  }

  Told current() {
    return ready(inForce);
  }

  /**
   * The revision with this digest.
   *
   * @throws IllegalStateException when the store does not have it, or holds something else for it
   */
  Told of(String digest) {
    Told known = ready.get(digest);
    if (known != null) return known;
    return ready(
        store
            .find(digest)
            .orElseThrow(() ->
                new IllegalStateException(
                    "The store has no revision with the digest %s.".formatted(digest))));
  }

  private Told ready(StoredRevision stored) {
    return ready.computeIfAbsent(stored.digest(), _ -> new Told(read(stored)));
  }

  private static Revision read(StoredRevision stored) {
    PackResult result;
    try {
      result = PackReader.readZip(new ByteArrayInputStream(stored.pack()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return switch (result) {
      case PackResult.Refused(var faults) ->
          throw unreadable(
              stored, faults.stream().map(Fault::toString).collect(Collectors.joining(" ")));
      case PackResult.Read(var pack, var digest) -> {
        if (!digest.equals(stored.digest()))
          throw unreadable(stored, "Its content has the digest %s.".formatted(digest));
        yield Revision.of(pack, digest);
      }
    };
  }

  private static NotOpenedException unreadable(StoredRevision stored, String why) {
    return new NotOpenedException(
        """
        Revision %d in the store cannot be read, so nothing can be decided by it. %s
        Start the Laurel that put it in force, or restore a backup.\
        """
            .formatted(stored.number(), why));
  }
}
