package dev.laurel.ui.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.access.Role;
import dev.laurel.rules.pack.PackReader;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.ui.rest.Served.Reply;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a pack from a marketer's hands to members' points, over HTTP. */
class PublicationTest {
  private static final String DRAFT = "/api/v1/draft";
  private static final String PACKS = "/api/v1/packs";
  private static final String EVENTS = "/api/v1/events";
  private static final String A_POINT = "points: 1}";
  private static final String TWO_POINTS = "points: 2}";

  @TempDir private Path directory;
  private Served served;
  private Server.Secrets secrets;

  @BeforeEach
  void aShopIsServed() {
    served = Served.authenticating(directory);
    secrets = served.server.secrets().orElseThrow();
  }

  @AfterEach
  void close() {
    served.close();
  }

  private Reply as(Role role, HttpRequest.Builder request) throws Exception {
    Server.SignIn one = secrets.of(role);
    String both = one.name() + ":" + one.password();
    return served.send(
        request.header(
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8))));
  }

  private Reply get(Role role, String path) throws Exception {
    return as(role, served.request(path));
  }

  private Reply post(Role role, String path, String body) throws Exception {
    return as(role, posting(path, body));
  }

  private HttpRequest.Builder posting(String path, String body) {
    return served
        .request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private Reply sendPack(Role role, byte[] zip) throws Exception {
    return as(
        role,
        served
            .request(PACKS)
            .header("Content-Type", "application/zip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(zip)));
  }

  private Reply byKey(HttpRequest.Builder request) throws Exception {
    return served.send(request.header("X-API-Key", secrets.key()));
  }

  private static byte[] zip(String pack) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("pack.yaml"));
      zip.write(pack.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String submission(Reply draft) {
    return """
    {"draft":%d,"version":%d,"digest":"%s","note":"spring"}\
    """
        .formatted(
            draft.body().at("/draft").asInt(),
            draft.body().at("/version").asInt(),
            draft.text("/digest"));
  }

  private static String digest(String digest) {
    return "{\"digest\":\"%s\"}".formatted(digest);
  }

  private int pointsFor(String member) throws Exception {
    return byKey(served.request("/api/v1/members/" + member))
        .body()
        .at("/points/0/available")
        .asInt();
  }

  @Test
  void what_a_marketer_imports_and_another_approves_is_what_members_earn_by() throws Exception {
    byKey(posting(EVENTS, Served.purchase("ann", "1", "2026-03-10T11:00:00Z", "12")));
    assertThat(pointsFor("ann")).isEqualTo(12);

    Reply draft = sendPack(Role.MARKETER, zip(Served.SHOP.replace(A_POINT, TWO_POINTS)));
    assertThat(draft.status()).as(draft.body().toString()).isEqualTo(200);
    assertThat(draft.body().at("/faults")).isEmpty();
    assertThat(draft.body().at("/changes")).hasSize(1);
    assertThat(draft.text("/changes/0/place")).isEqualTo("earning/usual/rules/base");
    assertThat(draft.text("/changes/0/before/0")).contains("1 ");
    assertThat(draft.text("/changes/0/after/0")).contains("2 ");
    String digest = draft.text("/digest");
    Reply submitted = post(Role.MARKETER, DRAFT + ":submit", submission(draft));
    assertThat(submitted.text("/stage")).as(submitted.body().toString()).isEqualTo("in-review");

    Reply own = post(Role.MARKETER, DRAFT + ":approve", digest(digest));
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.text("/type")).isEqualTo("/problems/forbidden");
    assertThat(own.text("/detail")).contains("marketer may not approve", "the role reviewer");
    Reply tooEarly = post(Role.MARKETER, DRAFT + ":publish", digest(digest));
    assertThat(tooEarly.status()).isEqualTo(409);
    assertThat(tooEarly.text("/code")).isEqualTo("not-approved");
    Reply another = post(Role.REVIEWER, DRAFT + ":approve", digest("0".repeat(64)));
    assertThat(another.text("/code")).isEqualTo("another-digest");

    Reply approved = post(Role.REVIEWER, DRAFT + ":approve", digest(digest));
    assertThat(approved.text("/approval/by")).as(approved.body().toString()).isEqualTo("reviewer");
    Reply published = post(Role.REVIEWER, DRAFT + ":publish", digest(digest));
    assertThat(published.status()).as(published.body().toString()).isEqualTo(200);
    assertThat(published.body().at("/number").asInt()).isEqualTo(2);
    assertThat(published.text("/submission/authors/0")).isEqualTo("marketer");

    byKey(posting(EVENTS, Served.purchase("ben", "2", "2026-03-10T12:00:00Z", "12")));
    assertThat(pointsFor("ben")).as("the notice is not over").isEqualTo(12);
    served.now.set(Served.NOON.plus(Duration.ofSeconds(6)));
    byKey(posting(EVENTS, Served.purchase("cat", "3", "2026-03-10T12:00:06Z", "12")));
    assertThat(pointsFor("cat")).isEqualTo(24);
    Reply why = byKey(served.request("/api/v1/decisions/till:3"));
    assertThat(why.body().at("/why").toString()).contains("A point per euro", "24 points");
    assertThat(why.body().at("/decision").toString()).contains(digest);

    Reply history = get(Role.MARKETER, "/api/v1/history");
    assertThat(history.body().at("/records").findValuesAsString("act"))
        .containsExactly("set-up", "submitted", "approved", "publishing", "published");
    Reply verified = get(Role.REVIEWER, "/api/v1/history/verification");
    assertThat(verified.body().at("/whole").asBoolean()).isTrue();
    String head =
        "?number=%s&hash=%s".formatted(verified.text("/head/number"), verified.text("/head/hash"));
    assertThat(
            get(Role.REVIEWER, "/api/v1/history/verification" + head)
                .body()
                .at("/whole")
                .asBoolean())
        .isTrue();
    assertThat(
            get(Role.REVIEWER, "/api/v1/history/verification?number=9&hash=" + digest)
                .text("/what"))
        .contains("missing");
    assertThat(
            get(Role.REVIEWER, "/api/v1/history?book=people")
                .body()
                .at("/records")
                .findValuesAsString("act"))
        .containsExactly("set-up");
  }

  @Test
  void a_revision_is_handed_out_as_the_pack_that_it_is() throws Exception {
    Reply one = byKey(served.request(PACKS + "/1"));
    assertThat(one.status()).isEqualTo(200);
    assertThat(PackReader.readZip(new ByteArrayInputStream(one.response().body())))
        .isInstanceOfSatisfying(
            PackResult.Read.class,
            read -> assertThat(read.digest()).isEqualTo(Served.shop().digest()));
    assertThat(byKey(served.request(PACKS + "/9")).status()).isEqualTo(404);
    assertThat(byKey(served.request(PACKS + "/first")).status()).isEqualTo(400);
    Reply all = get(Role.REVIEWER, "/api/v1/revisions");
    assertThat(all.text("/revisions/0/digest")).isEqualTo(Served.shop().digest());
  }

  @Test
  void what_may_not_follow_is_told_by_place_and_keeps_the_draft_from_being_submitted()
      throws Exception {
    Reply draft = sendPack(Role.MARKETER, zip(Served.SHOP.replace("EUR", "USD")));
    assertThat(draft.body().at("/faults").findValuesAsString("place"))
        .contains("programme/currency");
    assertThat(draft.text("/whyNotSubmit/code")).isEqualTo("faulty");
    Reply submitted = post(Role.MARKETER, DRAFT + ":submit", submission(draft));
    assertThat(submitted.status()).isEqualTo(409);
    assertThat(submitted.text("/code")).isEqualTo("faulty");
  }

  @Test
  void an_archive_that_is_no_pack_changes_nothing() throws Exception {
    Reply broken = sendPack(Role.MARKETER, "no archive".getBytes(UTF_8));
    assertThat(broken.status()).isEqualTo(422);
    assertThat(broken.text("/type")).isEqualTo("/problems/invalid-pack");
    assertThat(broken.body().at("/faults")).isNotEmpty();
    assertThat(sendPack(Role.MARKETER, zip("a: [")).status()).isEqualTo(422);
    assertThat(get(Role.MARKETER, DRAFT).body().at("/version").asInt()).isZero();
  }

  @Test
  void a_draft_is_sent_back_with_a_reason_and_withdrawn_by_its_authors() throws Exception {
    Reply draft = sendPack(Role.MARKETER, zip(Served.SHOP.replace(A_POINT, TWO_POINTS)));
    post(Role.MARKETER, DRAFT + ":submit", submission(draft));
    Reply noReason = post(Role.REVIEWER, DRAFT + ":sendBack", digest(draft.text("/digest")));
    assertThat(noReason.status()).isEqualTo(400);
    Reply back =
        post(
            Role.REVIEWER,
            DRAFT + ":sendBack",
            "{\"digest\":\"%s\",\"why\":\"too much\"}".formatted(draft.text("/digest")));
    assertThat(back.text("/stage")).isEqualTo("editing");
    Reply now = get(Role.MARKETER, DRAFT);
    post(Role.MARKETER, DRAFT + ":submit", submission(now));
    assertThat(sendPack(Role.MARKETER, zip(Served.SHOP)).text("/code")).isEqualTo("in-review");
    assertThat(post(Role.MARKETER, DRAFT + ":withdraw", "{}").text("/stage")).isEqualTo("editing");
    assertThat(post(Role.MARKETER, DRAFT + ":withdraw", "{}").text("/code"))
        .isEqualTo("not-in-review");
  }

  @Test
  void a_publication_may_wait_for_an_instant() throws Exception {
    Reply draft = sendPack(Role.MARKETER, zip(Served.SHOP.replace(A_POINT, TWO_POINTS)));
    post(Role.MARKETER, DRAFT + ":submit", submission(draft));
    post(Role.REVIEWER, DRAFT + ":approve", digest(draft.text("/digest")));
    String at = "{\"digest\":\"" + draft.text("/digest") + "\",\"at\":\"%s\"}";
    assertThat(post(Role.MARKETER, DRAFT + ":publish", at.formatted("tomorrow")).status())
        .isEqualTo(400);
    assertThat(
            post(Role.MARKETER, DRAFT + ":publish", at.formatted("2026-03-01T00:00:00Z"))
                .text("/code"))
        .isEqualTo("not-in-future");
    assertThat(
            post(Role.MARKETER, DRAFT + ":publish", at.formatted("2026-04-01T00:00:00Z"))
                .text("/inForceSince"))
        .isEqualTo("2026-04-01T00:00:00Z");
  }
}
