package dev.laurel.engine.revision;

import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.Challenge;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Validity;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.OfferSet;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.language.Trigger;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds in a pack what the engine loads but does not evaluate yet, by name and place, so that
 * nothing is ever ignored.
 */
final class NotEvaluated {
  /** Whoever uses one of these gets a refusal that names it. */
  static final Set<Class<?>> CONSTRUCTS = Set.of(Benefit.Codes.class, Segment.Membership.Rfm.class);

  /** Looking them up for each record anew took longer than making a rule base. */
  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          for (RecordComponent component : components) component.getAccessor().setAccessible(true);
          return components;
        }
      };

  private final List<Found> found = new ArrayList<>();

  /** A construct and where it stands. Immutable. */
  record Found(String construct, String place) {
    /** Such as {@code inactivity (programme/pointKinds/stars)}. */
    @Override
    public String toString() {
      return "%s (%s)".formatted(construct, place);
    }
  }

  private final boolean judgesAtReviewsOnly;
  private final Set<String> stocked;
  private final List<OfferSet> offers;

  private NotEvaluated(Pack pack) {
    this.offers = pack.offers();
    this.stocked =
        pack.benefits().stream()
            .filter(benefit -> benefit.stock().isPresent())
            .map(Benefit::id)
            .collect(Collectors.toSet());
    this.judgesAtReviewsOnly = pack.ladders().stream().allMatch(NotEvaluated::judgesAtReviewsOnly);
  }

  /** Whether no event but a review moves anybody, so that changed terms wait for one anyway. */
  private static boolean judgesAtReviewsOnly(Ladder ladder) {
    return ladder.upgrade() == Ladder.Moment.AT_REVIEW
        && ladder.renewal() == Ladder.Moment.AT_REVIEW
        && ladder.tiers().stream()
            .noneMatch(
                tier -> tier.validity().orElse(ladder.validity()) instanceof Validity.WhileMet);
  }

  /** Each construct once per place, in the pack's order; empty where all is evaluated. */
  static List<Found> in(Pack pack) {
    NotEvaluated search = new NotEvaluated(pack);
    search.walk(pack.programme(), "programme");
    search.walk(pack.ladders(), "ladders");
    search.walk(pack.earning(), "earning");
    search.walk(pack.challenges(), "challenges");
    search.walk(pack.campaigns(), "campaigns");
    search.walk(pack.segments(), "segments");
    search.walk(pack.benefits(), "benefits");
    search.walk(pack.offers(), "offers");
    return search.found.stream().distinct().toList();
  }

  private void walk(Object value, String place) {
    switch (value) {
      case Optional<?> optional -> optional.ifPresent(v -> walk(v, place));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) walk(list.get(i), place + "/" + name(list.get(i), i));
      }
      case Rows rows -> {}
      case Record part -> part(part, place);
      default -> {}
    }
  }

  private void part(Record part, String place) {
    if (CONSTRUCTS.contains(part.getClass())) {
      note(kebab(part.getClass().getSimpleName()), place);
      return;
    }
    special(part, place);
    for (RecordComponent component : COMPONENTS.get(part.getClass()))
      walk(value(part, component), place + "/" + component.getName());
  }

  /** What is not a construct of its own but a choice within one. */
  private void special(Record part, String place) {
    switch (part) {
      case Ladder ladder -> {
        // There is a next review only where terms end.
        if (ladder.upgrade() == Ladder.Moment.AT_REVIEW
            && (ladder.validity() instanceof Validity.WhileMet
                || ladder.validity() instanceof Validity.ForEver))
          note("upgrade at-review without a term", place);
        // A tier that is held while its condition is met has no term after which it could be kept.
        for (Ladder.Tier tier : ladder.tiers())
          if (tier.grace().or(ladder::grace).isPresent()
              && tier != ladder.tiers().getFirst()
              && tier.validity().orElse(ladder.validity()) instanceof Validity.WhileMet)
            note("grace while met", place + "/tiers/" + tier.id());
        // Nothing but its condition keeps such a tier, so a challenge could not.
        for (Ladder.Tier tier : ladder.tiers())
          if (tier.validity().orElse(ladder.validity()) instanceof Validity.WhileMet)
            for (Ladder.Match match : tier.matches())
              if (match.challenge().isPresent())
                note(
                    "challenge while met",
                    place + "/tiers/" + tier.id() + "/matches/" + match.id());
      }
      case Ladder.Tier tier -> {
        noGrants(tier.onUpgrade(), place + "/onUpgrade");
        noGrants(tier.onRenewal(), place + "/onRenewal");
        noStock(tier.onUpgrade(), place + "/onUpgrade");
        noStock(tier.onRenewal(), place + "/onRenewal");
      }
      case Ladder.Milestone mark -> {
        noGrants(mark.then(), place + "/then");
        noStock(mark.then(), place + "/then");
      }
      // Which offer is made is not known where reasons for tiers are looked up by their place.
      case OfferSet.Offer offer -> {
        if (offer.then().stream().anyMatch(Outcome.GrantTier.class::isInstance))
          note("grant-tier by an offer", place + "/then");
      }
      case EarningRule rule -> {
        if (isByTime(rule.on())) noStock(rule.then(), place + "/then");
      }
      case Challenge challenge -> {
        if (isByTime(challenge.on()))
          challenge.steps().forEach(step -> noStock(step.then(), place + "/steps/" + step.id()));
      }
      case Outcome.Entitle entitle -> {
        if (entitle.to() != Outcome.To.MEMBER) note("a benefit to another member", place);
      }
      case Campaign campaign -> {
        // Time passes without asking anybody for a share of a budget.
        boolean limited = campaign.budget().isPresent() || campaign.firstMembers().isPresent();
        if (limited && campaign.allRules().stream().anyMatch(rule -> isByTime(rule.on())))
          note("a budget of what time brings about", place);
      }
      case Outcome.Points points -> {
        boolean toAnother =
            points.to() == Outcome.To.REFERRER || points.to() == Outcome.To.REFERRED;
        if (toAnother) note("points to another member", place);
      }
      case PointKind kind -> {
        // A pool holds no tier, and which of its members' regular activity counts is not said.
        boolean follows =
            kind.expiry() instanceof PointKind.Expiry.ByTier
                || (kind.expiry() instanceof PointKind.Expiry.After after
                    && after.unlessActive().isPresent());
        if (kind.pooling().isPresent() && follows)
          note(
              "pooling of points whose day follows a tier or regular activity", place + "/pooling");
      }
      case Programme programme -> {
        programme
            .revision()
            .filter(change -> change.standing() == Programme.Change.Reach.AT_NEXT_REVIEW)
            .filter(_ -> !judgesAtReviewsOnly)
            .ifPresent(_ -> note("at-next-review beside at-once", place + "/revision"));
      }
      default -> {}
    }
  }

  /** Whether it may come about without an event of the member. */
  private static boolean isByTime(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Birthday _, Trigger.Anniversary _, Trigger.Inactivity _, Trigger.TierChange _ ->
          true;
      case Trigger.Purchase _,
          Trigger.Return _,
          Trigger.Redemption _,
          Trigger.Enrolment _,
          Trigger.Referral _,
          Trigger.CheckIn _,
          Trigger.Review _,
          Trigger.Survey _,
          Trigger.Complaint _,
          Trigger.Event _,
          Trigger.MessageOutcome _ ->
          false;
    };
  }

  /** What ladders give is given once it is settled which tier is held. */
  private void noGrants(List<Outcome> outcomes, String place) {
    if (outcomes.stream().anyMatch(Outcome.GrantTier.class::isInstance))
      note("grant-tier by a ladder", place);
  }

  /** Nobody is asked for a share of a stock once it is settled which tier is held. */
  private void noStock(List<Outcome> outcomes, String place) {
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Entitle(var benefit, var _, var _)
          && stocked.contains(benefit)) note("a stock of what time or a ladder hands out", place);
      if (outcome instanceof Outcome.Offer(var set))
        for (OfferSet each : offers)
          if (each.id().equals(set)) each.of().forEach(offer -> noStock(offer.then(), place));
    }
  }

  private void note(String construct, String place) {
    found.add(new Found(construct, place));
  }

  private static Object value(Record part, RecordComponent component) {
    try {
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The language's records are open to the engine.", e);
    }
  }

  private static String name(Object element, int index) {
    return switch (element) {
      case PointKind k -> k.id();
      case Metric m -> m.id();
      case Ladder l -> l.id();
      case Ladder.Tier t -> t.id();
      case Ladder.Milestone m -> m.id();
      case dev.laurel.rules.language.EarningGroup g -> g.id();
      case EarningRule r -> r.id();
      case Campaign c -> c.id();
      case Segment s -> s.id();
      case Challenge c -> c.id();
      case OfferSet o -> o.id();
      case OfferSet.Offer o -> o.id();
      case Benefit b -> b.id();
      case Challenge.Step s -> s.id();
      case Period p -> String.valueOf(index + 1);
      default -> String.valueOf(index + 1);
    };
  }

  /** {@code AtEvent} and {@code AT_EVENT} both give {@code at-event}. */
  private static String kebab(String name) {
    return name.contains("_") || name.equals(name.toUpperCase(Locale.ROOT))
        ? name.toLowerCase(Locale.ROOT).replace('_', '-')
        : name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
