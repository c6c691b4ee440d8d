package dev.laurel.engine.overview;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How all members stood together. Immutable.
 *
 * @param asOf when the pass that counted them began; whoever was changed during it may be counted
 *     as before or as after
 * @param revision the digest of the revision by which points were valued
 * @param tiers how many members held each tier, by ladder and tier
 * @param kinds one for each point kind, in the programme's order
 * @param gathered what they had beside tiers and points; nothing where it was not counted yet
 */
public record Overview(
    Instant asOf,
    String revision,
    long members,
    SortedMap<String, SortedMap<String, Long>> tiers,
    List<Sums> kinds,
    Gathered gathered) {
  /**
   * Sums of one point kind over all members, in the kind's unit: whole points or hundredths.
   *
   * @param earned all that was ever issued
   * @param lapsing of what is pending or available, what is gone on each day, by that day; what
   *     never lapses is not in it
   * @param worth what one point is worth as a liability, in the programme's currency; 0 where it
   *     carries none
   * @param liability of what is available, pending and reserved, in the programme's currency,
   *     rounded half up to its decimals
   */
  public record Sums(
      String kind,
      long earned,
      long redeemed,
      long expired,
      long reversed,
      long available,
      long pending,
      long reserved,
      long debt,
      SortedMap<LocalDate, Long> lapsing,
      BigDecimal worth,
      BigDecimal liability) {
    public Sums {
      lapsing = Collections.unmodifiableSortedMap(new TreeMap<>(lapsing));
    }

    /** What members hold and can spend, now or later. */
    public long outstanding() {
      return available + pending + reserved;
    }

    /** What lapses from one day on and before another. */
    public long lapsing(LocalDate from, LocalDate before) {
      return lapsing.subMap(from, before).values().stream().mapToLong(Long::longValue).sum();
    }
  }

  public Overview {
    SortedMap<String, SortedMap<String, Long>> copy = new TreeMap<>();
    tiers.forEach(
        (ladder, of) -> copy.put(ladder, Collections.unmodifiableSortedMap(new TreeMap<>(of))));
    tiers = Collections.unmodifiableSortedMap(copy);
    kinds = List.copyOf(kinds);
    // Overviews of earlier days say nothing of it.
    gathered = Objects.requireNonNullElse(gathered, Gathered.NOTHING);
  }

  /** How many members hold a tier. */
  public long members(String ladder, String tier) {
    Map<String, Long> of = tiers.get(ladder);
    return of == null ? 0 : of.getOrDefault(tier, 0L);
  }

  /** Of how many members it was gathered what they had beside tiers and points. */
  public long lookedAt() {
    return members - gathered.skipped();
  }

  /** The liability of all kinds together. */
  public BigDecimal liability() {
    return kinds.stream().map(Sums::liability).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
