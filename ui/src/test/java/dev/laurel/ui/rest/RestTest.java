package dev.laurel.ui.rest;

import static dev.laurel.ui.rest.Served.purchase;
import static dev.laurel.ui.rest.Served.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.ui.rest.Served.Reply;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every endpoint and every problem, over real HTTP; each test has members of its own. */
class RestTest {
  private static final String EVENTS = "/api/v1/events";
  private static final String MORNING = "2026-03-10T08:00:00Z";
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

  @BeforeEach
  void itIsNoon() {
    served.now.set(Served.NOON);
  }

  @Test
  void a_member_spends_what_a_pool_has_where_the_pool_is_asked() throws Exception {
    served.post(EVENTS, purchase("pia", "pia-1", MORNING, "20"));
    String join =
        """
        {"source":"app","id":"pia-2","member":"pool:home","occurredAt":"2026-03-10T09:00:00Z","type":"pool-join","by":"pia"}
        """;
    assertThat(served.post(EVENTS, join).status()).isEqualTo(201);
    Awaitility.await()
        .until(() ->
            served.get("/api/v1/members/pool:home").body().at("/points/0/available").asInt() == 20);
    Reply pia = served.get("/api/v1/members/pia");
    assertThat(pia.text("/pool")).isEqualTo("pool:home");
    Reply refused = served.post("/api/v1/redemptions", redemption("pia", "pia-3", 5));
    assertProblem(refused, 422, "redemption-refused");
    assertThat(refused.text("/code")).isEqualTo("points-in-pool");
    assertThat(refused.text("/detail")).contains("the pool pool:home");
    Reply taken = served.post("/api/v1/redemptions", redemption("pool:home", "pia-4", 5, "pia"));
    assertThat(taken.status()).isEqualTo(201);
    Reply home = served.get("/api/v1/members/pool:home");
    assertThat(home.body().at("/points/0/available").asInt()).isEqualTo(15);
    assertThat(home.text("/pooledBy/0/member")).isEqualTo("pia");
    assertThat(home.body().get("tiers")).isEmpty();
    Reply nobody = served.post("/api/v1/redemptions", redemption("pool:home", "pia-5", 5));
    assertProblem(nobody, 422, "invalid-event");
  }

  private static final String TAKE = "/api/v1/messages:take";

  private static String happens(String id, String type, String attributes) {
    return """
    {"source":"app","id":"%s","member":"mel","occurredAt":"2026-03-10T09:00:00Z","type":"%s","attributes":{%s}}
    """
        .formatted(id, type, attributes);
  }

  @Test
  void a_message_is_handed_over_once_and_what_became_of_it_is_an_event() throws Exception {
    served.post(EVENTS, purchase("mel", "mel-1", MORNING, "20"));
    String consent = "\"channel\":\"e-mail\",\"purpose\":\"news\",\"given\":true";
    assertThat(served.post(EVENTS, happens("mel-2", "consent", consent)).status()).isEqualTo(201);
    assertThat(served.post(EVENTS, happens("mel-3", "checkIn", "")).status()).isEqualTo(201);
    Awaitility.await()
        .until(() ->
            served.get("/api/v1/members/mel/messages").body().at("/messages/0/id").isString());
    Reply taken = served.post(TAKE, "{\"channel\":\"e-mail\",\"leaseSeconds\":60}");
    assertThat(taken.status()).isEqualTo(200);
    assertThat(taken.text("/messages/0/member")).isEqualTo("mel");
    assertThat(taken.text("/messages/0/text/zh")).isEqualTo("您有20积分。");
    assertThat(taken.text("/messages/0/state")).isEqualTo("handed-over");
    assertThat(served.post(TAKE, "{\"channel\":\"e-mail\"}").body().at("/messages")).isEmpty();
    String outcomes = "/api/v1/messages/" + taken.text("/messages/0/id") + "/outcomes";
    for (int times = 0; times < 2; times++) {
      Reply told = served.post(outcomes, "{\"outcome\":\"opened\"}");
      assertThat(told.status()).isEqualTo(200);
      assertThat(told.text("/state")).isEqualTo("opened");
    }
    assertThat(served.get("/api/v1/members/mel").body().at("/points/0/available").asInt())
        .isEqualTo(22);
    assertThat(served.get("/api/v1/members/mel").text("/consents/0/purpose")).isEqualTo("news");
    assertProblem(served.post(outcomes, "{\"outcome\":\"lost\"}"), 400, "bad-parameter");
    assertProblem(served.post(TAKE, "{\"channel\":\"e-mail\",\"limit\":0}"), 400, "bad-parameter");
    assertProblem(served.post(TAKE, "{}"), 400, "bad-json");
    String nothing = "/api/v1/messages/0123/outcomes";
    assertProblem(served.post(nothing, "{\"outcome\":\"opened\"}"), 404, "not-found");
  }

