package dev.laurel.rules.pack;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.fault.Nearest;
import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Pack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts a pack together from its files. Used once. */
final class PackAssembly {
  private final Faults faults = new Faults();
  private final Budget budget = new Budget();
  private final Map<String, List<Part>> sections = new HashMap<>();
  private boolean everyFileRead = true;

  /** What one file says of a section. */
  record Part(Report report, Node node) {}

  PackResult assemble(SortedMap<String, byte[]> files, Function<Pack, List<Fault>> check) {
    if (!isSmallEnough(files)) return refused();
    new TreeMap<>(files).forEach(this::file);
    return assemble(check);
  }

  /** Puts a pack together from a tree that stands in no file. */
  PackResult assemble(Node whole, Function<Pack, List<Fault>> check) {
    sections(whole);
    return switch (assemble(check)) {
      case PackResult.Read read -> read;
      case PackResult.Refused(var found) ->
          new PackResult.Refused(found.stream().map(PackAssembly::withoutFile).toList());
    };
  }

  /** The pack that a tree says where every part is of the right form. */
  Optional<Pack> wellFormed(Node whole) {
    sections(whole);
    return isOfAnotherFormat() ? Optional.empty() : bind().filter(_ -> faults.isEmpty());
  }

  private void sections(Node whole) {
    Report report = new Report(Layout.WHOLE + ".yaml", faults);
    if (whole instanceof Node.Mapping map)
      for (Node.Entry entry : map.entries()) section(entry, report);
    else new Binder(report).wrongKind(whole, Place.ROOT, "a map");
  }

  private static Fault withoutFile(Fault fault) {
    return Fault.at(fault.code(), fault.place(), fault.value(), fault.message(), fault.remedy());
  }

  /** What the files say, section by section, in the order of the pack's components. */
  TreeResult tree(SortedMap<String, byte[]> files) {
    if (isSmallEnough(files)) new TreeMap<>(files).forEach(this::file);
    if (!faults.isEmpty() || !everyFileRead || isOfAnotherFormat())
      return new TreeResult.Refused(Refusals.of(faults));
    Node.Builder whole = Node.map();
    for (String section : Layout.sections()) {
      List<Part> parts = sections.getOrDefault(section, List.of());
      if (parts.size() == 1) whole.put(section, parts.getFirst().node);
      else if (!parts.isEmpty()) whole.put(section, joined(parts));
    }
    return new TreeResult.Read(PackTree.tree(whole.node()));
  }

  /** Scenarios of several files; whatever is no list stays as it is, to be found at fault. */
  private static Node joined(List<Part> parts) {
    List<Node> items = new ArrayList<>();
    for (Part part : parts)
      if (part.node instanceof Node.Sequence list) items.addAll(list.items());
      else items.add(part.node);
    return Node.list(items);
  }

  private PackResult assemble(Function<Pack, List<Fault>> check) {
    if (isOfAnotherFormat()) return refused();
    Optional<Pack> pack = bind();
    if (pack.isEmpty() || !faults.isEmpty()) return refused();
    Positions positions = new Positions(sections);
    for (Fault fault : check.apply(pack.get())) faults.add(positions.locate(fault));
    if (!faults.isEmpty()) return refused();
    return new PackResult.Read(pack.get(), PackWriter.digest(pack.get()));
  }

  private PackResult refused() {
    return new PackResult.Refused(Refusals.of(faults));
  }

  private boolean isSmallEnough(SortedMap<String, byte[]> files) {
    long bytes = files.values().stream().mapToLong(content -> content.length).sum();
    if (files.size() > PackLimits.MOST_FILES)
      faults.add(
          Fault.at(
              "too-many-files",
              "",
              String.valueOf(files.size()),
              "The pack has more than %,d files.".formatted(PackLimits.MOST_FILES),
              "Hand in the pack's own files only."));
    if (bytes > PackLimits.MOST_BYTES)
      faults.add(
          Fault.at(
              "too-large",
              "",
              String.valueOf(bytes),
              "The pack has more than %,d bytes.".formatted(PackLimits.MOST_BYTES),
              "Make tables smaller."));
    return faults.isEmpty();
  }

