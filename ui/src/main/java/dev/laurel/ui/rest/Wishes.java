package dev.laurel.ui.rest;

import dev.laurel.engine.event.EventJson;
import dev.laurel.rules.fault.Faults;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The small JSON object by which something is asked for. Immutable. */
final class Wishes {
  /** The most characters of a text. */
  private static final int LONGEST = 2_000;

  private final JsonNode body;

  private Wishes(JsonNode body) {
    this.body = body;
  }

  /**
   * @throws ProblemException where the body is no JSON object
   */
  static Wishes of(HttpServletRequest request) throws IOException {
    byte[] bytes = Bodies.read(request);
    return EventJson.tree(bytes, 0, bytes.length, new Faults())
        .map(Wishes::new)
        .orElseThrow(() -> bad("The body is no JSON object. Nothing was done."));
  }

  /** A text that must be there. */
  String text(String key) {
    String text = optional(key);
    if (text.isBlank()) throw bad("\"%s\" is missing. Nothing was done.".formatted(key));
    return text;
  }

  /** A text; empty where it is not there. */
  String optional(String key) {
    JsonNode node = body.path(key);
    if (node.isMissingNode() || node.isNull()) return "";
    if (!node.isString() || node.stringValue().length() > LONGEST)
      throw bad(
          "\"%s\" must be a text of %,d characters at most. Nothing was done."
              .formatted(key, LONGEST));
    return node.stringValue();
  }

  /** A whole number from 0 that must be there. */
  long number(String key) {
    JsonNode node = body.path(key);
    if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0)
      throw bad(
          "\"%s\" must be a whole number as the draft was told with. Nothing was done."
              .formatted(key));
    return node.intValue();
  }

  /** A whole number from 0; the usual one where it is not there. */
  long number(String key, long usual) {
    JsonNode node = body.path(key);
    if (node.isMissingNode() || node.isNull()) return usual;
    if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0)
      throw bad("\"%s\" must be a whole number. Nothing was done.".formatted(key));
    return node.intValue();
  }

  /** An instant; empty where it is not there. */
  Optional<Instant> instant(String key) {
    String text = optional(key);
    if (text.isEmpty()) return Optional.empty();
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw bad(
          "\"%s\" must be an instant with its offset, such as 2026-12-01T00:00:00+01:00. Nothing was done."
              .formatted(key));
    }
  }

  private static ProblemException bad(String detail) {
    return ProblemException.of(ProblemType.BAD_JSON, detail);
  }
}
