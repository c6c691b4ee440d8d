package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.OfferSet;
import dev.laurel.rules.language.OfferSet.Offer;
import dev.laurel.rules.language.Outcome;
import java.util.List;

/** Offers: asked where rules make them, or at any moment where none does. */
final class OfferCheck {
  private final Inspection in;
  private final OutcomeCheck outcomes;

  /**
   * @param outcomes has looked at all that makes offers
   */
  OfferCheck(Inspection in, OutcomeCheck outcomes) {
    this.in = in;
    this.outcomes = outcomes;
  }

  void check(List<OfferSet> sets) {
    Place.ROOT.of("offers").each(sets, OfferSet::id, this::set);
  }

  private void set(Place at, OfferSet set) {
    if (set.of().isEmpty()) in.sink().emptyList(at.of("of"), "The set holds no offer.", "Add one.");
    Setting setting =
        outcomes
            .offered(set.id())
            .orElseGet(() -> Setting.atAnyMoment("an offer that no rule makes"));
    at.of("of").each(set.of(), Offer::id, (place, offer) -> offer(offer, setting, place));
  }

  private void offer(Offer offer, Setting setting, Place at) {
    in.rows(offer.when(), setting, at.of("when"));
    in.rows(offer.unless(), setting, at.of("unless"));
    outcomes.checkSome(offer.then(), setting, at.of("then"));
    at.of("then")
        .each(
            offer.then(),
            outcome -> "",
            (place, outcome) -> {
              if (outcome instanceof Outcome.Offer(String other))
                in.sink()
                    .add(
                        "offer-in-offer",
                        place,
                        other,
                        "An offer cannot make another one.",
                        "Say what the member gets.");
            });
  }
}
