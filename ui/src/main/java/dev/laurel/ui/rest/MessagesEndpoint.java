package dev.laurel.ui.rest;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.delivery.Deliveries;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.message.MessageOutcome;
import dev.laurel.engine.message.MessageRecord;
import dev.laurel.engine.message.Outgoing;
import dev.laurel.engine.operation.Operation;
import dev.laurel.ui.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands messages over to whoever delivers them, and takes what became of them. Thread-safe. */
@RestController
class MessagesEndpoint {
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final int USUAL_LIMIT = 50;
  private static final int USUAL_LEASE_SECONDS = 300;

  private final Operation operation;
  private final Deliveries deliveries;
  private final SignedIn who;

  MessagesEndpoint(Operation operation, SignedIn who) {
    this.operation = operation;
    this.deliveries = operation.deliveries();
    this.who = who;
  }

  /** The next messages of a channel that are due; nobody else gets them while the lease runs. */
  @PostMapping(path = "/api/v1/messages:take", consumes = JSON)
  ResponseEntity<byte[]> take(HttpServletRequest request) throws IOException {
    Actor actor = who.allowedTo(Permission.DELIVER_MESSAGES);
    Wishes wishes = Wishes.of(request);
    String channel = wishes.text("channel");
    long limit = wishes.number("limit", USUAL_LIMIT);
    long lease = wishes.number("leaseSeconds", USUAL_LEASE_SECONDS);
    long longest = Deliveries.LONGEST_LEASE.toSeconds();
    if (limit < 1 || limit > Deliveries.MOST) throw bad("limit", limit, "1 to " + Deliveries.MOST);
    if (lease < 1 || lease > longest) throw bad("leaseSeconds", lease, "1 to " + longest);
    return answer(deliveries.take(actor, channel, (int) limit, Duration.ofSeconds(lease)));
  }

  private static ProblemException bad(String key, long number, String range) {
    return ProblemException.of(
        ProblemType.BAD_PARAMETER,
        "\"%s\" is %d; it must be %s. Nothing was handed over.".formatted(key, number, range));
  }

  /** What became of a message: told again it is answered the same. */
  @PostMapping(path = "/api/v1/messages/{id}/outcomes", consumes = JSON)
  ResponseEntity<byte[]> report(@PathVariable String id, HttpServletRequest request)
      throws IOException {
    Actor actor = who.allowedTo(Permission.DELIVER_MESSAGES);
    Wishes wishes = Wishes.of(request);
    String word = wishes.text("outcome");
    MessageOutcome outcome =
        MessageOutcome.of(word)
            .orElseThrow(() ->
                ProblemException.of(
                    ProblemType.BAD_PARAMETER,
                    "\"%s\" is not what becomes of a message; write one of %s."
                        .formatted(
                            word,
                            Arrays.stream(MessageOutcome.values())
                                .map(MessageOutcome::word)
                                .collect(Collectors.joining(", ")))));
    MessageRecord told =
        deliveries
            .report(actor, id, outcome, wishes.instant("at"))
            .orElseThrow(() ->
                ProblemException.of(ProblemType.NOT_FOUND, "No message with this id was made."));
    JsonWriter to = new JsonWriter();
    write(told, to);
    return Answers.ok(to);
  }

  /** The messages to a member, the latest first. */
  @GetMapping("/api/v1/members/{id}/messages")
  ResponseEntity<byte[]> ofMember(@PathVariable String id) {
    Actor actor = who.allowedTo(Permission.READ_MEMBERS);
    if (operation.member(actor, id).isEmpty()) throw MembersEndpoint.nobody();
    return answer(deliveries.ofMember(actor, id));
  }

  private static ResponseEntity<byte[]> answer(List<MessageRecord> messages) {
    JsonWriter to = new JsonWriter();
    to.open().key("messages").openList();
    messages.forEach(each -> write(each, to));
    return Answers.ok(to.closeList().close());
  }

  private static void write(MessageRecord record, JsonWriter to) {
    Outgoing message = record.message();
    to.open().key("id").text(record.id()).key("member").text(record.member());
    to.key("message").text(message.message()).key("channel").text(message.channel());
    to.key("purpose").text(message.purpose()).key("rule").text(message.rule());
    to.key("event").text(record.event()).key("from").instant(message.from());
    to.key("state").text(record.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    record.dueAt().ifPresent(at -> to.key("dueAt").instant(at));
    to.key("handedOver").number(record.handedOver()).key("text").open();
    message.text().forEach((language, words) -> to.key(language).text(words));
    to.close();
    if (!record.outcomes().isEmpty()) {
      to.key("outcomes").open();
      record.outcomes().forEach((outcome, at) -> to.key(outcome.word()).instant(at));
      to.close();
    }
    to.close();
  }
}
