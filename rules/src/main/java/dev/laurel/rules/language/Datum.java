package dev.laurel.rules.language;

import dev.laurel.rules.condition.Value;
import java.util.List;

/**
 * What an attribute holds: one value, or several texts without order. Immutable.
 *
 * <p>In a pack: a scalar, or a list of texts.
 */
public sealed interface Datum {
  /** One value. */
  record One(Value value) implements Datum {}

  /** Several texts; kept sorted and without doubles, so that equal sets are equal. */
  record Several(List<String> texts) implements Datum {
    public Several {
      texts = texts.stream().distinct().sorted().toList();
    }
  }

  static Datum of(Value value) {
    return new One(value);
  }
}
