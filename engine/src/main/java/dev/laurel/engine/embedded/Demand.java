package dev.laurel.engine.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a filter demands of one field, as far as an index can use it: a document that matches always
 * meets the demand, while one that meets it may still not match.
 */
final class Demand {
  private record Bound(Object value, boolean inclusive) {
    Key key() {
      return KeyEncoding.ascending(value);
    }
  }

  private @Nullable Collection<?> oneOf;
  private @Nullable Bound lower;
  private @Nullable Bound upper;

  /** The demands of a filter by field; what stands in "or", "nor" and the like demands nothing. */
  static Map<String, Demand> of(Document filter) {
    var demands = new HashMap<String, Demand>();
    collect(filter, demands);
    return demands;
  }

  private static void collect(Document filter, Map<String, Demand> demands) {
    filter.forEach((field, value) -> {
      if (field.equals("$and") && value instanceof Collection<?> parts) {
        for (Object part : parts) if (part instanceof Document all) collect(all, demands);
      } else if (!field.startsWith("$")) {
        demands.computeIfAbsent(field, _ -> new Demand()).restrict(value);
      }
    });
  }

  private void restrict(@Nullable Object value) {
    if (value instanceof Document document
        && document.keySet().stream().anyMatch(name -> name.startsWith("$")))
      document.forEach(this::restrict);
    else restrictTo(justOne(value));
  }

  private void restrict(String operator, @Nullable Object value) {
    switch (operator) {
      case "$eq" -> restrictTo(justOne(value));
      case "$in" -> {
        if (value instanceof Collection<?> values) restrictTo(values);
      }
      case "$gt", "$gte" -> {
        if (value != null && isOrdered(value)) raise(new Bound(value, operator.equals("$gte")));
      }
      case "$lt", "$lte" -> {
        if (value != null && isOrdered(value)) lessen(new Bound(value, operator.equals("$lte")));
      }
      default -> {} // No index helps with it.
    }
  }

  private void restrictTo(Collection<?> values) {
    for (Object value : values)
      if (value instanceof Collection || BsonRegularExpression.isRegularExpression(value)) return;
    if (oneOf == null || values.size() < oneOf.size()) oneOf = values;
  }

  private static Collection<?> justOne(@Nullable Object value) {
    return List.of(value == null ? Missing.getInstance() : value);
  }

  private static boolean isOrdered(Object value) {
    return !(Missing.isNullOrMissing(value)
        || value instanceof Collection
        || value instanceof MinKey
        || value instanceof MaxKey
        || BsonRegularExpression.isRegularExpression(value));
  }

  private void raise(Bound bound) {
    if (lower == null || bound.key().compareTo(lower.key()) > 0) lower = bound;
  }

  private void lessen(Bound bound) {
    if (upper == null || bound.key().compareTo(upper.key()) < 0) upper = bound;
  }

  /** The keys of the only values allowed, in their order, or null if more than some are allowed. */
  @Nullable List<Key> points(boolean ascending) {
    if (oneOf == null) return null;
    return oneOf.stream()
        .map(value -> KeyEncoding.encode(value, ascending))
        .sorted()
        .distinct()
        .toList();
  }

  /** Whether a document that lacks the field, or has null there, may meet the demand. */
  boolean allowsNull() {
    if (lower != null || upper != null) return false;
    return oneOf == null || oneOf.stream().anyMatch(Missing::isNullOrMissing);
  }

  /**
   * The range between the bounds, or null if there are none.
   *
   * @param manyValues whether a document can stand in the index with several values, of which one
   *     may lie above the lower bound and another below the upper
   */
  @Nullable KeyRange range(boolean ascending, boolean manyValues) {
    Bound least = lower;
    Bound most = least != null && manyValues ? null : upper;
    if (least == null && most == null) return null;
    Object typical = least != null ? least.value() : Objects.requireNonNull(most).value();
    KeyRange type = KeyRange.beginningWith(KeyEncoding.typeOf(typical, ascending));
    Bound first = ascending ? least : most;
    Bound last = ascending ? most : least;
    return new KeyRange(
        first == null ? type.from() : edge(first, ascending, !first.inclusive()),
        last == null ? type.to() : edge(last, ascending, last.inclusive()));
  }

  private static Key edge(Bound bound, boolean ascending, boolean behindEquals) {
    Key key = KeyEncoding.encode(bound.value(), ascending);
    return behindEquals ? Objects.requireNonNull(key.afterAllThatBeginWithThis()) : key;
  }
}
