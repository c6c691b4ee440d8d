package dev.laurel.rules.pack;

import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.fault.Nearest;
import dev.laurel.rules.fault.Place;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of the language from the nodes of one file, and reports every node that is not what
 * it should be. Whatever returns null has reported a fault, or was not asked because there were too
 * many already. Not thread-safe.
 */
final class Binder {
  private static final Set<String> VARIANT_KEYS = Set.of(Shape.Variants.KEY);

  private final Report report;

  Binder(Report report) {
    this.report = report;
  }

  Report report() {
    return report;
  }

  /** The value of a scalar that an annotation gives. */
  static Object ofDefault(Shape shape, String text) {
    Faults faults = new Faults();
    Node.Kind kind = shape instanceof Shape.Leaf leaf ? leaf.kind() : Node.Kind.TEXT;
    Object value = new Binder(new Report("", faults)).bind(shape, Node.of(text, kind), Place.ROOT);
    if (value == null || !faults.isEmpty())
      throw new IllegalStateException("@Default(\"%s\"): %s".formatted(text, faults.sorted()));
    return value;
  }

  @Nullable Object bind(Shape shape, Node node, Place at) {
    // Words for faults that nobody will read must not cost time: a broken table may hold millions.
    if (report.faults().isFull()) return null;
    if (node instanceof Node.Scalar scalar && refused(scalar, at)) return null;
    return switch (shape) {
      case Shape.Leaf leaf -> leaf(leaf, node, at);
      case Shape.Maybe maybe -> {
        Object value = bind(maybe.of(), node, at);
        yield value == null ? null : Optional.of(value);
      }
      case Shape.Many many -> many(many, node, at);
      case Shape.ByKey byKey -> byKey(byKey, node, at);
      case Shape.Fields fields -> fields(fields, node, at);
      case Shape.Variants family -> variant(family, node, at);
      case Shape.Special special -> special.bind(node, at, this);
    };
  }

  private boolean refused(Node.Scalar scalar, Place at) {
    if (scalar.kind() == Node.Kind.EMPTY)
      report.fault(
          "empty", scalar, at, "The key has no value.", "Give it one, or leave the key out.");
    return scalar.kind() == Node.Kind.EMPTY || scalar.kind() == Node.Kind.REFUSED;
  }

  @Nullable Object leaf(Shape.Leaf leaf, Node node, Place at) {
    if (!(node instanceof Node.Scalar scalar)) return wrongKind(node, at, leaf.noun());
    if (scalar.kind() != leaf.kind()) return wrongScalar(scalar, at, leaf);
    return read(leaf, scalar, at);
  }

  /** The value of a scalar's text, whatever the scalar's kind. */
  @Nullable Object read(Shape.Leaf leaf, Node.Scalar scalar, Place at) {
    try {
      return leaf.reading().read(scalar.text());
    } catch (Refusal refusal) {
      report.fault(refusal.code(), scalar, at, refusal.message(), refusal.remedy());
      return null;
    }
  }

  private @Nullable Object wrongScalar(Node.Scalar scalar, Place at, Shape.Leaf leaf) {
    report.fault(
        "wrong-kind",
        scalar,
        at,
        "Here stands %s, but it must be %s.".formatted(noun(scalar), leaf.noun()),
        switch (leaf.kind()) {
          case TEXT -> "Put it into quotes: \"%s\".".formatted(scalar.text());
          case NUMBER -> "Write a number, without quotes.";
          case TRUTH -> "Write true or false, without quotes.";
          case EMPTY, REFUSED -> throw new IllegalStateException("No leaf is of this kind.");
        });
    return null;
  }

  /** Reports that a list, a map or a scalar stands where another of these must stand. */
  @Nullable Object wrongKind(Node node, Place at, String expected) {
    report.fault(
        "wrong-kind",
        node,
        at,
        "Here stands %s, but it must be %s.".formatted(noun(node), expected),
        switch (expected) {
          case "a list" -> "Write each entry on a line of its own after a hyphen.";
          case "a map" -> "Write each key on a line of its own, as key: value.";
          default -> "Write %s.".formatted(expected);
        });
    return null;
  }

  private static String noun(Node node) {
    return switch (node) {
      case Node.Sequence list -> "a list";
      case Node.Mapping map -> "a map";
      case Node.Scalar scalar ->
          switch (scalar.kind()) {
            case TEXT -> "a text";
            case NUMBER -> "a number";
            case TRUTH -> "true or false";
            case EMPTY, REFUSED -> "nothing";
          };
    };
  }

  private @Nullable Object many(Shape.Many many, Node node, Place at) {
    if (!(node instanceof Node.Sequence list)) return wrongKind(node, at, "a list");
    List<Object> values = new ArrayList<>(list.items().size());
    Set<String> ids = new HashSet<>();
    boolean declares = declares(many.of());
    int index = 0;
    for (Node item : list.items()) {
      Place place = at.of(Node.idOf(item), index++);
      Object value = bind(many.of(), item, place);
      if (value != null) values.add(value);
      if (declares) distinct(item, place, ids);
    }
    return values.size() == list.items().size() ? Collections.unmodifiableList(values) : null;
  }

  private static boolean declares(Shape shape) {
    return switch (shape) {
      case Shape.Fields fields ->
          fields.fields().stream().anyMatch(field -> field.declares().isPresent());
      case Shape.Variants family -> family.byWord().values().stream().anyMatch(Binder::declares);
      default -> false;
    };
  }