  @Test
  void an_event_is_recorded_once_and_answered_the_same_again() throws Exception {
    String event = purchase("ann", "ann-1", MORNING, "12.50");
    Reply first = served.post(EVENTS, event);
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.text("/status")).isEqualTo("recorded");
    assertThat(first.body().at("/ledger/0/points").asInt()).isEqualTo(12);
    assertThat(first.response().headers().firstValue("Location"))
        .hasValue("/api/v1/decisions/till:ann-1");
    Reply again = served.post(EVENTS, event);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("/status")).isEqualTo("replayed");
    assertThat(again.body().get("ledger")).isEqualTo(first.body().get("ledger"));
    assertThat(again.text("/decisionId")).isEqualTo(first.text("/decisionId"));
  }

  @Test
  void other_content_under_the_same_name_is_a_conflict_and_changes_nothing() throws Exception {
    served.post(EVENTS, purchase("ben", "ben-1", MORNING, "10"));
    Reply other = served.post(EVENTS, purchase("ben", "ben-1", MORNING, "11"));
    assertProblem(other, 409, "conflict");
    assertThat(other.text("/event")).isEqualTo("till:ben-1");
    assertThat(available("ben")).isEqualTo(10);
  }

  @Test
  void an_event_with_faults_is_refused_with_all_of_them() throws Exception {
    Reply refused =
        served.post(
            EVENTS,
            """
            {"id":"","member":"cid","occurredAt":"soon","type":"purchase","amout":1}
            """);
    assertProblem(refused, 422, "invalid-event");
    assertThat(refused.body().get("faults").valueStream().map(f -> f.get("code").asString()))
        .containsExactlyInAnyOrder("bad-id", "bad-time", "unknown-key");
    assertThat(refused.body().get("faults").toString()).contains("Did you mean \\\"amount\\\"?");
    assertThat(served.get("/api/v1/members/cid").status()).isEqualTo(404);
  }

  @Test
  void an_event_from_the_future_is_refused() throws Exception {
    Reply refused = served.post(EVENTS, purchase("dan", "dan-1", "2026-03-10T12:06:00Z", "1"));
    assertProblem(refused, 422, "invalid-event");
    assertThat(refused.text("/faults/0/code")).isEqualTo("ahead");
  }

  @Test
  void of_several_events_each_is_answered_in_its_place() throws Exception {
    served.post(EVENTS, purchase("eve", "eve-1", MORNING, "1"));
    List<String> events =
        List.of(
            purchase("eve", "eve-2", MORNING, "2"),
            purchase("eve", "eve-1", MORNING, "1"),
            purchase("eve", "eve-1", MORNING, "3"),
            "{\"id\":\"x\"}",
            "7",
            purchase("eve", "eve-4", "2027-01-01", "1"));
    String[] wanted = {"recorded", "replayed", "conflict", "refused", "refused", "refused"};
    Reply array = served.post(EVENTS, " [" + String.join(",", events) + "]\n");
    assertThat(statuses(array)).containsExactly(wanted);
    String lines = String.join("\r\n", events).replace("eve-2", "eve-3") + "\n\n";
    assertThat(statuses(served.post(EVENTS, lines, "application/x-ndjson")))
        .containsExactly(wanted);
    assertThat(statuses(served.post(EVENTS, lines, "application/jsonl")))
        .containsExactly("replayed", "replayed", "conflict", "refused", "refused", "refused");
    assertThat(available("eve")).isEqualTo(5);
  }

  private static List<String> statuses(Reply reply) {
    assertThat(reply.status()).isEqualTo(200);
    return reply.body().get("items").valueStream().map(i -> i.get("status").asString()).toList();
  }

  @Test
  void what_is_no_json_is_refused_whole() throws Exception {
    for (String body : List.of("[{]", "[" + purchase("fay", "fay-1", MORNING, "1"), "[1] 2"))
      assertProblem(served.post(EVENTS, body), 400, "bad-json");
    assertProblem(served.post(EVENTS, "nonsense"), 422, "invalid-event");
    assertThat(served.get("/api/v1/members/fay").status()).isEqualTo(404);
  }

  @Test
  void a_body_is_bounded() throws Exception {
    String many =
        IntStream.rangeClosed(1, 1_001)
            .mapToObj(i -> purchase("gus", "gus-" + i, MORNING, "1"))
            .collect(Collectors.joining("\n"));
    assertProblem(served.post(EVENTS, many, "application/x-ndjson"), 413, "too-large");
    assertProblem(served.post(EVENTS, "[" + many.replace("\n", ",") + "]"), 413, "too-large");
    assertProblem(served.post(EVENTS, " ".repeat(5_000_001)), 413, "too-large");
    assertThat(served.get("/api/v1/members/gus").status()).isEqualTo(404);
  }

  @Test
  void what_is_sent_wrongly_is_answered_with_what_to_do() throws Exception {
    assertProblem(served.post(EVENTS, "{}", "text/plain"), 415, "wrong-media-type");
    assertProblem(
        served.send(served.request(EVENTS).PUT(HttpRequest.BodyPublishers.ofString("{}"))),
        405,
        "not-allowed");
    assertProblem(served.get("/api/v1/nothing"), 404, "not-found");
    assertProblem(served.get("/api/v1/a%00b"), 400, "bad-parameter");
    assertProblem(served.get("/api/v1/members/a/ledger?after=x"), 400, "bad-parameter");
    assertProblem(served.get("/api/v1/members/a/ledger?limit=0"), 400, "bad-parameter");
    assertProblem(served.get("/api/v1/members/a/decisions?after=-1"), 400, "bad-parameter");
    assertProblem(served.get("/api/v1/decisions?source=a"), 400, "bad-parameter");
    assertProblem(served.post("/api/v1/clock?by=P1D", ""), 404, "not-found");
  }

  @Test
  void a_member_is_told_with_tiers_lots_and_the_way_to_the_next_tier() throws Exception {
    served.post(EVENTS, purchase("hal", "hal-1", "2026-03-01T09:00:00Z", "60"));
    Reply hal = served.get("/api/v1/members/hal");
    assertThat(hal.status()).isEqualTo(200);
    assertThat(hal.text("/tiers/0/tier")).isEqualTo("Base");
    assertThat(hal.body().at("/points/0/lots/0").toString())
        .isEqualTo(
            "{\"points\":60,\"earnedOn\":\"2026-03-01\",\"lapsesOn\":\"2026-04-30\",\"life\":"
                + "\"60 points earned on 1 March 2026: they can be spent; they lapse at the end of"
                + " 29 April 2026, because such points expire 60 days after they were earned, at the"
                + " start of that day.\"}");
    assertThat(hal.body().at("/progress/0").toString())
        .isEqualTo(
            "{\"ladder\":\"status\",\"next\":\"Gold\",\"thresholds\":"
                + "[{\"metric\":\"spend\",\"atLeast\":100,\"value\":60.0}]}");
  }

  @Test
  void a_member_is_brought_to_now_before_being_told() throws Exception {
    served.post(EVENTS, purchase("ida", "ida-1", "2026-03-01T09:00:00Z", "60"));
    assertThat(available("ida")).isEqualTo(60);
    served.now.set(Served.NOON.plus(Duration.ofDays(60)));
    Reply later = served.get("/api/v1/members/ida");
    assertThat(later.body().at("/points/0/available").asInt()).isZero();
    assertThat(later.body().at("/points/0/expired").asInt()).isEqualTo(60);
    assertThat(served.get("/api/v1/members/ida/ledger").body().get("entries").toString())
        .contains("\"rule\":\"expiry\"");
  }

  @Test
  void the_ledger_and_the_decisions_come_in_pages() throws Exception {
    for (int i = 1; i <= 5; i++)
      served.post(EVENTS, purchase("jim", "jim-" + i, "2026-03-01T09:0%d:00Z".formatted(i), "1"));
    List<String> events = new ArrayList<>();
    String next = "0";
    for (int pages = 0; !next.isEmpty(); pages++) {
      assertThat(pages).isLessThan(3);
      JsonNode page = served.get("/api/v1/members/jim/ledger?limit=2&after=" + next).body();
      page.get("entries").forEach(entry -> events.add(entry.get("event").asString()));
      next = page.path("next").asString("");
    }
    assertThat(events).containsExactly("jim-1", "jim-2", "jim-3", "jim-4", "jim-5");
    JsonNode decisions = served.get("/api/v1/members/jim/decisions?limit=2&after=3").body();
    assertThat(decisions.get("decisions").valueStream().map(d -> d.get("event").asString()))
        .containsExactly("till:jim-4", "till:jim-5");
    assertThat(decisions.has("next")).isFalse();
    assertProblem(served.get("/api/v1/members/nobody/ledger"), 404, "not-found");
  }

  @Test
  void a_decision_tells_the_why_of_rules_that_were_not_met_too() throws Exception {
    served.post(EVENTS, purchase("kim", "kim-1", MORNING, "5"));
    Reply why = served.get("/api/v1/decisions/till:kim-1");
    assertThat(why.status()).isEqualTo(200);
    assertThat(why.text("/heading")).contains("a purchase of €5");
    assertThat(why.body().get("why").toString())
        .contains("\\\"A point per euro\\\" gave 5 points")
        .contains("\\\"Seven more for gold\\\" did not apply");
    assertThat(why.body().at("/decision/findings").toString()).contains("not-met");
    assertThat(served.get("/api/v1/decisions?source=till&id=kim-1").body()).isEqualTo(why.body());
    assertProblem(served.get("/api/v1/decisions/till:unknown"), 404, "not-found");
  }

  @Test
  void the_why_is_told_in_chinese_too() throws Exception {
    served.post(EVENTS, purchase("kai", "kai-1", MORNING, "5"));
    Reply why = served.get("/api/v1/decisions/till:kai-1?language=zh");
    assertThat(why.body().get("why").toString())
        .contains("A point per euro”给予 5", "不适用")
        .doesNotContain("gave", "did not apply");
    Reply tried =
        served.post("/api/v1/decisions:try?language=zh", purchase("kai", "kai-2", MORNING, "7"));
    assertThat(tried.body().at("/decisions/0/why").toString()).contains("给予");
    assertProblem(served.get("/api/v1/decisions/till:kai-1?language=fr"), 400, "bad-parameter");
  }

  @Test
  void any_character_may_stand_in_a_name() throws Exception {
    String odd = "a/b;c%d:e\\\\f ü";
    Reply recorded = served.post(EVENTS, purchase(odd, odd, MORNING, "3"));
    assertThat(recorded.status()).isEqualTo(201);
    assertThat(served.get("/api/v1/members/a%2Fb%3Bc%25d%3Ae%5Cf%20%C3%BC").text("/member"))
        .isEqualTo("a/b;c%d:e\\f ü");
    String location = recorded.response().headers().firstValue("Location").orElseThrow();
    assertThat(served.get(location).status()).isEqualTo(200);
  }

  @Test
  void an_event_may_be_tried_without_a_trace() throws Exception {
    served.post(EVENTS, purchase("leo", "leo-1", MORNING, "99"));
    Reply tried =
        served.post("/api/v1/decisions:try", purchase("leo", "leo-2", "2026-03-20", "1.00"));
    assertThat(tried.status()).isEqualTo(200);
    assertThat(tried.text("/after/tiers/0/tier")).isEqualTo("Gold");
    assertThat(tried.body().get("decisions").toString()).contains("till:leo-2");
    assertThat(served.get("/api/v1/members/leo").text("/tiers/0/tier")).isEqualTo("Base");
    assertThat(served.get("/api/v1/decisions/till:leo-2").status()).isEqualTo(404);
    Reply invented = served.post("/api/v1/decisions:try", purchase("nobody", "n-1", MORNING, "7"));
    assertThat(invented.body().at("/after/points/0/available").asInt()).isEqualTo(7);
    assertThat(served.get("/api/v1/members/nobody").status()).isEqualTo(404);
    assertProblem(
        served.post("/api/v1/decisions:try", purchase("leo", "leo-3", "2036-01-01", "1")),
        422,
        "invalid-event");
  }

  @Test
  void points_are_redeemed_once_or_the_refusal_is_kept() throws Exception {
    served.post(EVENTS, purchase("mia", "mia-1", MORNING, "20"));
    Reply taken = served.post("/api/v1/redemptions", redemption("mia", "mia-r1", 15));
    assertThat(taken.status()).isEqualTo(201);
    assertThat(served.post("/api/v1/redemptions", redemption("mia", "mia-r1", 15)).status())
        .isEqualTo(200);
    assertThat(available("mia")).isEqualTo(5);
    for (int i = 0; i < 2; i++) {
      Reply refused = served.post("/api/v1/redemptions", redemption("mia", "mia-r2", 6));
      assertProblem(refused, 422, "redemption-refused");
      assertThat(refused.text("/code")).isEqualTo("not-enough-points");
    }
    assertThat(available("mia")).isEqualTo(5);
    String other = redemption("mia", "mia-r3", 1).replace("{", "{\"type\":\"purchase\",");
    assertProblem(served.post("/api/v1/redemptions", other), 422, "invalid-event");
    assertProblem(served.post("/api/v1/redemptions", "[]"), 422, "invalid-event");
  }

  @Test
  void points_are_set_aside_and_then_redeemed_or_given_back() throws Exception {
    served.post(EVENTS, purchase("oli", "oli-1", MORNING, "20"));
    Reply reserved = served.post("/api/v1/redemptions:reserve", redemption("oli", "oli-a", 12));
    assertThat(reserved.status()).isEqualTo(201);
    assertProblem(
        served.post("/api/v1/redemptions", redemption("oli", "oli-b", 9)),
        422,
        "redemption-refused");
    assertThat(served.get("/api/v1/members/oli").body().at("/points/0/reservations").toString())
        .isEqualTo("[{\"source\":\"shop\",\"event\":\"oli-a\",\"points\":12}]");
    assertThat(served.post("/api/v1/redemptions:cancel", of("oli-c", "oli-a")).status())
        .isEqualTo(201);
    assertThat(available("oli")).isEqualTo(20);
    assertProblem(
        served.post("/api/v1/redemptions:confirm", of("oli-d", "oli-a")),
        422,
        "redemption-refused");
    served.post("/api/v1/redemptions:reserve", redemption("oli", "oli-e", 15));
    assertThat(served.post("/api/v1/redemptions:confirm", of("oli-f", "oli-e")).status())
        .isEqualTo(201);
    assertThat(available("oli")).isEqualTo(5);
  }

  private static String of(String id, String reservation) {
    return """
    {"source":"shop","id":"%s","member":"oli","occurredAt":"2026-03-10T11:59:00Z","of":"%s"}\
    """
        .formatted(id, reservation);
  }

  @Test
  void the_programme_says_by_which_pack_it_decides() throws Exception {
    Reply programme = served.get("/api/v1/programme");
    assertThat(programme.text("/pack/id")).isEqualTo("shop");
    assertThat(programme.text("/revision/digest")).isEqualTo(Served.shop().digest());
    assertThat(programme.body().at("/revision/number").asInt()).isOne();
    assertThat(programme.body().at("/clock").toString())
        .isEqualTo("{\"now\":\"2026-03-10T12:00:00Z\",\"demo\":false,\"aheadSeconds\":0}");
    Reply pack = served.get("/api/v1/programme/pack");
    assertThat(pack.response().headers().firstValue("Content-Type")).hasValue("application/zip");
    assertThat(pack.response().body()).isEqualTo(served.server.operation().inForce().pack());
  }

  @Test
  void health_and_measures_are_told() throws Exception {
    served.post(EVENTS, purchase("ned", "ned-1", MORNING, "1"));
    Reply ready = served.get("/actuator/health/readiness");
    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.text("/components/programme/details/clockAheadSeconds")).isEqualTo("0");
    assertThat(served.get("/actuator/health/liveness").status()).isEqualTo(200);
    String measures = new String(served.get("/actuator/prometheus").response().body());
    for (String name : List.of("intake", "decide", "claim", "commit", "drain"))
      assertThat(measures).containsPattern("laurel_" + name + "_seconds_count(\\{.*\\})? [1-9]");
    assertThat(measures).contains("laurel_outbox_backlog", "laurel_due_backlog");
  }

  @Test
  void how_all_members_stand_together_is_told() throws Exception {
    Reply told = served.get("/api/v1/overview");
    assertThat(told.status()).isEqualTo(200);
    assertThat(told.body().get("segments").isArray()).isTrue();
    assertThat(told.body().get("members").isIntegralNumber()).isTrue();
  }

  @Test
  void every_endpoint_is_described_and_everything_described_is_there() throws Exception {
    Set<String> described = new TreeSet<>();
    Served.paths()
        .forEachEntry(
            (path, methods) -> methods.propertyNames().forEach(m -> described.add(m + " " + path)));
    assertThat(served.server.endpoints()).isEqualTo(described);
    assertThat(served.get("/api/v1/openapi.json").text("/openapi")).startsWith("3.1");
  }

  @Test
  void every_type_of_problem_says_what_to_do() throws Exception {
    for (ProblemType type : ProblemType.values()) {
      Reply told = served.get(type.uri());
      assertThat(told.status()).isEqualTo(200);
      assertThat(new String(told.response().body())).contains(type.remedy());
    }
    assertProblem(served.get("/problems/unknown"), 404, "not-found");
  }

  @Test
  void answers_carry_the_headers_that_keep_browsers_out() throws Exception {
    var headers = served.get("/api/v1/programme").response().headers();
    assertThat(headers.firstValue("Content-Security-Policy")).isPresent();
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Cache-Control"))
        .hasValueSatisfying(c -> assertThat(c).contains("no-store"));
    assertThat(headers.firstValue("Set-Cookie")).isEmpty();
  }

  private static int available(String member) throws Exception {
    return served.get("/api/v1/members/" + member).body().at("/points/0/available").asInt();
  }

  private static void assertProblem(Reply reply, int status, String type) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.response().headers().firstValue("Content-Type"))
        .hasValueSatisfying(t -> assertThat(t).startsWith("application/problem+json"));
    assertThat(reply.text("/type")).isEqualTo("/problems/" + type);
    assertThat(reply.body().get("status").asInt()).isEqualTo(status);
    assertThat(reply.body().toString()).doesNotContain("Exception").doesNotContain("dev.laurel");
  }
}
