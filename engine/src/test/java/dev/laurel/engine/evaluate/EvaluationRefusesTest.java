package dev.laurel.engine.evaluate;

import static dev.laurel.engine.evaluate.EvaluatedFiles.PLENTY;
import static dev.laurel.engine.evaluate.EvaluatedFiles.REVISION;
import static dev.laurel.engine.evaluate.EvaluatedFiles.purchase;
import static dev.laurel.engine.evaluate.EvaluatedFiles.row;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.rules.language.Mapping;
import dev.laurel.rules.pack.MappingReader;
import dev.laurel.rules.pack.MappingResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an evaluation does not carry out is told, and nothing else is lost by it. */
class EvaluationRefusesTest {
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
  void the_same_row_again_is_replayed_and_another_of_the_same_id_is_refused() throws Exception {
    files.evaluate(
        purchase("1", "m", "2026-01-01T10:00:00Z", "1.00"),
        purchase("1", "m", "2026-01-01T10:00:00Z", "1.00"),
        purchase("1", "m", "2026-01-01T10:00:00Z", "2.00"),
        purchase("1", "m", "2026-01-01T10:00:00Z", "1.00"),
        purchase("1", "m", "2026-01-02T10:00:00Z", "1.00"),
        purchase("1", "other", "2026-01-01T10:00:00Z", "1.00"));
    assertThat(files.members()).containsEntry("m", 1L).containsEntry("other", 1L);
    assertThat(files.refused()).containsExactly("3 duplicate-id", "5 duplicate-id");
    assertThat(files.summary().get("rows").get("replayed").longValue()).isEqualTo(2);
    files.assertRowsAddUp();
  }

  @Test
  void what_cannot_be_carried_out_is_refused_with_its_line() throws Exception {
    files.evaluate(
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
    assertThat(files.refused())
        .containsExactly("3 bad-json", "2 not-enough-points", "1 no-transfer", "5 no-pooling");
    assertThat(files.members()).containsEntry("m", 4L);
    files.assertRowsAddUp();
  }

  @Test
  void who_did_nothing_that_was_carried_out_is_no_member() throws Exception {
    files.evaluate(
        row("1", "stranger", "2026-01-02", "redemption", "\"kind\":\"points\",\"points\":5"),
        purchase("2", "m", "2026-01-01T10:00:00Z", "4.00"));
    assertThat(files.refused()).containsExactly("1 not-enough-points");
    assertThat(files.members()).containsOnlyKeys("m");
    assertThat(files.summary().get("members").longValue()).isEqualTo(1);
    files.assertRowsAddUp();
  }

  @Test
  void an_event_that_leads_too_far_is_refused_and_the_others_stand() throws Exception {
    String most = "\"kind\":\"points\",\"points\":999999999999999";
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 9_300; i++) rows.add(row("" + i, "m", "2026-01-01", "adjustment", most));
    files.evaluate(rows.toArray(String[]::new));
    assertThat(files.refused()).isNotEmpty().allMatch(line -> line.endsWith(" out-of-range"));
    assertThat(files.members().get("m"))
        .isEqualTo(999_999_999_999_999L * (9_300 - files.refused().size()));
    files.assertRowsAddUp();
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
        files.write(
            "events.csv",
            "no,who,day,sum",
            "1,a,2026-01-01,1.00",
            "1,a,2026-01-01,2.00",
            "C2,a,2026-01-02,-1.00",
            "C2,a,2026-01-02,-1.00",
            "3,,2026-01-02,1.00",
            "4,a,2026-01-02,x",
            "1,a,2026-01-01,1.00");
    files.run(events, Optional.empty(), Optional.of(mapping), Optional.empty(), 2, PLENTY);
    assertThat(files.members()).containsEntry("a", 3L);
    assertThat(files.refused())
        .containsExactly("7 bad-number", "8 duplicate-id", "4 no-returns", "5 no-returns");
    assertThat(files.summary().get("rows").get("leftOut").toString())
        .isEqualTo("{\"nobody\":{\"rows\":1,\"reason\":\"The customer is not known.\"}}");
    files.assertRowsAddUp();
  }

  @Test
  void a_run_that_fails_leaves_no_half_result_and_no_temporary_file() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 5_000; i++)
        gzip.write((purchase("" + i, "m" + i, "2026-01-01", "1.00") + "\n").getBytes(UTF_8));
    }
    Path events = files.directory().resolve("events.jsonl.gz");
    Files.write(events, Arrays.copyOf(packed.toByteArray(), packed.size() - 9));
    assertThatThrownBy(
            () -> files.run(events, Optional.empty(), Optional.empty(), Optional.empty(), 2, 1_000))
        .isInstanceOf(IOException.class);
    assertThat(files.out()).isEmptyDirectory();
  }

  @Test
  void results_never_take_the_place_of_what_they_are_made_of() throws Exception {
    Path events = files.write("members.jsonl", "");
    assertThatThrownBy(() ->
            new EvaluationRequest(
                REVISION,
                events,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(files.directory()),
                Optional.empty(),
                1,
                PLENTY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("members.jsonl");
  }

  private static Mapping mapping(String yaml) {
    return switch (MappingReader.read("mapping.yaml", yaml.getBytes(UTF_8))) {
      case MappingResult.Read(var mapping) -> mapping;
      case MappingResult.Refused(var faults) -> throw new AssertionError(faults);
    };
  }
}
