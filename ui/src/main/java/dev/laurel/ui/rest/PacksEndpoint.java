package dev.laurel.ui.rest;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.access.Refusal;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.EditResult;
import dev.laurel.engine.governance.Governance;
import dev.laurel.engine.governance.RevisionRecord;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.pack.PackWriter;
import dev.laurel.rules.pack.TreeResult;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.ui.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes packs in as the draft, and hands out revisions. Thread-safe. */
@RestController
class PacksEndpoint {
  private static final String ZIP = "application/zip";

  private final Drafts drafts;
  private final Governance governance;
  private final SignedIn who;

  PacksEndpoint(Drafts drafts, Governance governance, SignedIn who) {
    this.drafts = drafts;
    this.governance = governance;
    this.who = who;
  }

  /**
   * Makes the pack in this archive the draft, as one step that can be taken back, and tells what it
   * changes. A pack with faults is imported with them, to be mended; an archive that is none
   * changes nothing.
   */
  @PostMapping(path = "/api/v1/packs", consumes = ZIP)
  ResponseEntity<byte[]> imported(
      @RequestParam(defaultValue = "Import of a pack") String step,
      @RequestParam(defaultValue = "en") String language,
      HttpServletRequest request)
      throws IOException {
    Actor actor = who.allowedTo(Permission.IMPORT_PACK);
    Speaker speaker = DraftEndpoint.speaker(language);
    byte[] zip = Bodies.read(request);
    return switch (PackTree.readZip(new ByteArrayInputStream(zip))) {
      case TreeResult.Refused(var faults) -> throw new ProblemException(unreadable(faults));
      case TreeResult.Read(var tree) ->
          switch (drafts.importPack(actor, tree, step)) {
            case EditResult.Saved _ -> DraftEndpoint.answer(governance, actor, speaker);
            case EditResult.Refused(var refusal) ->
                throw new ProblemException(GovernanceJson.refused(refusal));
            case EditResult.Conflict _ -> throw new ProblemException(edited());
          };
    };
  }

  private static Problem unreadable(List<Fault> faults) {
    return new Problem(
        ProblemType.INVALID_PACK,
        faults.size() == 1
            ? "The archive has a fault."
            : "The archive has %d faults.".formatted(faults.size()),
        "",
        Optional.empty(),
        faults,
        Optional.empty());
  }

  private static Problem edited() {
    return Problem.refused(
        ProblemType.REFUSED,
        new Refusal(
            "changed-since",
            "Nothing was imported: somebody edited the draft at this moment. Send it again."));
  }

  /**
   * The pack of a revision in its canonical form.
   *
   * @param revision its number
   */
  @GetMapping("/api/v1/packs/{revision}")
  ResponseEntity<byte[]> exported(@PathVariable int revision) throws IOException {
    Actor actor = who.allowedTo(Permission.EXPORT_PACK);
    String digest =
        governance.revisions(actor).stream()
            .filter(one -> one.number() == revision)
            .map(RevisionRecord::digest)
            .findFirst()
            .orElseThrow(() ->
                ProblemException.of(
                    ProblemType.NOT_FOUND,
                    "There is no revision %d. Look at /api/v1/revisions.".formatted(revision)));
    PackResult.Read pack = governance.export(actor, digest);
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    PackWriter.writeZip(pack.pack(), zip);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(ZIP))
        .eTag(digest)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"revision-%d.zip\"".formatted(revision))
        .body(zip.toByteArray());
  }

  /** How each revision came to be. */
  @GetMapping("/api/v1/revisions")
  ResponseEntity<byte[]> revisions() {
    Actor actor = who.allowedTo(Permission.READ_PROGRAMME);
    JsonWriter to = new JsonWriter();
    to.open().key("revisions").openList();
    governance.revisions(actor).forEach(revision -> GovernanceJson.revision(revision, to));
    return Answers.ok(to.closeList().close());
  }
}
