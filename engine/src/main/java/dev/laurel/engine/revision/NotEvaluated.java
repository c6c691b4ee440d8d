package dev.laurel.engine.revision;

import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.Challenge;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.OfferSet;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Segment;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds in a pack what the engine loads but does not evaluate yet, by name and place, so that
 * nothing is ever ignored.
 */
final class NotEvaluated {
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

  /** Each construct once per place, in the pack's order; empty where all is evaluated. */
  static List<Found> in(Pack pack) {
    NotEvaluated search = new NotEvaluated();
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
    special(part, place);
    for (RecordComponent component : COMPONENTS.get(part.getClass()))
      walk(value(part, component), place + "/" + component.getName());
  }

  /** What is not a construct of its own but a choice within one. */
  private void special(Record part, String place) {
    switch (part) {
      // Which offer is made is not known where reasons for tiers are looked up by their place.
      case OfferSet.Offer offer -> {
        if (offer.then().stream().anyMatch(Outcome.GrantTier.class::isInstance))
          note("grant-tier by an offer", place + "/then");
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
      default -> {}
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
}
