package dev.laurel.engine.evaluate;

import static dev.laurel.engine.evaluate.EvaluatedFiles.CAFE;
import static dev.laurel.engine.evaluate.EvaluatedFiles.PLENTY;
import static dev.laurel.engine.evaluate.EvaluatedFiles.REVISION;
import static dev.laurel.engine.evaluate.EvaluatedFiles.STILL;
import static dev.laurel.engine.evaluate.EvaluatedFiles.purchase;
import static dev.laurel.engine.evaluate.EvaluatedFiles.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.pack.PackResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an evaluation makes of a history. */
class EvaluationTest {
  private static final JsonMapper JSON = new JsonMapper();

  private EvaluatedFiles files;

  @BeforeEach
  void open() throws IOException {
    files = new EvaluatedFiles();
  }

  @AfterEach
  void close() throws IOException {
    files.close();
  }

  @Test
  void each_member_has_a_line() throws Exception {
    files.evaluate(
        purchase("1", "00001", "2026-01-01T10:00:00Z", "11.77"),
        purchase("2", "00002", "2026-01-01T10:00:00Z", "100.00"));
    assertThat(files.lines("members.jsonl"))
        .containsExactly(
            "{\"member\":\"00001\",\"tiers\":{\"status\":\"Base\"},\"points\":{"
                + "\"points\":{\"available\":11,\"pending\":0,\"earned\":11,\"redeemed\":0,\"expired\":0,\"debt\":0},"
                + "\"stars\":{\"available\":0.00,\"pending\":0.00,\"earned\":0.00,\"redeemed\":0.00,\"expired\":0.00,\"debt\":0.00}}}",
            "{\"member\":\"00002\",\"tiers\":{\"status\":\"Gold\"},\"points\":{"
                + "\"points\":{\"available\":100,\"pending\":0,\"earned\":100,\"redeemed\":0,\"expired\":0,\"debt\":0},"
                + "\"stars\":{\"available\":0.00,\"pending\":0.00,\"earned\":0.00,\"redeemed\":0.00,\"expired\":0.00,\"debt\":0.00}}}");
  }

  @Test
  void each_posting_and_each_decision_has_a_line() throws Exception {
    files.evaluate(
        purchase("1", "m", "2026-01-01T10:00:00Z", "100.50"),
        row(
            "2",
            "m",
            "2026-01-02",
            "adjustment",
            "\"kind\":\"stars\",\"points\":1.25,\"reason\":\"sorry\""));
    JsonNode first = JSON.readTree(files.lines("ledger.jsonl").getFirst());
    String decision = first.get("decision").stringValue();
    assertThat(files.lines("ledger.jsonl").getFirst())
        .isEqualTo(
            ("{\"id\":\"%s:1\",\"member\":\"m\",\"decision\":\"%s\",\"source\":\"pos\",\"event\":\"1\","
                    + "\"occurredAt\":\"2026-01-01T10:00:00Z\",\"kind\":\"points\",\"rule\":\"base\","
                    + "\"from\":\"issued\",\"to\":\"available\",\"points\":100}")
                .formatted(decision, decision));
    assertThat(files.lines("ledger.jsonl").getLast()).endsWith("\"points\":1.25}");
    JsonNode made = JSON.readTree(files.lines("decisions.jsonl").getFirst());
    assertThat(made.get("id").stringValue()).isEqualTo(decision);
    assertThat(made.get("revision").stringValue()).isEqualTo(CAFE.digest());
    assertThat(made.get("type").stringValue()).isEqualTo("purchase");
    assertThat(made.get("saw").get("standing").get("metrics.spend").decimalValue())
        .isEqualByComparingTo("100.50");
    assertThat(made.get("findings").get(0).toString())
        .isEqualTo(
            "{\"rule\":\"base\",\"finding\":\"fired\",\"awards\":[{\"kind\":\"points\",\"exact\":\"100.5\",\"points\":100}]}");
    assertThat(made.get("moves").get(0).get("to").stringValue()).isEqualTo("Gold");
    assertThat(made.get("moves").get(0).get("way").stringValue()).isEqualTo("up");
  }

