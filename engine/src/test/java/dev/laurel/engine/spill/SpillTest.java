package dev.laurel.engine.spill;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillTest {
  @Property
  void records_come_in_order_whatever_the_runs_and_the_budget(
      @ForAll @Size(max = 200) List<@StringLength(max = 12) String> texts,
      @ForAll @IntRange(min = 1, max = 40) int perRun,
      @ForAll @IntRange(min = 1, max = 2_000) int budget)
      throws IOException {
    List<byte[]> records = texts.stream().map(t -> t.getBytes(ISO_8859_1)).toList();
    Path directory = Files.createTempDirectory("spill");
    try (var spill = new Spill(directory, budget)) {
      fill(spill, records, perRun);
      assertThat(read(spill.merge())).containsExactlyElementsOf(sorted(records));
      assertThat(spill.records()).isEqualTo(records.size());
    } finally {
      assertThat(directory).isEmptyDirectory();
      Files.delete(directory);
    }
  }

  @Test
  void more_runs_than_can_be_read_at_once_are_merged_in_passes(@TempDir Path directory)
      throws IOException {
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < 3_000; i++)
      records.add("%08d".formatted(i * 7_919 % 3_000).getBytes(ISO_8859_1));
    try (var spill = new Spill(directory, 1)) {
      fill(spill, records, 2);
      assertThat(spill.runsOnDisk()).isEqualTo(1_500);
      assertThat(read(spill.merge())).containsExactlyElementsOf(sorted(records));
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void a_record_may_be_larger_than_any_buffer(@TempDir Path directory) throws IOException {
    List<byte[]> records =
        List.of("b".repeat(3 << 20).getBytes(ISO_8859_1), "a".getBytes(ISO_8859_1));
    try (var spill = new Spill(directory, 1)) {
      fill(spill, records, 1);
      List<String> read = read(spill.merge());
      assertThat(read.getFirst()).isEqualTo("a");
      assertThat(read.getLast()).hasSize(3 << 20);
    }
  }

  @Test
  void what_fits_into_the_budget_stays_in_memory(@TempDir Path directory) throws IOException {
    try (var spill = new Spill(directory, 1_000)) {
      fill(spill, List.of("b".getBytes(ISO_8859_1), "a".getBytes(ISO_8859_1)), 1);
      assertThat(spill.runsOnDisk()).isZero();
      assertThat(directory).isEmptyDirectory();
      assertThat(read(spill.merge())).containsExactly("a", "b");
    }
  }

  private static void fill(Spill spill, List<byte[]> records, int perRun) throws IOException {
    var builder = new RunBuilder();
    int inRun = 0;
    for (byte[] record : records) {
      for (byte b : record) builder.record().put(b);
      builder.end();
      if (++inRun == perRun) {
        spill.add(builder.sorted());
        inRun = 0;
      }
    }
    spill.add(builder.sorted());
  }

  private static List<String> read(Merge merge) throws IOException {
    List<String> all = new ArrayList<>();
    while (merge.next())
      all.add(new String(merge.bytes(), merge.from(), merge.to() - merge.from(), ISO_8859_1));
    return all;
  }

  private static List<String> sorted(List<byte[]> records) {
    return records.stream()
        .map(r -> new String(r, ISO_8859_1))
        .sorted(Comparator.naturalOrder())
        .toList();
  }
}
