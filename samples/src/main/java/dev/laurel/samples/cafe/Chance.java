package dev.laurel.samples.cafe;

import java.util.List;
import java.util.SplittableRandom;

/** Decisions by chance, in whole numbers so that they are the same everywhere. Not thread-safe. */
final class Chance {
  private final SplittableRandom random;

  Chance(SplittableRandom random) {
    this.random = random;
  }

  /** True in so many of a hundred cases. */
  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  /** True in one of so many cases. */
  boolean oneIn(int cases) {
    return random.nextInt(cases) == 0;
  }

  /** True in so many of {@code cases} cases. */
  boolean of(int chance, int cases) {
    return random.nextInt(cases) < chance;
  }

  /** From {@code from} to {@code to}, both included. */
  int between(int from, int to) {
    return random.nextInt(from, to + 1);
  }

  /** An index, each as often as its weight says. */
  int weighted(List<Integer> weights) {
    int left = random.nextInt(weights.stream().mapToInt(Integer::intValue).sum());
    int index = 0;
    while (left >= weights.get(index)) left -= weights.get(index++);
    return index;
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
