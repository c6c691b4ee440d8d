package dev.laurel.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drivers count by an aggregation: match, skip, limit, then a group that adds up ones. The server's
 * own aggregation would read the whole collection; taken as a count, it goes by the indexes.
 *
 * @param group the constant that the driver groups by, which comes back in the reply
 * @param limit how many to count at most; 0 for all
 */
record Counting(@Nullable Object group, Document filter, int skip, int limit) {
  private static final Set<String> GROUP = Set.of("_id", "n");

  /** What the pipeline counts, or null if it does anything else. */
  static @Nullable Counting of(@Nullable Object pipeline) {
    if (!(pipeline instanceof List<?> stages) || stages.isEmpty()) return null;
    if (!(stages.getLast() instanceof Document last
        && last.get("$group") instanceof Document group)) return null;
    if (!countsOnes(group)) return null;
    var counting = new Counting(group.get("_id"), new Document(), 0, 0);
    int before = 0;
    for (Object stage : stages.subList(0, stages.size() - 1)) {
      if (!(stage instanceof Document document) || document.size() != 1) return null;
      String name = document.keySet().iterator().next();
      int rank = List.of("$match", "$skip", "$limit").indexOf(name) + 1;
      if (rank <= before) return null;
      before = rank;
      counting = counting.with(rank, document.get(name));
      if (counting == null) return null;
    }
    return counting;
  }

  private static boolean countsOnes(Document group) {
    return group.keySet().equals(GROUP)
        && (group.get("_id") == null || group.get("_id") instanceof Number)
        && group.get("n") instanceof Document sum
        && sum.size() == 1
        && sum.get("$sum") instanceof Number one
        && one.doubleValue() == 1;
  }

  private @Nullable Counting with(int rank, @Nullable Object value) {
    if (rank == 1)
      return value instanceof Document match ? new Counting(group, match, skip, limit) : null;
    if (!(value instanceof Number number)) return null;
    return rank == 2
        ? new Counting(group, filter, number.intValue(), limit)
        : new Counting(group, filter, skip, number.intValue());
  }
}
