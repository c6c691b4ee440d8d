package dev.laurel.ui.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.NewPerson;
import dev.laurel.engine.access.People;
import dev.laurel.engine.access.PeopleResult;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.access.Role;
import dev.laurel.ui.rest.Served.Reply;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each endpoint is held to the table of who may do what. */
class PermissionsTest {
  private static final String MEMBER = "/api/v1/members/ann";
  private static final String GIVEN = "first words given";

  /** What each endpoint takes, by its method and path. */
  private static final Map<String, Permission> TAKES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("post /api/v1/events", Permission.POST_EVENTS),
              Map.entry("post /api/v1/decisions:try", Permission.READ_MEMBERS),
              Map.entry("get /api/v1/decisions/till:1", Permission.READ_MEMBERS),
              Map.entry("get /api/v1/decisions?source=till&id=1", Permission.READ_MEMBERS),
              Map.entry("get " + MEMBER, Permission.READ_MEMBERS),
              Map.entry("get " + MEMBER + "/ledger", Permission.READ_MEMBERS),
              Map.entry("get " + MEMBER + "/decisions", Permission.READ_MEMBERS),
              Map.entry("get " + MEMBER + "/messages", Permission.READ_MEMBERS),
              Map.entry("post /api/v1/messages:take", Permission.DELIVER_MESSAGES),
              Map.entry("post /api/v1/messages/0123/outcomes", Permission.DELIVER_MESSAGES),
              Map.entry("post " + MEMBER + "/erasure", Permission.ERASE),
              Map.entry("post /api/v1/redemptions", Permission.POST_EVENTS),
              Map.entry("post /api/v1/redemptions:reserve", Permission.POST_EVENTS),
              Map.entry("post /api/v1/redemptions:confirm", Permission.POST_EVENTS),
              Map.entry("post /api/v1/redemptions:cancel", Permission.POST_EVENTS),
              Map.entry("get /api/v1/programme", Permission.READ_PROGRAMME),
              Map.entry("get /api/v1/programme/pack", Permission.EXPORT_PACK),
              Map.entry("get /api/v1/overview", Permission.READ_PROGRAMME),
              Map.entry("get /api/v1/backup", Permission.BACK_UP),
              Map.entry("post /api/v1/clock?by=P1D", Permission.ADVANCE_DEMO_CLOCK),
              Map.entry("post /api/v1/packs", Permission.IMPORT_PACK),
              Map.entry("get /api/v1/packs/1", Permission.EXPORT_PACK),
              Map.entry("get /api/v1/revisions", Permission.READ_PROGRAMME),
              Map.entry("get /api/v1/draft", Permission.READ_PROGRAMME),
              Map.entry("post /api/v1/draft:submit", Permission.SUBMIT),
              Map.entry("post /api/v1/draft:withdraw", Permission.SUBMIT),
              Map.entry("post /api/v1/draft:sendBack", Permission.APPROVE),
              Map.entry("post /api/v1/draft:approve", Permission.APPROVE),
              Map.entry("post /api/v1/draft:publish", Permission.PUBLISH),
              Map.entry("get /api/v1/history", Permission.READ_HISTORY),
              Map.entry("get /api/v1/history/verification", Permission.READ_HISTORY)));

  /** Described, and for everybody who says who they are, or for everybody. */
  private static final List<String> FREE =
      List.of("get /api/v1/openapi.json", "get /problems/{id}", "post /api/v1/password");

  @TempDir private Path directory;
  private Served served;
  private People people;

  @BeforeEach
  void aShopIsServed() {
    served = Served.authenticating(directory);
    people = served.people();
  }

  @AfterEach
  void close() {
    served.close();
  }

  private static String basic(String name, String password) {
    String both = name + ":" + password;
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
  }

  private Reply ask(String what, String authorization) throws Exception {
    String[] parts = what.split(" ");
    HttpRequest.Builder request = served.request(parts[1]).header("Authorization", authorization);
    if (parts[0].equals("post"))
      request
          .header(
              "Content-Type", parts[1].endsWith("packs") ? "application/zip" : "application/json")
          .POST(HttpRequest.BodyPublishers.ofString("{}"));
    return served.send(request);
  }

  @Test
  void every_endpoint_that_is_described_is_in_this_table() {
    for (var path : Served.paths().properties())
      for (var method : path.getValue().properties()) {
        String described = method.getKey() + " " + path.getKey();
        if (FREE.contains(described)) continue;
        String pattern = described.replaceAll("\\{[a-z]+}", "[^/?]+") + "(\\?.*)?";
        assertThat(TAKES.keySet()).as(described).anyMatch(taken -> taken.matches(pattern));
      }
  }

  @Test
  void whoever_lacks_the_role_is_refused_with_the_sentence_and_whoever_has_it_is_not()
      throws Exception {
    for (Role role : Role.values()) {
      String key = served.server.newKey(keyable(role));
      for (var each : TAKES.entrySet()) {
        if (role == Role.REVIEWER) continue;
        Reply reply = ask(each.getKey(), "Bearer " + key);
        String what = role + " " + each.getKey() + " " + reply.body();
        if (each.getValue().roles().contains(role))
          assertThat(reply.status()).as(what).isNotEqualTo(403);
        else {
          assertThat(reply.status()).as(what).isEqualTo(403);
          assertThat(reply.text("/type")).isEqualTo("/problems/forbidden");
          assertThat(reply.text("/detail")).contains("may not " + each.getValue().words());
        }
      }
    }
  }

  private static EnumSet<Role> keyable(Role role) {
    return role == Role.REVIEWER ? EnumSet.noneOf(Role.class) : EnumSet.of(role);
  }

  @Test
  void what_is_personal_is_told_to_whoever_may_see_it_only() throws Exception {
    String integrator = served.server.newKey(EnumSet.of(Role.INTEGRATOR));
    String auditor = served.server.newKey(EnumSet.of(Role.AUDITOR));
    served.send(
        served
            .request("/api/v1/events")
            .header("X-API-Key", integrator)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    """
                    {"source":"till","id":"e","member":"ann","occurredAt":"2026-03-10T08:00:00Z",
                     "type":"enrolment","profile":{"name":"Ann Lee"}}\
                    """)));
    assertThat(ask("get " + MEMBER, "Bearer " + integrator).text("/profile/name"))
        .isEqualTo("Ann Lee");
    Reply told = ask("get " + MEMBER, "Bearer " + auditor);
    assertThat(told.status()).isEqualTo(200);
    assertThat(told.body().toString()).doesNotContain("Ann Lee");
  }

  @Test
  void somebody_who_was_added_may_only_change_the_password_until_it_is_theirs() throws Exception {
    done(
        people.add(
            Actor.operator(), new NewPerson("mia", "Mia", EnumSet.of(Role.MARKETER), GIVEN)));
    String before = basic("mia", GIVEN);
    assertThat(ask("get /api/v1/programme", before).status()).isEqualTo(403);
    assertThat(change(before, "another", "my own few words").text("/code"))
        .isEqualTo("wrong-password");
    assertThat(change(before, GIVEN, "short").text("/code")).isEqualTo("weak-password");
    assertThat(change(before, GIVEN, "my own few words").text("/person")).isEqualTo("mia");
    String after = basic("mia", "my own few words");
    assertThat(ask("get /api/v1/programme", after).status()).isEqualTo(200);
    assertThat(ask("get /api/v1/programme", before).status()).isEqualTo(401);
    done(people.deactivate(Actor.operator(), "mia", "left"));
    assertThat(ask("get /api/v1/programme", after).status()).isEqualTo(401);
  }

  private Reply change(String authorization, String old, String password) throws Exception {
    return served.send(
        served
            .request("/api/v1/password")
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"old\":\"%s\",\"password\":\"%s\"}".formatted(old, password))));
  }

  private static void done(PeopleResult result) {
    assertThat(result).isEqualTo(new PeopleResult.Done());
  }
}