  /** Ids are distinct among siblings, so that each has a place of its own. */
  void distinct(Node item, Place at, Set<String> ids) {
    if (item instanceof Node.Mapping map
        && map.get("id") instanceof Node.Scalar id
        && !ids.add(id.text()))
      report.fault(
          "duplicate-id",
          id,
          at.of("id"),
          "Another entry of this list has the id \"%s\".".formatted(id.text()),
          "Give each an id of its own.");
  }

  private @Nullable Object byKey(Shape.ByKey shape, Node node, Place at) {
    if (!(node instanceof Node.Mapping map)) return wrongKind(node, at, "a map");
    Map<Object, Object> values = new TreeMap<>();
    for (Node.Entry entry : map.entries()) {
      Place place = at.of(entry.key().text());
      Object key = read(shape.key(), entry.key(), place);
      Object value = bind(shape.of(), entry.value(), place);
      if (key != null && value != null) values.put(key, value);
    }
    return values.size() == map.entries().size() ? Collections.unmodifiableMap(values) : null;
  }

  private @Nullable Object variant(Shape.Variants family, Node node, Place at) {
    return switch (node) {
      case Node.Scalar word -> {
        if (word.kind() != Node.Kind.TEXT) yield wrongKind(node, at, "a word or a map");
        Shape.Fields fields = known(family, word, at);
        yield fields == null ? null : fields(fields, List.of(), Set.of(), word, at);
      }
      case Node.Mapping map -> {
        Node type = map.get(Shape.Variants.KEY);
        if (type == null) {
          report.fault(
              "missing-key",
              map,
              at.of(Shape.Variants.KEY),
              "",
              "The key \"%s\" is missing, which says what this is.".formatted(Shape.Variants.KEY),
              "Known here: %s.".formatted(String.join(", ", family.byWord().keySet())));
          yield null;
        }
        if (bind(Leaves.TEXT, type, at.of(Shape.Variants.KEY)) == null) yield null;
        Shape.Fields fields = known(family, (Node.Scalar) type, at.of(Shape.Variants.KEY));
        yield fields == null ? null : fields(fields, map.entries(), VARIANT_KEYS, map, at);
      }
      case Node.Sequence ignored -> wrongKind(node, at, "a word or a map");
    };
  }

  private Shape.@Nullable Fields known(Shape.Variants family, Node.Scalar word, Place at) {
    Shape.Fields fields = family.byWord().get(word.text());
    if (fields == null)
      report.fault(
          "unknown-type",
          word,
          at,
          "\"%s\" is not known here.".formatted(word.text()),
          Nearest.remedy(word.text(), family.byWord().keySet()));
    return fields;
  }

  private @Nullable Object fields(Shape.Fields shape, Node node, Place at) {
    return node instanceof Node.Mapping map
        ? fields(shape, map.entries(), Set.of(), map, at)
        : wrongKind(node, at, "a map");
  }

  /**
   * A record from the entries of a map; of a variant that is a word alone, from none.
   *
   * @param besides keys that are not the record's
   */
  private @Nullable Object fields(
      Shape.Fields shape, List<Node.Entry> entries, Set<String> besides, Node node, Place at) {
    List<Shape.Field> fields = shape.fields();
    boolean whole = knownKeys(fields, entries, at, besides);
    @Nullable Object[] parts = new @Nullable Object[fields.size()];
    for (int i = 0; i < parts.length; i++) {
      Shape.Field field = fields.get(i);
      Node value = find(entries, field.name());
      parts[i] =
          value == null ? absent(field, node, at) : bind(field.shape(), value, at.of(field.name()));
      whole &= parts[i] != null;
    }
    return whole ? construct(shape, parts, node, at) : null;
  }

  private static @Nullable Node find(List<Node.Entry> entries, String key) {
    for (Node.Entry entry : entries) if (entry.key().text().equals(key)) return entry.value();
    return null;
  }

  private boolean knownKeys(
      List<Shape.Field> fields, List<Node.Entry> entries, Place at, Set<String> besides) {
    boolean known = true;
    for (Node.Entry entry : entries) {
      String key = entry.key().text();
      if (besides.contains(key) || fields.stream().anyMatch(field -> field.name().equals(key)))
        continue;
      known = false;
      if (report.faults().isFull()) break;
      report.fault(
          "unknown-key",
          entry.key(),
          at.of(key),
          "The key \"%s\" is not known here.".formatted(key),
          fields.isEmpty()
              ? "Leave it out."
              : Nearest.remedy(key, fields.stream().map(Shape.Field::name).toList()));
    }
    return known;
  }

  private @Nullable Object absent(Shape.Field field, Node node, Place at) {
    if (field.absent().isPresent()) return field.absent().get();
    report.fault(
        "missing-key",
        node,
        at.of(field.name()),
        "",
        "The key \"%s\" is missing.".formatted(field.name()),
        field.doc().isEmpty() ? "Add it." : "Add it: " + field.doc());
    return null;
  }

  private @Nullable Object construct(
      Shape.Fields shape, @Nullable Object[] parts, Node node, Place at) {
    try {
      return shape.constructor().newInstance(parts);
    } catch (InvocationTargetException e) {
      if (!(e.getCause() instanceof IllegalArgumentException refusal))
        throw new IllegalStateException(shape.type().getName(), e);
      report.fault(
          "contradiction",
          node,
          at,
          "",
          String.valueOf(refusal.getMessage()),
          "Change what stands here so that it holds.");
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(shape.type().getName(), e);
    }
  }
}
