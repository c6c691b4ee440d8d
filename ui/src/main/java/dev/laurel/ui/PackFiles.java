package dev.laurel.ui;

import dev.laurel.rules.pack.PackLimits;
import dev.laurel.rules.pack.PackReader;
import dev.laurel.rules.pack.PackResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Reads a pack from where people keep it: a folder, or a zip archive of one. */
final class PackFiles {
  /** The pack's own files lie in its folder, or in one below it. */
  private static final int DEPTH = 2;

  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

  private PackFiles() {}

  /**
   * Reads a pack.
   *
   * @param pack a folder or an archive that is there
   */
  static PackResult read(Path pack) throws IOException {
    if (Files.isDirectory(pack)) return PackReader.read(files(pack));
    try (InputStream in = Files.newInputStream(pack)) {
      return PackReader.readZip(in);
    }
  }

  /**
   * The files of a pack as an archive, whatever they say.
   *
   * @param pack a folder or an archive that is there
   */
  static byte[] zip(Path pack) throws IOException {
    if (!Files.isDirectory(pack)) return Files.readAllBytes(pack);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files(pack).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  /** Other files may lie there too, such as a history of any size: they are not even opened. */
  private static SortedMap<String, byte[]> files(Path folder) throws IOException {
    SortedMap<String, byte[]> content = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder, DEPTH)) {
      for (Path file : all.filter(PackFiles::mayBePart).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        try (InputStream in = Files.newInputStream(file)) {
          // One byte more than is allowed is enough to be refused.
          content.put(name, in.readNBytes(PackLimits.MOST_FILE_BYTES + 1));
        }
      }
    }
    return content;
  }

  private static boolean mayBePart(Path file) {
    return Files.isRegularFile(file) && ENDINGS.stream().anyMatch(file.toString()::endsWith);
  }
}
