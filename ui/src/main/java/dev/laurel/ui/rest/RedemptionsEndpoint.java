package dev.laurel.ui.rest;

import dev.laurel.engine.access.Permission;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.operation.Operation;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import dev.laurel.ui.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Spends points, at once or in two steps. Thread-safe. */
@RestController
class RedemptionsEndpoint {
  private final Operation operation;
  private final Meters meters;
  private final SignedIn who;

  RedemptionsEndpoint(Operation operation, Meters meters, SignedIn who) {
    this.operation = operation;
    this.meters = meters;
    this.who = who;
  }

  /**
   * Takes points at once, or refuses: the same request is answered the same for ever. A refusal is
   * recorded too.
   */
  @PostMapping(path = "/api/v1/redemptions", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> redeem(HttpServletRequest request) throws IOException {
    return recorded(request, "redemption");
  }

  /** Sets points aside, so that nobody else spends them. */
  @PostMapping(path = "/api/v1/redemptions:reserve", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> reserve(HttpServletRequest request) throws IOException {
    return recorded(request, "reservation");
  }

  /** Redeems what was set aside. */
  @PostMapping(path = "/api/v1/redemptions:confirm", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> confirm(HttpServletRequest request) throws IOException {
    return recorded(request, "confirmation");
  }

  /** Gives back what was set aside. */
  @PostMapping(path = "/api/v1/redemptions:cancel", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> cancel(HttpServletRequest request) throws IOException {
    return recorded(request, "cancellation");
  }

  private ResponseEntity<byte[]> recorded(HttpServletRequest request, String type)
      throws IOException {
    who.allowedTo(Permission.POST_EVENTS);
    byte[] body = Bodies.read(request);
    Event event = Single.event(meters.intake(() -> item(body, type)));
    Single single = Single.record(operation, event);
    Optional<Decision.Refusal> refusal = DecisionReader.refusalOf(single.applied().decision());
    if (refusal.isPresent())
      throw new ProblemException(
          new Problem(
              ProblemType.REDEMPTION_REFUSED,
              refusal.get().message(),
              refusal.get().code(),
              Optional.of(single.applied().key()),
              List.of(),
              Optional.empty()));
    return single.response();
  }

  /** An event of this type, which the path says already. */
  private Bodies.Item item(byte[] body, String type) {
    Faults faults = new Faults();
    Optional<JsonNode> tree = EventJson.tree(body, 0, body.length, faults);
    if (tree.isEmpty()) return new Bodies.Item(Optional.empty(), faults.sorted());
    ObjectNode object = (ObjectNode) tree.get();
    JsonNode said = object.get("type");
    if (said != null && !(said.isString() && said.stringValue().equals(type)))
      return new Bodies.Item(
          Optional.empty(),
          List.of(
              Fault.at(
                  "bad-value",
                  "type",
                  said.toString(),
                  "Here the type is always %s.".formatted(type),
                  "Leave it out, or send other events to /api/v1/events.")));
    object.put("type", type);
    return Bodies.one(object.toString().getBytes(StandardCharsets.UTF_8), operation.events());
  }
}
