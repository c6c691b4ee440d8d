package dev.laurel.rules.pack;

import org.jspecify.annotations.Nullable;

/**
 * Writes a tree as YAML 1.2 in one fixed layout. A list or map stands on one line, in brackets,
 * where that line has at most {@value #WIDEST} columns and nothing in it needs quotes; everything
 * else stands in block style, indented by two. Long texts are never folded.
 */
final class YamlWriter {
  private static final int WIDEST = 100;

  private final StringBuilder out = new StringBuilder();

  private YamlWriter() {}

  /** The document; empty where the map is. */
  static String write(Node.Mapping document) {
    YamlWriter writer = new YamlWriter();
    for (Node.Entry entry : document.entries()) {
      writer.out.append(Quoting.key(entry.key()));
      writer.out.append(':');
      writer.section(entry.value());
    }
    return writer.out.toString();
  }

  /** What stands at the top of a file is always in block style: it is where files grow. */
  private void section(Node node) {
    if (node instanceof Node.Scalar || isEmpty(node)) value(node, 0);
    else {
      out.append('\n');
      block(node, 2);
    }
  }

  private void block(Node node, int indent) {
    switch (node) {
      case Node.Mapping map -> {
        for (Node.Entry entry : map.entries()) {
          indent(indent);
          entry(entry, indent);
        }
      }
      case Node.Sequence list -> {
        for (Node item : list.items()) {
          indent(indent);
          item(item, indent);
        }
      }
      case Node.Scalar ignored -> throw new IllegalStateException("A scalar is no block.");
    }
  }

  private void entry(Node.Entry entry, int indent) {
    out.append(Quoting.key(entry.key())).append(':');
    value(entry.value(), indent);
  }

  /** What follows a key. */
  private void value(Node node, int indent) {
    if (node instanceof Node.Scalar scalar) {
      out.append(' ').append(Quoting.scalar(scalar, indent + 2)).append('\n');
      return;
    }
    String line = line(node);
    if (line != null) out.append(' ').append(line).append('\n');
    else {
      out.append('\n');
      block(node, indent + 2);
    }
  }

  private void item(Node item, int indent) {
    out.append('-');
    String line = item instanceof Node.Scalar ? null : line(item);
    if (line != null) out.append(' ').append(line).append('\n');
    else
      switch (item) {
        case Node.Mapping map -> {
          out.append(' ');
          entry(map.entries().getFirst(), indent + 2);
          for (Node.Entry entry : map.entries().subList(1, map.entries().size())) {
            indent(indent + 2);
            entry(entry, indent + 2);
          }
        }
        case Node.Scalar scalar -> value(scalar, indent);
        case Node.Sequence list -> value(list, indent);
      }
  }

  private void indent(int indent) {
    out.repeat(' ', indent);
  }

  private static boolean isEmpty(Node node) {
    return switch (node) {
      case Node.Mapping map -> map.entries().isEmpty();
      case Node.Sequence list -> list.items().isEmpty();
      case Node.Scalar ignored -> false;
    };
  }

  /** The node on one line after what stands there already; null where it does not fit. */
  private @Nullable String line(Node node) {
    int column = out.length() - (out.lastIndexOf("\n") + 1);
    StringBuilder line = new StringBuilder();
    return flow(node, line, WIDEST - column - 1) ? line.toString() : null;
  }

  private static boolean flow(Node node, StringBuilder line, int room) {
    switch (node) {
      case Node.Scalar scalar -> {
        if (!Quoting.mayStandInFlow(scalar)) return false;
        line.append(scalar.text());
      }
      case Node.Sequence list -> {
        line.append('[');
        for (Node item : list.items()) {
          if (line.charAt(line.length() - 1) != '[') line.append(", ");
          if (!flow(item, line, room)) return false;
        }
        line.append(']');
      }
      case Node.Mapping map -> {
        line.append('{');
        for (Node.Entry entry : map.entries()) {
          if (line.charAt(line.length() - 1) != '{') line.append(", ");
          if (!Quoting.mayBeKeyInFlow(entry.key())) return false;
          line.append(entry.key().text()).append(": ");
          if (!flow(entry.value(), line, room)) return false;
        }
        line.append('}');
      }
    }
    return line.length() <= room;
  }
}
