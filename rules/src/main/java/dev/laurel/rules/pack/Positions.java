package dev.laurel.rules.pack;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Place;
import dev.laurel.rules.pack.PackAssembly.Part;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the file, line and column of a place. */
record Positions(Map<String, List<Part>> sections) {
  /**
   * The fault with the position of its place, or of the nearest part of the pack around it that is
   * written down.
   */
  Fault locate(Fault fault) {
    String[] way = fault.place().split("/", -1);
    int deepest = -1;
    Fault located = fault;
    for (Part part : sections.getOrDefault(way[0], List.of())) {
      Node node = part.node();
      int depth = 0;
      for (Node next = node; next != null; ) {
        node = next;
        depth++;
        next = depth < way.length ? child(node, way[depth]) : null;
      }
      if (depth > deepest) {
        deepest = depth;
        located = at(fault, part.report().file(), node);
      }
    }
    return located;
  }

  private static @Nullable Node child(Node node, String name) {
    return switch (node) {
      case Node.Mapping map -> map.get(name);
      case Node.Sequence list -> {
        int index = 0;
        for (Node item : list.items())
          if (Place.ROOT.of(Node.idOf(item), index++).name().equals(name)) yield item;
        yield null;
      }
      case Node.Scalar ignored -> null;
    };
  }

  private static Fault at(Fault fault, String file, Node node) {
    return new Fault(
        fault.code(),
        file,
        node.line(),
        node.column(),
        fault.place(),
        fault.value(),
        fault.message(),
        fault.remedy());
  }
}
