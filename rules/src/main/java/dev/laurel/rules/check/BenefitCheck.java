package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Benefit.Price;
import dev.laurel.rules.language.PointKind.Use;
import java.math.BigDecimal;
import java.util.List;

/** Whether benefits can be paid for with the points they ask for. */
final class BenefitCheck {
  private static final Setting SETTING = Setting.atAnyMoment("a benefit");

  private final Inspection in;

  BenefitCheck(Inspection in) {
    this.in = in;
  }

  void check(List<Benefit> benefits) {
    Place.ROOT
        .of("benefits")
        .each(
            benefits,
            Benefit::id,
            (at, benefit) -> {
              in.rows(benefit.when(), SETTING, at.of("when"));
              price(benefit.price(), at.of("price"));
            });
  }

  private void price(Price price, Place at) {
    switch (price) {
      case Price.Free() -> {}
      case Price.Fixed(var kind, var points) -> {
        redeemable(kind, at);
        in.points(kind, points, at.of("points"));
      }
      case Price.Linear(var kind, var points, var worth) -> {
        redeemable(kind, at);
        exchange(kind, points, worth, at);
      }
      case Price.Steps(var kind, var steps) -> {
        redeemable(kind, at);
        if (steps.isEmpty())
          in.sink().emptyList(at.of("steps"), "The price has no step.", "Add one.");
        at.of("steps")
            .each(
                steps,
                Price.Steps.Step::id,
                (place, step) -> exchange(kind, step.points(), step.worth(), place));
        in.rising(steps, Price.Steps.Step::id, Price.Steps.Step::points, "points", at.of("steps"));
      }
    }
  }

  private void exchange(String kind, BigDecimal points, BigDecimal worth, Place at) {
    in.points(kind, points, at.of("points"));
    in.money(worth, at.of("worth"));
  }

  private void redeemable(String id, Place at) {
    in.kind(id)
        .filter(kind -> kind.use() == Use.QUALIFYING)
        .ifPresent(kind ->
            in.sink()
                .add(
                    "not-redeemable",
                    at.of("kind"),
                    id,
                    "Points of the kind \"%s\" cannot be spent.".formatted(id),
                    "Name a kind whose use is redeemable."));
  }
}
