package dev.laurel.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.evaluate.SortedHistory;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.operation.HistoryImport.Answer;
import dev.laurel.engine.operation.HistoryImport.Came;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history goes in member by member; what hangs on other accounts is left out and said. */
class HistoryImportTest {
  private static final EventTerms TERMS =
      EventTerms.of(
          Programmes.of(
                  """
                  pack: {format: 1, id: club, version: 1.0.0, title: Club}
                  programme:
                    title: Club
                    zone: UTC
                    currency: EUR
                    pointKinds:
                      - {id: points, title: Points, transfer: {least: 1}, pooling: {members: 2}}
                  """)
              .pack());

  @TempDir private Path folder;

  private static String row(String id, String member, String type, String more) {
    return """
    {"source":"till","id":"%s","member":"%s","occurredAt":"2026-01-0%sT10:00:00Z","type":"%s",%s}
    """
        .formatted(id, member, id, type, more);
  }

  @Test
  void what_hangs_on_another_account_is_refused_by_name_and_counted() throws Exception {
    Path events = folder.resolve("events.jsonl");
    Files.writeString(
        events,
        row("1", "ann", "purchase", "\"amount\":10")
            + row("2", "ann", "transfer", "\"kind\":\"points\",\"points\":5,\"to\":\"ben\"")
            + row("3", "ben", "purchase", "\"amount\":10")
            + row("4", "pool:home", "pool-join", "\"by\":\"ann\"")
            + row("5", "zoe", "purchase", "\"amount\":10")
            + row("6", "zoe", "referral", "\"attributes\":{\"referred\":\"yan\"}"));
    List<String> recorded = new ArrayList<>();
    List<String> troubles = new ArrayList<>();
    List<Long> done = new ArrayList<>();
    SortedHistory.Files files =
        new SortedHistory.Files(events, Optional.empty(), Optional.empty(), 1, 1 << 20);
    Map<Came, Long> counts;
    try (SortedHistory history =
        SortedHistory.read(
            files, TERMS, (_, _, _) -> {}, lines -> troubles.add(lines.toString()))) {
      counts =
          HistoryImport.run(
              history,
              batch -> {
                batch.forEach(event -> recorded.add(event.id()));
                return batch.stream().map(_ -> new Answer(Came.RECORDED, "")).toList();
              },
              (event, answer) -> troubles.add(event.id() + " " + answer.why()),
              (_, now, _) -> done.add(now),
              1);
    }
    assertThat(recorded).containsExactly("1", "3", "5");
    assertThat(troubles).hasSize(3);
    assertThat(troubles.getFirst())
        .startsWith("2 [transfer-between-members] The transfer 2 of ann was not recorded");
    assertThat(troubles.getLast()).startsWith("6 [referral-between-members]");
    assertThat(troubles.get(1)).startsWith("4 [pool-of-members]").contains("in the order of time");
    assertThat(counts)
        .containsEntry(Came.RECORDED, 3L)
        .containsEntry(Came.REFUSED, 3L)
        .containsEntry(Came.NOT_CARRIED_OUT, 0L);
    assertThat(done.getLast()).isEqualTo(6);
  }
}
