package dev.laurel.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What evaluate takes, prints and answers, on a shop of one rule. */
class EvaluateCommandTest {
  private static final String PACK =
      """
      pack: {format: 1, id: shop, version: 1.0.0, title: Shop}
      programme:
        title: Shop
        zone: Europe/Vienna
        currency: EUR
        pointKinds: [{id: points, title: Points}]
        periods: []
      earning:
        - id: purchases
          title: Purchases
          rules:
            - id: base
              title: A point per euro
              then: [{type: per-amount, kind: points, points: 1, each: 1.00}]
      """;

  private static final String SCENARIO =
      """
      scenarios:
        - id: one
          title: One euro
          member: {}
          steps:
            - at: 2026-01-01T10:00
              event: {type: purchase, amount: 1.00}
              expect: {available: {points: 1}}
      """;

  private static final String EVENT =
      """
      {"id":"1","member":"m","occurredAt":"2026-01-01","type":"purchase","amount":12.50}
      """;

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void write() throws IOException {
    write("shop/pack.yaml", PACK);
    write("events.jsonl", EVENT);
  }

  @Test
  void a_history_is_evaluated_and_counted_aloud() throws IOException {
    assertThat(
            run(
                "evaluate",
                "--pack",
                path("shop"),
                "--events",
                path("events.jsonl"),
                "--out",
                path("out")))
        .isZero();
    assertThat(out.toString())
        .startsWith("1 rows read, 1 events of 1 members evaluated in ")
        .endsWith("; no row was refused." + System.lineSeparator())
        .hasLineCount(1);
    assertThat(err.toString()).isEmpty();
    assertThat(Files.readString(directory.resolve("out/members.jsonl")))
        .contains("\"available\":12,");
  }

  @Test
  void refused_rows_are_no_failure_but_are_said_aloud() throws IOException {
    write("events.jsonl", EVENT + "nonsense\n");
    assertThat(
            run(
                "evaluate",
                "--pack",
                path("shop"),
                "--events",
                path("events.jsonl"),
                "--out",
                path("out")))
        .isZero();
    assertThat(out.toString())
        .contains("1 rows were REFUSED, see " + directory.resolve("out/refused.jsonl"));
  }

  @Test
  void a_mapping_is_followed_and_a_list_of_members_read() throws IOException {
    write("sales.csv", "who;day;sum\nm;01.02.2026;12,50\n;01.02.2026;1\n");
    write(
        "mapping.yaml",
        """
        format: 1
        source: {form: delimited, delimiter: ";", decimal: ","}
        leaveOut: [{id: nobody, when: {type: blank, column: who}, reason: Not a member.}]
        id: file-and-line
        member: who
        when: {column: day, format: d.M.yyyy}
        amount: {type: column, column: sum}
        """);
    write("members.jsonl", "{\"member\":\"n\",\"enrolled\":\"2026-01-01\"}\n");
    assertThat(
            run(
                "evaluate",
                "--pack",
                path("shop"),
                "--events",
                path("sales.csv"),
                "--map",
                path("mapping.yaml"),
                "--members",
                path("members.jsonl"),
                "--until",
                "2026-03-01",
                "--threads",
                "2",
                "--out",
                path("out")))
        .isZero();
    assertThat(out.toString())
        .startsWith("3 rows read, 2 events of 2 members")
        .contains("1 rows left out");
  }

  @Test
  void a_members_history_is_told_without_writing_anything() {
    assertThat(
            run(
                "evaluate",
                "--pack",
                path("shop"),
                "--events",
                path("events.jsonl"),
                "--explain",
                "m"))
        .isZero();
    assertThat(out.toString()).contains("12.50", "A point per euro", "12 points");
    assertThat(directory.toFile().list()).containsExactlyInAnyOrder("shop", "events.jsonl");
  }

  @Test
  void everything_that_is_missing_is_told_at_once() {
    assertThat(
            run(
                "evaluate",
                "--pack",
                path("none"),
                "--events",
                path("never"),
                "--out",
                path("out")))
        .isEqualTo(2);
    assertThat(err.toString()).contains("none is not there", "never is not there").hasLineCount(2);
    assertThat(run("evaluate", "--pack", path("shop"))).isEqualTo(2);
    assertThat(run("evaluate", "--pack", path("shop"), "--events", path("events.jsonl")))
        .isEqualTo(2);
    assertThat(
            run(
                "evaluate",
                "--pack",
                path("shop"),
                "--events",
                path("events.jsonl"),
                "--out",
                path("out"),
                "--threads",
                "0"))
        .isEqualTo(2);
    assertThat(
            run(
                "evaluate",
                "--pack",
                path("shop"),
                "--events",
                path("events.jsonl"),
                "--out",
                path("out"),
                "--until",
                "soon"))
        .isEqualTo(2);
  }

