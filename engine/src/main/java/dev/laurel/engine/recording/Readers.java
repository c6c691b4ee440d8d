package dev.laurel.engine.recording;

import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.StoredDecision;
import dev.laurel.engine.fold.Timeline;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads decisions, each by the revision that made it. Thread-safe. */
final class Readers {
  private final Timeline timeline;
  private final Map<String, DecisionReader> byRevision = new ConcurrentHashMap<>();

  Readers(Timeline timeline) {
    this.timeline = timeline;
  }

  StoredDecision read(Applied applied) {
    return of(applied).read(applied.decision());
  }

  List<Posting> postings(Applied applied) {
    DecisionReader reader = of(applied);
    return applied.entries().stream().map(each -> reader.readEntry(each).posting()).toList();
  }

  private DecisionReader of(Applied applied) {
    return byRevision.computeIfAbsent(
        DecisionReader.revision(applied.decision()),
        digest ->
            DecisionReader.of(
                timeline
                    .revision(digest)
                    .orElseThrow(() ->
                        new IllegalStateException(
                            "No revision %s is known here.".formatted(digest)))));
  }
}
