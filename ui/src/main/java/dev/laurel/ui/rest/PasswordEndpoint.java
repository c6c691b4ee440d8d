package dev.laurel.ui.rest;

import dev.laurel.engine.access.People;
import dev.laurel.engine.access.PeopleResult;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.ui.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets people change their own passwords, those too who may nothing before they did. Thread-safe.
 */
@RestController
class PasswordEndpoint {
  private final People people;
  private final SignedIn who;

  PasswordEndpoint(People people, SignedIn who) {
    this.people = people;
    this.who = who;
  }

  @PostMapping(path = "/api/v1/password", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> change(HttpServletRequest request) throws IOException {
    Wishes wishes = Wishes.of(request);
    String name = who.actor().name();
    return switch (people.changeOwnPassword(
        who.actor(), wishes.text("old"), wishes.text("password"))) {
      case PeopleResult.Done() ->
          Answers.ok(new JsonWriter().open().key("person").text(name).close());
      case PeopleResult.Refused(var refusal) ->
          throw new ProblemException(GovernanceJson.refused(refusal));
    };
  }
}
