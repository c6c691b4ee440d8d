package dev.laurel.rules.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.language.Mapping;
import dev.laurel.rules.random.RandomPacks;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** How rows become events is read like a pack. */
class MappingReaderTest {
  @Test
  void a_mapping_is_read() {
    MappingResult result =
        read(
            """
            format: 1
            source: {delimiter: ";", decimal: ","}
            returns: {type: below, column: Quantity, bound: 0}
            id: {type: columns, columns: [Invoice]}
            member: Customer
            when: {column: Date, format: "d/M/yyyy H:mm"}
            groupBy: [Invoice]
            amount: {type: product, columns: [Quantity, Price]}
            texts: {product: StockCode}
            """);
    assertThat(result)
        .isInstanceOfSatisfying(
            MappingResult.Read.class,
            read -> {
              Mapping mapping = read.mapping();
              assertThat(mapping.source().delimiter()).isEqualTo(";");
              assertThat(mapping.source().encoding()).isEqualTo("UTF-8");
              assertThat(mapping.amount())
                  .isEqualTo(new Mapping.Formula.Product(List.of("Quantity", "Price")));
              assertThat(mapping.texts()).isEqualTo(Map.of("product", "StockCode"));
            });
  }

  @Test
  void all_faults_of_a_mapping_are_told_with_its_name() {
    MappingResult result =
        read(
            "format: 1\nsource: {form: xml}\nid: file-and-line\nmembr: A\namount: {type: colum}\n");
    assertThat(Files.brief(((MappingResult.Refused) result).faults()))
        .containsExactly(
            "missing-key shop.yaml:1:1 member",
            "missing-key shop.yaml:1:1 when",
            "unknown-word shop.yaml:2:16 source/form",
            "unknown-key shop.yaml:4:1 membr",
            "unknown-type shop.yaml:5:16 amount/type");
  }

  @Test
  void of_a_later_format_nothing_else_is_said() {
    assertThat(Files.brief(((MappingResult.Refused) read("format: 2\nx: 1\n")).faults()))
        .containsExactly("unknown-format shop.yaml:1:9 format");
  }

  @Test
  void what_is_mapped_is_not_taken_for_the_mapping() {
    byte[] rows = new byte[PackLimits.MOST_FILE_BYTES + 1];
    assertThat(Files.brief(((MappingResult.Refused) MappingReader.read("rows.csv", rows)).faults()))
        .containsExactly("too-large rows.csv:0:0");
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void a_mapping_that_is_written_and_read_is_equal(@ForAll long seed) {
    Mapping mapping = RandomPacks.any(Mapping.class, new Random(seed), 4);
    Node.Mapping written = (Node.Mapping) Describer.describe(Shapes.of(Mapping.class), mapping);
    assertThat(read(YamlWriter.write(written))).isEqualTo(new MappingResult.Read(mapping));
    assertThat(read(JsonWriter.write(written))).isEqualTo(new MappingResult.Read(mapping));
  }

  private static MappingResult read(String text) {
    return MappingReader.read("shop.yaml", text.getBytes(UTF_8));
  }
}
