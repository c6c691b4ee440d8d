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

  private final Governance governance;
  private final People people;
  private final SignedIn who;

  HistoryEndpoint(Governance governance, People people, SignedIn who) {
    this.governance = governance;
    this.people = people;
    this.who = who;
  }

  /**
   * A page of a book.
   *
   * @param book what was done to the {@code programme}, or to {@code people} and keys
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
        isOfPeople(book)
            ? people.history(actor, after, limit)
            : governance.history(actor, after, limit);
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
    switch (isOfPeople(book)
        ? people.verifyHistory(actor, noted)
        : governance.verifyHistory(actor, noted)) {
      case Verification.Whole(var head) -> {
        to.key("whole").truth(true).key("head").open().key("number").number(head.number());
        to.key("hash").text(head.hash()).close();
      }
      case Verification.Broken(var broken, var what) ->
          to.key("whole").truth(false).key("number").number(broken).key("what").text(what);
    }
    return Answers.ok(to.close());
  }

  private static boolean isOfPeople(String book) {
    if (book.equals(PEOPLE)) return true;
    if (book.equals(PROGRAMME)) return false;
    throw ProblemException.of(
        ProblemType.BAD_PARAMETER,
        "There is no book \"%s\"; take programme or people.".formatted(book));
  }
}