  @Test
  void a_pack_that_is_refused_tells_all_its_faults_and_nothing_is_evaluated() throws IOException {
    write(
        "shop/pack.yaml",
        PACK.replace("kind: points", "kind: coins").replace("zone: Europe/Vienna", "zone: Vienna"));
    for (String[] command :
        new String[][] {
          {
            "evaluate",
            "--pack",
            path("shop"),
            "--events",
            path("events.jsonl"),
            "--out",
            path("out")
          },
          {"pack", "check", path("shop")},
          {"pack", "explain", path("shop")},
          {"pack", "test", path("shop")}
        }) {
      err.getBuffer().setLength(0);
      assertThat(run(command)).isEqualTo(2);
      assertThat(err.toString()).contains("pack.yaml:4", "was refused");
    }
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void a_pack_that_needs_what_is_not_evaluated_yet_is_refused_with_its_names() throws IOException {
    write(
        "shop/pack.yaml",
        PACK.replace(
            "{id: points, title: Points}", "{id: points, title: Points, transfer: {least: 1}}"));
    assertThat(
            run(
                "evaluate",
                "--pack",
                path("shop"),
                "--events",
                path("events.jsonl"),
                "--out",
                path("out")))
        .isEqualTo(2);
    assertThat(err.toString()).contains("not evaluated yet: ", "pointKinds/points");
    assertThat(run("pack", "check", path("shop"))).isZero();
    assertThat(out.toString()).contains("not evaluated yet: ");
  }

  @Test
  void a_mapping_and_a_file_that_do_not_fit_are_wrong_use() throws IOException {
    write("sales.csv", "who;day\n");
    write("mapping.yaml", "format: 2\n");
    String[] command = {
      "evaluate",
      "--pack",
      path("shop"),
      "--events",
      path("sales.csv"),
      "--map",
      path("mapping.yaml"),
      "--out",
      path("out")
    };
    assertThat(run(command)).isEqualTo(2);
    assertThat(err.toString()).contains("mapping.yaml", "was refused");
    write(
        "mapping.yaml",
        """
        format: 1
        source: {form: delimited, delimiter: ";"}
        id: file-and-line
        member: who
        when: {column: date, format: d.M.yyyy}
        amount: {type: column, column: sum}
        """);
    err.getBuffer().setLength(0);
    assertThat(run(command)).isEqualTo(2);
    assertThat(err.toString()).contains("\"date\"", "\"sum\"", "was refused").hasLineCount(3);
    assertThat(directory.resolve("out")).isEmptyDirectory();
  }

  @Test
  void results_never_replace_what_they_are_made_of() throws IOException {
    write("members.jsonl", "");
    assertThat(
            run(
                "evaluate",
                "--pack",
                path("shop"),
                "--events",
                path("events.jsonl"),
                "--members",
                path("members.jsonl"),
                "--out",
                directory.toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("would replace");
  }

  @Test
  void a_file_that_breaks_off_is_a_failure() throws IOException {
    Files.write(directory.resolve("events.jsonl"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    assertThat(
            run(
                "evaluate",
                "--pack",
                path("shop"),
                "--events",
                path("events.jsonl"),
                "--out",
                path("out")))
        .isEqualTo(1);
    assertThat(err.toString()).startsWith("laurel: reading or writing failed").hasLineCount(1);
  }

  @Test
  void a_pack_may_be_an_archive_and_other_files_in_its_folder_are_not_opened() throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(directory.resolve("shop.zip")))) {
      zip.putNextEntry(new ZipEntry("shop/pack.yaml"));
      zip.write(PACK.getBytes(UTF_8));
    }
    assertThat(run("pack", "check", path("shop.zip"))).isZero();
    write("shop/history.csv", "not yaml");
    write("shop/scenarios/more.yaml", SCENARIO);
    assertThat(run("pack", "test", path("shop"))).isZero();
    assertThat(out.toString()).contains("1 passed");
  }

  @Test
  void a_scenario_that_fails_is_a_failure_and_says_what_was_there() throws IOException {
    write("shop/scenarios.yaml", SCENARIO.replace("points: 1", "points: 2"));
    assertThat(run("pack", "test", path("shop"))).isEqualTo(1);
    assertThat(out.toString()).contains("FAILED   one", "expected 2, was 1");
  }

  private int run(String... args) {
    CommandLine line = Laurel.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
