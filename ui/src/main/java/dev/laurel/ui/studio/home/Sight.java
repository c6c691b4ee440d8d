package dev.laurel.ui.studio.home;

import dev.laurel.engine.operation.ProgrammeView;
import dev.laurel.engine.overview.Overview;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.ui.studio.frame.Standings;
import dev.laurel.ui.studio.frame.Words;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What the page shows. Immutable.
 *
 * @param before with what it is compared; empty where nothing older was counted
 * @param today the day of what was counted
 */
record Sight(ProgrammeView programme, Overview now, Optional<Overview> before, LocalDate today) {
  Pack pack() {
    return programme.revision().pack();
  }

  /** The kind of points that members mainly spend. */
  Optional<Overview.Sums> spendable() {
    return now.kinds().stream()
        .filter(sums -> Standings.kind(pack(), sums.kind()).use() == PointKind.Use.REDEEMABLE)
        .findFirst();
  }

  /** A sum of a kind as it was before; 0 where nothing older was counted. */
  long before(String kind, ToLongFunction<Overview.Sums> of) {
    return before.stream()
        .flatMap(all -> all.kinds().stream())
        .filter(sums -> sums.kind().equals(kind))
        .mapToLong(of)
        .findFirst()
        .orElse(0);
  }

  /** From which day on changes are told; empty where they are told from the beginning. */
  Optional<LocalDate> since() {
    return before.map(all -> all.asOf().atZone(programme.revision().zone()).toLocalDate());
  }

  /** As of when it was counted. */
  String asOf() {
    Words words = Words.here();
    return words.of("home.as-of", words.instant(now.asOf().atZone(programme.revision().zone())));
  }
}
