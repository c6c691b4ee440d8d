package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Benefit.Codes;
import dev.laurel.rules.language.Benefit.Price;
import dev.laurel.rules.language.PointKind.Use;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** Whether benefits can be paid for with the points they ask for. */
final class BenefitCheck {
  private static final Setting SETTING = Setting.atAnyMoment("a benefit");

  /** So many characters of a code nobody can know beforehand. */
  private static final int LEAST_UNGUESSABLE = 6;

  private static final Pattern CODE = Pattern.compile("[A-Z0-9-]*");

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
              benefit.codes().ifPresent(codes -> codes(codes, benefit, at));
            });
  }

  private void codes(Codes codes, Benefit benefit, Place at) {
    if (!CODE.matcher(codes.prefix()).matches())
      in.sink()
          .add(
              "bad-prefix",
              at.of("codes").of("prefix"),
              codes.prefix(),
              "A code is read aloud and typed in.",
              "Write capital letters, digits and hyphens only.");
    if (codes.length() - codes.prefix().length() < LEAST_UNGUESSABLE)
      in.sink()
          .add(
              "code-too-short",
              at.of("codes").of("length"),
              String.valueOf(codes.length()),
              "Behind \"%s\" fewer than %d characters would be left to guess."
                  .formatted(codes.prefix(), LEAST_UNGUESSABLE),
              "Make the codes longer, or what they begin with shorter.");
    if (benefit.isHeld())
      in.sink()
          .add(
              "codes-of-held",
              at.of("codes"),
              benefit.id(),
              "Whoever \"%s\" names has it without its being handed out, so nobody gets a code."
                  .formatted(benefit.id()),
              "Leave codes out, or name nobody and let a rule hand it out.");
    benefit
        .entitlement()
        .filter(terms -> terms.uses() != 1 || terms.over().isPresent())
        .ifPresent(_ ->
            in.sink()
                .add(
                    "code-used-often",
                    at.of("entitlement").of("uses"),
                    "",
                    "Each code is used once.",
                    "Leave uses and over out and hand out several, or leave codes out."));
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
