package dev.laurel.rules.pack;

import java.util.Iterator;

/** Writes a tree as JSON (RFC 8259), indented by two; a list of scalars stands on one line. */
final class JsonWriter {
  private final StringBuilder out = new StringBuilder();

  private JsonWriter() {}

  static String write(Node node) {
    JsonWriter writer = new JsonWriter();
    writer.node(node, 0);
    return writer.out.append('\n').toString();
  }

  private void node(Node node, int indent) {
    switch (node) {
      case Node.Scalar scalar -> scalar(scalar);
      case Node.Sequence list -> {
        boolean onOneLine = list.items().stream().allMatch(Node.Scalar.class::isInstance);
        out.append('[');
        for (Iterator<Node> items = list.items().iterator(); items.hasNext(); ) {
          if (!onOneLine) line(indent + 2);
          node(items.next(), indent + 2);
          if (items.hasNext()) out.append(onOneLine ? ", " : ",");
        }
        if (!onOneLine) line(indent);
        out.append(']');
      }
      case Node.Mapping map -> {
        out.append('{');
        for (Iterator<Node.Entry> entries = map.entries().iterator(); entries.hasNext(); ) {
          Node.Entry entry = entries.next();
          line(indent + 2);
          text(entry.key().text());
          out.append(": ");
          node(entry.value(), indent + 2);
          if (entries.hasNext()) out.append(',');
        }
        if (!map.entries().isEmpty()) line(indent);
        out.append('}');
      }
    }
  }

  private void line(int indent) {
    out.append('\n').repeat(' ', indent);
  }

  private void scalar(Node.Scalar scalar) {
    switch (scalar.kind()) {
      case TEXT -> text(scalar.text());
      case NUMBER, TRUTH -> out.append(scalar.text());
      case EMPTY, REFUSED -> out.append("null");
    }
  }

  private void text(String text) {
    out.append('"').append(Quoting.escaped(text)).append('"');
  }
}
