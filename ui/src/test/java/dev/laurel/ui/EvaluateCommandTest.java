package dev.laurel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private static final String EVENT =
      """
      {"id":"1","member":"m","occurredAt":"2026-01-01","type":"purchase","amount":12.50}
      """;

  @TempDir private Path directory;
  private final Terminal terminal = new Terminal();

  @BeforeEach
  void write() throws IOException {
    write("shop/pack.yaml", PACK);
    write("events.jsonl", EVENT);
  }

  @Test
  void a_history_is_evaluated_and_counted_aloud() throws IOException {
    assertThat(
            terminal.run(
                "evaluate",
                "--pack",
                path("shop"),
                "--events",
                path("events.jsonl"),
                "--out",
                path("out")))
        .isZero();
    assertThat(terminal.out())
        .startsWith("1 rows read, 1 events of 1 members evaluated in ")
        .endsWith("; no row was refused." + System.lineSeparator())
        .hasLineCount(1);
    assertThat(terminal.err()).isEmpty();
    assertThat(Files.readString(directory.resolve("out/members.jsonl")))
        .contains("\"available\":12,");
  }

  @Test
  void refused_rows_are_no_failure_but_are_said_aloud() throws IOException {
    write("events.jsonl", EVENT + "nonsense\n");
    assertThat(
            terminal.run(
                "evaluate",
                "--pack",
                path("shop"),
                "--events",
                path("events.jsonl"),
                "--out",
                path("out")))
        .isZero();
    assertThat(terminal.out())
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
            terminal.run(
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
    assertThat(terminal.out())
        .startsWith("3 rows read, 2 events of 2 members")
        .contains("1 rows left out");
  }

  @Test
  void a_members_history_is_told_without_writing_anything() {
    assertThat(
            terminal.run(
                "evaluate",
                "--pack",
                path("shop"),
                "--events",
                path("events.jsonl"),
                "--explain",
                "m"))
        .isZero();
    assertThat(terminal.out()).contains("12.50", "A point per euro", "12 points");
    assertThat(directory.toFile().list()).containsExactlyInAnyOrder("shop", "events.jsonl");
  }

  @Test
  void a_members_history_is_told_in_the_language_that_is_asked_for() {
    assertThat(explained("zh")).isZero();
    assertThat(terminal.out()).contains("消费 €12.50", "“A point per euro”给予 12 Points");
    assertThat(explained("fr")).isEqualTo(2);
    assertThat(terminal.err()).contains("Laurel does not speak fr. Say one of these: en, zh-Hans.");
  }

  private int explained(String language) {
    return terminal.run(
        "evaluate",
        "--pack",
        path("shop"),
        "--events",
        path("events.jsonl"),
        "--explain",
        "m",
        "--language",
        language);
  }

  @Test
  void everything_that_is_missing_is_told_at_once() {
    assertThat(
            terminal.run(
                "evaluate",
                "--pack",
                path("none"),
                "--events",
                path("never"),
                "--out",
                path("out")))
        .isEqualTo(2);
    assertThat(terminal.err()).contains("none is not there", "never is not there").hasLineCount(2);
    assertThat(terminal.run("evaluate", "--pack", path("shop"))).isEqualTo(2);
    assertThat(terminal.run("evaluate", "--pack", path("shop"), "--events", path("events.jsonl")))
        .isEqualTo(2);
    assertThat(
            terminal.run(
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
            terminal.run(
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
      assertThat(terminal.run(command)).isEqualTo(2);
      assertThat(terminal.err()).contains("pack.yaml:4", "was refused");
    }
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void a_pack_that_needs_what_is_not_evaluated_yet_is_refused_with_its_names() throws IOException {
    write(
        "shop/pack.yaml",
        PACK.replace(
                "title: Points}",
                "title: Points, pooling: {members: 2}, expiry: {type: after, span: 1 year, unlessActive: {each: year}}}")
            .replace("periods: []", "periods: [{id: year, title: Year, is: calendar-year}]"));
    assertThat(
            terminal.run(
                "evaluate",
                "--pack",
                path("shop"),
                "--events",
                path("events.jsonl"),
                "--out",
                path("out")))
        .isEqualTo(2);
    assertThat(terminal.err()).contains("not evaluated yet: ", "pointKinds/points");
    assertThat(terminal.run("pack", "check", path("shop"))).isZero();
    assertThat(terminal.out()).contains("not evaluated yet: ");
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
    assertThat(terminal.run(command)).isEqualTo(2);
    assertThat(terminal.err()).contains("mapping.yaml", "was refused");
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
    assertThat(terminal.run(command)).isEqualTo(2);
    assertThat(terminal.err()).contains("\"date\"", "\"sum\"", "was refused").hasLineCount(3);
    assertThat(directory.resolve("out")).isEmptyDirectory();
  }

  @Test
  void results_never_replace_what_they_are_made_of() throws IOException {
    write("members.jsonl", "");
    assertThat(
            terminal.run(
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
    assertThat(terminal.err()).contains("would replace");
  }

  @Test
  void a_file_that_breaks_off_is_a_failure() throws IOException {
    Files.write(directory.resolve("events.jsonl"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    assertThat(
            terminal.run(
                "evaluate",
                "--pack",
                path("shop"),
                "--events",
                path("events.jsonl"),
                "--out",
                path("out")))
        .isEqualTo(1);
    assertThat(terminal.err()).startsWith("laurel: reading or writing failed").hasLineCount(1);
  }

  @Test
  void the_history_of_the_cafe_is_evaluated_and_explained() throws IOException {
    String history = "../samples/cafe/history/";
    assertThat(
            terminal.run(
                "evaluate",
                "--pack",
                "../samples/cafe",
                "--members",
                history + "members.jsonl",
                "--events",
                history + "events.jsonl",
                "--out",
                path("out"),
                "--explain",
                "G00000008"))
        .isZero();
    assertThat(terminal.out())
        .contains("\"A bean per euro\" gave 13 Beans (13.3 before rounding).")
        .contains("no row was refused");
    assertThat(Files.readAllLines(directory.resolve("out/members.jsonl"))).hasSize(8);
    assertThat(directory.resolve("out/ledger.jsonl")).isNotEmptyFile();
    assertThat(directory.resolve("out/decisions.jsonl")).isNotEmptyFile();
    assertThat(directory.resolve("out/refused.jsonl")).isEmptyFile();
    assertThat(directory.resolve("out/summary.json")).isNotEmptyFile();
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
