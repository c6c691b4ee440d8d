package dev.laurel.engine.recording;

import dev.laurel.engine.decision.Bought;
import dev.laurel.engine.decision.Given;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.decision.Remembered;
import dev.laurel.engine.decision.Stood;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.revision.BenefitPlan;
import dev.laurel.engine.revision.BudgetPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Grants to an event that is decided once more: what it was given first it is given again, and what
 * was told outside stays. Immutable.
 *
 * @param stood what stands of the event; empty of the one that came late
 * @param anew grants what was not asked for before
 * @param remembered what was decided anew before it
 * @param mailed tells which messages were made before
 */
record Again(Optional<Stood> stood, Grants anew, Remembered remembered, Grants mailed)
    implements Grants {
  /** Where no message was made. */
  Again(Optional<Stood> stood, Grants anew, Remembered remembered) {
    this(stood, anew, remembered, Grants.NONE);
  }

  @Override
  public Grant take(BudgetPlan budget, Event event, long wanted) {
    String key = budget.key();
    Optional<Given> given = stood.map(Stood::given);
    if (given.isPresent()) {
      long share = given.get().shares().getOrDefault(key, 1L);
      Boolean place = given.get().places().get(key);
      if (place != null) return new Grant(place ? 1 : 0, share);
      Long amount = given.get().budgets().get(key);
      if (amount != null) return new Grant(Math.min(amount, wanted), share);
      // Where one budget of a campaign gave nothing, nothing was taken of its others either.
      if (isSpent(given.get(), key.substring(0, key.lastIndexOf('/') + 1))) return Grant.NOTHING;
    }
    return anew.take(budget, event, wanted);
  }

  private static boolean isSpent(Given given, String campaign) {
    return given.budgets().entrySet().stream()
        .anyMatch(budget -> budget.getKey().startsWith(campaign) && budget.getValue() == 0);
  }

  @Override
  public Optional<Bought> bought(Event returning, String of) {
    return remembered.bought(returning, of).or(() -> anew.bought(returning, of));
  }

  @Override
  public boolean isMember(String member) {
    return stood
        .flatMap(before -> before.given().receiver())
        .orElseGet(() -> anew.isMember(member));
  }

  @Override
  public Optional<Given.By> by(String member) {
    return stood.isPresent() ? stood.get().given().by() : anew.by(member);
  }

  /** What somebody may have been shown stays. */
  @Override
  public List<String> codes(BenefitPlan benefit, Event event, int count) {
    List<String> all =
        new ArrayList<>(
            stood
                .map(before -> before.given().codes().getOrDefault(benefit.id(), List.of()))
                .orElse(List.of()));
    if (all.size() < count) all.addAll(anew.codes(benefit, event, count - all.size()));
    return List.copyOf(all.subList(0, count));
  }

  @Override
  public Optional<Given.Code> code(String code, Event event) {
    return stood.isPresent() ? stood.get().given().code() : anew.code(code, event);
  }

  @Override
  public Set<String> messages(Event event) {
    return mailed.messages(event);
  }

  @Override
  public Map<String, List<LocalDate>> sentLater(Event event) {
    return mailed.sentLater(event);
  }

  @Override
  public Optional<Given.Effect> effect(Event event) {
    return switch (event.body()) {
      case Body.Redemption _,
          Body.Reservation _,
          Body.Confirmation _,
          Body.Cancellation _,
          Body.Use _,
          Body.Transfer _,
          Body.PoolJoin _,
          Body.PoolLeave _,
          Body.PoolJoined _ ->
          stood.map(before -> new Given.Effect(before.latest().refusal()));
      case Body.Purchase _,
          Body.Return _,
          Body.Enrolment _,
          Body.Change _,
          Body.Other _,
          Body.Adjustment _,
          Body.Grant _,
          Body.Received _,
          Body.PoolLeft _,
          Body.PoolSpent _,
          Body.PoolPoints _,
          Body.PoolDeclined _,
          Body.ReferralReward _,
          Body.Due _ ->
          Optional.empty();
    };
  }
}
