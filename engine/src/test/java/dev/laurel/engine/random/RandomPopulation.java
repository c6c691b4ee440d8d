package dev.laurel.engine.random;

import dev.laurel.engine.member.Quintiles;
import dev.laurel.engine.member.Quintiles.Bounds;
import dev.laurel.engine.member.Quintiles.Starts;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.language.Segment.Membership;
import dev.laurel.rules.vocabulary.HiddenMetrics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** Some snapshots of a population that nobody ever saw, each from the start of a day on. */
final class RandomPopulation {
  private final Dice dice;
  private final Pack pack;

  RandomPopulation(Dice dice, Pack pack) {
    this.dice = dice;
    this.pack = pack;
  }

  List<Quintiles> snapshots() {
    List<Quintiles> all = new ArrayList<>();
    LocalDate day = LocalDate.of(2023, 1, 1).plusDays(dice.between(0, 600));
    for (int i = dice.between(1, 6); i > 0; i--) {
      all.add(snapshot(day));
      day = day.plusDays(dice.between(1, 300));
    }
    return all;
  }

  private Quintiles snapshot(LocalDate day) {
    SortedMap<String, Bounds> over = new TreeMap<>();
    for (Segment segment : pack.segments())
      if (segment.is() instanceof Membership.Rfm rfm && dice.chance(95))
        over.put(HiddenMetrics.described(pack, rfm.over()), bounds(day));
    return new Quintiles(
        day.minusDays(1), day.atStartOfDay(pack.programme().zone()).toInstant(), over);
  }

  private Bounds bounds(LocalDate day) {
    return new Bounds(
        dice.chance(95) ? dice.between(1, 1_000) : 0,
        starts(() -> day.toEpochDay() - dice.between(-60, 200)),
        starts(() -> dice.between(1, 6)),
        starts(() -> dice.between(-200, 20_000)));
  }

  private static Starts starts(LongSupplier value) {
    long[] of = {value.getAsLong(), value.getAsLong(), value.getAsLong(), value.getAsLong()};
    Arrays.sort(of);
    return new Starts(of[0], of[1], of[2], of[3]);
  }
}
