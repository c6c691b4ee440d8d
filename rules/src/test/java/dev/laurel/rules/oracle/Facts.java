package dev.laurel.rules.oracle;

import dev.laurel.rules.condition.Value;
import java.util.List;
import java.util.Optional;

/** What is known when a condition is asked. */
public interface Facts {
  /** The value of a fact that holds one; empty where it is missing. */
  Optional<Value> value(String path);

  /** The texts of a fact that is a list; empty where it is missing. */
  Optional<List<String>> texts(String path);

  /**
   * The lines of the purchase, each with the facts whose paths begin with {@code line.}; empty
   * where there is no purchase.
   */
  Optional<List<Facts>> lines();

  /** The place of a tier on the ladder of a fact, larger for higher tiers; empty if not on it. */
  Optional<Integer> rank(String path, String tier);
}
