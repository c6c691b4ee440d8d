package dev.laurel.samples.bench;

import java.util.List;

/**
 * What a rule of a workload asks of one fact, named by its path. Closed family, immutable.
 *
 * <p>Facts are texts, or whole numbers: amounts in cents, times in seconds of the day, else the
 * number itself.
 */
public sealed interface Test {
  /** The fact is this text. */
  record Is(String path, String text) implements Test {}

  /** The fact is at least this number. */
  record AtLeast(String path, long number) implements Test {}

  /** The fact lies in a range: the first included, the second not. */
  record Within(String path, long from, long below) implements Test {}

  /** One of them holds. */
  record Either(List<Test> tests) implements Test {}

  /** It does not hold. */
  record Not(Test test) implements Test {}
}