  @Test
  void both_sides_of_a_referral_get_what_is_theirs() throws Exception {
    String referral =
        """
              - id: thanks
                title: Thanks
                on: referral
                then:
                  - {type: points, kind: points, points: 40, to: referrer}
                  - {type: points, kind: points, points: 25, to: referred}
        """;
    PackResult.Read pack = TestPacks.read(TestPacks.CAFE + referral);
    files.under(Revision.of(pack.pack(), pack.digest()));
    files.evaluate(
        row("1", "other", "2026-01-02", "enrolment", "\"attributes\":{}"),
        row("2", "m", "2026-01-03", "referral", "\"attributes\":{\"referred\":\"other\"}"),
        row("3", "m", "2026-01-04", "referral", "\"attributes\":{}"));
    assertThat(files.refused()).isEmpty();
    assertThat(files.members()).containsEntry("m", 80L).containsEntry("other", 25L);
  }

  @Test
  void events_from_the_day_named_are_left_out_and_counted() throws Exception {
    Path events =
        files.write(
            "events.jsonl",
            purchase("1", "m", "2026-01-31T22:59:59Z", "1.00"),
            purchase("2", "m", "2026-01-31T23:00:00Z", "2.00"),
            purchase("3", "late", "2026-02-01", "2.00"));
    files.run(
        events,
        Optional.empty(),
        Optional.empty(),
        Optional.of(LocalDate.of(2026, 2, 1)),
        2,
        PLENTY);
    assertThat(files.members()).isEqualTo(Map.of("m", 1L));
    assertThat(files.summary().get("rows").get("afterUntil").longValue()).isEqualTo(2);
    assertThat(files.lines("refused.jsonl")).isEmpty();
    files.assertRowsAddUp();
  }

  @Test
  void time_goes_on_to_the_day_named() throws Exception {
    PackResult.Read expiring =
        TestPacks.read(
            TestPacks.CAFE.replace(
                "{id: points, title: Points}",
                "{id: points, title: Points, expiry: {type: after, span: 1 month, edge: at-its-start}}"));
    Path events = files.write("events.jsonl", purchase("1", "m", "2026-01-10T10:00:00Z", "5.00"));
    for (String day : List.of("2026-02-09", "2026-02-10")) {
      var request =
          new EvaluationRequest(
              Revision.of(expiring.pack(), expiring.digest()),
              events,
              Optional.empty(),
              Optional.empty(),
              Optional.of(LocalDate.parse(day)),
              Optional.of(files.out()),
              Optional.empty(),
              1,
              PLENTY);
      Evaluation.run(request, STILL, (stage, done, all) -> {});
      assertThat(files.members()).as(day).containsEntry("m", day.endsWith("09") ? 5L : 0L);
    }
    assertThat(files.lines("ledger.jsonl").getLast())
        .contains("\"rule\":\"expiry\"", "\"source\":\"time\"");
  }

  @Test
  void members_of_a_list_are_enrolled_before_they_buy() throws Exception {
    Path events = files.write("events.jsonl", purchase("1", "m", "2026-01-10T10:00:00Z", "5.00"));
    Path members =
        files.write(
            "people.jsonl",
            "{\"member\":\"m\",\"enrolled\":\"2025-01-01\"}",
            "{\"member\":\"quiet\",\"enrolled\":\"2025-01-01\"}",
            "{\"member\":\"quiet\",\"enrolled\":\"2025-01-01\"}",
            "{\"member\":\"\",\"enrolled\":\"2025-01-01\"}");
    files.run(events, Optional.of(members), Optional.empty(), Optional.empty(), 2, PLENTY);
    assertThat(files.members()).isEqualTo(Map.of("m", 5L, "quiet", 0L));
    assertThat(files.lines("decisions.jsonl").getFirst())
        .contains("\"source\":\"members\"", "\"type\":\"enrolment\"");
    assertThat(files.lines("refused.jsonl").getFirst())
        .contains("\"file\":\"people.jsonl\",\"line\":4");
    assertThat(files.summary().get("memberRows").get("read").longValue()).isEqualTo(4);
    assertThat(files.summary().get("memberRows").get("replayed").longValue()).isOne();
    assertThat(files.summary().get("rows").get("read").longValue()).isOne();
    files.assertRowsAddUp();
  }

