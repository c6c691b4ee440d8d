package dev.laurel.ui.rest;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.draft.Version;
import dev.laurel.engine.governance.Governance;
import dev.laurel.engine.governance.GovernanceResult;
import dev.laurel.engine.governance.Stage;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.ui.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells how far the draft is, and takes it on its way to a revision. Thread-safe. */
@RestController
class DraftEndpoint {
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

  private final Governance governance;
  private final SignedIn who;

  DraftEndpoint(Governance governance, SignedIn who) {
    this.governance = governance;
    this.who = who;
  }

  /** The draft with what it would change, as sentences. */
  @GetMapping("/api/v1/draft")
  ResponseEntity<byte[]> draft(@RequestParam(defaultValue = "en") String language) {
    Actor actor = who.allowedTo(Permission.READ_PROGRAMME);
    return answer(governance, actor, speaker(language));
  }

  static ResponseEntity<byte[]> answer(Governance governance, Actor actor, Speaker speaker) {
    JsonWriter to = new JsonWriter();
    GovernanceJson.draft(governance.draftPage(actor, speaker), to);
    return Answers.ok(to);
  }

  static Speaker speaker(String language) {
    return Speaker.of(language).orElseThrow(() -> Answers.unknown(language));
  }

  @PostMapping(path = "/api/v1/draft:submit", consumes = JSON)
  ResponseEntity<byte[]> submit(HttpServletRequest request) throws IOException {
    Actor actor = who.allowedTo(Permission.SUBMIT);
    Wishes wishes = Wishes.of(request);
    Version seen = new Version((int) wishes.number("draft"), wishes.number("version"));
    return stage(governance.submit(actor, seen, wishes.text("digest"), wishes.optional("note")));
  }

  /** Takes it back to go on editing. */
  @PostMapping(path = "/api/v1/draft:withdraw", consumes = JSON)
  ResponseEntity<byte[]> withdraw(HttpServletRequest request) throws IOException {
    Actor actor = who.allowedTo(Permission.SUBMIT);
    return stage(governance.withdraw(actor, Wishes.of(request).optional("why")));
  }

  @PostMapping(path = "/api/v1/draft:sendBack", consumes = JSON)
  ResponseEntity<byte[]> sendBack(HttpServletRequest request) throws IOException {
    Actor actor = who.allowedTo(Permission.APPROVE);
    Wishes wishes = Wishes.of(request);
    return stage(governance.sendBack(actor, wishes.text("digest"), wishes.text("why")));
  }

  /** Approves exactly what has this digest. */
  @PostMapping(path = "/api/v1/draft:approve", consumes = JSON)
  ResponseEntity<byte[]> approve(HttpServletRequest request) throws IOException {
    Actor actor = who.allowedTo(Permission.APPROVE);
    Wishes wishes = Wishes.of(request);
    return stage(governance.approve(actor, wishes.text("digest"), wishes.optional("note")));
  }

  /** Publishes exactly what has this digest and was approved; tells which revision it is. */
  @PostMapping(path = "/api/v1/draft:publish", consumes = JSON)
  ResponseEntity<byte[]> publish(HttpServletRequest request) throws IOException {
    Actor actor = who.allowedTo(Permission.PUBLISH);
    Wishes wishes = Wishes.of(request);
    String digest = wishes.text("digest");
    done(governance.publish(actor, digest, wishes.instant("at"), wishes.optional("why")));
    JsonWriter to = new JsonWriter();
    // Another one may have been published since.
    governance.revisions(actor).reversed().stream()
        .filter(revision -> revision.digest().equals(digest))
        .findFirst()
        .ifPresent(revision -> GovernanceJson.revision(revision, to));
    return Answers.ok(to);
  }

  private static ResponseEntity<byte[]> stage(GovernanceResult result) {
    JsonWriter to = new JsonWriter();
    to.open();
    GovernanceJson.stage(done(result), to);
    return Answers.ok(to.close());
  }

  private static Stage done(GovernanceResult result) {
    return switch (result) {
      case GovernanceResult.Done(var stage) -> stage;
      case GovernanceResult.Refused(var refusal) ->
          throw new ProblemException(GovernanceJson.refused(refusal));
    };
  }
}
