package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.revision.BenefitPlan;
import dev.laurel.engine.revision.BudgetPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Grants what decisions ask of campaigns' budgets. Whoever uses it says what becomes of what was
 * granted in a way of its own.
 */
public interface Grants {
  /**
   * What was granted.
   *
   * @param amount 0 to what was wanted
   * @param share the number of the share that it comes from, from 1; of any where nothing was
   *     granted
   */
  record Grant(long amount, long share) {
    public static final Grant NOTHING = new Grant(0, 1);
  }

  /** For programmes without budgets: there is nobody to ask. */
  Grants NONE =
      (budget, event, wanted) -> {
        throw new IllegalStateException(
            "The event %s asks for %s, but nothing here grants budgets."
                .formatted(event.id(), budget.key()));
      };

  /** For whoever only asks what would be, and keeps nothing of it: all is there. */
  Grants FREELY = (_, _, wanted) -> new Grant(wanted, 1);

  /** What time needs of budgets and codes is granted to each of its events by itself. */
  static Grants each(Function<Event, Grants> to) {
    return new Grants() {
      @Override
      public Grant take(BudgetPlan budget, Event event, long wanted) {
        return to.apply(event).take(budget, event, wanted);
      }

      @Override
      public List<String> codes(BenefitPlan benefit, Event event, int count) {
        return to.apply(event).codes(benefit, event, count);
      }

      @Override
      public Optional<Given.Code> code(String code, Event event) {
        return to.apply(event).code(code, event);
      }

      @Override
      public Set<String> messages(Event event) {
        return to.apply(event).messages(event);
      }

      @Override
      public Map<String, List<LocalDate>> sentLater(Event event) {
        return to.apply(event).sentLater(event);
      }
    };
  }

  /**
   * Grants what is there of what is wanted.
   *
   * @param event the same event may ask again, when it is decided again
   * @param wanted in the budget's unit, more than 0; of places 1
   */
  Grant take(BudgetPlan budget, Event event, long wanted);

  /** Whether there is a member of this id, to whom points can be given. */
  default boolean isMember(String member) {
    return false;
  }

  /** How the member of this id stands who asks something of a pool; empty where there is none. */
  default Optional<Given.By> by(String member) {
    return isMember(member)
        ? Optional.of(new Given.By(Optional.empty(), new TreeSet<>()))
        : Optional.empty();
  }

  /**
   * What was decided of the event that a return takes back; empty where the member has none of that
   * name.
   *
   * @param of the id of that event, at the return's own source
   */
  default Optional<Bought> bought(Event returning, String of) {
    return Optional.empty();
  }

  /**
   * Codes for what an event hands out. Whoever only tries gets samples, which no code is like that
   * is given out.
   *
   * @param benefit one with codes
   * @param count more than 0
   */
  default List<String> codes(BenefitPlan benefit, Event event, int count) {
    return SampleCodes.of(benefit, event, 0, count);
  }

  /** For what and whom a code was given out; empty where it never was. */
  default Optional<Given.Code> code(String code, Event event) {
    return Optional.empty();
  }

  /**
   * The messages that an event made which is decided anew, by their ids in the pack: they are made
   * once, whatever is known later.
   */
  default Set<String> messages(Event event) {
    return Set.of();
  }

  /**
   * On which days after an event messages were made before the event is decided, by their ids in
   * the pack.
   */
  default Map<String, List<LocalDate>> sentLater(Event event) {
    return Map.of();
  }

  /** What was told outside of an event that is decided anew; empty where nothing was. */
  default Optional<Given.Effect> effect(Event event) {
    return Optional.empty();
  }
}
