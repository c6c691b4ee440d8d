package dev.laurel.engine.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Mapping;
import dev.laurel.rules.pack.MappingReader;
import dev.laurel.rules.pack.MappingResult;
import dev.laurel.rules.pack.PackResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluationTest {
  private static final PackResult.Read CAFE = TestPacks.read(TestPacks.CAFE);
  private static final Revision REVISION = Revision.of(CAFE.pack(), CAFE.digest());
  private static final EventTerms TERMS = EventTerms.of(CAFE.pack());
  private static final Clock STILL = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final JsonMapper JSON = new JsonMapper();
  private static final long PLENTY = 1L << 24;

  private Path directory = Path.of("");
  private Revision revision = REVISION;

  @BeforeEach
  @BeforeTry
  void open() throws IOException {
    directory = Files.createTempDirectory("evaluation");
  }

  @AfterEach
  @AfterTry
  void close() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(file);
    }
  }

  @Test
  void each_member_has_a_line() throws Exception {
    evaluate(
        purchase("1", "00001", "2026-01-01T10:00:00Z", "11.77"),
        purchase("2", "00002", "2026-01-01T10:00:00Z", "100.00"));
    assertThat(lines("members.jsonl"))
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
    evaluate(
        purchase("1", "m", "2026-01-01T10:00:00Z", "100.50"),
        row(
            "2",
            "m",
            "2026-01-02",
            "adjustment",
            "\"kind\":\"stars\",\"points\":1.25,\"reason\":\"sorry\""));
    JsonNode first = JSON.readTree(lines("ledger.jsonl").getFirst());
    String decision = first.get("decision").stringValue();
    assertThat(lines("ledger.jsonl").getFirst())
        .isEqualTo(
            ("{\"id\":\"%s:1\",\"member\":\"m\",\"decision\":\"%s\",\"source\":\"pos\",\"event\":\"1\","
                    + "\"occurredAt\":\"2026-01-01T10:00:00Z\",\"kind\":\"points\",\"rule\":\"base\","
                    + "\"from\":\"issued\",\"to\":\"available\",\"points\":100}")
                .formatted(decision, decision));
    assertThat(lines("ledger.jsonl").getLast()).endsWith("\"points\":1.25}");
    JsonNode made = JSON.readTree(lines("decisions.jsonl").getFirst());
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

  @Property(tries = 25)
  void the_result_is_that_of_folding_each_member_alone(@ForAll("histories") List<Event> events)
      throws Exception {
    evaluate(2, 500, written(events));
    assertThat(members()).isEqualTo(foldedAlone(events));
  }

  @Property(tries = 25)
  void the_bytes_do_not_depend_on_threads_or_memory(
      @ForAll("histories") List<Event> events,
      @ForAll @IntRange(min = 1, max = 5) int threads,
      @ForAll @IntRange(min = 1, max = 3_000) int memory)
      throws Exception {
    evaluate(1, PLENTY, written(events));
    Map<String, String> once = results();
    evaluate(threads, memory, written(events));
    assertThat(results()).isEqualTo(once);
  }

  /** Of two events of one name the first in the file counts, so names are distinct here. */
  @Property(tries = 25)
  void nor_on_the_order_of_rows(@ForAll("distinct") List<Event> events) throws Exception {
    evaluate(written(events));
    Map<String, String> once = results();
    evaluate(written(events.reversed()));
    for (String name : List.of("ledger.jsonl", "members.jsonl", "decisions.jsonl", "summary.json"))
      assertThat(results().get(name)).as(name).isEqualTo(once.get(name));
  }

  @Test
  void many_batches_and_chunks_come_out_in_one_order() throws Exception {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 30_000; i++)
      rows.add(
          purchase(
              "" + i,
              "m" + i * 7_919 % 1_000,
              "2026-01-01T10:00:%02dZ".formatted(i % 60),
              i % 90 + ".50"));
    evaluate(1, PLENTY, rows.toArray(String[]::new));
    Map<String, String> once = results();
    evaluate(4, 100_000, rows.toArray(String[]::new));
    assertThat(results()).isEqualTo(once);
    assertThat(lines("members.jsonl")).hasSize(1_000).isSorted();
    assertThat(lines("decisions.jsonl")).hasSize(30_000);
  }

  @Test
  void a_member_with_more_rows_than_a_chunk_holds_is_handed_on() throws Exception {
    List<String> rows = new ArrayList<>();
    int count = 60_000;
    for (int i = 0; i < count; i++)
      rows.add(purchase("" + i, "cash", "2026-01-01T10:00:00Z", "1.00"));
    rows.add(purchase("1", "a", "2026-01-01T10:00:00Z", "2.00"));
    rows.add(purchase("1", "z", "2026-01-01T10:00:00Z", "3.00"));
    rows.add(purchase("7", "cash", "2026-01-01T10:00:00Z", "1.00"));
    Summary summary = evaluate(3, PLENTY, rows.toArray(String[]::new));
    assertThat(summary.members()).isEqualTo(3);
    assertThat(members())
        .containsEntry("a", 2L)
        .containsEntry("cash", (long) count)
        .containsEntry("z", 3L);
    assertThat(summary().get("rows").get("replayed").longValue()).isOne();
  }

  @Test
  void the_same_row_again_is_replayed_and_another_of_the_same_id_is_refused() throws Exception {
    evaluate(
        purchase("1", "m", "2026-01-01T10:00:00Z", "1.00"),
        purchase("1", "m", "2026-01-01T10:00:00Z", "1.00"),
        purchase("1", "m", "2026-01-01T10:00:00Z", "2.00"),
        purchase("1", "m", "2026-01-01T10:00:00Z", "1.00"),
        purchase("1", "m", "2026-01-02T10:00:00Z", "1.00"),
        purchase("1", "other", "2026-01-01T10:00:00Z", "1.00"));
    assertThat(members()).containsEntry("m", 1L).containsEntry("other", 1L);
    assertThat(refused()).containsExactly("3 duplicate-id", "5 duplicate-id");
    assertThat(summary().get("rows").get("replayed").longValue()).isEqualTo(2);
    assertRowsAddUp();
  }

  @Test
  void what_would_give_another_something_by_a_referral_is_refused_by_name() throws Exception {
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
    revision = Revision.of(pack.pack(), pack.digest());
    evaluate(
        row("1", "m", "2026-01-03", "referral", "\"attributes\":{\"referred\":\"other\"}"),
        row("2", "m", "2026-01-04", "referral", "\"attributes\":{}"));
    assertThat(refused()).containsExactly("1 referral-between-members");
    assertThat(members()).containsEntry("m", 40L);
  }

  @Test
  void what_cannot_be_carried_out_is_refused_with_its_line() throws Exception {
    evaluate(
        row(
            "1",
            "m",
            "2026-01-03",
            "transfer",
            "\"kind\":\"points\",\"points\":1,\"to\":\"other\""),
        row("2", "m", "2026-01-02", "redemption", "\"kind\":\"points\",\"points\":5"),
        "no JSON",
        purchase("3", "m", "2026-01-01T10:00:00Z", "4.00"),
        row("4", "pool:home", "2026-01-03", "pool-join", "\"by\":\"m\""));
    assertThat(refused())
        .containsExactly(
            "3 bad-json", "2 not-enough-points", "1 transfer-between-members", "5 pool-of-members");
    assertThat(JSON.readTree(lines("refused.jsonl").getLast()).get("reason").stringValue())
        .contains("Import it into a store");
    assertThat(members()).containsEntry("m", 4L);
    assertRowsAddUp();
  }

  @Test
  void who_did_nothing_that_was_carried_out_is_no_member() throws Exception {
    evaluate(
        row("1", "stranger", "2026-01-02", "redemption", "\"kind\":\"points\",\"points\":5"),
        purchase("2", "m", "2026-01-01T10:00:00Z", "4.00"));
    assertThat(refused()).containsExactly("1 not-enough-points");
    assertThat(members()).containsOnlyKeys("m");
    assertThat(summary().get("members").longValue()).isEqualTo(1);
    assertRowsAddUp();
  }

  @Test
  void an_event_that_leads_too_far_is_refused_and_the_others_stand() throws Exception {
    String most = "\"kind\":\"points\",\"points\":999999999999999";
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 9_300; i++) rows.add(row("" + i, "m", "2026-01-01", "adjustment", most));
    evaluate(rows.toArray(String[]::new));
    assertThat(refused()).isNotEmpty().allMatch(line -> line.endsWith(" out-of-range"));
    assertThat(members().get("m")).isEqualTo(999_999_999_999_999L * (9_300 - refused().size()));
    assertRowsAddUp();
  }

  @Test
  void events_from_the_day_named_are_left_out_and_counted() throws Exception {
    Path events =
        write(
            "events.jsonl",
            purchase("1", "m", "2026-01-31T22:59:59Z", "1.00"),
            purchase("2", "m", "2026-01-31T23:00:00Z", "2.00"),
            purchase("3", "late", "2026-02-01", "2.00"));
    run(
        events,
        Optional.empty(),
        Optional.empty(),
        Optional.of(LocalDate.of(2026, 2, 1)),
        2,
        PLENTY);
    assertThat(members()).isEqualTo(Map.of("m", 1L));
    assertThat(summary().get("rows").get("afterUntil").longValue()).isEqualTo(2);
    assertThat(lines("refused.jsonl")).isEmpty();
    assertRowsAddUp();
  }

  @Test
  void time_goes_on_to_the_day_named() throws Exception {
    PackResult.Read expiring =
        TestPacks.read(
            TestPacks.CAFE.replace(
                "{id: points, title: Points}",
                "{id: points, title: Points, expiry: {type: after, span: 1 month, edge: at-its-start}}"));
    Path events = write("events.jsonl", purchase("1", "m", "2026-01-10T10:00:00Z", "5.00"));
    for (String day : List.of("2026-02-09", "2026-02-10")) {
      var request =
          new EvaluationRequest(
              Revision.of(expiring.pack(), expiring.digest()),
              events,
              Optional.empty(),
              Optional.empty(),
              Optional.of(LocalDate.parse(day)),
              Optional.of(directory.resolve("out")),
              Optional.empty(),
              1,
              PLENTY);
      Evaluation.run(request, STILL, (stage, done, all) -> {});
      assertThat(members()).as(day).containsEntry("m", day.endsWith("09") ? 5L : 0L);
    }
    assertThat(lines("ledger.jsonl").getLast())
        .contains("\"rule\":\"expiry\"", "\"source\":\"time\"");
  }

  @Test
  void members_of_a_list_are_enrolled_before_they_buy() throws Exception {
    Path events = write("events.jsonl", purchase("1", "m", "2026-01-10T10:00:00Z", "5.00"));
    Path members =
        write(
            "people.jsonl",
            "{\"member\":\"m\",\"enrolled\":\"2025-01-01\"}",
            "{\"member\":\"quiet\",\"enrolled\":\"2025-01-01\"}",
            "{\"member\":\"quiet\",\"enrolled\":\"2025-01-01\"}",
            "{\"member\":\"\",\"enrolled\":\"2025-01-01\"}");
    run(events, Optional.of(members), Optional.empty(), Optional.empty(), 2, PLENTY);
    assertThat(members()).isEqualTo(Map.of("m", 5L, "quiet", 0L));
    assertThat(lines("decisions.jsonl").getFirst())
        .contains("\"source\":\"members\"", "\"type\":\"enrolment\"");
    assertThat(lines("refused.jsonl").getFirst()).contains("\"file\":\"people.jsonl\",\"line\":4");
    assertThat(summary().get("memberRows").get("read").longValue()).isEqualTo(4);
    assertThat(summary().get("memberRows").get("replayed").longValue()).isOne();
    assertThat(summary().get("rows").get("read").longValue()).isOne();
    assertRowsAddUp();
  }

  @Test
  void rows_through_a_mapping_add_up_and_refused_purchases_name_each_of_their_lines()
      throws Exception {
    Mapping mapping =
        mapping(
            """
            format: 1
            source: {form: delimited}
            leaveOut:
              - {id: nobody, when: {type: blank, column: who}, reason: The customer is not known.}
            returns: {type: starts-with, column: no, text: C}
            id: {type: columns, columns: [no]}
            member: who
            when: {column: day, format: yyyy-MM-dd}
            groupBy: [no]
            amount: {type: column, column: sum}
            """);
    Path events =
        write(
            "events.csv",
            "no,who,day,sum",
            "1,a,2026-01-01,1.00",
            "1,a,2026-01-01,2.00",
            "C2,a,2026-01-02,-1.00",
            "C2,a,2026-01-02,-1.00",
            "3,,2026-01-02,1.00",
            "4,a,2026-01-02,x",
            "1,a,2026-01-01,1.00");
    run(events, Optional.empty(), Optional.of(mapping), Optional.empty(), 2, PLENTY);
    assertThat(members()).containsEntry("a", 3L);
    assertThat(refused())
        .containsExactly("7 bad-number", "8 duplicate-id", "4 no-returns", "5 no-returns");
    assertThat(summary().get("rows").get("leftOut").toString())
        .isEqualTo("{\"nobody\":{\"rows\":1,\"reason\":\"The customer is not known.\"}}");
    assertRowsAddUp();
  }

  @Test
  void the_summary_says_how_many_of_everything() throws Exception {
    evaluate(
        purchase("1", "a", "2026-01-01T10:00:00Z", "150.00"),
        purchase("2", "b", "2026-01-01T10:00:00Z", "2.00"),
        row("3", "b", "2026-01-02", "redemption", "\"kind\":\"points\",\"points\":2"),
        row("4", "b", "2026-01-02", "adjustment", "\"kind\":\"stars\",\"points\":0.25"),
        "");
    assertThat(Files.readString(directory.resolve("out/summary.json")))
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
        write(
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
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void a_run_that_fails_leaves_no_half_result_and_no_temporary_file() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 5_000; i++)
        gzip.write((purchase("" + i, "m" + i, "2026-01-01", "1.00") + "\n").getBytes(UTF_8));
    }
    Path events = directory.resolve("events.jsonl.gz");
    Files.write(events, Arrays.copyOf(packed.toByteArray(), packed.size() - 9));
    assertThatThrownBy(
            () -> run(events, Optional.empty(), Optional.empty(), Optional.empty(), 2, 1_000))
        .isInstanceOf(IOException.class);
    assertThat(directory.resolve("out")).isEmptyDirectory();
  }

  @Test
  void results_never_take_the_place_of_what_they_are_made_of() throws Exception {
    Path events = write("members.jsonl", "");
    assertThatThrownBy(() ->
            new EvaluationRequest(
                REVISION,
                events,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(directory),
                Optional.empty(),
                1,
                PLENTY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("members.jsonl");
  }

  @Test
  void progress_goes_up_to_the_whole() throws Exception {
    Path events = write("events.jsonl", purchase("1", "a", "2026-01-01T10:00:00Z", "1.00"));
    List<String> seen = new ArrayList<>();
    Evaluation.run(
        request(events, Optional.empty(), Optional.empty(), Optional.empty(), 1, PLENTY),
        STILL,
        (stage, done, all) -> seen.add(stage + " " + done + "/" + all));
    long size = Files.size(events);
    assertThat(seen).containsExactly("READING " + size + "/" + size, "FOLDING 1/1");
  }

  @Provide
  Arbitrary<List<Event>> histories() {
    return events().list().ofMaxSize(80);
  }

  @Provide
  Arbitrary<List<Event>> distinct() {
    return events()
        .list()
        .ofMaxSize(80)
        .uniqueElements(event -> List.of(event.member(), event.source(), event.id()));
  }

  private static Arbitrary<Event> events() {
    Arbitrary<Instant> times =
        Arbitraries.longs()
            .between(0, 500)
            .map(h -> Instant.parse("2026-01-01T00:00:00Z").plusSeconds(h * 3_600));
    Arbitrary<Event.Body> bodies =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(
                5,
                Arbitraries.longs()
                    .between(0, 20_000)
                    .map(cents ->
                        new Event.Body.Purchase(cents, 0, 0, 0, 0, 0, 0, List.of(), Map.of()))),
            net.jqwik.api.Tuple.of(
                1,
                Arbitraries.longs()
                    .between(1, 50)
                    .map(units -> new Event.Body.Redemption("points", units, Optional.empty()))),
            net.jqwik.api.Tuple.of(
                1,
                Arbitraries.longs()
                    .between(1, 50)
                    .map(units -> new Event.Body.Adjustment("points", units, ""))),
            net.jqwik.api.Tuple.of(
                1, Arbitraries.just(new Event.Body.Return(Optional.empty(), 5, List.of()))));
    return Combinators.combine(
            Arbitraries.of("pos", "web"),
            Arbitraries.integers().between(0, 60).map(String::valueOf),
            Arbitraries.of("a", "b", "ä", "00001"),
            times,
            bodies)
        .as(Event::new);
  }

  /** What members have, each folded by itself; of events of one name the first counts. */
  private static Map<String, Long> foldedAlone(List<Event> events) {
    Map<String, List<Event>> byMember =
        events.stream()
            .collect(Collectors.groupingBy(Event::member, TreeMap::new, Collectors.toList()));
    Map<String, Long> points = new TreeMap<>();
    Fold fold = new Fold(REVISION);
    byMember.forEach((member, history) -> {
      MemberState state = fold.begin(member);
      List<String> names = new ArrayList<>();
      for (Event event : history.stream().sorted(Event.ORDER).toList()) {
        if (names.contains(event.source() + ":" + event.id())) continue;
        names.add(event.source() + ":" + event.id());
        state = fold.fold(state, event, decision -> {});
      }
      if (state.version() > 0) points.put(member, state.purse("points").orElseThrow().available());
    });
    return points;
  }

  private static List<String> idOf(Decision decision) {
    return List.of(decision.event().id());
  }

  private static String[] written(List<Event> events) {
    EventJson json = EventJson.of(TERMS);
    return events.stream()
        .map(event -> {
          var line = new JsonWriter();
          json.write(event, line);
          return line.toString();
        })
        .toArray(String[]::new);
  }

  private static String purchase(String id, String member, String at, String amount) {
    return row(id, member, at, "purchase", "\"amount\":" + amount);
  }

  private static String row(String id, String member, String at, String type, String more) {
    return "{\"source\":\"pos\",\"id\":\"%s\",\"member\":\"%s\",\"occurredAt\":\"%s\",\"type\":\"%s\",%s}"
        .formatted(id, member, at, type, more);
  }

  private Summary evaluate(String... rows) throws Exception {
    return evaluate(2, PLENTY, rows);
  }

  private Summary evaluate(int threads, long memory, String... rows) throws Exception {
    return run(
        write("events.jsonl", rows),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        threads,
        memory);
  }

  private Summary run(
      Path events,
      Optional<Path> members,
      Optional<Mapping> mapping,
      Optional<LocalDate> until,
      int threads,
      long memory)
      throws Exception {
    return Evaluation.run(
        request(events, members, mapping, until, threads, memory), STILL, (stage, done, all) -> {});
  }

  private EvaluationRequest request(
      Path events,
      Optional<Path> members,
      Optional<Mapping> mapping,
      Optional<LocalDate> until,
      int threads,
      long memory) {
    return new EvaluationRequest(
        revision,
        events,
        mapping,
        members,
        until,
        Optional.of(directory.resolve("out")),
        Optional.empty(),
        threads,
        memory);
  }

  private Path write(String name, String... rows) throws IOException {
    return Files.writeString(directory.resolve(name), String.join("\n", rows) + "\n");
  }

  private static Mapping mapping(String yaml) {
    return switch (MappingReader.read("mapping.yaml", yaml.getBytes(UTF_8))) {
      case MappingResult.Read(var mapping) -> mapping;
      case MappingResult.Refused(var faults) -> throw new AssertionError(faults);
    };
  }

  private Map<String, String> results() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory.resolve("out"))) {
      for (Path file : files.toList())
        all.put(file.getFileName().toString(), Files.readString(file));
    }
    assertThat(all.keySet())
        .containsExactly(
            "decisions.jsonl", "ledger.jsonl", "members.jsonl", "refused.jsonl", "summary.json");
    return all;
  }

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(directory.resolve("out").resolve(name));
  }

  private Map<String, Long> members() throws IOException {
    Map<String, Long> points = new TreeMap<>();
    for (String line : lines("members.jsonl")) {
      JsonNode member = JSON.readTree(line);
      points.put(
          member.get("member").stringValue(),
          member.get("points").get("points").get("available").longValue());
    }
    return points;
  }

  /** Lines and codes. */
  private List<String> refused() throws IOException {
    return lines("refused.jsonl").stream()
        .map(JSON::readTree)
        .map(row -> row.get("line").longValue() + " " + row.get("code").stringValue())
        .toList();
  }

  private JsonNode summary() throws IOException {
    return JSON.readTree(Files.readString(directory.resolve("out/summary.json")));
  }

  private void assertRowsAddUp() throws IOException {
    for (String file : List.of("rows", "memberRows")) {
      JsonNode rows = summary().get(file);
      if (rows == null) continue;
      long all =
          rows.get("evaluated").longValue()
              + rows.get("afterUntil").longValue()
              + rows.get("replayed").longValue();
      for (JsonNode refused : rows.get("refused").values()) all += refused.longValue();
      for (JsonNode leftOut : rows.get("leftOut").values()) all += leftOut.get("rows").longValue();
      assertThat(all).as(file).isEqualTo(rows.get("read").longValue());
    }
  }
}
