package dev.laurel.ui.rest;

import dev.laurel.engine.access.Refusal;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.rules.fault.Fault;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A problem as RFC 9457 describes it. Immutable.
 *
 * @param detail what happened this time, in sentences
 * @param code of a refusal; may be empty
 * @param event the key of the event that it is about
 * @param faults every fault of an event
 * @param retryAfter when to ask again
 */
record Problem(
    ProblemType type,
    String detail,
    String code,
    Optional<String> event,
    List<Fault> faults,
    Optional<Duration> retryAfter) {
  static final MediaType MEDIA_TYPE = MediaType.APPLICATION_PROBLEM_JSON;

  Problem {
    faults = List.copyOf(faults);
  }

  static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, "", Optional.empty(), List.of(), Optional.empty());
  }

  /** Somebody asked for what none of their roles allows. */
  static Problem forbidden(String code, String sentence) {
    return refused(ProblemType.FORBIDDEN, new Refusal(code, sentence));
  }

  static Problem refused(ProblemType type, Refusal refusal) {
    return new Problem(
        type, refusal.sentence(), refusal.code(), Optional.empty(), List.of(), Optional.empty());
  }

  static Problem later(ProblemType type, String detail, Duration retryAfter) {
    return new Problem(type, detail, "", Optional.empty(), List.of(), Optional.of(retryAfter));
  }

  static Problem invalid(List<Fault> faults) {
    String detail =
        faults.size() == 1
            ? "The event has a fault."
            : "The event has %d faults.".formatted(faults.size());
    return new Problem(
        ProblemType.INVALID_EVENT, detail, "", Optional.empty(), faults, Optional.empty());
  }

  byte[] json() {
    JsonWriter to = new JsonWriter();
    to.open().key("type").text(type.uri()).key("title").text(type.title());
    to.key("status").number(type.status()).key("detail").text(detail);
    to.key("remedy").text(type.remedy());
    if (!code.isEmpty()) to.key("code").text(code);
    event.ifPresent(key -> to.key("event").text(key));
    if (!faults.isEmpty()) Answers.faults(faults, to);
    return to.close().toBytes();
  }

  ResponseEntity<byte[]> response() {
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(type.status()).contentType(MEDIA_TYPE);
    retryAfter.ifPresent(after -> response.header(HttpHeaders.RETRY_AFTER, seconds(after)));
    return response.body(json());
  }

  /** Answers a request that no endpoint sees. */
  void send(HttpServletResponse response) throws IOException {
    response.setStatus(type.status());
    response.setContentType(MEDIA_TYPE.toString());
    retryAfter.ifPresent(after -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds(after)));
    response.getOutputStream().write(json());
  }

  /** Whole seconds, at least one. */
  private static String seconds(Duration after) {
    return String.valueOf(Math.max(1, after.plusMillis(999).toSeconds()));
  }
}
