package dev.laurel.rules.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.RateTable.Cell;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The one form in which a pack is written. */
class CanonicalFormTest {
  @Test
  void defaults_are_left_out_and_short_things_stand_on_one_line() {
    Pack pack =
        Files.small()
            .with(
                "earning.yaml",
                """
                challenges: []
                earning:
                - title: {en: "Usual"}
                  id: "usual"
                  meeting: add
                  limits: []
                  rules:
                  - id: base
                    title: >-
                      A point
                      for each euro
                    active: true
                    on: {type: purchase}
                    when: {only: purchase.amount>=50.00}
                    unless: {"01": 'member.tier = "gold"', gift: 'list contains(purchase.tags,"gift")'}
                    then:
                    - {points: 1.50, kind: points, each: 1, type: per-amount, of: {netOf: [shipping, tax]}}
                    exclusion: |
                      Never
                        this
                    priority: 0
                """)
            .read();
    assertThat(RoundTripTest.texts(PackWriter.write(pack)))
        .containsEntry(
            "earning.yaml",
            """
            earning:
              - id: usual
                title: Usual
                rules:
                  - id: base
                    title: A point for each euro
                    when: purchase.amount >= 50
                    unless:
                      "01": member.tier = "gold"
                      gift: list contains(purchase.tags, "gift")
                    then: [{type: per-amount, kind: points, points: 1.5, of: {netOf: [tax, shipping]}}]
                    exclusion: |
                      Never
                        this
            """);
  }

  @Test
  void maps_of_data_are_written_in_the_order_of_their_keys() {
    String member =
        """
        scenarios:
          - id: s
            title: S
            member: {points: {b: 2, a: 1, B: 3, "0": 4}}
        """;
    Pack pack = Files.small().with("scenarios.yaml", member).read();
    assertThat(RoundTripTest.texts(PackWriter.write(pack)).get("scenarios.yaml"))
        .isEqualTo(
            """
            scenarios:
              - id: s
                title: S
                member:
                  points:
                    "0": 4
                    B: 3
                    a: 1
                    b: 2
            """);
  }

  @Test
  void cells_and_values_have_short_forms() {
    assertThat(cell("any")).isEqualTo(new Cell.Any());
    assertThat(cell("[any]")).isEqualTo(new Cell.OneOf(List.of(Value.of("any"))));
    assertThat(cell("5")).isEqualTo(new Cell.OneOf(List.of(Value.of(5))));
    assertThat(cell("\"5\"")).isEqualTo(new Cell.OneOf(List.of(Value.of("5"))));
    assertThat(cell("{text: \"10:30\"}")).isEqualTo(new Cell.OneOf(List.of(Value.of("10:30"))));
    assertThat(cell("{from: 1, below: 5}"))
        .isEqualTo(new Cell.Between(Optional.of(Value.of(1)), Optional.of(Value.of(5))));
    assertThat(cell("{}")).isEqualTo(new Cell.Between(Optional.empty(), Optional.empty()));
    assertThat(bound(Datum.class, "[b, a, b]")).isEqualTo(new Datum.Several(List.of("a", "b")));
    assertThat(bound(Value.class, "2026-01-31"))
        .isEqualTo(new Value.Date(java.time.LocalDate.of(2026, 1, 31)))
        .isEqualTo(bound(Value.class, "\"2026-01-31\""));
    assertThat(bound(Value.class, "10:30"))
        .isEqualTo(new Value.Time(java.time.LocalTime.of(10, 30)));
    assertThat(bound(Value.class, "TRUE")).isEqualTo(Value.of(true));
    assertThat(bound(Value.class, "1.50")).isEqualTo(bound(Value.class, "15e-1"));
  }

  private static Object cell(String text) {
    return bound(Cell.class, text);
  }

  private static Object bound(Class<?> type, String text) {
    Report report = new Report("", new Faults());
    Node node = YamlReader.read(text.getBytes(UTF_8), report, new Budget()).orElseThrow();
    Object value = new Binder(report).bind(Shapes.of(type), node, Place.ROOT);
    assertThat(report.faults().sorted()).isEmpty();
    return value;
  }

  @Test
  void the_digest_is_that_of_names_and_contents_with_their_lengths() throws Exception {
    Pack pack = Files.small().read();
    ByteArrayOutputStream framed = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(framed);
    for (Map.Entry<String, byte[]> file : PackWriter.write(pack).entrySet()) {
      byte[] name = file.getKey().getBytes(UTF_8);
      out.writeInt(name.length);
      out.writeInt(file.getValue().length);
      out.write(name);
      out.write(file.getValue());
    }
    assertThat(PackWriter.digest(pack))
        .isEqualTo(
            HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(framed.toByteArray())))
        .isEqualTo(((PackResult.Read) PackReader.read(Files.small().map())).digest())
        .isNotEqualTo(PackWriter.digest(Files.small().without("earning.yaml").read()));
  }

  @Property
  void any_text_is_written_so_that_it_is_read_back(@ForAll("texts") String text)
      throws IOException {
    Node.Mapping document =
        Node.map()
            .put(
                "a",
                Node.list(List.of(Node.text(text), Node.map().put("b", Node.text(text)).node())))
            .put("c", Node.text(text))
            .put("k" + text, Node.map().put("d", Node.text(text)).node())
            .put("last", Node.text(text))
            .node();
    for (String written : List.of(YamlWriter.write(document), JsonWriter.write(document))) {
      Report report = new Report("", new Faults());
      Node read =
          YamlReader.read(written.getBytes(UTF_8), report, new Budget())
              .orElseThrow(() -> new AssertionError(report.faults().sorted() + written));
      assertThat(JsonWriter.write(read)).as(written).isEqualTo(JsonWriter.write(document));
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> any =
        Arbitraries.strings().all().ofMaxLength(8).filter(s -> Characters.refused(s).isEmpty());
    Arbitrary<String> signs =
        Arbitraries.strings().withChars(" \n\t:#-'\"\\{}[],&*!|>%@`~?=.<ab01").ofMaxLength(8);
    return Arbitraries.oneOf(any, signs);
  }

  @Test
  void no_file_is_written_for_sections_without_content() {
    SortedMap<String, byte[]> files =
        PackWriter.write(Files.small().without("earning.yaml").read());
    assertThat(files.keySet()).containsExactly("pack.yaml", "programme.yaml");
  }
}
