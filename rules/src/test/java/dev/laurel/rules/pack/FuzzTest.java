package dev.laurel.rules.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.random.RandomPacks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever is handed in is read or refused: nothing is ever thrown. */
class FuzzTest {
  @Property(shrinking = ShrinkingMode.OFF)
  void damaged_texts_are_read_or_refused(@ForAll long seed) {
    Random random = new Random(seed);
    SortedMap<String, byte[]> files = new TreeMap<>(packs(random));
    List<String> names = new ArrayList<>(files.keySet());
    for (int i = 0; i < 2; i++) {
      String name = names.get(random.nextInt(names.size()));
      String text = new String(files.get(name), UTF_8);
      files.put(name, new Damage(random).in(text).getBytes(UTF_8));
    }
    isReadOrRefused(PackReader.read(files, Files.UNCHECKED));
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void damaged_documents_are_read_or_refused(@ForAll long seed) {
    Random random = new Random(seed);
    Pack pack = RandomPacks.any(Pack.class, random, 3);
    Node document = Describer.describe(Shapes.of(Pack.class), pack);
    for (int i = 0; i < 3; i++) document = new Damage(random).in(document);
    isReadOrRefused(
        PackReader.read(
            Files.none().with("pack.json", JsonWriter.write(document)).map(), Files.UNCHECKED));
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void damaged_bytes_are_read_or_refused_alone_and_in_archives(@ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    SortedMap<String, byte[]> files = new TreeMap<>(packs(random));
    String name = files.firstKey();
    files.put(name, damaged(files.get(name), random));
    isReadOrRefused(PackReader.read(files, Files.UNCHECKED));
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    PackWriter.writeZip(RandomPacks.any(Pack.class, random, 1), archive);
    isReadOrRefused(
        PackReader.readZip(
            new ByteArrayInputStream(damaged(archive.toByteArray(), random)), Files.UNCHECKED));
  }

  private static SortedMap<String, byte[]> packs(Random random) {
    return PackWriter.write(RandomPacks.any(Pack.class, random, 3));
  }

  private static byte[] damaged(byte[] content, Random random) {
    byte[] damaged = content.clone();
    for (int i = 0; i < 4; i++) damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
    return damaged;
  }

  private static void isReadOrRefused(PackResult result) {
    switch (result) {
      case PackResult.Read read ->
          assertThat(RoundTripTest.read(PackWriter.write(read.pack())).pack())
              .isEqualTo(read.pack());
      case PackResult.Refused refused ->
          assertThat(refused.faults()).isSorted().allSatisfy(FuzzTest::saysWhatIsWrong);
    }
  }

  private static void saysWhatIsWrong(Fault fault) {
    assertThat(fault.code()).matches("[a-z0-9-]+");
    assertThat(fault.message()).matches("(?s)[\"A-Z0-9].*\\.");
    assertThat(fault.remedy()).matches("(?s)[\"A-Z].*[.?]");
    if (fault.file().isEmpty()) assertThat(fault.line()).isZero();
  }
}
