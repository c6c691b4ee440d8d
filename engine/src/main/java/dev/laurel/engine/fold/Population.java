package dev.laurel.engine.fold;

import dev.laurel.engine.member.Quintiles;
import dev.laurel.engine.member.Quintiles.Bounds;
import dev.laurel.engine.member.Quintiles.Starts;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.vocabulary.HiddenMetrics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of all members together. Implementations are thread-safe, and give the same answer
 * for the same instant whenever they are asked.
 */
@FunctionalInterface
public interface Population {
  /** Where nobody counts the members. */
  Population UNKNOWN = _ -> Optional.empty();

  /**
   * One in which a member is always in these fifths, by the period that is looked at.
   *
   * @param pack that names the periods
   */
  static Population of(Pack pack, Map<String, Scenario.Fifths> fifths) {
    if (fifths.isEmpty()) return UNKNOWN;
    SortedMap<String, Bounds> over = new TreeMap<>();
    fifths.forEach((period, each) ->
        over.put(
            HiddenMetrics.described(pack, period),
            new Bounds(
                1,
                Starts.always(each.recency()),
                Starts.always(each.frequency()),
                Starts.always(each.money()))));
    Quintiles always = new Quintiles(LocalDate.EPOCH, Instant.EPOCH, over);
    return _ -> Optional.of(always);
  }

  /** By which snapshot it is judged at an instant; empty where there was none yet. */
  Optional<Quintiles> at(Instant asOf);
}
