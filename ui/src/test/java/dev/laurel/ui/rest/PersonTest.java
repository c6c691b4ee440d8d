package dev.laurel.ui.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.ui.rest.Served.Reply;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is personal of members, over real HTTP; each test has members of its own. */
class PersonTest {
  private static final String EVENTS = "/api/v1/events";
  @TempDir private static Path directory;
  private static Served served;

  @BeforeAll
  static void start() {
    served = Served.open(directory.resolve("data"));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static String enrolment(String member, String profile) {
    return """
    {"source":"desk","id":"of %s","member":"%s","occurredAt":"2026-03-10T08:00:00Z","type":"enrolment",\
    "attributes":{"diet":"vegan"},"profile":%s}\
    """
        .formatted(member, member, profile);
  }

  private static final String ADA =
      """
      {"name":"Ada Lovelace","mail":"ada@example.org","phone":"+43 660 1","birthDate":"1996-02-29",\
      "attributes":{"passport":"P 4711"}}\
      """;

  @Test
  void an_enrolment_brings_the_person_and_the_member_is_told_with_it() throws Exception {
    Reply enrolled = served.post(EVENTS, enrolment("ann", ADA));
    assertThat(enrolled.status()).isEqualTo(201);
    assertThat(enrolled.body().toString()).doesNotContain("Ada", "ada@", "660", "1996", "4711");
    assertThat(served.get("/api/v1/members/ann").body().get("profile").toString())
        .isEqualTo(
            "{\"enrolled\":\"2026-03-10\",\"birthday\":\"--02-29\",\"name\":\"Ada Lovelace\","
                + "\"mail\":\"ada@example.org\",\"phone\":\"+43 660 1\",\"birthDate\":\"1996-02-29\","
                + "\"attributes\":{\"diet\":\"vegan\",\"passport\":\"P 4711\"}}");
    assertThat(served.get("/api/v1/decisions/desk:of%20ann").body().toString())
        .doesNotContain("Ada", "ada@", "660", "1996", "4711");
  }

  @Test
  void an_enrolment_that_is_sent_again_adds_only_what_is_missing() throws Exception {
    served.post(EVENTS, enrolment("ben", "null"));
    String named = "{\"name\":\"Ben\"}";
    assertThat(served.post(EVENTS, enrolment("ben", named)).status()).isEqualTo(200);
    assertThat(served.get("/api/v1/members/ben").text("/profile/name")).isEqualTo("Ben");
    served.post(EVENTS, "[" + enrolment("ben", named.replace("Ben", "Other")) + "]");
    assertThat(served.get("/api/v1/members/ben").text("/profile/name")).isEqualTo("Ben");
  }

  @Test
  void faults_of_a_person_are_told_without_what_stands_there() throws Exception {
    String wrong =
        """
        {"nam":"Cid","mail":7,"phone":" ","birthDate":"31.1.1990","attributes":{"diet":"x","passport":4711}}\
        """;
    Reply refused = served.post(EVENTS, enrolment("cid", wrong));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().get("faults").valueStream().map(f -> f.get("place").asString()))
        .containsExactlyInAnyOrder(
            "profile/nam",
            "profile/mail",
            "profile/phone",
            "profile/birthDate",
            "profile/attributes/diet",
            "profile/attributes/passport");
    assertThat(refused.body().toString()).doesNotContain("Cid", "1990", "4711");
    assertThat(served.get("/api/v1/members/cid").status()).isEqualTo(404);
    String purchase = Served.purchase("cid", "cid-1", "2026-03-10", "1");
    Reply other = served.post(EVENTS, purchase.replace("{", "{\"profile\":{},"));
    assertThat(other.text("/faults/0/code")).isEqualTo("unknown-key");
  }

  @Test
  void whoever_is_erased_is_told_of_no_more_and_not_enrolled_again() throws Exception {
    served.post(EVENTS, enrolment("dan", ADA));
    Reply erased = served.post("/api/v1/members/dan/erasure", "{\"why\":\"asked for it\"}");
    assertThat(erased.status()).isEqualTo(200);
    assertThat(erased.body().toString())
        .isEqualTo(
            "{\"member\":\"dan\",\"at\":\"2026-03-10T12:00:00Z\",\"by\":\"operator\",\"why\":\"asked for it\"}");
    Reply again = served.post("/api/v1/members/dan/erasure", "{\"why\":\"once more\"}");
    assertThat(again.body()).isEqualTo(erased.body());
    Reply dan = served.get("/api/v1/members/dan");
    assertThat(dan.body().get("profile").toString())
        .isEqualTo("{\"enrolled\":\"2026-03-10\",\"attributes\":{\"diet\":\"vegan\"}}");
    assertThat(dan.text("/erased/why")).isEqualTo("asked for it");
    Reply refused = served.post(EVENTS, enrolment("dan", ADA).replace("of dan", "again"));
    assertThat(refused.text("/faults/0/code")).isEqualTo("erased-member");
    assertThat(served.post(EVENTS, Served.purchase("dan", "dan-1", "2026-03-10", "5")).status())
        .isEqualTo(201);
  }

  @Test
  void nobody_is_erased_by_mistake() throws Exception {
    served.post(EVENTS, enrolment("eve", ADA));
    for (String body : new String[] {"", "{}", "[]", "{\"why\":\" \"}", "{\"why\":7}"})
      assertThat(served.post("/api/v1/members/eve/erasure", body).status()).as(body).isEqualTo(400);
    assertThat(served.post("/api/v1/members/nobody/erasure", "{\"why\":\"x\"}").status())
        .isEqualTo(404);
    assertThat(served.get("/api/v1/members/eve").text("/profile/name")).isEqualTo("Ada Lovelace");
  }

  @Test
  void who_erased_is_told_by_the_name_of_the_key(@TempDir Path other) throws Exception {
    try (Served strict = Served.authenticating(other)) {
      String key = strict.server.secrets().orElseThrow().key();
      for (String path : new String[] {EVENTS, "/api/v1/members/fay/erasure"}) {
        String body = path.equals(EVENTS) ? enrolment("fay", ADA) : "{\"why\":\"asked\"}";
        HttpRequest.Builder request =
            strict
                .request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        assertThat(strict.send(request).status()).isEqualTo(401);
        Reply reply = strict.send(request.header("X-API-Key", key));
        assertThat(reply.status()).isLessThan(300);
        if (!path.equals(EVENTS)) assertThat(reply.text("/by")).isEqualTo("key:first");
      }
    }
  }
}
