package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Benefit.Price;
import dev.laurel.rules.language.PointKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a member may redeem points for a benefit, and how many. */
final class Prices {
  private final Revision revision;
  private final Working working;
  private final Event event;

  Prices(Revision revision, Working working, Event event) {
    this.revision = revision;
    this.working = working;
    this.event = event;
  }

  /**
   * Why not; empty where nothing stands in the way.
   *
   * @param units in the kind's own unit
   */
  Optional<Refusal> refusal(String id, String kind, long units) {
    Optional<Benefit> found =
        revision.pack().benefits().stream().filter(each -> each.id().equals(id)).findFirst();
    if (found.isEmpty())
      return no(
          "unknown-benefit",
          "the programme has no benefit %s. It has: %s."
              .formatted(
                  id,
                  revision.pack().benefits().stream()
                      .map(Benefit::id)
                      .collect(Collectors.joining(", "))));
    Benefit benefit = found.get();
    List<String> more = notEvaluated(benefit);
    if (!more.isEmpty())
      return no(
          "not-evaluated",
          "what the benefit %s says (%s) is not evaluated yet."
              .formatted(id, String.join(", ", more)));
    if (!benefit.tiers().isEmpty() && benefit.tiers().stream().noneMatch(working.tiers()::contains))
      return no(
          "not-entitled",
          "the benefit %s is for %s; the member is %s."
              .formatted(
                  id, String.join(", ", benefit.tiers()), String.join(", ", working.tiers())));
    return price(benefit, kind, units);
  }

  private static List<String> notEvaluated(Benefit benefit) {
    List<String> more = new ArrayList<>();
    if (!benefit.segments().isEmpty()) more.add("segments");
    if (!benefit.when().byId().isEmpty()) more.add("when");
    if (benefit.entitlement().isPresent()) more.add("entitlement");
    if (benefit.stock().isPresent()) more.add("stock");
    if (benefit.codes().isPresent()) more.add("codes");
    if (benefit.reservation().isPresent()) more.add("reservation");
    return more;
  }

  private Optional<Refusal> price(Benefit benefit, String kind, long units) {
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
