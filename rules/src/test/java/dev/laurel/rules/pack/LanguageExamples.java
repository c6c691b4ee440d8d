package dev.laurel.rules.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.language.Mapping;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The packs and mappings below {@code src/test/resources/language}, taken apart: where each
 * construct of the language occurs in one of them. Those in {@code refused} use what is read but
 * refused where it is to be evaluated; the engine's tests hold the folders to that.
 */
final class LanguageExamples {
  static final Path FOLDER = Path.of("src", "test", "resources", "language");
  private static final int LONGEST = 16;

  /** Behind the key of what stands in a list. */
  private static final String ITEM = "[]";

  private final SortedMap<String, Pack> evaluated = packs("evaluated");
  private final SortedMap<String, Pack> refused = packs("refused");
  private final SortedMap<String, Mapping> mappings = mappings();
  private final Map<Class<?>, List<Occurrence>> byType = new LinkedHashMap<>();
  private final Set<String> usedWhereEvaluated = new HashSet<>();
  private final Set<String> used = new HashSet<>();
  private final List<Asked> conditions = new ArrayList<>();

  /**
   * A construct as it stands somewhere.
   *
   * @param key under which it stands
   * @param usual whether it stands there because nothing else is said
   */
  private record Occurrence(String key, Node node, int keys, boolean usual, boolean isEvaluated) {
    String text() {
      boolean inList = key.endsWith(ITEM);
      return YamlWriter.write(
          Node.map().put(key.replace(ITEM, ""), inList ? Node.list(List.of(node)) : node).node());
    }

    boolean isShort() {
      return text().lines().count() <= LONGEST;
    }
  }

  /** A condition and the pack by whose names it is told. */
  record Asked(Pack pack, Condition condition) {}

  /** Where something occurs; what mappings say has no names that a pack gives. */
  private record From(boolean isEvaluated, Optional<Pack> pack) {}

  LanguageExamples() {
    evaluated.values().forEach(pack -> walk(pack, new From(true, Optional.of(pack))));
    refused.values().forEach(pack -> walk(pack, new From(false, Optional.of(pack))));
    From mapping = new From(true, Optional.empty());
    mappings
        .values()
        .forEach(each -> walk(Shapes.of(Mapping.class), each, "mapping", false, mapping));
  }

  private void walk(Pack pack, From from) {
    walk(Shapes.of(Pack.class), pack, "pack", false, from);
  }

  SortedMap<String, Pack> refused() {
    return refused;
  }

