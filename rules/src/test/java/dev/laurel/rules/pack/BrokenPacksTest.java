package dev.laurel.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in a pack is said once, at its very place, with the way out. */
class BrokenPacksTest {
  private static final String RULE =
      """
      earning:
        - id: usual
          title: Usual
          rules:
            - id: base
              title: Base
              %s
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          actve: true                            | unknown-key       | 7 | 9  | actve
          active: yes                            | wrong-kind        | 7 | 17 | active
          active: "true"                         | wrong-kind        | 7 | 17 | active
          active:                                | empty             | 7 | 16 | active
          active: ~                              | empty             | 7 | 17 | active
          title: Again                           | duplicate-key     | 7 | 9  | title
          exclusion: 5                           | wrong-kind        | 7 | 20 | exclusion
          exclusion: "\\u0007"                   | bad-character     | 7 | 20 | exclusion
          exclusion: [a]                         | wrong-kind        | 7 | 20 | exclusion
          priority: 1001                         | out-of-range      | 7 | 19 | priority
          priority: -1001                        | out-of-range      | 7 | 19 | priority
          priority: 1.5                          | too-many-decimals | 7 | 19 | priority
          priority: 007                          | bad-value         | 7 | 19 | priority
          priority: 0x1F                         | bad-value         | 7 | 19 | priority
          priority: .inf                         | bad-value         | 7 | 19 | priority
          priority: "7"                          | wrong-kind        | 7 | 19 | priority
          priority: {a: 1}                       | wrong-kind        | 7 | 19 | priority
          per: lines                             | unknown-word      | 7 | 14 | per
          per: Line                              | unknown-word      | 7 | 14 | per
          on: purchases                          | unknown-type      | 7 | 13 | on
          on: event                              | missing-key       | 7 | 13 | on/event
          on: [purchase]                         | wrong-kind        | 7 | 13 | on
          on: {event: stay}                      | missing-key       | 7 | 13 | on/type
          on: {type: evnt}                       | unknown-type      | 7 | 20 | on/type
          on: {type: 5}                          | wrong-kind        | 7 | 20 | on/type
          on: {type: ~}                          | empty             | 7 | 20 | on/type
          on: {type: &a return}                  | anchor            | 7 | 20 | on/type
          on: {type: return, span: 1 day}        | unknown-key       | 7 | 28 | on/span
          on: {type: inactivity, span: 1 days 2} | bad-value         | 7 | 38 | on/span
          on: {type: inactivity, span: 99999 days} | bad-value       | 7 | 38 | on/span
          inForce: {from: 2026-02-30}            | bad-value         | 7 | 25 | inForce/from
          inForce: {from: 2026-2-3}              | bad-value         | 7 | 25 | inForce/from
          inForce: {from: 2026-02-01, to: 2026-01-31} | contradiction | 7 | 18 | inForce
          audience: [a, 5]                       | wrong-kind        | 7 | 23 | audience/2
          audience: [a, ""]                      | bad-id            | 7 | 23 | audience/2
          limits: [{id: a b, atMost: 1}]         | bad-id            | 7 | 23 | limits/a b/id
          limits: [{id: a}]                      | missing-key       | 7 | 18 | limits/a/atMost
          limits: [{atMost: 1}]                  | missing-key       | 7 | 18 | limits/1/id
          limits: [{id: a, atMost: 0.001}]       | too-many-decimals | 7 | 34 | limits/a/atMost
          limits: [{id: a, atMost: 1}, {id: a, atMost: 2}] | duplicate-id | 7 | 43 | limits/a/id
          when: [purchase.amount > 1]            | wrong-kind        | 7 | 15 | when
          when: true                             | wrong-kind        | 7 | 15 | when
          when: {a b: purchase.amount > 1}       | bad-id            | 7 | 16 | when/a b
          when: purchase.amount >                | bad-expression    | 7 | 32 | when
          when: "purchase.amount > "             | bad-expression    | 7 | 34 | when
          when: {big: purchase.amount > }        | bad-expression    | 7 | 38 | when/big
          then: [{type: points, kind: a}]        | missing-key       | 7 | 16 | then/1/points
          then: &a []                            | anchor            | 7 | 15 | then
          then: *a                               | alias             | 7 | 15 | then
          exclusion: !!str a                     | tag               | 7 | 20 | exclusion
          exclusion: ! a                         | tag               | 7 | 20 | exclusion
          <<: {active: true}                     | merge-key         | 7 | 9  | <<
          [a]: b                                 | bad-key           | 7 | 9  |
          "": b                                  | bad-key           | 7 | 9  |
          ? {a: b}                               | bad-key           | 7 | 11 |
          """)
  void a_broken_rule_is_refused_where_it_is_broken(
      String rule, String code, int line, int column, String below) {
    String place = "earning/usual/rules/base" + (below == null ? "" : "/" + below);
    List<Fault> faults = Files.small().with("earning.yaml", RULE.formatted(rule)).faults();
    assertThat(Files.brief(faults))
        .containsExactly("%s earning.yaml:%d:%d %s".formatted(code, line, column, place));
    assertThat(faults.getFirst().message()).isNotBlank();
    assertThat(faults.getFirst().remedy()).isNotBlank();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          zone: Europe/Viena     | bad-value    | programme/zone     | Did you mean "Europe/Vienna"?
          zone: "+02:00"         | bad-value    | programme/zone     | Write it like Europe/Vienna.
          currency: EURO         | bad-value    | programme/currency | Did you mean "EUR"?
          currency: XXL          | bad-value    | programme/currency | Did you mean "XXX"?
          title: {english: Shop} | bad-key      | programme/title/english | Write it like en, de or pt-BR.
          title: {de: ""}        | empty        | programme/title/de | Write some.
          title: {}              | empty        | programme/title    | Write some.
          title: "  "            | empty        | programme/title    | Write some.
          title: 2026            | wrong-kind   | programme/title    | Put it into quotes: "2026".
          """)
  void what_a_programme_is_made_of_is_asked_for_closely(
      String instead, String code, String place, String remedy) {
    String key = instead.substring(0, instead.indexOf(':'));
    String programme = Files.PROGRAMME.replaceFirst("(?m)^  " + key + ":.*$", "  " + instead);
    List<Fault> faults = Files.small().with("programme.yaml", programme).faults();
    assertThat(faults)
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.code()).isEqualTo(code);
          assertThat(fault.place()).isEqualTo(place);
          assertThat(fault.remedy()).isEqualTo(remedy);
        });
  }

  @Test
  void several_faults_of_several_files_are_all_told_in_their_order() {
    List<Fault> faults =
        Files.small()
            .with("pack.yaml", "pack: {format: 1, id: a b, version: 1.0, titel: X}")
            .with(
                "earning.yaml",
                """
                earning:
                  - id: usual
                    title: Usual
                    meeting: bst
                    rules:
                      - title: Base
                        when:
                          one: purchase.amount >
                          two: member.tier = gold
                        then:
                          - {type: points, kind: points, points: many}
                          - points
                """)
            .with("segments.yaml", "segments: {}")
            .faults();
    assertThat(Files.brief(faults))
        .containsExactly(
            "unknown-word earning.yaml:4:14 earning/usual/meeting",
            "missing-key earning.yaml:6:9 earning/usual/rules/1/id",
            "bad-expression earning.yaml:8:33 earning/usual/rules/1/when/one",
            "bad-expression earning.yaml:9:30 earning/usual/rules/1/when/two",
            "wrong-kind earning.yaml:11:50 earning/usual/rules/1/then/1/points",
            "missing-key earning.yaml:12:13 earning/usual/rules/1/then/2/kind",
            "missing-key earning.yaml:12:13 earning/usual/rules/1/then/2/points",
            "missing-key pack.yaml:1:7 pack/title",
            "bad-id pack.yaml:1:23 pack/id",
            "wrong-kind pack.yaml:1:37 pack/version",
            "unknown-key pack.yaml:1:42 pack/titel",
            "wrong-kind segments.yaml:1:11 segments");
    assertThat(faults.get(10).remedy()).isEqualTo("Did you mean \"title\"?");
  }

  @Test
  void a_file_that_is_no_yaml_is_one_fault_and_hides_no_fault_of_another_file() {
    List<Fault> faults =
        Files.small()
            .with("programme.yaml", "programme:\n  title: [a\n  zone: x")
            .with("earning.yaml", "earning: 5")
            .faults();
    assertThat(Files.brief(faults))
        .containsExactly(
            "wrong-kind earning.yaml:1:10 earning", "bad-yaml programme.yaml:3:7 programme/title");
  }

  @Test
  void a_second_document_in_a_file_is_refused() {
    assertThat(Files.brief(Files.small().with("earning.yaml", "earning: []\n---\na: b").faults()))
        .containsExactly("several-documents earning.yaml:2:1");
  }

  @Test
  void what_is_not_utf_8_is_refused_at_its_line() {
    byte[] latin = {'a', ':', ' ', 'b', '\n', '#', ' ', (byte) 0xFC, '\n'};
    assertThat(Files.brief(Files.small().with("earning.yaml", latin).faults()))
        .containsExactly("not-utf-8 earning.yaml:2:0");
    byte[] cut = {'a', ':', ' ', (byte) 0xC3};
    assertThat(Files.brief(Files.small().with("earning.yaml", cut).faults()))
        .containsExactly("not-utf-8 earning.yaml:1:0");
  }

  @Test
  void a_character_that_no_text_file_holds_is_refused_at_its_line() {
    assertThat(
            Files.brief(
                Files.small().with("earning.yaml", "# 😀\nearning: []\n# \u0000\n").faults()))
        .containsExactly("bad-yaml earning.yaml:3:3");
  }

  @Test
  void an_escape_that_says_no_character_is_refused_near_its_line() {
    for (String escape : List.of("\\u", "\\u12", "\\uXYZW", "\\UFFFFFFFF", "\\x", "\\q"))
      assertThat(
              Files.brief(
                  Files.small()
                      .with("pack.yaml", "# a\npack: {id: \"%s\"}".formatted(escape))
                      .faults()))
          .as(escape)
          .singleElement()
          .asString()
          .startsWith("bad-yaml pack.yaml:2:");
  }

  @Test
  void half_a_surrogate_pair_is_no_text_and_a_whole_one_is() {
    String json =
        """
        {"pack": {"format": 1, "id": "a", "version": "1", "title": "%s"}}\
        """;
    assertThat(Files.brief(Files.small().with("pack.yaml", json.formatted("\\ud83d")).faults()))
        .allSatisfy(fault -> assertThat(fault).contains("pack.yaml:1:"))
        .hasSize(1);
    assertThat(
            Files.small()
                .with("pack.yaml", json.formatted("\\ud83d\\ude00"))
                .read()
                .pack()
                .title()
                .in("en"))
        .isEqualTo("😀");
  }

  @Test
  void of_a_later_format_nothing_else_is_said() {
    List<Fault> faults =
        Files.small()
            .with("pack.yaml", "pack: {format: 2, name: x}")
            .with("earning.yaml", "earning: 5")
            .faults();
    assertThat(Files.brief(faults)).containsExactly("unknown-format pack.yaml:1:16 pack/format");
  }

  @Test
  void at_a_thousand_faults_reading_ends_and_the_first_fault_says_so() {
    StringBuilder campaigns = new StringBuilder("campaigns:\n");
    for (int i = 0; i < 150_000; i++)
      campaigns.append("  - {id: c%d, schedule: {zone: Nowhere/At-all}}\n".formatted(i));
    List<Fault> faults = Files.small().with("campaigns.yaml", campaigns.toString()).faults();
    assertThat(faults).hasSize(Faults.MOST + 1);
    assertThat(faults.getFirst().code()).isEqualTo("more-faults");
    assertThat(faults.getFirst().message()).contains("999");
    assertThat(Files.brief(faults).get(1))
        .isEqualTo("missing-key campaigns.yaml:2:5 campaigns/c0/title");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1e60, out-of-range",
    "-1e60, out-of-range",
    "1e-60, out-of-range",
    "0000-01-01, bad-value",
    "\"0000-01-01\", bad-value",
    "2026-02-30, bad-value",
    "24:00, bad-value"
  })
  void a_value_that_nothing_can_be_compared_with_is_a_fault(String value, String code) {
    String yaml =
        """
        tables:
          - id: rates
            title: Rates
            gives: points
            columns: [{id: amount, operand: purchase.amount, match: equals}]
            rows: [{id: one, cells: [%s], gives: 1}]
        """
            .formatted(value);
    assertThat(Files.small().with("earning.yaml", yaml).faults())
        .extracting(Fault::code, Fault::place)
        .contains(tuple(code, "tables/rates/rows/one/cells/1"));
  }
}
