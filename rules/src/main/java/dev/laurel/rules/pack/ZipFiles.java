package dev.laurel.rules.pack;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Unpacks an archive into memory, counting what really comes out rather than trusting what the
 * archive says of itself. Used once.
 */
final class ZipFiles {
  private final Faults faults;
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final Set<String> names = new HashSet<>();
  private int entries;
  private long unpacked;

  private ZipFiles(Faults faults) {
    this.faults = faults;
  }

  /** The files that a pack may consist of; the faults say whether they are all. */
  static SortedMap<String, byte[]> unpack(InputStream in, Faults faults) throws IOException {
    byte[] archive = in.readNBytes(PackLimits.MOST_BYTES + 1);
    ZipFiles unpacking = new ZipFiles(faults);
    if (archive.length > PackLimits.MOST_BYTES)
      unpacking.tooLarge("The archive", PackLimits.MOST_BYTES);
    else unpacking.unpack(archive);
    return withoutCommonFolder(unpacking.files);
  }

  private void unpack(byte[] archive) {
    // From here on the stream is memory: whatever is thrown is the archive's doing.
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
      boolean goesOn = true;
      while (goesOn) {
        ZipEntry entry = zip.getNextEntry();
        goesOn = entry != null && entry(entry, zip);
      }
      if (entries == 0) broken("it has no entries");
    } catch (IOException | IllegalArgumentException e) {
      broken(String.valueOf(e.getMessage()));
    }
  }

  /** Takes one entry; says whether to go on. */
  private boolean entry(ZipEntry entry, ZipInputStream zip) throws IOException {
    String name = entry.getName();
    String path = entry.isDirectory() ? name.substring(0, name.length() - 1) : name;
    if (FileNames.admit(path, new Report(name, faults)) && !names.add(path))
      new Report(name, faults)
          .fault(
              "duplicate-file", "The archive holds two entries of this name.", "Keep one of them.");
    if (++entries > PackLimits.MOST_FILES) {
      faults.add(
          Fault.at(
              "too-many-files",
              "",
              "",
              "The archive has more than %,d entries.".formatted(PackLimits.MOST_FILES),
              "Pack the pack's own files only."));
      return false;
    }
    byte[] content = zip.readNBytes(PackLimits.MOST_FILE_BYTES + 1);
    unpacked += content.length;
    if (content.length > PackLimits.MOST_FILE_BYTES) {
      tooLarge("The file " + name, PackLimits.MOST_FILE_BYTES);
      return false;
    }
    if (unpacked > PackLimits.MOST_BYTES) {
      tooLarge("What the archive holds", PackLimits.MOST_BYTES);
      return false;
    }
    if (!entry.isDirectory() && Layout.isLookedAt(path)) files.put(path, content);
    return true;
  }

  private void tooLarge(String what, int most) {
    faults.add(
        Fault.at(
            "too-large",
            "",
            "",
            "%s has more than %,d bytes.".formatted(what, most),
            "Make tables smaller."));
  }

  private void broken(String why) {
    faults.add(
        Fault.at(
            "bad-zip",
            "",
            "",
            "This is no whole zip archive: %s.".formatted(why),
            "Hand in the archive as it was written."));
  }

  private static SortedMap<String, byte[]> withoutCommonFolder(SortedMap<String, byte[]> files) {
    if (files.isEmpty()) return files;
    String first = files.firstKey();
    String folder = first.substring(0, first.indexOf('/') + 1);
    boolean common =
        !folder.isEmpty()
            && !folder.equals(Layout.SCENARIOS + "/")
            && files.keySet().stream().allMatch(name -> name.startsWith(folder));
    if (!common) return files;
    SortedMap<String, byte[]> within = new TreeMap<>();
    files.forEach((name, content) -> within.put(name.substring(folder.length()), content));
    return within;
  }
}
