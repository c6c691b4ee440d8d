package dev.laurel.engine.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which members stand for all. */
class SampleTest {
  private static final Instant NOW = Instant.parse("2026-05-01T09:00:00Z");

  private static List<String> members(int many) {
    return IntStream.range(0, many).mapToObj("G%08d"::formatted).toList();
  }

  private static Sample drawn(List<String> members) {
    Sample.Drawing drawing = new Sample.Drawing();
    members.forEach(drawing::add);
    return drawing.sample(NOW);
  }

  @Test
  void few_members_are_all_in_it() {
    Sample sample = drawn(members(8));
    assertThat(sample.members()).containsExactlyInAnyOrderElementsOf(members(8));
    assertThat(sample.isWhole()).isTrue();
  }

  @Test
  void of_many_it_is_the_same_ones_in_whatever_order_they_come() {
    Sample sample = drawn(members(20_000));
    assertThat(sample.members()).hasSize(Sample.MOST).doesNotHaveDuplicates();
    assertThat(sample.of()).isEqualTo(20_000);
    assertThat(sample.isWhole()).isFalse();
    assertThat(drawn(members(20_000).reversed())).isEqualTo(sample);
    List<String> mixed = new java.util.ArrayList<>(members(20_000));
    Collections.sort(mixed, java.util.Comparator.comparing(id -> id.substring(5)));
    assertThat(drawn(mixed)).isEqualTo(sample);
  }

  @Test
  void it_is_spread_over_ids_in_a_row() {
    long low =
        drawn(members(20_000)).members().stream()
            .filter(id -> id.compareTo("G00010000") < 0)
            .count();
    assertThat(low).isBetween(160L, 240L);
  }

  @Test
  void who_joins_changes_little_of_it() {
    List<String> before = drawn(members(20_000)).members();
    List<String> after = drawn(members(20_100)).members();
    assertThat(after.stream().filter(before::contains).count()).isGreaterThan(385);
  }
}
