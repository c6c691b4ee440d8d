package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Scenario.Happening;
import dev.laurel.rules.language.Scenario.Line;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.vocabulary.Word;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What happens in a step of a scenario. */
final class HappeningCheck {
  /** Events that are written in a form of their own. */
  private static final Set<String> OWN_FORM = Set.of("purchase", "return", "redemption");

  private final Inspection in;
  private final DatumCheck data;

  HappeningCheck(Inspection in, DatumCheck data) {
    this.in = in;
    this.data = data;
  }

  /**
   * @param purchases the ids of the purchases so far; a further one is added
   */
  void check(Happening happening, Set<String> purchases, Place at) {
    switch (happening) {
      case Happening.Purchase purchase -> purchase(purchase, purchases, at);
      case Happening.Return goods -> goods(goods, purchases, at);
      case Happening.Redemption(var kind, var points, var _) ->
          in.points(kind, points, at.of("points"));
      case Happening.Other other -> other(other, at);
      case Happening.Change(var attributes) ->
          data.check(attributes, data.ofMember(), at.of("attributes"));
      case Happening.Grant _, Happening.Use _ -> {}
      case Happening.Adjust(var kind, var points, var _) ->
          in.points(kind, points, at.of("points"));
      case Happening.Transfer(var kind, var points, var _) ->
          in.points(kind, points, at.of("points"));
      case Happening.JoinPool _, Happening.LeavePool _ -> {}
    }
  }

  private void purchase(Happening.Purchase purchase, Set<String> purchases, Place at) {
    purchase
        .id()
        .filter(id -> !purchases.add(id))
        .ifPresent(id ->
            in.sink()
                .add(
                    "duplicate-id",
                    at.of("id"),
                    id,
                    "The id \"%s\" is given twice.".formatted(id),
                    "Give one of the two another id."));
    if (purchase.amount().isEmpty() && purchase.lines().isEmpty()) noAmount(at);
    money(purchase.amount(), at.of("amount"));
    money(purchase.tax(), at.of("tax"));
    money(purchase.shipping(), at.of("shipping"));
    money(purchase.discount(), at.of("discount"));
    money(purchase.paidWithPoints(), at.of("paidWithPoints"));
    money(purchase.paidWithGiftCard(), at.of("paidWithGiftCard"));
    lines(purchase.lines(), at.of("lines"));
    data.check(purchase.attributes(), data.ofPurchase(), at.of("attributes"));
  }

  private void goods(Happening.Return goods, Set<String> purchases, Place at) {
    goods
        .of()
        .filter(id -> !purchases.contains(id))
        .ifPresent(id ->
            in.sink()
                .unknown(
                    "unknown-reference",
                    at.of("of"),
                    id,
                    "the id of a purchase in an earlier step",
                    () -> purchases));
    if (goods.of().isEmpty() && goods.amount().isEmpty() && goods.lines().isEmpty()) noAmount(at);
    money(goods.amount(), at.of("amount"));
    lines(goods.lines(), at.of("lines"));
  }

  private void noAmount(Place at) {
    in.sink().add("no-amount", at, "", "Nobody knows the amount.", "Add an amount or lines.");
  }

  private void lines(List<Line> lines, Place at) {
    Map<String, Word> words = lines.isEmpty() ? Map.of() : data.ofLine();
    at.each(
        lines,
        line -> "",
        (place, line) -> {
          in.money(line.amount(), place.of("amount"));
          data.check(line.attributes(), words, place.of("attributes"));
        });
  }

  private void money(Optional<BigDecimal> amount, Place at) {
    amount.ifPresent(it -> in.money(it, at));
  }

  private void other(Happening.Other other, Place at) {
    String event = other.event();
    Set<String> known = new TreeSet<>(in.declared().ids(Thing.EVENT));
    known.removeAll(OWN_FORM);
    if (OWN_FORM.contains(event))
      in.sink()
          .add(
              "own-form",
              at.of("event"),
              event,
              "A %s is written in a form of its own.".formatted(event),
              "Write type: %s.".formatted(event));
    else if (!known.contains(event))
      in.sink().unknown("unknown-reference", at.of("event"), event, "a type of event", () -> known);
    else
      data.check(
          other.attributes(),
          event.equals("enrolment") ? data.ofMember() : data.ofEvent(event),
          at.of("attributes"));
  }
}
