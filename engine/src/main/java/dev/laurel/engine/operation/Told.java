package dev.laurel.engine.operation;

import dev.laurel.engine.decision.Decider;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.DecisionJson;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.decision.LedgerEntry;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.StoredDecision;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.explain.Explanations;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.recording.Applied;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.sentence.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells the whys of the decisions of one revision. Immutable and thread-safe. */
final class Told {
  private final Revision revision;
  private final DecisionReader reader;
  private final DecisionJson json;
  private final Explanations explanations;
  private final Decider decider;

  Told(Revision revision) {
    this.revision = revision;
    this.reader = DecisionReader.of(revision);
    this.json = DecisionJson.of(EventTerms.of(revision.pack()));
    this.explanations = new Explanations(revision);
    this.decider = new Decider(revision);
  }

  Revision revision() {
    return revision;
  }

  /**
   * A kept decision with its whys.
   *
   * @param event what was decided of, where it is known
   * @param speaker who knows the words for decisions
   */
  ExplainedDecision of(Applied applied, Optional<Event> event, Speaker speaker) {
    StoredDecision stored = reader.read(applied.decision());
    List<Posting> postings = new ArrayList<>();
    for (byte[] entry : applied.entries()) postings.add(reader.readEntry(entry).posting());
    return explained(
        applied.key(), applied.place(), stored, postings, applied.entries(), event, speaker);
  }

  /** A decision that is not kept, with its whys. */
  ExplainedDecision of(String key, Decision decision, Speaker speaker) {
    List<byte[]> entries = new ArrayList<>();
    for (LedgerEntry entry : LedgerEntry.of(decision)) {
      JsonWriter to = new JsonWriter();
      json.write(entry, to);
      entries.add(to.toBytes());
    }
    return explained(
        key,
        0,
        StoredDecision.of(decision),
        decision.postings(),
        entries,
        Optional.of(decision.event()),
        speaker);
  }

  private ExplainedDecision explained(
      String key,
      long place,
      StoredDecision stored,
      List<Posting> postings,
      List<byte[]> entries,
      Optional<Event> event,
      Speaker speaker) {
    JsonWriter to = new JsonWriter();
    json.write(withAllFindings(stored), to);
    return new ExplainedDecision(
        key,
        place,
        to.toBytes(),
        entries,
        stored.refusal(),
        event.map(e -> speaker.say(explanations.heading(e))),
        explanations.why(stored, postings).stream().map(speaker::say).toList());
  }

  private StoredDecision withAllFindings(StoredDecision of) {
    return new StoredDecision(
        of.id(),
        of.member(),
        of.source(),
        of.event(),
        of.occurredAt(),
        of.asOf(),
        of.type(),
        of.revision(),
        of.given(),
        of.refusal(),
        of.saw(),
        decider.findings(of),
        of.moves(),
        of.bought(),
        of.correction(),
        of.shares(),
        of.others(),
        of.messages());
  }
}
