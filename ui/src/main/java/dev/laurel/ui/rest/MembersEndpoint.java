package dev.laurel.ui.rest;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.code.ShownCodes;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.operation.MemberView;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.operation.Page;
import dev.laurel.engine.recording.Applied;
import dev.laurel.engine.recording.EventKey;
import dev.laurel.engine.vault.PersonalFields;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.ui.access.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells where members stand, and why. Thread-safe. */
@RestController
class MembersEndpoint {
  private static final String LIMIT = "100";
  private static final String START = "0";

  private final Operation operation;
  private final MemberJson members;
  private final SignedIn who;

  MembersEndpoint(Operation operation, MemberJson members, SignedIn who) {
    this.operation = operation;
    this.members = members;
    this.who = who;
  }

  /** What is personal is told only to whoever may see it. */
  @GetMapping("/api/v1/members/{id}")
  ResponseEntity<byte[]> member(
      @PathVariable String id, @RequestParam(defaultValue = "en") String language) {
    Speaker speaker = Answers.teller(language);
    Actor actor = who.allowedTo(Permission.READ_MEMBERS);
    boolean personal = actor.may(Permission.SEE_PERSONAL_DATA);
    JsonWriter to = new JsonWriter();
    MemberView view = operation.member(actor, id).orElseThrow(MembersEndpoint::nobody);
    PersonalFields person =
        personal ? operation.person(actor, id).orElse(PersonalFields.NONE) : PersonalFields.NONE;
    Map<String, List<String>> lives = new TreeMap<>();
    operation
        .insight()
        .lots(actor, view)
        .forEach((kind, told) -> lives.put(kind, told.stream().map(speaker::say).toList()));
    members.write(view, person, operation.erasure(id), lives, to);
    return Answers.ok(to);
  }

  /** The ledger of whole decisions, so that a page never ends within one. */
  @GetMapping("/api/v1/members/{id}/ledger")
  ResponseEntity<byte[]> ledger(
      @PathVariable String id,
      @RequestParam(defaultValue = START) long after,
      @RequestParam(defaultValue = LIMIT) int limit) {
    Page<Applied> page = page(id, after, limit);
    JsonWriter to = new JsonWriter();
    to.open().key("entries").openList();
    page.items().forEach(applied -> applied.entries().forEach(to::written));
    return Answers.ok(next(page, to.closeList()));
  }

  @GetMapping("/api/v1/members/{id}/decisions")
  ResponseEntity<byte[]> decisions(
      @PathVariable String id,
      @RequestParam(defaultValue = START) long after,
      @RequestParam(defaultValue = LIMIT) int limit) {
    Page<Applied> page = page(id, after, limit);
    ShownCodes shown = ShownCodes.to(who.allowedTo(Permission.READ_MEMBERS));
    JsonWriter to = new JsonWriter();
    to.open().key("decisions").openList();
    for (Applied applied : page.items()) {
      to.open().key("event").text(applied.key()).key("place").number(applied.place());
      to.key("decision").written(shown.in(applied.decision()));
      Answers.entries(applied.entries(), to);
      to.close();
    }
    return Answers.ok(next(page, to.closeList()));
  }

  private static JsonWriter next(Page<?> page, JsonWriter to) {
    page.next().ifPresent(place -> to.key("next").number(place));
    return to.close();
  }

  private Page<Applied> page(String member, long after, int limit) {
    who.allowedTo(Permission.READ_MEMBERS);
    if (limit < 1 || limit > Operation.LARGEST_PAGE)
      throw ProblemException.of(
          ProblemType.BAD_PARAMETER,
          "The limit is %d; it must be 1 to %,d.".formatted(limit, Operation.LARGEST_PAGE));
    if (after < 0)
      throw ProblemException.of(
          ProblemType.BAD_PARAMETER,
          "The place after which to go on is %d; take it from \"next\" of the page before."
              .formatted(after));
    return operation.decisions(member, after, limit).orElseThrow(MembersEndpoint::nobody);
  }

  static ProblemException nobody() {
    return ProblemException.of(
        ProblemType.NOT_FOUND, "No event of a member with this id is known.");
  }

  /**
   * A decision with its whys.
   *
   * @param key of its event, see {@link EventKey}
   */
  @GetMapping("/api/v1/decisions/{key}")
  ResponseEntity<byte[]> decision(
      @PathVariable String key, @RequestParam(defaultValue = "en") String language) {
    Actor actor = who.allowedTo(Permission.READ_MEMBERS);
    JsonWriter to = new JsonWriter();
    Answers.explained(
        operation
            .decision(key, Answers.teller(language))
            .orElseThrow(() ->
                ProblemException.of(
                    ProblemType.NOT_FOUND,
                    "No event %s is known; an event is named source:id.".formatted(key))),
        ShownCodes.to(actor),
        to);
    return Answers.ok(to);
  }

  /** The same by the event's source and its id there. */
  @GetMapping("/api/v1/decisions")
  ResponseEntity<byte[]> decision(
      @RequestParam String source,
      @RequestParam String id,
      @RequestParam(defaultValue = "en") String language) {
    return decision(EventKey.of(source, id), language);
  }
}
