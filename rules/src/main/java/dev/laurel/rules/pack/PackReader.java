package dev.laurel.rules.pack;

import dev.laurel.rules.check.PackCheck;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.language.Pack;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * Reads rule packs, format 1, from YAML 1.2 or JSON.
 *
 * <p>A pack is a set of files: {@code pack.yaml}, {@code programme.yaml}, {@code vocabulary.yaml},
 * {@code tiers.yaml} (section {@code ladders}), {@code earning.yaml} ({@code earning}, {@code
 * tables}, {@code challenges}), {@code campaigns.yaml}, {@code segments.yaml}, {@code
 * benefits.yaml}, {@code messages.yaml} ({@code messages}, {@code offers}), {@code scenarios.yaml},
 * and any {@code scenarios/<name>.yaml}, whose scenarios follow those of {@code scenarios.yaml} in
 * the order of their names. Endings are {@code .yaml}, {@code .yml} or {@code .json}. A small pack
 * may stand in {@code pack.yaml} alone, which may hold every section. Only the sections {@code
 * pack} and {@code programme} are required. Files with other endings, files that begin with a dot
 * and {@code mapping.yaml} are ignored.
 *
 * <p>Keys are the components of the records in {@code dev.laurel.rules.language}. Words of enums
 * and families are written in kebab case; a variant is a word where it needs nothing else, or a map
 * with the key {@code type}. Optional parts, lists, maps, conditions and parts with a default may
 * be left out; nothing may be empty or null. What YAML takes for a number, for true or false, or
 * for null is never taken for a text: such a text stands in quotes. A value (of an attribute or of
 * a table's cell) that has the form of a date or a time is one, in quotes or not; a text of that
 * form is written {@code {text: "2026-01-01"}}. Anchors, aliases, merge keys, tags and a second
 * document are refused, and so is whatever exceeds {@link PackLimits}.
 *
 * <p>A pack whose every part is of the right form is then checked as a whole ({@link PackCheck}).
 * All faults are reported at once. A fault's place begins with the section; an entry of a list goes
 * by its id, else by its number from 1: {@code earning/usual/rules/weekend-double/then/1}.
 *
 * <p>Codes of faults, beside those of {@link PackCheck}. Of archives and files: bad-zip, bad-name,
 * duplicate-file, unknown-file, too-many-files, too-large, more-faults. Of YAML: not-utf-8,
 * bad-yaml, several-documents, too-deep, too-many-nodes, too-long, bad-character, anchor, alias,
 * tag, merge-key, bad-key, duplicate-key. Of sections: missing-section, duplicate-section,
 * misplaced-section, unknown-format. Of what stands in them: unknown-key, missing-key, empty,
 * wrong-kind, unknown-word, unknown-type, bad-value, bad-id, duplicate-id, out-of-range,
 * too-many-decimals, bad-expression, and contradiction where parts do not go together.
 *
 * <p>Stateless and thread-safe. Never throws because of what it reads.
 */
public final class PackReader {
  private PackReader() {}

  /**
   * Reads a pack.
   *
   * @param files content by the file's name within the pack, folders separated by {@code /}
   */
  public static PackResult read(SortedMap<String, byte[]> files) {
    return read(files, PackCheck::check);
  }

  /**
   * Reads a pack from a zip archive. Where all its YAML and JSON files stand in one folder, the
   * pack is that folder. Entries are unpacked within {@link PackLimits} only; one that leads out of
   * the archive is refused.
   *
   * @param in read to its end, or to the limit; not closed
   * @throws IOException when the stream cannot be read; a broken archive is a fault
   */
  public static PackResult readZip(InputStream in) throws IOException {
    return readZip(in, PackCheck::check);
  }

  static PackResult readZip(InputStream in, Function<Pack, List<Fault>> check) throws IOException {
    Faults faults = new Faults();
    SortedMap<String, byte[]> files = ZipFiles.unpack(in, faults);
    return faults.isEmpty() ? read(files, check) : new PackResult.Refused(Refusals.of(faults));
  }

  /**
   * @param check what is asked of a pack that could be read, such as whether its references
   *     resolve; gives faults with places, to which file, line and column are added here
   */
  static PackResult read(SortedMap<String, byte[]> files, Function<Pack, List<Fault>> check) {
    return new PackAssembly().assemble(files, check);
  }
}
