package dev.laurel.rules.pack;

import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Mapping;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads mappings, format 1, from YAML 1.2 or JSON: how rows of a file become events. The keys of
 * the file are the components of {@link Mapping}; everything said of packs in {@link PackReader}
 * holds for mappings too. Stateless and thread-safe; never throws because of what it reads.
 */
public final class MappingReader {
  private MappingReader() {}

  /**
   * Reads a mapping.
   *
   * @param name the file's name, for its faults
   */
  public static MappingResult read(String name, byte[] content) {
    Faults faults = new Faults();
    Report report = new Report(name, faults);
    Optional<Node> root = Optional.empty();
    if (content.length > PackLimits.MOST_FILE_BYTES)
      report.fault(
          "too-large",
          "The file has more than %,d bytes.".formatted(PackLimits.MOST_FILE_BYTES),
          "A mapping needs far less; hand in the mapping, not the file that it maps.");
    else root = YamlReader.read(content, report, new Budget());
    Object mapping = root.isEmpty() ? null : bind(root.get(), report);
    return mapping == null || !faults.isEmpty()
        ? new MappingResult.Refused(Refusals.of(faults))
        : new MappingResult.Read((Mapping) mapping);
  }

  private static @Nullable Object bind(Node root, Report report) {
    if (root instanceof Node.Mapping map && Refusals.ofAnotherFormat(map, Place.ROOT, report))
      return null;
    return new Binder(report).bind(Shapes.of(Mapping.class), root, Place.ROOT);
  }
}
