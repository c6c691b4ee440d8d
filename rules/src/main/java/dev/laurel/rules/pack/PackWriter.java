package dev.laurel.rules.pack;

import dev.laurel.rules.language.Pack;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes rule packs in their canonical form: equal packs give equal bytes, and what is read from
 * these bytes is equal to what was written.
 *
 * <p>Every section stands in its file (see {@link PackReader}) and those without content are left
 * out; all scenarios stand in {@code scenarios.yaml}. Keys stand in the order of the records'
 * components, {@code type} first; keys of data in the order of their characters. What may be left
 * out and is as if left out is left out. Numbers have neither exponents nor trailing zeros, and
 * conditions stand in the form of {@link dev.laurel.rules.condition.Feel#print}. UTF-8, lines end
 * with a line feed. Comments are not kept.
 *
 * <p>Stateless and thread-safe.
 */
public final class PackWriter {
  /** Earlier ones, from the first day that an archive can say, are written with a zone. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private PackWriter() {}

  /** The canonical files by name, each newly made. */
  public static SortedMap<String, byte[]> write(Pack pack) {
    Node.Mapping whole = (Node.Mapping) Describer.describe(Shapes.of(Pack.class), pack);
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String file : Layout.files()) {
      Node.Builder sections = Node.map();
      for (String section : Layout.sectionsOf(file)) {
        Node content = whole.get(section);
        if (content != null) sections.put(section, content);
      }
      String text = YamlWriter.write(sections.node());
      if (!text.isEmpty()) files.put(file, text.getBytes(StandardCharsets.UTF_8));
    }
    return Collections.unmodifiableSortedMap(files);
  }

  /**
   * Writes the canonical files into a zip archive, in the order of their names. Equal packs give
   * equal bytes on every platform: the entries carry no time and are stored as they are, because
   * the bytes of compressed ones depend on the library that compresses.
   *
   * @param out is not closed
   * @throws IOException when the stream cannot be written
   */
  public static void writeZip(Pack pack, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Map.Entry<String, byte[]> file : write(pack).entrySet()) {
      byte[] content = file.getValue();
      CRC32 sum = new CRC32();
      sum.update(content);
      ZipEntry entry = new ZipEntry(file.getKey());
      entry.setTimeLocal(NO_TIME);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(sum.getValue());
      zip.putNextEntry(entry);
      zip.write(content);
      zip.closeEntry();
    }
    zip.finish();
  }

  /**
   * SHA-256 of the canonical form, in lower-case hexadecimal. What is hashed is, for each file in
   * the order of the names: the length of the name in UTF-8 and the length of the content, as four
   * bytes each, the highest first; then the name; then the content.
   */
  public static String digest(Pack pack) {
    return digest(write(pack));
  }

  static String digest(SortedMap<String, byte[]> files) {
    MessageDigest digest = sha256();
    files.forEach((file, content) -> {
      byte[] name = file.getBytes(StandardCharsets.UTF_8);
      digest.update(
          ByteBuffer.allocate(2 * Integer.BYTES).putInt(name.length).putInt(content.length).flip());
      digest.update(name);
      digest.update(content);
    });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform knows SHA-256.", e);
    }
  }
}
