package dev.laurel.ui.rest;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.recording.Applied;
import dev.laurel.engine.recording.Recording;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriUtils;

/**
 * What came of an event that was sent alone and was decided, now or before. Immutable.
 *
 * @param isNew whether it was decided now
 */
record Single(boolean isNew, Applied applied) {
  /**
   * The event of a request.
   *
   * @throws ProblemException where it has faults
   */
  static Event event(Bodies.Item item) {
    return item.event().orElseThrow(() -> new ProblemException(Problem.invalid(item.faults())));
  }

  /**
   * Records it.
   *
   * @throws ProblemException where it was not decided
   */
  static Single record(Operation operation, Event event) {
    return of(operation.record(List.of(event)).getFirst());
  }

  /**
   * What came of it.
   *
   * @throws ProblemException where it was not decided
   */
  static Single of(Recording recording) {
    return switch (recording) {
      case Recording.Recorded(var applied) -> new Single(true, applied);
      case Recording.Replayed(var applied) -> new Single(false, applied);
      case Recording.Conflict(var key, var first) -> throw new ProblemException(conflict(key));
      case Recording.Ahead ahead ->
          throw new ProblemException(Problem.invalid(List.of(Answers.ahead(ahead))));
      case Recording.Busy(var retryAfter) ->
          throw new ProblemException(
              Problem.later(
                  ProblemType.BUSY,
                  "The event is taken in but not decided yet. Ask again for what came of it.",
                  retryAfter));
    };
  }

  private static Problem conflict(String key) {
    return new Problem(
        ProblemType.CONFLICT,
        "The event %s was recorded before with other content.".formatted(key),
        "",
        Optional.of(key),
        List.of(),
        Optional.empty());
  }

  ResponseEntity<byte[]> response() {
    ResponseEntity.BodyBuilder response =
        isNew ? ResponseEntity.created(whereabouts(applied.key())) : ResponseEntity.ok();
    return response
        .contentType(MediaType.APPLICATION_JSON)
        .body(Answers.whole(isNew ? "recorded" : "replayed", applied));
  }

  private static URI whereabouts(String key) {
    // A colon needs no escape in a path; whatever else has a meaning there does.
    String escaped = UriUtils.encode(key, StandardCharsets.UTF_8).replace("%3A", ":");
    return URI.create("/api/v1/decisions/" + escaped);
  }
}
