package dev.laurel.engine.oracle;

import dev.laurel.rules.language.PointKind;
import java.math.BigDecimal;

/** What a rule gives of one kind, while it is rounded and cut. */
final class Award {
  final Applied rule;
  final PointKind kind;
  final Ratio exact;

  /** In the kind's own unit. */
  long units;

  Award(Applied rule, PointKind kind, Ratio exact) {
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
