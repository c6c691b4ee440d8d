package dev.laurel.engine.decision;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * What one rule gives before rounding: exact points by kind, in all and for each line they came
 * from. Immutable.
 *
 * @param total points by kind
 * @param byLine points by kind and line; empty where they came from no line
 * @param onward what the other side of a referral gets of it; most often there is none
 */
record Yield(
    Map<String, Fraction> total,
    Map<String, Map<Integer, Fraction>> byLine,
    Optional<Yield> onward) {
  static final Yield NOTHING = new Yield(Map.of(), Map.of());

  /** What the member gets. */
  Yield(Map<String, Fraction> total, Map<String, Map<Integer, Fraction>> byLine) {
    this(total, byLine, Optional.empty());
  }

  /** The same for the other side of a referral. */
  Yield toOther() {
    return new Yield(Map.of(), Map.of(), Optional.of(this));
  }

  static Yield of(String kind, Fraction points) {
    return new Yield(Map.of(kind, points), Map.of());
  }

  static Yield of(String kind, Map<Integer, Fraction> lines) {
    Fraction sum = lines.values().stream().reduce(Fraction.ZERO, Fraction::plus);
    return new Yield(Map.of(kind, sum), Map.of(kind, lines));
  }

  Yield plus(Yield other) {
    if (isNothing()) return other;
    if (other.isNothing()) return this;
    return new Yield(
        merge(total, other.total, Fraction::plus),
        merge(byLine, other.byLine, (a, b) -> merge(a, b, Fraction::plus)),
        onward.isPresent() && other.onward.isPresent()
            ? Optional.of(onward.get().plus(other.onward.get()))
            : onward.or(other::onward));
  }

  private boolean isNothing() {
    return total.isEmpty() && onward.isEmpty();
  }

  /** All of both; most often there is one kind of points, and it is the same. */
  private static <K, V> Map<K, V> merge(Map<K, V> some, Map<K, V> more, BinaryOperator<V> both) {
    if (more.isEmpty()) return some;
    if (some.isEmpty()) return more;
    if (some.size() == 1 && more.size() == 1) {
      Map.Entry<K, V> one = some.entrySet().iterator().next();
      V other = more.get(one.getKey());
      if (other != null) return Map.of(one.getKey(), both.apply(one.getValue(), other));
    }
    Map<K, V> all = new TreeMap<>(some);
    more.forEach((key, value) -> all.merge(key, value, both));
    return all;
  }

  /** Every amount times a factor. */
  Yield times(Fraction factor) {
    return new Yield(
        each(total, points -> points.times(factor)),
        each(byLine, of -> each(of, points -> points.times(factor))),
        onward.isEmpty() ? onward : Optional.of(onward.get().times(factor)));
  }

  private static <K, V> Map<K, V> each(Map<K, V> all, UnaryOperator<V> change) {
    if (all.isEmpty()) return all;
    if (all.size() == 1) {
      Map.Entry<K, V> one = all.entrySet().iterator().next();
      return Map.of(one.getKey(), change.apply(one.getValue()));
    }
    Map<K, V> changed = new TreeMap<>();
    all.forEach((key, value) -> changed.put(key, change.apply(value)));
    return changed;
  }

  /** What came from one line. */
  Yield ofLine(int line) {
    Map<String, Fraction> sum = new TreeMap<>();
    Map<String, Map<Integer, Fraction>> lines = new TreeMap<>();
    byLine.forEach((kind, of) -> {
      Fraction points = of.get(line);
      if (points != null) {
        sum.put(kind, points);
        lines.put(kind, Map.of(line, points));
      }
    });
    return new Yield(
        sum, lines, onward.isEmpty() ? onward : Optional.of(onward.get().ofLine(line)));
  }

  /** All points together, whatever their kind and whose, to compare which rule gives most. */
  Fraction sum() {
    Fraction own = total.values().stream().reduce(Fraction.ZERO, Fraction::plus);
    return onward.isEmpty() ? own : own.plus(onward.get().sum());
  }
}
