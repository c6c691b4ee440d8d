package dev.laurel.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Scenario;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which files make a pack. */
class PackFilesTest {
  private static final String SCENARIO =
      """
      scenarios:
        - id: %s
          title: T
          member: {}
      """;

  @Test
  void every_section_of_a_pack_has_exactly_one_canonical_file() {
    List<String> placed =
        Layout.files().stream().flatMap(file -> Layout.sectionsOf(file).stream()).toList();
    assertThat(placed)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(Layout.sections());
  }

  @Test
  void identity_and_programme_are_all_that_a_pack_needs() {
    assertThat(Files.small().without("earning.yaml").read().earning()).isEmpty();
    assertThat(Files.brief(Files.none().faults()))
        .containsExactly("missing-section :0:0 pack", "missing-section :0:0 programme");
    assertThat(Files.small().without("programme.yaml").faults())
        .singleElement()
        .extracting(Fault::remedy)
        .isEqualTo("Write it in programme.yaml.");
  }

  @Test
  void a_small_pack_may_stand_in_one_file_of_yaml_or_json() {
    Pack expected = Files.small().read();
    String yaml = Files.PACK + Files.PROGRAMME + Files.EARNING;
    assertThat(Files.none().with("pack.yml", yaml).read()).isEqualTo(expected);
    String json =
        """
        {
        \t"pack": {"format": 1, "id": "corner-shop", "version": "1.0.0", "title": "Corner shop"},
        \t"programme": {"title": "Corner shop", "zone": "Europe\\/Vienna", "currency": "EUR",
        \t\t"pointKinds": [{"id": "points", "title": "Points",
        \t\t\t"expiry": {"type": "after", "span": "12 months"}}]},
        \t"earning": [{"id": "usual", "title": "Usual", "rules": [{"id": "base",
        \t\t"title": "A point for each euro",
        \t\t"then": [{"type": "per-amount", "kind": "points", "points": 1.0e0}]}]}]
        }
        """;
    assertThat(Files.none().with("pack.json", json).read()).isEqualTo(expected);
  }

  @Test
  void line_ends_of_windows_and_a_byte_order_mark_change_nothing() {
    assertThat(
            Files.small()
                .with("earning.yaml", "\ufeff" + Files.EARNING.replace("\n", "\r\n"))
                .read())
        .isEqualTo(Files.small().read());
  }

