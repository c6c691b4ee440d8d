package dev.laurel.rules.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.language.Mapping;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.random.RandomPacks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON Schemas say what the reader asks. */
class SchemaTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema PACK = REGISTRY.getSchema(PackSchema.text());
  private static final Schema MAPPING = REGISTRY.getSchema(PackSchema.mappingText());

  private static final String DOCUMENT =
      """
      {
        "pack": {"format": 1, "id": "a", "version": "1", "title": {"en": "A", "de": "B"}},
        "programme": {"title": "A", "zone": "UTC", "currency": "EUR",
          "pointKinds": [{"id": "p", "title": "P", "expiry": "never", "worth": 0.01}]},
        "ladders": [{"id": "l", "title": "L", "validity": {"type": "for", "span": "12 months"}}],
        "tables": [{"id": "t", "title": "T", "gives": "points",
          "columns": [{"id": "c", "operand": "line.category"}],
          "rows": [{"id": "r", "cells": ["any", ["x", 1], {"from": 1}], "gives": 5}]}],
        "earning": [{"id": "g", "title": "G", "rules": [{"id": "r", "title": "R",
          "on": "purchase", "when": {"big": "purchase.amount > 5"}, "priority": 3,
          "then": [{"type": "points", "kind": "p", "points": 10}]}]}],
        "scenarios": [{"id": "s", "title": "S", "member": {"birthday": "--02-29",
          "attributes": {"a": true, "b": {"text": "10:30"}, "c": ["x"]}, "points": {"p": 1}}}]
      }
      """;

  @Test
  void the_committed_schemas_are_those_of_the_language() throws IOException {
    Map<String, String> schemas =
        Map.of(
            "pack-format-1.schema.json", PackSchema.text(),
            "mapping-format-1.schema.json", PackSchema.mappingText());
    for (String name : schemas.keySet())
      java.nio.file.Files.writeString(Path.of("target", name), schemas.get(name));
    for (String name : schemas.keySet())
      try (InputStream committed = Pack.class.getResourceAsStream("../" + name)) {
        String text = committed == null ? "" : new String(committed.readAllBytes(), UTF_8);
        assertThat(text.equals(schemas.get(name)))
            .as("Copy target/%s to rules/src/main/resources/dev/laurel/rules.", name)
            .isTrue();
      }
  }

  @Test
  void the_schemas_are_schemas() {
    Schema meta =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    for (String schema : List.of(PackSchema.text(), PackSchema.mappingText()))
      assertThat(meta.validate(schema, InputFormat.JSON)).isEmpty();
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void whatever_is_written_is_valid_as_a_whole_and_file_by_file(@ForAll long seed) {
    Random random = new Random(seed);
    Pack pack = RandomPacks.any(Pack.class, random, 3);
    Node.Mapping document = (Node.Mapping) Describer.describe(Shapes.of(Pack.class), pack);
    assertThat(PACK.validate(JsonWriter.write(document), InputFormat.JSON)).isEmpty();
    PackWriter.write(pack)
        .forEach((file, content) ->
            assertThat(ofFile(file).validate(JsonWriter.write(node(content)), InputFormat.JSON))
                .isEmpty());
    Mapping mapping = RandomPacks.any(Mapping.class, random, 4);
    String json = JsonWriter.write(Describer.describe(Shapes.of(Mapping.class), mapping));
    assertThat(MAPPING.validate(json, InputFormat.JSON)).isEmpty();
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void what_the_reader_takes_the_schema_takes(@ForAll long seed) {
    Random random = new Random(seed);
    Pack pack = RandomPacks.any(Pack.class, random, 2);
    Node damaged = new Damage(random).in(Describer.describe(Shapes.of(Pack.class), pack));
    String json = JsonWriter.write(damaged);
    if (read(json) instanceof PackResult.Read)
      assertThat(PACK.validate(json, InputFormat.JSON)).as(json).isEmpty();
  }

  @ParameterizedTest(name = "{0} instead of {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          "format": 1              | "format": 2
          "format": 1, "id": "a",  | "format": 1,
          "id": "a"                | "id": "a b"
          "version": "1"           | "version": 1
          "version": "1"           | "version": "1", "titel": "x"
          {"en": "A", "de": "B"}   | {"english": "A"}
          {"en": "A", "de": "B"}   | {}
          {"en": "A", "de": "B"}   | {"en": " "}
          {"en": "A", "de": "B"}   | ["A"]
          "currency": "EUR"        | "currency": "euro"
          "zone": "UTC"            | "zone": ""
          "expiry": "never"        | "expiry": ["never"]
          "id": "p"                | "id": "a-b"
          "id": "p"                | "id": "in"
          "expiry": "never"        | "expiry": "after"
          "expiry": "never"        | "expiry": {"type": "after"}
          "expiry": "never"        | "expiry": {"type": "aftr", "span": "1 day"}
          "expiry": "never"        | "expiry": {"span": "1 day"}
          "expiry": "never"        | "expiry": null
          "worth": 0.01            | "worth": -1
          "worth": 0.01            | "worth": "0.01"
          "worth": 0.01            | "worth": 1000001
          "span": "12 months"      | "span": "12 moons"
          "span": "12 months"      | "span": "12 months", "more": 1
          "gives": "points"        | "gives": "point"
          "any", ["x", 1]          | null
          {"from": 1}              | {"from": 1, "to": 2}
          {"from": 1}              | {"from": [1]}
          "on": "purchase"         | "on": "event"
          "big": "purchase.amount > 5" | "a b": "purchase.amount > 5"
          "big": "purchase.amount > 5" | "big": 5
          "priority": 3            | "priority": 3.5
          "priority": 3            | "priority": 1001
          "type": "points", "kind" | "kind"
          "points": 10             | "point": 10
          "kind": "p"              | "kind": ""
          "--02-29"                | "02-29"
          {"p": 1}                 | {"p": "1"}
          {"p": 1}                 | {"p q": 1}
          ["x"]                    | [1]
          {"text": "10:30"}        | {"text": 5}
          "scenarios"              | "scenario"
          """)
  void what_is_plainly_wrong_is_refused_by_schema_and_reader_alike(String right, String wrong) {
    assertThat(DOCUMENT).contains(right);
    String broken = DOCUMENT.replace(right, wrong);
    assertThat(PACK.validate(DOCUMENT, InputFormat.JSON)).isEmpty();
    assertThat(read(DOCUMENT)).isInstanceOf(PackResult.Read.class);
    assertThat(PACK.validate(broken, InputFormat.JSON)).isNotEmpty();
    assertThat(read(broken)).isInstanceOf(PackResult.Refused.class);
  }

  private static PackResult read(String json) {
    return PackReader.read(Files.none().with("pack.json", json).map(), Files.UNCHECKED);
  }

  private static Node node(byte[] yaml) {
    return YamlReader.read(yaml, new Report("", new Faults()), new Budget()).orElseThrow();
  }

  private static Schema ofFile(String file) {
    Node.Mapping whole = (Node.Mapping) node(PackSchema.text().getBytes(UTF_8));
    return REGISTRY.getSchema(
        JsonWriter.write(
            Node.map()
                .put("$ref", Node.text("#/$defs/" + file))
                .put("$defs", whole.get("$defs"))
                .node()));
  }
}
