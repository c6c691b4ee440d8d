package dev.laurel.rules.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes JSON Schema 2020-12 from shapes; records and families stand once, under {@code $defs}. Not
 * thread-safe.
 */
final class Schemas implements Shape.Referring {
  private final Map<String, Node.Mapping> definitions = new TreeMap<>();

  /** Exactly one of several. */
  static Node.Mapping oneOf(Node.Mapping... schemas) {
    return Node.map().put("oneOf", Node.list(List.of(schemas))).node();
  }

  /** An object with these properties and no others. */
  static Node.Mapping closed(Node.Mapping properties, List<String> required) {
    Node.Builder schema = Node.map().put("type", Node.text("object")).put("properties", properties);
    if (!required.isEmpty()) schema.put("required", Node.texts(required));
    return schema.put("additionalProperties", Node.truth(false)).node();
  }

  /** What has been referred to so far, by name. */
  Node.Mapping definitions() {
    Node.Builder all = Node.map();
    definitions.forEach(all::put);
    return all.node();
  }

  @Override
  public Node.Mapping to(Shape shape) {
    return switch (shape) {
      case Shape.Leaf leaf -> leaf.schema();
      case Shape.Maybe maybe -> to(maybe.of());
      case Shape.Many many ->
          Node.map().put("type", Node.text("array")).put("items", to(many.of())).node();
      case Shape.ByKey byKey ->
          Node.map()
              .put("type", Node.text("object"))
              .put("propertyNames", byKey.key().schema())
              .put("additionalProperties", to(byKey.of()))
              .node();
      case Shape.Fields fields -> reference(name(fields.type()), shape);
      case Shape.Variants family -> reference(name(family.family()), shape);
      case Shape.Special special -> reference(special.name(), shape);
    };
  }

  /** PointKind.Expiry.After for that record of the language. */
  private static String name(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }

  private Node.Mapping reference(String name, Shape shape) {
    if (!definitions.containsKey(name)) {
      // Taken before it is made, because families hold themselves.
      definitions.put(name, Node.map().node());
      definitions.put(name, definition(shape));
    }
    return Node.map().put("$ref", Node.text("#/$defs/" + name)).node();
  }

  private Node.Mapping definition(Shape shape) {
    return switch (shape) {
      case Shape.Fields fields -> described(fields.doc(), record(fields, List.of()));
      case Shape.Variants family -> described(family.doc(), family(family));
      case Shape.Special special -> special.schema(this);
      case Shape.Leaf ignored -> to(shape);
      case Shape.Maybe ignored -> to(shape);
      case Shape.Many ignored -> to(shape);
      case Shape.ByKey ignored -> to(shape);
    };
  }

  private Node.Mapping family(Shape.Variants family) {
    List<String> words =
        family.byWord().entrySet().stream()
            .filter(variant -> variant.getValue().mayBeEmpty())
            .map(Map.Entry::getKey)
            .toList();
    Node.Mapping[] ways = new Node.Mapping[family.byWord().size() + (words.isEmpty() ? 0 : 1)];
    int next = 0;
    if (!words.isEmpty()) ways[next++] = Node.map().put("enum", Node.texts(words)).node();
    for (Map.Entry<String, Shape.Fields> variant : family.byWord().entrySet())
      ways[next++] =
          described(
              variant.getValue().doc(), record(variant.getValue(), List.of(variant.getKey())));
    return oneOf(ways);
  }

  /**
   * @param word of a variant; none of a plain record
   */
  private Node.Mapping record(Shape.Fields shape, List<String> word) {
    Node.Builder properties = Node.map();
    List<String> required = new ArrayList<>();
    for (String constant : word) {
      properties.put(Shape.Variants.KEY, Node.map().put("const", Node.text(constant)).node());
      required.add(Shape.Variants.KEY);
    }
    for (Shape.Field field : shape.fields()) {
      properties.put(field.name(), property(field));
      if (field.absent().isEmpty()) required.add(field.name());
    }
    return closed(properties.node(), required);
  }

  /** A component's schema with its words and its default. */
  Node.Mapping property(Shape.Field field) {
    Node.Builder property = Node.map();
    if (!field.doc().isEmpty()) property.put("description", Node.text(field.doc()));
    property.putAll(to(field.shape()));
    boolean hasDefault =
        switch (field.shape()) {
          case Shape.Leaf ignored -> field.absent().isPresent();
          case Shape.Variants ignored -> field.absent().isPresent();
          case Shape.Fields ignored -> false;
          case Shape.Special ignored -> false;
          case Shape.Maybe ignored -> false;
          case Shape.Many ignored -> false;
          case Shape.ByKey ignored -> false;
        };
    if (hasDefault)
      property.put("default", Describer.describe(field.shape(), field.absent().orElseThrow()));
    return property.node();
  }

  static Node.Mapping described(String doc, Node.Mapping schema) {
    return doc.isEmpty()
        ? schema
        : Node.map().put("description", Node.text(doc)).putAll(schema).node();
  }
}
