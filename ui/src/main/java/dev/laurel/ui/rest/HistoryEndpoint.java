package dev.laurel.ui.rest;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.People;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.governance.Governance;
import dev.laurel.engine.history.Head;
import dev.laurel.engine.history.History;
import dev.laurel.engine.history.HistoryRecord;
import dev.laurel.engine.history.Verification;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.support.Support;
import dev.laurel.ui.access.SignedIn;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells what people did, and whether anybody rewrote it. Thread-safe. */
@RestController
class HistoryEndpoint {
  private static final String PROGRAMME = "programme";
  private static final String PEOPLE = "people";
  private static final String MEMBERS = "members";

  private final Governance governance;
  private final People people;
  private final Support support;
  private final SignedIn who;

  HistoryEndpoint(Governance governance, People people, Support support, SignedIn who) {
    this.governance = governance;
    this.people = people;
    this.support = support;
    this.who = who;
  }

  /**
   * A page of a book.
   *
   * @param book what was done to the {@code programme}, to {@code people} and keys, or by hand to
   *     {@code members}
   */
  @GetMapping("/api/v1/history")
  ResponseEntity<byte[]> history(
      @RequestParam(defaultValue = PROGRAMME) String book,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "100") int limit) {
    Actor actor = who.allowedTo(Permission.READ_HISTORY);
    if (after < 0 || limit < 1 || limit > History.LARGEST_PAGE)
      throw ProblemException.of(
          ProblemType.BAD_PARAMETER,
          "A page has 1 to %,d records after a number from 0.".formatted(History.LARGEST_PAGE));
    List<HistoryRecord> records =
        switch (book) {
          case PROGRAMME -> governance.history(actor, after, limit);
          case PEOPLE -> people.history(actor, after, limit);
          case MEMBERS -> support.history(actor, after, limit);
          default -> throw unknown(book);
        };
    JsonWriter to = new JsonWriter();
    to.open();
    GovernanceJson.records(records, to);
    if (records.size() == limit) to.key("next").number(records.getLast().number());
    return Answers.ok(to.close());
  }

  /**
   * Walks a book to its end.
   *
   * @param number of the head that was noted before; together with its hash
   */
  @GetMapping("/api/v1/history/verification")
  ResponseEntity<byte[]> verification(
      @RequestParam(defaultValue = PROGRAMME) String book,
      @RequestParam Optional<Long> number,
      @RequestParam Optional<String> hash) {
    Actor actor = who.allowedTo(Permission.READ_HISTORY);
    if (number.isPresent() != hash.isPresent())
      throw ProblemException.of(
          ProblemType.BAD_PARAMETER,
          "A head that was noted is a number and a hash: send both or neither.");
    Head noted = number.map(n -> new Head(n, hash.orElseThrow())).orElse(Head.EMPTY);
    JsonWriter to = new JsonWriter();
    to.open();
    switch (verified(actor, book, noted)) {
      case Verification.Whole(var head) -> {
        to.key("whole").truth(true).key("head").open().key("number").number(head.number());
        to.key("hash").text(head.hash()).close();
      }
      case Verification.Broken(var broken, var what) ->
          to.key("whole").truth(false).key("number").number(broken).key("what").text(what);
    }
    return Answers.ok(to.close());
  }

  private Verification verified(Actor actor, String book, Head noted) {
    return switch (book) {
      case PROGRAMME -> governance.verifyHistory(actor, noted);
      case PEOPLE -> people.verifyHistory(actor, noted);
      case MEMBERS -> support.verifyHistory(actor, noted);
      default -> throw unknown(book);
    };
  }

  private static ProblemException unknown(String book) {
    return ProblemException.of(
        ProblemType.BAD_PARAMETER,
        "There is no book \"%s\"; take programme, people or members.".formatted(book));
  }
}
