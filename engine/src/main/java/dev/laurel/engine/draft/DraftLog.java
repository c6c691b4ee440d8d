package dev.laurel.engine.draft;

import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.tree.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the log of the present draft as far as it goes, and adds to it. Thread-safe. */
final class DraftLog {
  private static final int PAGE = 200;

  private final DraftStore store;
  private final Published revisions;

  /** What was read last, so that only what is new is read next. */
  private volatile @Nullable DraftState known;

  /** The one that nobody has begun: what it says is checked once, however often it is looked at. */
  private volatile @Nullable DraftState unbegun;

  DraftLog(DraftStore store, Published revisions) {
    this.store = store;
    this.revisions = revisions;
  }

  /** The present draft; one that nobody has begun where there is none or the last one is closed. */
  DraftState current() {
    Optional<DraftStart> latest = store.latest();
    if (latest.isEmpty()) return fresh(1);
    DraftState last = known;
    DraftState from =
        last != null && last.begun() && last.start().number() == latest.get().number()
            ? last
            : DraftState.of(latest.get(), true, base(latest.get().baseDigest()));
    DraftState now = readOn(from, Long.MAX_VALUE);
    known = now;
    return now.phase() == DraftState.Phase.CLOSED ? fresh(now.start().number() + 1) : now;
  }

  /** A draft at a version. */
  DraftState at(Version version) {
    DraftStart start = store.find(version.draft()).orElseThrow(() -> noSuchVersion(version));
    DraftState then =
        readOn(DraftState.of(start, true, base(start.baseDigest())), version.number());
    if (then.version().number() != version.number()) throw noSuchVersion(version);
    return then;
  }

  private static IllegalArgumentException noSuchVersion(Version version) {
    return new IllegalArgumentException(
        "Draft %d has no version %d.".formatted(version.draft(), version.number()));
  }

  private DraftState readOn(DraftState from, long until) {
    DraftState now = from;
    while (true) {
      List<LogEntry> page = store.log(now.start().number(), now.version().number(), PAGE);
      for (LogEntry entry : page) {
        if (entry.number() > until) return now;
        now = now.after(entry, this::base);
      }
      if (page.size() < PAGE) return now;
    }
  }

  /**
   * Adds an entry.
   *
   * @return the draft after it; empty where another entry came first
   */
  Optional<DraftState> append(DraftState now, LogEntry entry) {
    if (!store.append(entry)) return Optional.empty();
    DraftState begun = now.begun() ? now : DraftState.of(now.start(), true, now.tree());
    DraftState after = begun.after(entry, this::base);
    known = after;
    return Optional.of(after);
  }

  private DraftState fresh(int number) {
    Published.Numbered latest = revisions.latest();
    DraftState before = unbegun;
    if (before != null
        && before.start().number() == number
        && before.start().baseRevision() == latest.number()
        && before.start().baseDigest().equals(latest.digest())) return before;
    // Nobody has begun it, so who and when are told by the first entry.
    DraftStart start = new DraftStart(number, latest.number(), latest.digest(), "", Instant.EPOCH);
    DraftState fresh = DraftState.of(start, false, PackTree.of(latest.pack().pack()));
    unbegun = fresh;
    return fresh;
  }

  private Tree base(String digest) {
    return revisions
        .find(digest)
        .map(found -> PackTree.of(found.pack().pack()))
        .orElseThrow(() ->
            new IllegalStateException(
                "The draft began with a revision that is not there: %s.".formatted(digest)));
  }
}
