package dev.laurel.samples.bench;

import dev.laurel.samples.bench.Outcome.Award;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A few awards, kept in the order of the rules. Not thread-safe. */
public final class Awards {
  private static final int FEW = 16;

  private int[] rules = new int[FEW];
  private long[] points = new long[FEW];
  private int size;

  /** Gives a rule, named by its index, more points. */
  public void add(int rule, long more) {
    int at = size;
    while (at > 0 && rules[at - 1] > rule) at--;
    if (at > 0 && rules[at - 1] == rule) {
      points[at - 1] += more;
      return;
    }
    if (size == rules.length) {
      rules = Arrays.copyOf(rules, 2 * size);
      points = Arrays.copyOf(points, 2 * size);
    }
    System.arraycopy(rules, at, rules, at + 1, size - at);
    System.arraycopy(points, at, points, at + 1, size - at);
    rules[at] = rule;
    points[at] = more;
    size++;
  }

  /** The decision, with the rules' ids by their indexes. */
  public Outcome outcome(String[] ids) {
    List<Award> awards = new ArrayList<>(size);
    for (int i = 0; i < size; i++) awards.add(new Award(ids[rules[i]], points[i]));
    return Outcome.of(awards);
  }
}
