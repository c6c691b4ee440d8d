package dev.laurel.rules.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.language.Pack;
import dev.laurel.rules.random.RandomPacks;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** What is written is read back as it was, to the byte. */
class RoundTripTest {
  @Property(shrinking = ShrinkingMode.OFF)
  void a_pack_that_is_written_and_read_is_equal_and_written_again_the_same(
      @ForAll long seed, @ForAll @IntRange(max = 4) int size) {
    Pack pack = RandomPacks.any(Pack.class, new Random(seed), size);
    SortedMap<String, byte[]> written = PackWriter.write(pack);
    PackResult.Read read = read(written);
    assertThat(read.pack()).isEqualTo(pack);
    assertThat(texts(PackWriter.write(read.pack()))).isEqualTo(texts(written));
    assertThat(read.digest()).isEqualTo(PackWriter.digest(pack)).hasSize(64);
  }

  static PackResult.Read read(SortedMap<String, byte[]> files) {
    return switch (PackReader.read(files, Files.UNCHECKED)) {
      case PackResult.Read read -> read;
      case PackResult.Refused(var faults) ->
          throw new AssertionError("%s\n%s".formatted(faults, texts(files)));
    };
  }

  static Map<String, String> texts(SortedMap<String, byte[]> files) {
    Map<String, String> texts = new TreeMap<>();
    files.forEach((name, content) -> texts.put(name, new String(content, UTF_8)));
    return texts;
  }
}
