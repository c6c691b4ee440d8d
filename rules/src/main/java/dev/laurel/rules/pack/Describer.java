package dev.laurel.rules.pack;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes nodes from values of the language: the reverse of {@link Binder}. Keys stand in the order
 * of the components, what may be absent and is as if absent is left out, and numbers have one form.
 */
final class Describer {
  private Describer() {}

  static Node describe(Shape shape, Object value) {
    return switch (shape) {
      case Shape.Leaf leaf -> Node.of(leaf.writing().apply(value), leaf.kind());
      case Shape.Maybe maybe -> describe(maybe.of(), ((Optional<?>) value).orElseThrow());
      case Shape.Many many ->
          Node.list(((List<?>) value).stream().map(item -> describe(many.of(), item)).toList());
      case Shape.ByKey byKey -> byKey(byKey, (Map<?, ?>) value);
      case Shape.Fields fields -> entries(fields, value, Node.map()).node();
      case Shape.Variants family -> variant(family, value);
      case Shape.Special special -> special.describe(value);
    };
  }

  private static Node byKey(Shape.ByKey shape, Map<?, ?> value) {
    Node.Builder map = Node.map();
    new TreeMap<>(value)
        .forEach((key, of) -> map.put(shape.key().writing().apply(key), describe(shape.of(), of)));
    return map.node();
  }

  private static Node variant(Shape.Variants family, Object value) {
    String word = Shape.word(value.getClass());
    Shape.Fields shape = family.byWord().get(word);
    if (shape == null)
      throw new IllegalStateException("%s has no variant %s.".formatted(family.family(), word));
    Node.Mapping fields = entries(shape, value, Node.map()).node();
    if (fields.entries().isEmpty()) return Node.text(word);
    return Node.map().put(Shape.Variants.KEY, Node.text(word)).putAll(fields).node();
  }

  private static Node.Builder entries(Shape.Fields shape, Object value, Node.Builder map) {
    for (Shape.Field field : shape.fields()) {
      Object part = part(field, value);
      if (!isAsIfAbsent(field, part)) map.put(field.name(), describe(field.shape(), part));
    }
    return map;
  }

  private static boolean isAsIfAbsent(Shape.Field field, Object part) {
    Object absent = field.absent().orElse(null);
    if (absent == null) return false;
    // A decimal is equal to another only in the same scale; its written form is the measure.
    return part.equals(absent)
        || field.shape() instanceof Shape.Leaf leaf
            && leaf.writing().apply(part).equals(leaf.writing().apply(absent));
  }

  /** A component of a record. */
  static Object part(Shape.Field field, Object value) {
    try {
      return field.accessor().invoke(value);
    } catch (InvocationTargetException | IllegalAccessException e) {
      throw new IllegalStateException(field.name(), e);
    }
  }
}
