package dev.laurel.rules.pack;

import dev.laurel.rules.language.Mapping;
import dev.laurel.rules.language.Pack;
import java.util.List;

/**
 * JSON Schemas (2020-12) of format 1, made from the records of the language, for editors and for
 * those who write packs by program. They say less than {@link PackReader} asks: not whether a
 * condition can be read, how many decimal places a number has, nor what parts must be to one
 * another. What the reader takes, the schema takes. Stateless and thread-safe; the texts are always
 * the same.
 */
public final class PackSchema {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private PackSchema() {}

  /**
   * The schema of a whole pack in one document. The schema of each file stands under {@code
   * #/$defs/<file>}, such as {@code #/$defs/earning.yaml}.
   */
  public static String text() {
    Schemas schemas = new Schemas();
    Shape.Fields pack = Shapes.ofRecord(Pack.class);
    List<String> required =
        pack.fields().stream()
            .filter(field -> field.absent().isEmpty())
            .map(Shape.Field::name)
            .toList();
    Node.Mapping whole = schema(pack, Layout.sections(), required, schemas);
    Node.Builder definitions = Node.map();
    for (String file : Layout.files())
      definitions.put(file, schema(pack, Layout.allowedIn(file), List.of(), schemas));
    definitions.putAll(schemas.definitions());
    return JsonWriter.write(
        head("Laurel rule pack, format 1").putAll(whole).put("$defs", definitions.node()).node());
  }

  /** The schema of a mapping. */
  public static String mappingText() {
    Schemas schemas = new Schemas();
    Node.Mapping mapping = schemas.to(Shapes.of(Mapping.class));
    return JsonWriter.write(
        head("Laurel mapping, format 1")
            .putAll(mapping)
            .put("$defs", schemas.definitions())
            .node());
  }

  private static Node.Builder head(String title) {
    return Node.map().put("$schema", Node.text(DIALECT)).put("title", Node.text(title));
  }

  private static Node.Mapping schema(
      Shape.Fields pack, List<String> sections, List<String> required, Schemas schemas) {
    Node.Builder properties = Node.map();
    for (Shape.Field section : pack.fields())
      if (sections.contains(section.name()))
        properties.put(section.name(), schemas.property(section));
    return Schemas.closed(properties.node(), required);
  }
}
