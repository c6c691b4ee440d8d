package dev.laurel.rules.fault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects faults while reading goes on, up to a bound. Not thread-safe. */
public final class Faults {
  /** More faults than this are counted but not kept: nobody reads them and memory is bounded. */
  public static final int MOST = 1_000;

  private final List<Fault> kept = new ArrayList<>();
  private long found;

  public void add(Fault fault) {
    found++;
    if (kept.size() < MOST) kept.add(fault);
  }

  public void addAll(Collection<Fault> faults) {
    faults.forEach(this::add);
  }

  public boolean isEmpty() {
    return found == 0;
  }

  /** Whether further faults are only counted. */
  public boolean isFull() {
    return kept.size() >= MOST;
  }

  /** How many were found, kept or not. */
  public long found() {
    return found;
  }

  /** Those kept, by file, line, column, place. */
  public List<Fault> sorted() {
    return kept.stream().sorted().toList();
  }
}
