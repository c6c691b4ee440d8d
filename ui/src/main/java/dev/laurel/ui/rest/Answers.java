package dev.laurel.ui.rest;

import dev.laurel.engine.code.ShownCodes;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.explain.Explanations;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.operation.ExplainedDecision;
import dev.laurel.engine.recording.Applied;
import dev.laurel.engine.recording.Recorder;
import dev.laurel.engine.recording.Recording;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.sentence.Speaker;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Writes what came of events. Stateless and thread-safe. */
final class Answers {
  private Answers() {}

  static ResponseEntity<byte[]> ok(JsonWriter json) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json.toBytes());
  }

  static void faults(List<Fault> faults, JsonWriter to) {
    to.key("faults").openList();
    for (Fault fault : faults) {
      to.open().key("code").text(fault.code()).key("place").text(fault.place());
      if (!fault.value().isEmpty()) to.key("value").text(fault.value());
      to.key("message").text(fault.message()).key("remedy").text(fault.remedy()).close();
    }
    to.closeList();
  }

  /** An event that cannot be recorded before its time comes. */
  static Fault ahead(Recording.Ahead ahead) {
    return Fault.at(
        "ahead",
        "occurredAt",
        "",
        "The event lies %d seconds ahead of the server's clock, and at most %d are allowed."
            .formatted(ahead.by().toSeconds(), Recorder.MOST_AHEAD.toSeconds()),
        "Send it when it has happened, or set the clock of whoever sends it.");
  }

  /** What came of one of several events. */
  static void item(Recording recording, JsonWriter to) {
    to.open();
    switch (recording) {
      case Recording.Recorded(var applied) -> brief("recorded", applied, to);
      case Recording.Replayed(var applied) -> brief("replayed", applied, to);
      case Recording.Conflict(var key, var first) ->
          to.key("status")
              .text("conflict")
              .key("event")
              .text(key)
              .key("message")
              .text(ProblemType.CONFLICT.remedy());
      case Recording.Ahead ahead -> {
        to.key("status").text("refused");
        faults(List.of(ahead(ahead)), to);
      }
      case Recording.Busy(var retryAfter) ->
          to.key("status")
              .text("busy")
              .key("retryAfterSeconds")
              .number(Math.max(1, retryAfter.toSeconds()));
    }
    to.close();
  }

  /** An event that was refused because of what stands in it. */
  static void refused(List<Fault> faults, JsonWriter to) {
    to.open().key("status").text("refused");
    faults(faults, to);
    to.close();
  }

  private static void brief(String status, Applied applied, JsonWriter to) {
    to.key("status").text(status).key("event").text(applied.key());
    to.key("member").text(applied.member()).key("place").number(applied.place());
    to.key("decisionId").text(applied.id());
    refusal(DecisionReader.refusalOf(applied.decision()), to);
  }

  private static void refusal(Optional<Decision.Refusal> refusal, JsonWriter to) {
    refusal.ifPresent(r -> {
      to.key("refusal").open().key("code").text(r.code());
      to.key("message").text(r.message()).close();
    });
  }

  /** What came of an event that was sent alone. */
  static byte[] whole(String status, Applied applied) {
    JsonWriter to = new JsonWriter();
    to.open();
    brief(status, applied, to);
    to.key("decision").written(applied.decision());
    entries(applied.entries(), to);
    return to.close().toBytes();
  }

  /** Ledger entries. */
  static void entries(List<byte[]> entries, JsonWriter to) {
    to.key("ledger").openList();
    entries.forEach(to::written);
    to.closeList();
  }

  /**
   * Who tells whys in a language.
   *
   * @throws ProblemException where nobody does
   */
  static Speaker teller(String language) {
    return Explanations.speaker(language).orElseThrow(() -> unknown(language));
  }

  /** That nothing is told in this language. */
  static ProblemException unknown(String language) {
    return ProblemException.of(
        ProblemType.BAD_PARAMETER, "Nothing is told in \"%s\"; take en or zh.".formatted(language));
  }

  /** A decision with its whys, and its codes as they may be seen. */
  static void explained(ExplainedDecision decision, ShownCodes shown, JsonWriter to) {
    to.open().key("event").text(decision.key());
    if (decision.place() > 0) to.key("place").number(decision.place());
    to.key("decision").written(shown.in(decision.decision()));
    entries(decision.entries(), to);
    decision.heading().ifPresent(heading -> to.key("heading").text(heading));
    to.key("why").openList();
    decision.why().forEach(to::text);
    to.closeList().close();
  }
}
