package dev.laurel.ui.rest;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.operation.Operation;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
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

/** Spends points. Thread-safe. */
@RestController
class RedemptionsEndpoint {
  private static final String TYPE = "redemption";

  private final Operation operation;
  private final EventJson json;
  private final Meters meters;

  RedemptionsEndpoint(Operation operation, EventJson json, Meters meters) {
    this.operation = operation;
    this.json = json;
    this.meters = meters;
  }

  /**
   * Takes points at once, or refuses: the same request is answered the same for ever. A refusal is
   * recorded too.
   */
  @PostMapping(path = "/api/v1/redemptions", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> redeem(HttpServletRequest request) throws IOException {
    byte[] body = Bodies.read(request);
    Event event = Single.event(meters.intake(() -> redemption(body)));
    Single single = meters.decide(() -> Single.record(operation, event));
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
  private Bodies.Item redemption(byte[] body) {
    Faults faults = new Faults();
    Optional<JsonNode> tree = EventJson.tree(body, 0, body.length, faults);
    if (tree.isEmpty()) return new Bodies.Item(Optional.empty(), faults.sorted());
    ObjectNode object = (ObjectNode) tree.get();
    JsonNode type = object.get("type");
    if (type != null && !(type.isString() && type.stringValue().equals(TYPE)))
      return new Bodies.Item(
          Optional.empty(),
          List.of(
              Fault.at(
                  "bad-value",
                  "type",
                  type.toString(),
                  "Here the type is always redemption.",
                  "Leave it out, or send other events to /api/v1/events.")));
    object.put("type", TYPE);
    return Bodies.one(object.toString().getBytes(StandardCharsets.UTF_8), json);
  }
}
