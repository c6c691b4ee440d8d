package dev.laurel.rules.pack;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.fault.Place;

/** Reports the faults of one file. Not thread-safe. */
record Report(String file, Faults faults) {
  /** A fault at a node. */
  void fault(String code, Node at, Place place, String message, String remedy) {
    fault(code, at, place, valueOf(at), message, remedy);
  }

  /** A fault at a node whose text is not what is wrong. */
  void fault(String code, Node at, Place place, String value, String message, String remedy) {
    fault(code, at.line(), at.column(), place, value, message, remedy);
  }

  void fault(
      String code, int line, int column, Place place, String value, String message, String remedy) {
    faults.add(new Fault(code, file, line, column, place.toString(), value, message, remedy));
  }

  /** A fault of the file as a whole. */
  void fault(String code, String message, String remedy) {
    fault(code, 0, 0, Place.ROOT, "", message, remedy);
  }

  private static String valueOf(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> scalar.text();
      case Node.Sequence list -> "a list of " + list.items().size();
      case Node.Mapping map -> "a map of " + map.entries().size();
    };
  }
}
