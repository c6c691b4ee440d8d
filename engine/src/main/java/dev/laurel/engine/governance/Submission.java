package dev.laurel.engine.governance;

import dev.laurel.engine.draft.Version;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A draft as it was submitted. Immutable.
 *
 * @param version of the draft, sealed
 * @param digest of the pack that is to be approved
 * @param baseRevision the number of the revision that it began with
 * @param authors whoever wrote something that is in it, and whoever submitted it
 * @param note what the submitter says of it
 */
public record Submission(
    Version version,
    String digest,
    int baseRevision,
    String baseDigest,
    Set<String> authors,
    String by,
    Instant at,
    String note) {
  public Submission {
    authors = Collections.unmodifiableSet(new TreeSet<>(authors));
  }
}
