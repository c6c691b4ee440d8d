package dev.laurel.ui.rest;

import dev.laurel.engine.access.NotPermittedException;
import dev.laurel.engine.recording.StoreUnavailableException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Turns whatever goes wrong into a problem, and tells what its type means. A client learns what to
 * do and never what the server is made of. Thread-safe.
 */
@RestController
@RestControllerAdvice
class Problems implements ErrorController {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final Duration UNAVAILABLE_FOR = Duration.ofSeconds(2);

  private final AtomicLong incidents = new AtomicLong();

  @ExceptionHandler
  ResponseEntity<byte[]> known(ProblemException e) {
    return e.problem().response();
  }

  @ExceptionHandler
  ResponseEntity<byte[]> unavailable(StoreUnavailableException e) {
    LOG.warn("A request could not be served: {}", e.getMessage());
    return unreachable().response();
  }

  @ExceptionHandler
  ResponseEntity<byte[]> notPermitted(NotPermittedException e) {
    return Problem.forbidden(e.code(), String.valueOf(e.getMessage())).response();
  }

  static Problem unreachable() {
    return Problem.later(
        ProblemType.UNAVAILABLE,
        "The store did not answer. What was asked may have been done or not.",
        UNAVAILABLE_FOR);
  }

  @ExceptionHandler
  ResponseEntity<byte[]> mistyped(MethodArgumentTypeMismatchException e) {
    return Problem.of(
            ProblemType.BAD_PARAMETER,
            "The parameter \"%s\" is no number: \"%s\".".formatted(e.getName(), e.getValue()))
        .response();
  }

  @ExceptionHandler
  ResponseEntity<byte[]> other(Exception e) {
    if (e instanceof ErrorResponse response)
      return of(response.getStatusCode().value(), response.getBody().getDetail()).response();
    long incident = incidents.incrementAndGet();
    LOG.error("Incident {}", incident, e);
    return Problem.of(
            ProblemType.INTERNAL, "See incident %d in the server's log.".formatted(incident))
        .response();
  }

  /** What the container refuses before any endpoint is asked. */
  @RequestMapping("${spring.web.error.path:/error}")
  ResponseEntity<byte[]> container(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return of(status instanceof Integer code ? code : HttpStatus.NOT_FOUND.value(), null)
        .response();
  }

  static Problem of(int status, @Nullable String detail) {
    ProblemType type = typeOf(status);
    return Problem.of(type, detail == null ? type.title() + "." : detail);
  }

  private static ProblemType typeOf(int status) {
    if (status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) return ProblemType.INTERNAL;
    for (ProblemType type : ProblemType.values())
      if (type.status() == status && type != ProblemType.BAD_JSON) return type;
    return ProblemType.BAD_PARAMETER;
  }

  @GetMapping("/problems/{id}")
  ResponseEntity<String> explain(@PathVariable String id) {
    for (ProblemType type : ProblemType.values())
      if (type.id().equals(id))
        return ResponseEntity.ok()
            .contentType(MediaType.TEXT_PLAIN)
            .body("%s (status %d).%n%s%n".formatted(type.title(), type.status(), type.remedy()));
    throw ProblemException.of(ProblemType.NOT_FOUND, "There is no problem of this name.");
  }
}
