package dev.laurel.ui.rest;

import dev.laurel.engine.access.Permission;
import dev.laurel.engine.code.ShownCodes;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.operation.Trial;
import dev.laurel.engine.recording.Recording;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.ui.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes events in: to be recorded, or only to be tried. Thread-safe. */
@RestController
class EventsEndpoint {
  private static final String NDJSON = "application/x-ndjson";
  private static final String JSONL = "application/jsonl";

  private final Operation operation;
  private final Enrolments enrolments;
  private final MemberJson members;
  private final Meters meters;
  private final SignedIn who;

  EventsEndpoint(
      Operation operation, Enrolments enrolments, MemberJson members, Meters meters, SignedIn who) {
    this.operation = operation;
    this.enrolments = enrolments;
    this.members = members;
    this.meters = meters;
    this.who = who;
  }

  /** One event, or an array of them. */
  @PostMapping(path = "/api/v1/events", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> events(HttpServletRequest request) throws IOException {
    who.allowedTo(Permission.POST_EVENTS);
    byte[] body = Bodies.read(request);
    if (Bodies.isList(body)) return several(meters.intake(() -> Bodies.list(body, enrolments)));
    Bodies.Item item = meters.intake(() -> enrolments.read(body, 0, body.length));
    Event event = Single.event(item);
    Recording recording = operation.record(List.of(event)).getFirst();
    enrolments.keep(item, recording);
    return Single.of(recording).response();
  }

  /** One event per line. */
  @PostMapping(
      path = "/api/v1/events",
      consumes = {NDJSON, JSONL})
  ResponseEntity<byte[]> lines(HttpServletRequest request) throws IOException {
    who.allowedTo(Permission.POST_EVENTS);
    byte[] body = Bodies.read(request);
    return several(meters.intake(() -> Bodies.lines(body, enrolments)));
  }

  private ResponseEntity<byte[]> several(List<Bodies.Item> items) {
    List<Event> events = items.stream().map(Bodies.Item::event).flatMap(Optional::stream).toList();
    Iterator<Recording> recordings = operation.record(events).iterator();
    JsonWriter to = new JsonWriter();
    to.open().key("items").openList();
    for (Bodies.Item item : items)
      if (item.event().isPresent()) {
        Recording recording = recordings.next();
        enrolments.keep(item, recording);
        Answers.item(recording, to);
      } else Answers.refused(item.faults(), to);
    return Answers.ok(to.closeList().close());
  }

  /** What an event would do. */
  @PostMapping(path = "/api/v1/decisions:try", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> tried(
      HttpServletRequest request, @RequestParam(defaultValue = "en") String language)
      throws IOException {
    ShownCodes shown = ShownCodes.to(who.allowedTo(Permission.READ_MEMBERS));
    Speaker speaker = Answers.teller(language);
    byte[] body = Bodies.read(request);
    Event event = Single.event(enrolments.read(body, 0, body.length));
    Trial trial;
    try {
      trial = operation.tryOut(event, speaker);
    } catch (Operation.TooFarAheadException e) {
      throw new ProblemException(Problem.invalid(List.of(e.fault())));
    }
    JsonWriter to = new JsonWriter();
    to.open().key("decisions").openList();
    trial.decisions().forEach(decision -> Answers.explained(decision, shown, to));
    to.closeList().key("after");
    members.write(trial.after().with(shown), to);
    return Answers.ok(to.close());
  }
}