  private void file(String name, byte[] content) {
    Report report = new Report(name, faults);
    if (!FileNames.admit(name, report)) return;
    switch (Layout.role(name)) {
      case IGNORED -> {}
      case UNKNOWN ->
          report.fault(
              "unknown-file", "\"%s\" is no file of a pack.".formatted(name), Layout.remedy(name));
      case PART -> {
        if (content.length > PackLimits.MOST_FILE_BYTES)
          report.fault(
              "too-large",
              "The file has more than %,d bytes.".formatted(PackLimits.MOST_FILE_BYTES),
              "Make tables smaller.");
        else part(content, report);
      }
    }
  }

  private void part(byte[] content, Report report) {
    Optional<Node> root = YamlReader.read(content, report, budget);
    if (root.isEmpty()) everyFileRead = false;
    else if (root.get() instanceof Node.Mapping map)
      for (Node.Entry entry : map.entries()) section(entry, report);
    else {
      everyFileRead = false;
      new Binder(report).wrongKind(root.get(), Place.ROOT, "a map");
    }
  }

  private void section(Node.Entry entry, Report report) {
    if (faults.isFull()) return;
    String section = entry.key().text();
    Place at = Place.ROOT.of(section);
    List<Part> known = sections.computeIfAbsent(section, key -> new ArrayList<>());
    if (!Layout.sections().contains(section))
      report.fault(
          "unknown-key",
          entry.key(),
          at,
          "No section is called \"%s\".".formatted(section),
          Nearest.remedy(section, Layout.allowedIn(report.file())));
    else if (!Layout.holds(report.file(), section))
      report.fault(
          "misplaced-section",
          entry.key(),
          at,
          "The section \"%s\" does not stand in this file.".formatted(section),
          "Move it to %s.".formatted(Layout.fileOf(section)));
    else if (!known.isEmpty() && !section.equals(Layout.SCENARIOS))
      report.fault(
          "duplicate-section",
          entry.key(),
          at,
          "The section \"%s\" stands in %s too.".formatted(section, known.getFirst().report.file()),
          "Keep one of them.");
    known.add(new Part(report, entry.value()));
  }

  private boolean isOfAnotherFormat() {
    boolean another = false;
    for (Part part : sections.getOrDefault("pack", List.of()))
      if (part.node instanceof Node.Mapping pack)
        another |= Refusals.ofAnotherFormat(pack, Place.ROOT.of("pack"), part.report);
    return another;
  }

  private Optional<Pack> bind() {
    List<Shape.Field> fields = Shapes.ofRecord(Pack.class).fields();
    @Nullable Object[] parts = new @Nullable Object[fields.size()];
    boolean whole = true;
    for (int i = 0; i < parts.length; i++) {
      parts[i] = section(fields.get(i));
      whole &= parts[i] != null;
    }
    if (!whole) return Optional.empty();
    try {
      return Optional.of(
          (Pack) Shapes.ofRecord(Pack.class).constructor().newInstance((Object[]) parts));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A pack asks nothing of its sections together.", e);
    }
  }

  private @Nullable Object section(Shape.Field field) {
    List<Part> parts = sections.getOrDefault(field.name(), List.of());
    if (parts.isEmpty()) {
      // Where a file could not be read, the section may well be there.
      if (field.absent().isEmpty() && everyFileRead)
        faults.add(
            Fault.at(
                "missing-section",
                field.name(),
                "",
                "The section \"%s\" is missing.".formatted(field.name()),
                "Write it in %s.".formatted(Layout.fileOf(field.name()))));
      return field.absent().orElse(null);
    }
    Place at = Place.ROOT.of(field.name());
    List<Object> bound = new ArrayList<>();
    for (Part part : parts) {
      Object value = new Binder(part.report).bind(field.shape(), part.node, at);
      if (value != null) bound.add(value);
    }
    // Of a section that may not stand twice that has been said; the first one may be read on.
    if (!field.name().equals(Layout.SCENARIOS)) return bound.isEmpty() ? null : bound.getFirst();
    distinct(parts, at);
    return bound.size() == parts.size()
        ? bound.stream().flatMap(scenarios -> ((List<?>) scenarios).stream()).toList()
        : null;
  }

  /** Ids are distinct over all files of a section. */
  private static void distinct(List<Part> parts, Place at) {
    Set<String> before = new HashSet<>();
    for (Part part : parts) {
      if (!(part.node instanceof Node.Sequence list)) continue;
      Set<String> here = new HashSet<>();
      int index = 0;
      for (Node item : list.items()) {
        Place place = at.of(Node.idOf(item), index++);
        // What stands twice in one file has been reported where the file was bound.
        if (here.add(place.name())) new Binder(part.report).distinct(item, place, before);
      }
    }
  }
}
