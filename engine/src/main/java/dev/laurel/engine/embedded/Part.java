package dev.laurel.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field in the keys of an index, or in an order, with its direction. */
record Part(String field, boolean ascending) {
  /** The parts of an order such as {@code {at: -1, _id: 1}}. */
  static List<Part> of(@Nullable Document order) {
    if (order == null) return List.of();
    return order.entrySet().stream()
        .map(entry -> new Part(entry.getKey(), isAscending(entry.getValue())))
        .toList();
  }

  private static boolean isAscending(@Nullable Object direction) {
    return !(direction instanceof Number number) || number.intValue() > 0;
  }
}
