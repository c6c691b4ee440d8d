package dev.laurel.engine.overview;

import dev.laurel.rules.language.Ladder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Moves members from one form of a ladder to another. */
final class Reckoning {
  private final List<Positions.Test> now;
  private final List<Positions.Test> then;
  private final List<String> tiers = new ArrayList<>();

  /** For each rung of the present ladder the row that counts it. */
  private final int[] rows;

  /** For each rung of the present ladder the one of the other that stands in its place. */
  private final int[] places;

  Reckoning(Ladder present, Ladder other, List<Positions.Test> now, List<Positions.Test> then) {
    this.now = now;
    this.then = then;
    other.tiers().forEach(tier -> tiers.add(tier.id()));
    int size = present.tiers().size();
    rows = new int[size];
    places = new int[size];
    int place = 0;
    for (int rung = 0; rung < size; rung++) {
      String id = present.tiers().get(rung).id();
      int there = tiers.subList(0, other.tiers().size()).indexOf(id);
      if (there >= 0) place = there;
      else tiers.add(id);
      rows[rung] = tiers.indexOf(id);
      places[rung] = place;
    }
  }

  Forecast.Counted of(short[] held, int members, Instant asOf, long all, long skipped) {
    long[][] moved = new long[tiers.size()][tiers.size()];
    for (int member = 0; member < members; member++)
      moved[rows[held[member]]][then(member, places[held[member]])]++;
    List<Forecast.Count> counts = new ArrayList<>();
    List<Forecast.Move> moves = new ArrayList<>();
    for (int tier = 0; tier < tiers.size(); tier++) {
      long before = 0;
      long after = 0;
      for (int with = 0; with < tiers.size(); with++) {
        before += moved[tier][with];
        after += moved[with][tier];
        if (with != tier && moved[tier][with] > 0)
          moves.add(new Forecast.Move(tiers.get(tier), tiers.get(with), moved[tier][with]));
      }
      counts.add(new Forecast.Count(tiers.get(tier), before, after));
    }
    return new Forecast.Counted(asOf, all, skipped, counts, moves);
  }

  private int then(int member, int held) {
    int earned = places[highest(now, member)];
    int would = highest(then, member);
    if (would > Math.max(held, earned)) return would;
    return would < held && held <= earned ? would : held;
  }

  private static int highest(List<Positions.Test> tests, int member) {
    for (int rung = tests.size() - 1; rung > 0; rung--)
      if (tests.get(rung).isMet(member)) return rung;
    return 0;
  }
}
