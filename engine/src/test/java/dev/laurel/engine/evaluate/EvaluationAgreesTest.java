package dev.laurel.engine.evaluate;

import static dev.laurel.engine.evaluate.EvaluatedFiles.CAFE;
import static dev.laurel.engine.evaluate.EvaluatedFiles.PLENTY;
import static dev.laurel.engine.evaluate.EvaluatedFiles.REVISION;
import static dev.laurel.engine.evaluate.EvaluatedFiles.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.member.MemberState;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

/** An evaluation comes to the same however it is carried out. */
class EvaluationAgreesTest {
  private EvaluatedFiles files;

  @BeforeEach
  @BeforeTry
  void open() throws IOException {
    files = new EvaluatedFiles();
  }

  @AfterEach
  @AfterTry
  void close() throws IOException {
    files.close();
  }

  @Property(tries = 25)
  void the_result_is_that_of_folding_each_member_alone(@ForAll("histories") List<Event> events)
      throws Exception {
    files.evaluate(2, 500, written(events));
    assertThat(files.members()).isEqualTo(foldedAlone(events));
  }

  @Property(tries = 25)
  void the_bytes_do_not_depend_on_threads_or_memory(
      @ForAll("histories") List<Event> events,
      @ForAll @IntRange(min = 1, max = 5) int threads,
      @ForAll @IntRange(min = 1, max = 3_000) int memory)
      throws Exception {
    files.evaluate(1, PLENTY, written(events));
    Map<String, String> once = files.results();
    files.evaluate(threads, memory, written(events));
    assertThat(files.results()).isEqualTo(once);
  }

  /** Of two events of one name the first in the file counts, so names are distinct here. */
  @Property(tries = 25)
  void nor_on_the_order_of_rows(@ForAll("distinct") List<Event> events) throws Exception {
    files.evaluate(written(events));
    Map<String, String> once = files.results();
    files.evaluate(written(events.reversed()));
    for (String name : List.of("ledger.jsonl", "members.jsonl", "decisions.jsonl", "summary.json"))
      assertThat(files.results().get(name)).as(name).isEqualTo(once.get(name));
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
    files.evaluate(1, PLENTY, rows.toArray(String[]::new));
    Map<String, String> once = files.results();
    files.evaluate(4, 100_000, rows.toArray(String[]::new));
    assertThat(files.results()).isEqualTo(once);
    assertThat(files.lines("members.jsonl")).hasSize(1_000).isSorted();
    assertThat(files.lines("decisions.jsonl")).hasSize(30_000);
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
    Summary summary = files.evaluate(3, PLENTY, rows.toArray(String[]::new));
    assertThat(summary.members()).isEqualTo(3);
    assertThat(files.members())
        .containsEntry("a", 2L)
        .containsEntry("cash", (long) count)
        .containsEntry("z", 3L);
    assertThat(files.summary().get("rows").get("replayed").longValue()).isOne();
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

  private static String[] written(List<Event> events) {
    EventJson json = EventJson.of(EventTerms.of(CAFE.pack()));
    return events.stream()
        .map(event -> {
          var line = new JsonWriter();
          json.write(event, line);
          return line.toString();
        })
        .toArray(String[]::new);
  }
}