  /** The text of an example, as it stands in its file. */
  static String text(String folder, String name) {
    try {
      return Files.readString(FOLDER.resolve(folder).resolve(name + ".yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every condition of the packs that are evaluated, in their order. */
  List<Asked> conditions() {
    return conditions;
  }

  /** YAML of an example of a record or variant; empty where none holds it. */
  Optional<String> of(Class<?> type) {
    Comparator<Occurrence> best =
        Comparator.comparing((Occurrence o) -> !o.isEvaluated())
            .thenComparing(Occurrence::usual)
            .thenComparing(o -> !o.isShort())
            .thenComparing(o -> o.isShort() ? -o.keys() : o.text().length())
            .thenComparing(o -> o.text().length());
    return byType.getOrDefault(type, List.of()).stream().min(best).map(Occurrence::text);
  }

  /** Whether it occurs only where it is refused. */
  boolean isNotYet(Class<?> type) {
    List<Occurrence> all = byType.getOrDefault(type, List.of());
    return !all.isEmpty() && all.stream().noneMatch(Occurrence::isEvaluated);
  }

  /** The same of a key, {@code Type.key}, or a word of one, {@code Type.key=word}. */
  boolean isNotYet(String use) {
    return used.contains(use) && !usedWhereEvaluated.contains(use);
  }

  boolean isUsed(String use) {
    return used.contains(use);
  }

  private void walk(Shape shape, Object value, String key, boolean usual, From from) {
    switch (shape) {
      case Shape.Maybe(var of) ->
          ((Optional<?>) value).ifPresent(inner -> walk(of, inner, key, usual, from));
      case Shape.Many(var of) -> {
        for (Object item : (List<?>) value) walk(of, item, key + ITEM, usual, from);
      }
      case Shape.ByKey(var _, var of) ->
          ((Map<?, ?>) value).values().forEach(each -> walk(of, each, key, usual, from));
      case Shape.Fields fields -> {
        Node node = Describer.describe(fields, value);
        note(fields.type(), key, node, usual, from);
        parts(fields, value, usual, from);
      }
      case Shape.Variants family -> {
        note(value.getClass(), key, Describer.describe(family, value), usual, from);
        Shape.Fields fields = family.byWord().get(Shape.word(value.getClass()));
        if (fields != null) parts(fields, value, usual, from);
      }
      case Shape.Special special -> {
        note(value.getClass(), key, special.describe(value), usual, from);
        if (value instanceof Rows rows && from.isEvaluated())
          from.pack()
              .ifPresent(pack ->
                  rows.byId().values().forEach(each -> conditions.add(new Asked(pack, each))));
      }
      case Shape.Leaf _ -> {}
    }
  }

  private void parts(Shape.Fields fields, Object value, boolean usual, From from) {
    for (Shape.Field field : fields.fields()) {
      Object part = Describer.part(field, value);
      boolean absent = field.absent().filter(part::equals).isPresent();
      String use = name(fields.type()) + "." + field.name();
      if (!absent) use(use, from);
      words(part, use, from);
      walk(field.shape(), part, field.name(), usual || absent, from);
    }
  }

  private void words(Object part, String use, From from) {
    switch (part) {
      case Enum<?> word -> {
        use(use + "=" + Shape.word(word), from);
        use(name(word.getDeclaringClass()) + "=" + Shape.word(word), from);
      }
      case Optional<?> maybe -> maybe.ifPresent(each -> words(each, use, from));
      case List<?> list -> list.forEach(each -> words(each, use, from));
      case Map<?, ?> map -> map.values().forEach(each -> words(each, use, from));
      default -> {}
    }
  }

  private void use(String use, From from) {
    used.add(use);
    if (from.isEvaluated()) usedWhereEvaluated.add(use);
  }

  private void note(Class<?> type, String key, Node node, boolean usual, From from) {
    int keys = node instanceof Node.Mapping map ? map.entries().size() : 0;
    byType
        .computeIfAbsent(type, _ -> new ArrayList<>())
        .add(new Occurrence(key, node, keys, usual, from.isEvaluated()));
  }

  /** PointKind.Expiry.After for that record of the language. */
  static String name(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }

  private static SortedMap<String, Pack> packs(String folder) {
    SortedMap<String, Pack> packs = new TreeMap<>();
    for (String name : names(folder)) {
      byte[] content = text(folder, name).getBytes(UTF_8);
      switch (PackReader.read(new TreeMap<>(Map.of("pack.yaml", content)))) {
        case PackResult.Read(var pack, var _) -> packs.put(name, pack);
        case PackResult.Refused(var faults) ->
            throw new AssertionError(folder + "/" + name + " is refused:\n" + faults);
      }
    }
    return packs;
  }

  private static SortedMap<String, Mapping> mappings() {
    SortedMap<String, Mapping> mappings = new TreeMap<>();
    for (String name : names("mappings")) {
      byte[] content = text("mappings", name).getBytes(UTF_8);
      switch (MappingReader.read(name, content)) {
        case MappingResult.Read(var mapping) -> mappings.put(name, mapping);
        case MappingResult.Refused(var faults) ->
            throw new AssertionError(name + " is refused:\n" + faults);
      }
    }
    return mappings;
  }

  private static List<String> names(String folder) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString().replace(".yaml", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
