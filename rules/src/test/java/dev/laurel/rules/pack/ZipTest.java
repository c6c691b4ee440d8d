package dev.laurel.rules.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.rules.language.Pack;
import dev.laurel.rules.random.RandomPacks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** Packs in archives. */
class ZipTest {
  @Property(tries = 50, shrinking = ShrinkingMode.OFF)
  void an_archive_is_read_as_it_was_written_and_written_as_it_was_read(@ForAll long seed)
      throws IOException {
    Pack pack = RandomPacks.any(Pack.class, new Random(seed), 2);
    byte[] archive = archive(pack);
    PackResult result = PackReader.readZip(new ByteArrayInputStream(archive), Files.UNCHECKED);
    assertThat(result).isEqualTo(new PackResult.Read(pack, PackWriter.digest(pack)));
    assertThat(archive(((PackResult.Read) result).pack())).isEqualTo(archive);
  }

  @Test
  void the_bytes_depend_on_no_time_zone_and_entries_stand_in_the_order_of_their_names()
      throws IOException {
    Pack pack = Files.small().read();
    byte[] here = archive(pack);
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(archive(pack)).isEqualTo(here);
    } finally {
      TimeZone.setDefault(zone);
    }
    ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(here));
    for (String name : List.of("earning.yaml", "pack.yaml", "programme.yaml"))
      assertThat(zip.getNextEntry().getName()).isEqualTo(name);
    assertThat(zip.getNextEntry()).isNull();
  }

  @Test
  void a_folder_around_the_pack_is_taken_off() throws IOException {
    byte[] archive =
        zip(
            "README.md",
            "Read me",
            "shop-main/",
            "",
            "shop-main/pack.yaml",
            Files.PACK,
            "shop-main/programme.yaml",
            Files.PROGRAMME,
            "shop-main/earning.yaml",
            Files.EARNING,
            "__MACOSX/shop-main/._pack.yaml",
            "\u0000");
    assertThat(read(archive))
        .isInstanceOfSatisfying(
            PackResult.Read.class, read -> assertThat(read.pack()).isEqualTo(Files.small().read()));
  }

  @Test
  void the_folder_of_the_scenarios_is_not_taken_off() throws IOException {
    assertThat(brief(zip("scenarios/pack.yaml", "scenarios: []")))
        .containsExactly("missing-section :0:0 pack", "missing-section :0:0 programme");
  }

  @Test
  void entries_that_lead_out_of_the_archive_are_refused() throws IOException {
    assertThat(
            brief(
                zip(
                    "../pack.yaml", Files.PACK,
                    "/etc/pack.yaml", Files.PACK,
                    "a\\pack.yaml", Files.PACK,
                    "../../out.txt", "x")))
        .containsExactly(
            "bad-name ../../out.txt:0:0",
            "bad-name ../pack.yaml:0:0",
            "bad-name /etc/pack.yaml:0:0",
            "bad-name a\\pack.yaml:0:0");
  }

  @Test
  void two_entries_of_one_name_are_refused() throws IOException {
    byte[] archive = zip("pack.yaml", Files.PACK, "pack.yamL", Files.PACK);
    byte[] last = "pack.yamL".getBytes(UTF_8);
    for (int i = 0; i + last.length <= archive.length; i++)
      if (Arrays.equals(archive, i, i + last.length, last, 0, last.length))
        archive[i + last.length - 1] = 'l';
    assertThat(brief(archive)).containsExactly("duplicate-file pack.yaml:0:0");
  }

  @Test
  void a_bomb_is_refused_while_it_is_unpacked() throws IOException {
    assertThat(brief(bomb(1, PackLimits.MOST_FILE_BYTES + 1L))).containsExactly("too-large :0:0");
    assertThat(brief(bomb(3, PackLimits.MOST_FILE_BYTES - 1L)))
        .as("no file is too large, but all together are")
        .containsExactly("too-large :0:0");
    assertThat(brief(bomb(PackLimits.MOST_FILES + 1, 0))).containsExactly("too-many-files :0:0");
  }

  @Test
  void what_is_no_whole_archive_is_refused() throws IOException {
    byte[] archive = archive(Files.small().read());
    for (byte[] broken :
        List.of(
            new byte[0],
            "pack: {}".getBytes(UTF_8),
            Arrays.copyOf(archive, 100),
            Arrays.copyOf(archive, 50))) assertThat(brief(broken)).containsExactly("bad-zip :0:0");
    byte[] changed = archive.clone();
    changed[60] ^= 1;
    assertThat(brief(changed)).containsExactly("bad-zip :0:0");
  }

  @Test
  void a_stream_that_fails_is_no_fault_of_the_pack() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        };
    assertThatThrownBy(() -> PackReader.readZip(failing)).hasMessage("gone");
  }

  private static byte[] archive(Pack pack) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PackWriter.writeZip(pack, out);
    return out.toByteArray();
  }

  private static PackResult read(byte[] archive) throws IOException {
    return PackReader.readZip(new ByteArrayInputStream(archive), Files.UNCHECKED);
  }

  private static List<String> brief(byte[] archive) throws IOException {
    return Files.brief(Files.faults(read(archive)));
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static byte[] bomb(int entries, long bytesEach) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] zeros = new byte[1 << 16];
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < entries; i++) {
        zip.putNextEntry(new ZipEntry("bomb-" + i + ".txt"));
        for (long left = bytesEach; left > 0; left -= zeros.length)
          zip.write(zeros, 0, (int) Math.min(left, zeros.length));
      }
    }
    return out.toByteArray();
  }
}
