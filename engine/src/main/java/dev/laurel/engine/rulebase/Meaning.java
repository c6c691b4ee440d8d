package dev.laurel.engine.rulebase;

/**
 * A condition made ready to be asked of facts: met, refuted, or missing a value. Thread-safe.
 *
 * <p>The numbers are chosen so that "and" is the least, "or" the greatest and "not" the negative.
 */
@FunctionalInterface
interface Meaning {
  int MET = 1;
  int MISSING = 0;
  int REFUTED = -1;

  int of(Facts facts);

  default boolean met(Facts facts) {
    return of(facts) == MET;
  }
}
