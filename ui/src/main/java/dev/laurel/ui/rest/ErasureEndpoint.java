package dev.laurel.ui.rest;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.vault.Erasure;
import dev.laurel.rules.fault.Faults;
import dev.laurel.ui.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Erases members. Thread-safe. */
@RestController
class ErasureEndpoint {
  private final Operation operation;
  private final SignedIn who;

  ErasureEndpoint(Operation operation, SignedIn who) {
    this.operation = operation;
    this.who = who;
  }

  /** Erases all that is personal of a member, for ever; asked again it tells the first erasure. */
  @PostMapping(path = "/api/v1/members/{id}/erasure", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> erase(@PathVariable String id, HttpServletRequest request)
      throws IOException {
    Actor by = who.allowedTo(Permission.ERASE);
    String why = why(Bodies.read(request));
    if (operation.member(by, id).isEmpty()) throw MembersEndpoint.nobody();
    Erasure erasure = operation.erase(id, by.name(), why);
    JsonWriter to = new JsonWriter();
    to.open().key("member").text(id);
    return Answers.ok(MemberJson.erasure(erasure, to).close());
  }

  private static String why(byte[] body) {
    JsonNode why =
        EventJson.tree(body, 0, body.length, new Faults())
            .map(tree -> tree.path("why"))
            .orElseThrow(ErasureEndpoint::noWhy);
    if (!why.isString()
        || why.stringValue().isBlank()
        || why.stringValue().length() > Erasure.LONGEST_TEXT) throw noWhy();
    return why.stringValue();
  }

  private static ProblemException noWhy() {
    return ProblemException.of(
        ProblemType.BAD_JSON,
        """
        Send {"why": "..."}, 1 to %d characters that say nothing of the member. Nobody was erased.\
        """
            .formatted(Erasure.LONGEST_TEXT));
  }
}
