package dev.laurel.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the documents for a filter are found: which ranges of which map are read, and in which
 * direction.
 *
 * @param path the map to read, with what its keys are made of
 * @param ranges in the order of the keys, without overlap
 * @param backwards whether to read from the last to the first
 * @param ordered whether what is read comes in the order that was asked for
 * @param worth how much the ranges narrow the search; more is better
 */
record Plan(AccessPath path, List<KeyRange> ranges, boolean backwards, boolean ordered, int worth) {
  /** More ranges than this, made of combinations, are not worth to be looked up one by one. */
  private static final int MOST_COMBINATIONS = 1_000;

  private static final int EVERY_PART = 1_000;
  private static final int POINTS = 2;
  private static final int RANGE = 1;

  /**
   * The best of the paths.
   *
   * @param ids the one by id, which leads to every document
   * @param others are not asked for where the filter names ids
   */
  static Plan best(
      AccessPath ids,
      Supplier<List<AccessPath>> others,
      Document filter,
      @Nullable Document order) {
    Map<String, Demand> demands = Demand.of(filter);
    List<Part> wanted = Part.of(order);
    Plan best = new Builder(ids, demands, wanted).plan();
    if (best.worth >= EVERY_PART) return best;
    for (AccessPath path : others.get()) {
      Plan plan = new Builder(path, demands, wanted).plan();
      if (path.leadsToAll(demands) && plan.isBetterThan(best)) best = plan;
    }
    return best;
  }

  private boolean isBetterThan(Plan other) {
    if (worth != other.worth) return worth > other.worth;
    return ordered && !other.ordered;
  }

  /** Goes along the parts of the keys as far as the filter pins them down. */
  private static final class Builder {
    private final AccessPath path;
    private final Map<String, Demand> demands;
    private final List<Part> wanted;
    private final List<String> pinned = new ArrayList<>();
    private List<Key> prefixes = List.of(new Key(new byte[0]));
    private @Nullable KeyRange tail;
    private int worth;

    Builder(AccessPath path, Map<String, Demand> demands, List<Part> wanted) {
      this.path = path;
      this.demands = demands;
      this.wanted = wanted;
    }

    Plan plan() {
      int used = 0;
      for (Part part : path.parts()) {
        if (!narrow(part)) break;
        used++;
      }
      if (path.isUnique() && used == path.parts().size() && tail == null) worth += EVERY_PART;
      boolean forwards = runs(false);
      boolean backwards = !forwards && runs(true);
      return new Plan(path, ranges(), backwards, forwards || backwards, worth);
    }

    private boolean narrow(Part part) {
      Demand demand = demands.get(part.field());
      if (demand == null) return false;
      List<Key> points = demand.points(part.ascending());
      if (points != null && (prefixes.size() == 1 || fits(points))) {
        if (points.size() == 1) pinned.add(part.field());
        prefixes = combined(points);
        worth += POINTS;
        return true;
      }
      tail = demand.range(part.ascending(), path.hasManyValues());
      if (tail != null) worth += RANGE;
      return false;
    }

    private boolean fits(List<Key> points) {
      return (long) prefixes.size() * points.size() <= MOST_COMBINATIONS;
    }

    private List<Key> combined(List<Key> points) {
      var all = new ArrayList<Key>(prefixes.size() * points.size());
      for (Key prefix : prefixes) for (Key point : points) all.add(prefix.then(point));
      return all;
    }

    private List<KeyRange> ranges() {
      KeyRange last = tail;
      if (last == null && prefixes.size() == 1 && prefixes.getFirst().bytes().length == 0)
        return List.of(KeyRange.ALL);
      return prefixes.stream()
          .map(prefix -> last == null ? KeyRange.beginningWith(prefix) : last.behind(prefix))
          .filter(range -> !range.isEmpty())
          .toList();
    }

    /** Whether the keys, read in this direction, run in the order wanted. */
    private boolean runs(boolean backwards) {
      if (wanted.isEmpty()) return !backwards;
      if (path.hasManyValues()) return false;
      int met = 0;
      for (Part part : path.parts()) {
        if (met == wanted.size()) break;
        Part next = wanted.get(met);
        if (part.field().equals(next.field())
            && (part.ascending() != next.ascending()) == backwards) met++;
        else if (!pinned.contains(part.field())) return false;
      }
      return met == wanted.size();
    }
  }
}
