package dev.laurel.rules.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.language.Pack;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A pack cannot fill the memory or the stack of whoever reads it. */
class BoundsTest {
  @Test
  void a_billion_laughs_are_refused_at_each_alias() {
    String laughs =
        """
        a: &a ["lol", "lol"]
        b: &b [*a, *a]
        c: &c [*b, *b]
        """;
    assertThat(Files.brief(Files.small().with("earning.yaml", laughs).faults()))
        .contains("anchor earning.yaml:1:4 a", "alias earning.yaml:2:8 b/1")
        .filteredOn(fault -> fault.startsWith("alias"))
        .hasSize(4);
  }

  @Test
  void deep_nesting_is_refused_before_the_stack_is_deep() {
    for (String deep :
        new String[] {
          "earning: " + "[".repeat(100_000),
          "earning: " + "{a: ".repeat(100_000),
          "earning:\n  " + "- ".repeat(100_000) + "a",
        })
      assertThat(Files.brief(Files.small().with("earning.yaml", deep).faults()))
          .singleElement()
          .asString()
          .startsWith("too-deep earning.yaml:");
  }

  @Test
  void a_long_text_is_refused_and_a_shorter_one_is_read() {
    String longest = "a".repeat(PackLimits.LONGEST_TEXT);
    Files files = Files.small();
    assertThat(pack(files, longest).faults()).isEmpty();
    assertThat(Files.brief(pack(files, longest + "a").faults()))
        .containsExactly("too-long pack.yaml:6:16 pack/description");
  }

  private static Files pack(Files files, String description) {
    return files.with("pack.yaml", Files.PACK + "  description: " + description + "\n");
  }

  @Test
  void a_file_and_a_pack_of_too_many_bytes_are_refused_unread() {
    byte[] blanks = new byte[PackLimits.MOST_FILE_BYTES + 1];
    Arrays.fill(blanks, (byte) ' ');
    assertThat(Files.brief(Files.small().with("earning.yaml", blanks).faults()))
        .containsExactly("too-large earning.yaml:0:0");
    assertThat(Files.brief(Files.small().with("tiers.yaml", blanks).with("a", blanks).faults()))
        .containsExactly("too-large :0:0");
  }

  @Test
  void too_many_files_are_refused_unread() {
    Files files = Files.small();
    for (int i = 0; i < PackLimits.MOST_FILES; i++) files.with("scenarios/" + i + ".yaml", "[");
    assertThat(Files.brief(files.faults())).containsExactly("too-many-files :0:0");
  }

  @Test
  void a_pack_that_says_too_many_things_is_refused_while_it_is_read() {
    byte[] ones = new byte[2 * PackLimits.MOST_NODES + 20];
    Arrays.fill(ones, (byte) '1');
    for (int i = 1; i < ones.length; i += 2) ones[i] = ',';
    byte[] start = "earning: [".getBytes(UTF_8);
    System.arraycopy(start, 0, ones, 0, start.length);
    assertThat(Files.brief(Files.small().with("earning.yaml", ones).faults()))
        .singleElement()
        .asString()
        .startsWith("too-many-nodes earning.yaml:1:");
  }

  @Test
  void numbers_of_any_length_are_refused_without_being_worked_out() {
    for (String number : new String[] {"9".repeat(9_999), "1e99", "1e999999999", "-1e-99"})
      assertThat(
              Files.small()
                  .with(
                      "earning.yaml",
                      "earning: [{id: a, title: A, limits: [{id: a, atMost: %s}]}]"
                          .formatted(number))
                  .faults())
          .hasSize(1);
  }

  @Test
  void a_table_of_150_000_rows_is_read() {
    StringBuilder table =
        new StringBuilder(
            """
            tables:
              - id: rates
                title: Rates
                gives: multiplier
                columns:
                  - {id: a, operand: line.category}
                  - {id: b, operand: line.brand}
                  - {id: c, operand: purchase.amount, match: range}
                rows:
            """);
    for (int i = 0; i < 150_000; i++)
      table.append(
          "      - {id: row-%d, cells: [category-%d, any, {from: %d, below: %d}], gives: 1.%d}\n"
              .formatted(i, i % 100, i, i + 1, i % 10));
    Pack pack = Files.small().with("earning.yaml", table.toString()).read();
    assertThat(pack.tables().getFirst().rows()).hasSize(150_000);
    String last =
        "\n      - {id: row-149999, cells: [category-99, any, {from: 149999, below: 150000}],"
            + " gives: 1.9}\n";
    String written = RoundTripTest.texts(PackWriter.write(pack)).get("earning.yaml");
    assertThat(written.endsWith(last)).as("each row stands on one line").isTrue();
  }
}
