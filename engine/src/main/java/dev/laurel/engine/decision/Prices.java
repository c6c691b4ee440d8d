package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Benefit.Price;
import dev.laurel.rules.language.PointKind;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;

/** How many points may be redeemed for a benefit. */
final class Prices {
  private final Revision revision;
  private final Event event;

  Prices(Revision revision, Event event) {
    this.revision = revision;
    this.event = event;
  }

  /**
   * Why not; empty where nothing stands in the way.
   *
   * @param units in the kind's own unit
   */
  Optional<Refusal> refusal(Benefit benefit, String kind, long units) {
    return switch (benefit.price()) {
      case Price.Free free ->
          no("costs-nothing", "the benefit %s costs no points.".formatted(benefit.id()));
      case Price.Fixed(var asked, var points) ->
          kind.equals(asked) && units == units(asked, points)
              ? Optional.empty()
              : price(benefit, "%s %s".formatted(plain(points), asked));
      case Price.Linear(var asked, var points, var worth) ->
          kind.equals(asked) && units % units(asked, points) == 0
              ? Optional.empty()
              : price(benefit, "any multiple of %s %s".formatted(plain(points), asked));
      case Price.Steps(var asked, var steps) ->
          kind.equals(asked)
                  && steps.stream().anyMatch(step -> units == units(asked, step.points()))
              ? Optional.empty()
              : no(
                  "no-such-step",
                  "the benefit %s costs %s %s."
                      .formatted(
                          benefit.id(),
                          steps.stream()
                              .map(step -> plain(step.points()))
                              .collect(Collectors.joining(" or ")),
                          asked));
    };
  }

  private Optional<Refusal> price(Benefit benefit, String asked) {
    return no("not-the-price", "the benefit %s costs %s.".formatted(benefit.id(), asked));
  }

  private long units(String kind, BigDecimal points) {
    PointKind asked = revision.kind(kind);
    return points.multiply(BigDecimal.valueOf(Rounder.unitsPerPoint(asked))).longValueExact();
  }

  private static String plain(BigDecimal points) {
    return points.stripTrailingZeros().toPlainString();
  }

  private Optional<Refusal> no(String code, String why) {
    return Optional.of(
        new Refusal(code, "The %s %s was refused: %s".formatted(event.type(), event.id(), why)));
  }
}
