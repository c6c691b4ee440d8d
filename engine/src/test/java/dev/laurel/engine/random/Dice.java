package dev.laurel.engine.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Chance, by a seed. Not thread-safe. */
final class Dice {
  private final long seed;
  private final Random random;

  Dice(long seed) {
    this.seed = seed;
    this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
  }

  /** Dice of their own for one thing, so that throwing them moves nothing else. */
  Dice apart(String what) {
    return new Dice(seed * 31 + what.hashCode());
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** A whole number, both ends included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  @SafeVarargs
  final <T> T pick(T... of) {
    return of[random.nextInt(of.length)];
  }

  /** Some of these, each once, in a random order. */
  <T> List<T> some(List<T> of, int least, int most) {
    List<T> all = shuffled(of);
    return List.copyOf(all.subList(0, Math.min(all.size(), between(least, most))));
  }

  <T> List<T> shuffled(List<T> of) {
    List<T> all = new ArrayList<>(of);
    Collections.shuffle(all, random);
    return all;
  }

  <T> Optional<T> maybe(int percent, Supplier<T> of) {
    return chance(percent) ? Optional.of(of.get()) : Optional.empty();
  }

  /** So many of these. */
  <T> List<T> times(int times, Supplier<T> of) {
    List<T> all = new ArrayList<>();
    for (int i = 0; i < times; i++) all.add(of.get());
    return List.copyOf(all);
  }
}