  @Test
  void the_summary_says_how_many_of_everything() throws Exception {
    files.evaluate(
        purchase("1", "a", "2026-01-01T10:00:00Z", "150.00"),
        purchase("2", "b", "2026-01-01T10:00:00Z", "2.00"),
        row("3", "b", "2026-01-02", "redemption", "\"kind\":\"points\",\"points\":2"),
        row("4", "b", "2026-01-02", "adjustment", "\"kind\":\"stars\",\"points\":0.25"),
        "");
    assertThat(Files.readString(files.out().resolve("summary.json")))
        .isEqualTo(
            ("{\"pack\":\"cafe\",\"version\":\"1.0.0\",\"revision\":\"%s\",\"rows\":{\"read\":4,\"evaluated\":4,"
                    + "\"leftOut\":{},\"afterUntil\":0,\"replayed\":0,\"refused\":{},\"blankLines\":1},"
                    + "\"events\":4,\"decisions\":4,\"members\":2,\"points\":{"
                    + "\"points\":{\"available\":150,\"pending\":0,\"earned\":152,\"redeemed\":2,\"expired\":0,"
                    + "\"reversed\":0,\"debt\":0,\"earnedByRule\":{\"base\":152}},"
                    + "\"stars\":{\"available\":0.25,\"pending\":0.00,\"earned\":0.25,\"redeemed\":0.00,\"expired\":0.00,"
                    + "\"reversed\":0.00,\"debt\":0.00,\"earnedByRule\":{\"adjustment\":0.25}}},"
                    + "\"tiers\":{\"status\":{\"Base\":1,\"Gold\":1}},\"seconds\":0.000,\"eventsPerSecond\":4000,"
                    + "\"secondsReading\":0.000,\"secondsDeciding\":0.000,\"secondsWriting\":0.000}\n")
                .formatted(CAFE.digest()));
  }

  @Test
  void a_history_is_told_without_writing_anything() throws Exception {
    Path events =
        files.write(
            "events.jsonl",
            purchase("1", "a", "2026-01-01T10:00:00Z", "1.00"),
            purchase("2", "b", "2026-01-01T10:00:00Z", "1.00"),
            purchase("3", "b", "2026-01-02T10:00:00Z", "1.00"));
    List<String> told = new ArrayList<>();
    Summary summary =
        Evaluation.run(
            new EvaluationRequest(
                REVISION,
                events,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new EvaluationRequest.Explain("b", EvaluationTest::idOf, told::add)),
                2,
                PLENTY),
            STILL,
            (stage, done, all) -> {});
    assertThat(told).containsExactly("2", "3");
    assertThat(summary.members()).isOne();
    assertThat(files.out()).doesNotExist();
  }

  @Test
  void progress_goes_up_to_the_whole() throws Exception {
    Path events = files.write("events.jsonl", purchase("1", "a", "2026-01-01T10:00:00Z", "1.00"));
    List<String> seen = new ArrayList<>();
    Evaluation.run(
        files.request(events, Optional.empty(), Optional.empty(), Optional.empty(), 1, PLENTY),
        STILL,
        (stage, done, all) -> seen.add(stage + " " + done + "/" + all));
    long size = Files.size(events);
    assertThat(seen).containsExactly("READING " + size + "/" + size, "FOLDING 1/1");
  }

  private static List<String> idOf(Decision decision) {
    return List.of(decision.event().id());
  }
}
