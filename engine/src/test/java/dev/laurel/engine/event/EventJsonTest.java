package dev.laurel.engine.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.language.Datum;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventJsonTest {
  private static final EventJson JSON = EventJson.of(EventTerms.of(TestPacks.cafe()));

  @Property
  void every_event_comes_back_from_its_canonical_form(@ForAll("events") Event event) {
    var written = new JsonWriter();
    JSON.write(event, written);
    assertThat(read(written.toString())).isEqualTo(event);
  }

  @Test
  void the_canonical_form_of_a_purchase() {
    String line =
        "{\"source\":\"pos\",\"id\":\"1\",\"member\":\"00001\",\"occurredAt\":\"2026-01-01T10:00:00Z\","
            + "\"type\":\"purchase\",\"amount\":11.77,\"tax\":1.07,\"shipping\":2.00,\"discount\":0.50,"
            + "\"paidWithPoints\":1.00,\"paidWithGiftCard\":3.00,\"quantity\":2,"
            + "\"lines\":[{\"amount\":3.50,\"quantity\":1,\"attributes\":{\"category\":\"coffee\"}}],"
            + "\"attributes\":{\"channel\":\"app\",\"tags\":[\"gift\"]}}";
    var written = new JsonWriter();
    JSON.write(read(line), written);
    assertThat(written.toString()).isEqualTo(line);
  }

  @Test
  void a_purchase_without_amount_has_that_of_its_lines_and_absent_means_0() {
    Body body =
        read(purchase("\"lines\":[{\"amount\":3.5},{\"amount\":2,\"quantity\":0.25}]")).body();
    assertThat(body)
        .isEqualTo(
            new Body.Purchase(
                550,
                0,
                0,
                0,
                0,
                0,
                0,
                List.of(new Event.Line(350, 0, Map.of()), new Event.Line(200, 250_000, Map.of())),
                Map.of()));
    assertThat(((Body.Purchase) read(purchase("\"amount\":null")).body()).amount()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01T10:00:00Z, 2026-01-01T10:00:00Z",
    "2026-01-01T10:00:00.5+01:00, 2026-01-01T09:00:00.5Z",
    "2026-01-01T10:00-05:00, 2026-01-01T15:00:00Z",
    "2026-07-01T10:00, 2026-07-01T08:00:00Z",
    "2026-01-01T10:00:01, 2026-01-01T09:00:01Z",
    "2026-01-01, 2025-12-31T23:00:00Z",
    // The clocks of Vienna skip 02:00 to 03:00 on this day.
    "2026-03-29T02:30, 2026-03-29T01:30:00Z",
  })
  void time_is_an_instant_or_means_the_programmes_zone(String written, Instant meant) {
    assertThat(read(row("\"occurredAt\":\"" + written + "\",\"type\":\"purchase\"")).occurredAt())
        .isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({"2026-02-30", "2026-01-01T25:00", "10000-01-01", "0000-12-31", "yesterday", "''"})
  void what_is_no_time_is_refused(String written) {
    assertThat(codes(row("\"occurredAt\":\"" + written + "\",\"type\":\"purchase\"")))
        .containsExactly("bad-time");
  }

  @Test
  void attributes_become_what_the_vocabulary_says() {
    Body.Purchase body =
        (Body.Purchase)
            read(purchase(
                    "\"attributes\":{\"tip\":1.50,\"guests\":2,\"toGo\":true,\"seated\":\"18:30\","
                        + "\"tags\":\"gift\",\"weather\":\"rain\"}"))
                .body();
    assertThat(body.attributes())
        .isEqualTo(
            Map.of(
                "tip", Datum.of(Value.of(new BigDecimal("1.5"))),
                "guests", Datum.of(Value.of(2)),
                "toGo", Datum.of(Value.of(true)),
                "seated", Datum.of(new Value.Time(LocalTime.of(18, 30))),
                "tags", new Datum.Several(List.of("gift")),
                "weather", Datum.of(Value.of("rain"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"amount\":11.777 | too-many-decimals",
        "\"amount\":1e400 | out-of-range",
        "\"amount\":1e-400000000 | too-many-decimals",
        "\"amount\":\"11.77\" | wrong-kind",
        "\"amount\":-1 | out-of-range",
        "\"quantity\":-1 | out-of-range",
        "\"quantity\":0.0000001 | too-many-decimals",
        "\"ammount\":1 | unknown-key",
        "\"points\":1 | unknown-key",
        "\"lines\":[1] | wrong-kind",
        "\"lines\":[{\"price\":1}] | unknown-key",
        "\"attributes\":{\"toGo\":\"yes\"} | wrong-kind",
        "\"attributes\":{\"guests\":0.0000001} | too-many-decimals",
        "\"attributes\":{\"seated\":\"25:00\"} | wrong-kind",
        "\"attributes\":{\"channel\":5} | wrong-kind",
        "\"attributes\":{\"number\":5} | not-an-attribute",
        "\"attributes\":{\"x\":{}} | wrong-kind",
      })
  void what_is_wrong_in_a_purchase_is_refused(String part, String code) {
    assertThat(codes(purchase(part))).containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"type\":\"redemption\",\"points\":5 | missing-key",
        "\"type\":\"redemption\",\"kind\":\"coins\",\"points\":5 | unknown-points",
        "\"type\":\"redemption\",\"kind\":\"points\",\"points\":0 | out-of-range",
        "\"type\":\"redemption\",\"kind\":\"points\",\"points\":1.5 | too-many-decimals",
        "\"type\":\"adjustment\",\"kind\":\"stars\",\"points\":0 | out-of-range",
        "\"type\":\"grant\",\"tier\":\"Platin\",\"until\":\"2026-01-31\" | unknown-tier",
        "\"type\":\"grant\",\"tier\":\"Gold\",\"until\":\"2026-02-31\" | bad-value",
        "\"type\":\"enrolment\",\"birthday\":\"1980-05-12\" | bad-value",
        "\"type\":\"change\",\"attributes\":{\"diet\":\"carnivore\"} | unknown-choice",
        "\"type\":\"change\",\"attributes\":{\"email\":\"a@b.c\"} | personal-attribute",
        "\"type\":\"change\",\"attributes\":{\"tier\":\"Gold\"} | not-an-attribute",
        "\"type\":\"due\" | bad-value",
        "\"type\":\"Purchase\" | unknown-type",
        "\"type\":\"\" | bad-id",
      })
  void what_is_wrong_in_other_events_is_refused(String part, String code) {
    assertThat(codes(row("\"occurredAt\":\"2026-01-01\"," + part))).contains(code);
  }

  @Test
  void all_faults_of_a_row_are_told_at_once_with_their_places() {
    assertThat(
            faults(
                "{\"member\":\"\",\"occurredAt\":\"x\",\"type\":\"purchase\",\"amount\":1.234,"
                    + "\"lines\":[{},{\"amount\":-1}]}"))
        .extracting(Fault::place)
        .containsExactly("amount", "id", "lines/2/amount", "member", "occurredAt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"id\":| ", "[1] |", "1 |", "{} {} |", "{\"id\":\"1\",\"id\":\"1\"} |"})
  void what_is_no_json_object_is_refused(String line) {
    assertThat(codes(line)).containsExactly("bad-json");
  }

  @Test
  void halves_of_characters_and_control_characters_name_nobody() {
    for (String id : List.of("\\ud800", "a\\u0000b", "x".repeat(201), "   "))
      assertThat(
              codes(
                  "{\"id\":\"%s\",\"member\":\"m\",\"occurredAt\":\"2026-01-01\",\"type\":\"purchase\"}"
                      .formatted(id)))
          .containsExactly("bad-id");
  }

  @Test
  void points_are_held_in_the_unit_of_their_kind() {
    String part = "\"occurredAt\":\"2026-01-01\",\"type\":\"adjustment\",\"reason\":\"sorry\",";
    assertThat(read(row(part + "\"kind\":\"stars\",\"points\":-1.25")).body())
        .isEqualTo(new Body.Adjustment("stars", -125, "sorry"));
    assertThat(read(row(part + "\"kind\":\"points\",\"points\":3")).body())
        .isEqualTo(new Body.Adjustment("points", 3, "sorry"));
  }

  @Test
  void a_member_of_a_list_is_an_enrolment_at_the_start_of_the_day() {
    var faults = new Faults();
    byte[] line =
        "{\"member\":\"00001\",\"enrolled\":\"2025-01-01\",\"birthday\":\"--05-12\",\"attributes\":{\"since\":\"2024-12-31\"}}"
            .getBytes(UTF_8);
    assertThat(JSON.readMember(line, 0, line.length, faults))
        .contains(
            new Event(
                "members",
                "00001",
                "00001",
                Instant.parse("2024-12-31T23:00:00Z"),
                new Body.Enrolment(
                    Optional.of(MonthDay.of(5, 12)),
                    Map.of("since", Datum.of(new Value.Date(LocalDate.of(2024, 12, 31)))))));
    byte[] wrong = "{\"enrolled\":\"today\",\"id\":\"1\"}".getBytes(UTF_8);
    assertThat(JSON.readMember(wrong, 0, wrong.length, faults)).isEmpty();
    assertThat(faults.sorted())
        .extracting(Fault::code)
        .containsExactly("bad-value", "unknown-key", "missing-key");
  }

  private static final String OF_POOL =
      "{\"id\":\"1\",\"member\":\"pool:home\",\"occurredAt\":\"2026-01-01\",";

  @Test
  void what_happens_to_a_pool_names_the_member_who_asks() {
    assertThat(read(OF_POOL + "\"type\":\"pool-join\",\"by\":\"ann\"}").body())
        .isEqualTo(new Body.PoolJoin("ann"));
    assertThat(read(OF_POOL + "\"type\":\"pool-leave\",\"by\":\"ann\"}").body())
        .isEqualTo(new Body.PoolLeave("ann"));
    assertThat(
            read(OF_POOL
                    + "\"type\":\"redemption\",\"kind\":\"points\",\"points\":5,\"by\":\"ann\"}")
                .body())
        .isEqualTo(new Body.Redemption("points", 5, Optional.empty(), Optional.of("ann")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"type\":\"redemption\",\"kind\":\"points\",\"points\":5 | missing-key",
        "\"type\":\"pool-join\" | missing-key",
        "\"type\":\"pool-join\",\"by\":\"pool:work\" | bad-id",
        "\"type\":\"purchase\",\"amount\":5 | bad-value",
        "\"type\":\"enrolment\" | bad-value",
        "\"type\":\"pool-points\",\"from\":\"ann\",\"parts\":[] | bad-value",
      })
  void what_does_not_happen_to_pools_is_refused(String part, String code) {
    assertThat(codes(OF_POOL + part + "}")).containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"type\":\"pool-join\",\"by\":\"ann\" | bad-value",
        "\"type\":\"pool-joined\",\"pool\":\"pool:home\" | bad-value",
        "\"type\":\"redemption\",\"kind\":\"points\",\"points\":5,\"by\":\"ann\" | unknown-key",
      })
  void what_happens_to_pools_happens_to_no_member(String part, String code) {
    assertThat(codes(row("\"occurredAt\":\"2026-01-01\"," + part))).contains(code);
  }

  @Test
  void no_member_is_called_as_pools_are_and_no_source_as_what_is_made_here() {
    byte[] pool = "{\"member\":\"pool:home\",\"enrolled\":\"2025-01-01\"}".getBytes(UTF_8);
    var faults = new Faults();
    assertThat(JSON.readMember(pool, 0, pool.length, faults)).isEmpty();
    assertThat(faults.sorted()).extracting(Fault::code).containsExactly("bad-id");
    assertThat(codes(purchase("\"amount\":1").replace("pos", "pool"))).containsExactly("bad-value");
  }

  @Test
  void what_pools_and_members_bring_about_for_one_another_comes_back_where_it_was_kept() {
    EventJson kept = EventJson.ofKept(EventTerms.of(TestPacks.cafe()));
    Instant at = Instant.parse("2026-01-01T10:00:00Z");
    LocalDate day = LocalDate.of(2026, 1, 1);
    for (Body body :
        List.of(
            new Body.PoolJoined("pool:home"),
            new Body.PoolLeft("pool:home"),
            new Body.PoolSpent("stars", 125, Optional.of("coffee"), "pool:home"),
            new Body.PoolDeclined("ann", at),
            new Body.PoolPoints(
                "ann",
                List.of(
                    new Body.PoolPoints.Part(
                        "points",
                        List.of(
                            new Body.Received.Given(day, Optional.of(day.plusDays(9)), false, 5)),
                        3,
                        -2,
                        Optional.of(day),
                        Optional.of(day)),
                    new Body.PoolPoints.Part(
                        "stars", List.of(), 0, 125, Optional.empty(), Optional.empty()))))) {
      var event = new Event("pool", "x".repeat(300), "ann", at, body);
      var written = new JsonWriter();
      kept.write(event, written);
      byte[] bytes = written.toBytes();
      var faults = new Faults();
      assertThat(kept.read(bytes, 0, bytes.length, faults))
          .as(faults.sorted().toString())
          .contains(event);
    }
  }

  @Provide
  Arbitrary<Event> events() {
    return RandomEvents.events();
  }

  private static String purchase(String part) {
    return row("\"occurredAt\":\"2026-01-01\",\"type\":\"purchase\"," + part);
  }

  private static String row(String part) {
    return "{\"source\":\"pos\",\"id\":\"1\",\"member\":\"m\"," + part + "}";
  }

  private static Event read(String line) {
    var faults = new Faults();
    byte[] bytes = line.getBytes(UTF_8);
    return JSON.read(bytes, 0, bytes.length, faults)
        .orElseThrow(() -> new AssertionError(faults.sorted()));
  }

  private static List<String> codes(String line) {
    return faults(line).stream().map(Fault::code).toList();
  }

  private static List<Fault> faults(String line) {
    var faults = new Faults();
    byte[] bytes = line.getBytes(UTF_8);
    assertThat(JSON.read(bytes, 0, bytes.length, faults)).isEmpty();
    return faults.sorted();
  }
}
