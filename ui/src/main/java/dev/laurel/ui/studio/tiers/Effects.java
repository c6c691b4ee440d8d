package dev.laurel.ui.studio.tiers;

import dev.laurel.engine.overview.Forecast;
import dev.laurel.rules.language.Ladder;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Says in a sentence what an edit of a ladder does; only what changes. */
final class Effects {
  private Effects() {}

  /** How many members would be where; empty where nobody would move or it is not known. */
  static Optional<String> sentence(Rungs rungs, Optional<Ladder> live, Forecast forecast) {
    if (!(forecast instanceof Forecast.Counted counted)) return Optional.empty();
    Words words = Words.here();
    List<Forecast.Count> changed =
        counted.tiers().reversed().stream()
            .filter(count -> count.change() != 0)
            .sorted(Comparator.comparing(count -> count.change() < 0))
            .toList();
    List<String> said = new ArrayList<>();
    for (Forecast.Count count : changed) {
      String change = words.change(BigDecimal.valueOf(count.change()));
      String title = EffectCard.title(rungs, live, count.tier());
      said.add(
          said.isEmpty()
              ? words.of("tiers.effect.first", change, title)
              : words.of("tiers.effect.more", change, title));
    }
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(words.of("tiers.effect.all", words.list(said)));
  }

  /** Which thresholds are other ones than live. */
  static Optional<String> changes(Rungs rungs, UnaryOperator<String> metric) {
    Words words = Words.here();
    List<String> said = new ArrayList<>();
    for (Rungs.Rung rung : rungs.rungs())
      if (rung.isChanged())
        said.add(
            rung.live()
                .map(was ->
                    words.of(
                        "tiers.instead",
                        words.of(rung.tier().title()),
                        words.number(rung.from().orElseThrow()),
                        words.number(was)))
                .orElseGet(() ->
                    words.of(
                        "tiers.begins",
                        words.of(rung.tier().title()),
                        words.number(rung.from().orElseThrow()))));
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(
            words.of("tiers.changes", words.list(said), rungs.metric().map(metric).orElse("")));
  }
}
