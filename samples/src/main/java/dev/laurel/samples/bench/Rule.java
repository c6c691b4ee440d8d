package dev.laurel.samples.bench;

import java.util.List;

/**
 * A rule of a workload. Immutable.
 *
 * @param id in the order of the rules, such as {@code r00017}
 * @param perLine whether it is asked of each line; it then gives for each line that it meets
 * @param tests all must hold
 */
public record Rule(String id, boolean perLine, List<Test> tests, Gives gives) {
  /** What it gives, once or for each line. */
  public sealed interface Gives {
    /** So many points. */
    record Points(long points) implements Gives {}

    /** So many points for each whole euro; amounts are in whole euros. */
    record PerEuro(long points) implements Gives {}
  }
}
