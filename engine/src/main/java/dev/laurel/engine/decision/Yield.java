package dev.laurel.engine.decision;

import java.util.Map;
import java.util.TreeMap;

/**
 * What one rule gives before rounding: exact points by kind, in all and for each line they came
 * from. Immutable.
 *
 * @param total points by kind
 * @param byLine points by kind and line; empty where they came from no line
 */
record Yield(Map<String, Fraction> total, Map<String, Map<Integer, Fraction>> byLine) {
  static final Yield NOTHING = new Yield(Map.of(), Map.of());

  static Yield of(String kind, Fraction points) {
    return new Yield(Map.of(kind, points), Map.of());
  }

  static Yield of(String kind, Map<Integer, Fraction> lines) {
    Fraction sum = lines.values().stream().reduce(Fraction.ZERO, Fraction::plus);
    return new Yield(Map.of(kind, sum), Map.of(kind, lines));
  }

  Yield plus(Yield other) {
    if (total.isEmpty()) return other;
    if (other.total.isEmpty()) return this;
    Map<String, Fraction> sum = new TreeMap<>(total);
    other.total.forEach((kind, points) -> sum.merge(kind, points, Fraction::plus));
    Map<String, Map<Integer, Fraction>> lines = new TreeMap<>(byLine);
    other.byLine.forEach((kind, of) ->
        lines.merge(
            kind,
            of,
            (a, b) -> {
              Map<Integer, Fraction> both = new TreeMap<>(a);
              b.forEach((line, points) -> both.merge(line, points, Fraction::plus));
              return both;
            }));
    return new Yield(sum, lines);
  }

  /** Every amount times a factor. */
  Yield times(Fraction factor) {
    Map<String, Fraction> sum = new TreeMap<>();
    total.forEach((kind, points) -> sum.put(kind, points.times(factor)));
    Map<String, Map<Integer, Fraction>> lines = new TreeMap<>();
    byLine.forEach((kind, of) -> {
      Map<Integer, Fraction> more = new TreeMap<>();
      of.forEach((line, points) -> more.put(line, points.times(factor)));
      lines.put(kind, more);
    });
    return new Yield(sum, lines);
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
    return new Yield(sum, lines);
  }

  /** All points together, whatever their kind, to compare which rule gives most. */
  Fraction sum() {
    return total.values().stream().reduce(Fraction.ZERO, Fraction::plus);
  }
}
