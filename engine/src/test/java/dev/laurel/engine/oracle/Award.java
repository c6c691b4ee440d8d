package dev.laurel.engine.oracle;

import dev.laurel.rules.language.PointKind;
import java.math.BigDecimal;
import java.util.Optional;

/** What a rule gives of one kind, while it is rounded and cut. */
final class Award {
  final Applied rule;
  final PointKind kind;
  final Ratio exact;
  final Optional<String> to;

  /** In the kind's own unit. */
  long units;

  Award(Applied rule, PointKind kind, Ratio exact, Optional<String> to) {
    this.to = to;
    this.rule = rule;
    this.kind = kind;
    this.exact = exact;
  }

  Ratio exactUnits() {
    return exact.times(Ratio.of(Programming.unitsPerPoint(kind)));
  }

  BigDecimal points() {
    return Programming.points(kind, units);
  }
}
