package dev.laurel.rules.pack;

import java.util.List;

/** Pieces of JSON Schema 2020-12. */
final class Schemas {
  private Schemas() {}

  /** Exactly one of several. */
  static Node.Mapping oneOf(Node.Mapping... schemas) {
    return Node.map().put("oneOf", Node.list(List.of(schemas))).node();
  }

  /** An object with these properties and no others. */
  static Node.Mapping closed(Node.Mapping properties, String... required) {
    Node.Builder schema = Node.map().put("type", Node.text("object")).put("properties", properties);
    if (required.length > 0) schema.put("required", Node.texts(List.of(required)));
    return schema.put("additionalProperties", Node.truth(false)).node();
  }
}
