package dev.laurel.ui.rest;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.vault.PersonalFields;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads what requests carry, within bounds. Stateless and thread-safe. */
final class Bodies {
  /** The most bytes of a body. */
  static final int MOST_BYTES = 5_000_000;

  /** The most events of a body. */
  static final int MOST_EVENTS = 1_000;

  private static final JsonFactory JSON = new JsonFactory();

  private Bodies() {}

  /**
   * An event of a body, or all that is wrong with it.
   *
   * @param person what an enrolment brings of the person beside the event
   */
  record Item(Optional<Event> event, List<Fault> faults, Optional<PersonalFields> person) {
    Item(Optional<Event> event, List<Fault> faults) {
      this(event, faults, Optional.empty());
    }
  }

  /** How an event of a body is read. */
  interface Reading {
    Item read(byte[] body, int from, int to);
  }

  /** The whole body. */
  static byte[] read(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > MOST_BYTES) throw tooLarge();
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) throw tooLarge();
    return body;
  }

  private static ProblemException tooLarge() {
    return ProblemException.of(
        ProblemType.TOO_LARGE, "The body has more than %,d bytes.".formatted(MOST_BYTES));
  }

  /** Whether it is a list; only blanks may stand before its bracket. */
  static boolean isList(byte[] body) {
    for (byte b : body) if (b != ' ' && b != '\n' && b != '\r' && b != '\t') return b == '[';
    return false;
  }

  /** One event. */
  static Item one(byte[] body, EventJson json) {
    Faults faults = new Faults();
    Optional<Event> event = json.read(body, 0, body.length, faults);
    return new Item(event, faults.sorted());
  }

  /** The events of a JSON array. */
  static List<Item> list(byte[] body, Reading reading) {
    List<Item> items = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == null) throw new ListEndsException();
        if (items.size() == MOST_EVENTS) throw tooMany();
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        // A number or a word is finished only when more was read; it is no event in any case.
        int to = (int) parser.currentLocation().getByteOffset();
        items.add(reading.read(body, from, Math.max(from, to)));
      }
      if (parser.nextToken() != null)
        throw ProblemException.of(ProblemType.BAD_JSON, "Something follows the array.");
    } catch (JacksonException | ListEndsException e) {
      throw ProblemException.of(
          ProblemType.BAD_JSON,
          "The body is no JSON array, or it ends before the array does. Nothing was recorded.");
    }
    return items;
  }

  /** The body ends within the list. */
  private static final class ListEndsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The events of lines, one on each; empty lines are passed over. */
  static List<Item> lines(byte[] body, Reading reading) {
    List<Item> items = new ArrayList<>();
    for (int from = 0; from < body.length; ) {
      int to = from;
      while (to < body.length && body[to] != '\n') to++;
      if (!isBlank(body, from, to)) {
        if (items.size() == MOST_EVENTS) throw tooMany();
        items.add(reading.read(body, from, to));
      }
      from = to + 1;
    }
    return items;
  }

  private static boolean isBlank(byte[] body, int from, int to) {
    for (int i = from; i < to; i++)
      if (body[i] != ' ' && body[i] != '\r' && body[i] != '\t') return false;
    return true;
  }

  private static ProblemException tooMany() {
    return ProblemException.of(
        ProblemType.TOO_LARGE,
        "The body has more than %,d events. Nothing was recorded.".formatted(MOST_EVENTS));
  }
}