  @Test
  void a_section_in_two_files_is_refused_with_the_name_of_the_other() {
    assertThat(Files.small().with("pack.yaml", Files.PACK + Files.EARNING).faults())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.code()).isEqualTo("duplicate-section");
          assertThat(fault.file()).isEqualTo("pack.yaml");
          assertThat(fault.message()).contains("earning.yaml");
        });
    assertThat(Files.brief(Files.small().with("earning.json", "{\"earning\": []}").faults()))
        .containsExactly("duplicate-section earning.yaml:1:1 earning");
    assertThat(Files.brief(Files.small().with("pack.json", "{\"pack\": 5}").faults()))
        .containsExactly("wrong-kind pack.json:1:10 pack", "duplicate-section pack.yaml:1:1 pack");
    assertThat(Files.brief(Files.small().with("programme.yml", Files.PROGRAMME).faults()))
        .containsExactly("duplicate-section programme.yml:1:1 programme");
  }

  @Test
  void a_section_in_the_wrong_file_is_sent_to_the_right_one() {
    assertThat(Files.small().with("programme.yaml", Files.PROGRAMME + "ladders: []\n").faults())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.code()).isEqualTo("misplaced-section");
          assertThat(fault.remedy()).isEqualTo("Move it to tiers.yaml.");
        });
  }

  @Test
  void an_unknown_section_and_an_unknown_file_are_refused_with_the_nearest_known_one() {
    assertThat(Files.small().with("tiers.yaml", "ladder: []\n").faults())
        .singleElement()
        .extracting(Fault::code, Fault::remedy)
        .containsExactly("unknown-key", "Did you mean \"ladders\"?");
    assertThat(Files.small().with("teirs.yaml", "ladders: []\n").faults())
        .singleElement()
        .extracting(Fault::code, Fault::remedy)
        .containsExactly("unknown-file", "Did you mean \"tiers.yaml\"?");
    assertThat(Files.small().with("Pack.YAML", "pack: {}\n").faults())
        .singleElement()
        .extracting(Fault::code, Fault::remedy)
        .containsExactly("unknown-file", "Did you mean \"pack.yaml\"?");
    assertThat(Files.small().with("other/tiers.yaml", "ladders: []\n").faults())
        .singleElement()
        .extracting(Fault::code)
        .isEqualTo("unknown-file");
  }

  @Test
  void what_only_stands_beside_a_pack_is_not_looked_at() {
    assertThat(
            Files.small()
                .with("mapping.yaml", "[")
                .with("README.md", "[")
                .with(".hidden.yaml", "[")
                .with("__MACOSX/pack.yaml", "[")
                .with(".github/workflows/build.yml", "[")
                .read())
        .isEqualTo(Files.small().read());
  }

  @Test
  void names_that_lead_out_of_the_pack_are_refused() {
    for (String name :
        List.of(
            "../pack.yaml", "/pack.yaml", "a\\pack.yaml", "C:/pack.yaml", "a//b.yaml", "./a.yaml"))
      assertThat(Files.brief(Files.small().with(name, "[").faults()))
          .containsExactly("bad-name %s:0:0".formatted(name));
  }

  @Test
  void scenarios_of_several_files_follow_one_another_in_the_order_of_the_names() {
    Pack pack =
        Files.small()
            .with("scenarios/b.yaml", SCENARIO.formatted("third"))
            .with("scenarios/a.json", "{\"scenarios\": []}")
            .with("scenarios/a.yaml", SCENARIO.formatted("second"))
            .with("scenarios.yaml", SCENARIO.formatted("first"))
            .read();
    assertThat(pack.scenarios())
        .extracting(Scenario::id)
        .containsExactly("first", "second", "third");
    assertThat(PackWriter.write(pack).keySet())
        .containsExactly("earning.yaml", "pack.yaml", "programme.yaml", "scenarios.yaml");
  }

  @Test
  void a_scenario_id_is_distinct_over_all_files_and_each_fault_names_its_file() {
    assertThat(
            Files.brief(
                Files.small()
                    .with("scenarios/a.yaml", SCENARIO.formatted("same"))
                    .with("scenarios/b.yaml", SCENARIO.formatted("same"))
                    .with("scenarios/c.yaml", SCENARIO.formatted("no t"))
                    .faults()))
        .containsExactly(
            "duplicate-id scenarios/b.yaml:2:9 scenarios/same/id",
            "bad-id scenarios/c.yaml:2:9 scenarios/no t/id");
  }

  @Test
  void a_pack_is_checked_as_a_whole_in_files_and_in_archives_alike() throws IOException {
    String dangling = Files.EARNING.replace("kind: points", "kind: pints");
    Files files = Files.small().with("earning.yaml", dangling);
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    PackWriter.writeZip(files.read(), archive);
    assertThat(Files.faults(PackReader.read(files.map())))
        .singleElement()
        .hasToString(
            "earning.yaml:8:38 earning/usual/rules/base/then/1/kind [unknown-reference]"
                + " \"pints\" is not the id of a point kind here. Did you mean \"points\"?");
    assertThat(Files.faults(PackReader.readZip(new ByteArrayInputStream(archive.toByteArray()))))
        .singleElement()
        .satisfies(fault -> assertThat(fault.file()).isEqualTo("earning.yaml"));
  }

  @Test
  void what_a_check_finds_gets_file_line_and_column() {
    Fault rule = Fault.at("x", "earning/usual/rules/base/then/1/kind", "v", "M.", "R.");
    Fault absent = Fault.at("x", "earning/usual/rules/base/priority", "", "M.", "R.");
    Fault second = Fault.at("x", "scenarios/two/member", "", "M.", "R.");
    Fault whole = Fault.at("x", "", "", "M.", "R.");
    PackResult result =
        PackReader.read(
            Files.small()
                .with("scenarios/a.yaml", SCENARIO.formatted("one"))
                .with("scenarios/b.yaml", SCENARIO.formatted("two"))
                .map(),
            pack -> List.of(second, rule, absent, whole));
    assertThat(Files.brief(Files.faults(result)))
        .containsExactly(
            "x :0:0",
            "x earning.yaml:5:9 earning/usual/rules/base/priority",
            "x earning.yaml:8:38 earning/usual/rules/base/then/1/kind",
            "x scenarios/b.yaml:4:13 scenarios/two/member");
  }
}
