package dev.laurel.ui.rest;

import dev.laurel.engine.access.Permission;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.operation.ProgrammeView;
import dev.laurel.rules.language.Pack;
import dev.laurel.ui.access.SignedIn;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells which programme runs and what is served. Thread-safe. */
@RestController
class ProgrammeEndpoint {
  private static final String LANGUAGE = "en";

  private final Operation operation;
  private final SignedIn who;
  private final byte[] description;

  ProgrammeEndpoint(Operation operation, SignedIn who) throws IOException {
    this.operation = operation;
    this.who = who;
    try (InputStream in =
        Objects.requireNonNull(ProgrammeEndpoint.class.getResourceAsStream("openapi.json"))) {
      this.description = in.readAllBytes();
    }
  }

  @GetMapping("/api/v1/programme")
  ResponseEntity<byte[]> programme() {
    who.allowedTo(Permission.READ_PROGRAMME);
    return answer();
  }

  private ResponseEntity<byte[]> answer() {
    ProgrammeView view = operation.programme();
    Pack pack = view.revision().pack();
    JsonWriter to = new JsonWriter();
    to.open().key("title").text(pack.programme().title().in(LANGUAGE));
    to.key("zone").text(view.revision().zone().getId());
    to.key("currency").text(pack.programme().currency().getCurrencyCode());
    to.key("pack").open().key("id").text(pack.pack().id());
    to.key("version").text(pack.pack().version()).close();
    to.key("revision").open().key("number").number(view.number());
    to.key("digest").text(view.revision().digest());
    to.key("inForceSince").instant(view.inForceSince()).close();
    to.key("clock").open().key("now").instant(view.now());
    to.key("demo").truth(view.demoClock());
    to.key("aheadSeconds").number(view.clockAhead().toSeconds()).close();
    return Answers.ok(to.close());
  }

  /** The pack in force in its canonical form. */
  @GetMapping("/api/v1/programme/pack")
  ResponseEntity<byte[]> pack() {
    who.allowedTo(Permission.EXPORT_PACK);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .eTag(operation.inForce().digest())
        .body(operation.inForce().pack());
  }

  /** Puts the clock of a demonstration forward; there is nothing here where it shows true time. */
  @PostMapping("/api/v1/clock")
  ResponseEntity<byte[]> clock(@RequestParam String by) {
    who.allowedTo(Permission.ADVANCE_DEMO_CLOCK);
    if (!operation.programme().demoClock())
      throw ProblemException.of(
          ProblemType.NOT_FOUND,
          "The clock shows the true time. It can be moved only where the server was started for a demonstration.");
    try {
      operation.advance(Duration.parse(by));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw ProblemException.of(
          ProblemType.BAD_PARAMETER,
          "The clock is not put forward by %s: write a duration such as P30D or PT6H, of a hundred years in all at most."
              .formatted(by));
    }
    return answer();
  }

  @GetMapping("/api/v1/openapi.json")
  ResponseEntity<byte[]> description() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(description);
  }
}
