package dev.laurel.engine.agreement;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.random.Case;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Rows;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Takes away from a case whatever is not needed for it to differ: events, and whatever stands in
 * its pack in a list, in rows or as an option.
 */
final class Shrinker {
  private final Predicate<Case> differs;

  /**
   * @param differs whether a smaller case still shows the difference; one that cannot be told,
   *     since something that it names is gone, does not
   */
  Shrinker(Predicate<Case> differs) {
    this.differs = differs;
  }

  /** The smallest case that is reached by taking away one thing after the other. */
  Case shrink(Case found) {
    Case least = found;
    for (Optional<Case> smaller = step(least); smaller.isPresent(); smaller = step(least))
      least = smaller.get();
    return least;
  }

  private Optional<Case> step(Case least) {
    return smaller(least).stream().filter(this::stillDiffers).findFirst();
  }

  private boolean stillDiffers(Case smaller) {
    try {
      return differs.test(smaller);
    } catch (RuntimeException cannotBeTold) {
      return false;
    }
  }

  private static List<Case> smaller(Case of) {
    List<Case> all = new ArrayList<>();
    without(
        of.events(),
        events -> {
          if (!((List<?>) events).isEmpty()) all.add(until(of, (List<Event>) events));
        });
    Instant last = of.events().getLast().occurredAt();
    if (of.end().isAfter(last))
      all.add(new Case(of.pack(), of.used(), of.population(), of.events(), last));
    without(
        of.pack(),
        pack -> all.add(new Case((Pack) pack, of.used(), of.population(), of.events(), of.end())));
    return all;
  }

  private static Case until(Case of, List<Event> events) {
    Instant last = events.getLast().occurredAt();
    return new Case(
        of.pack(), of.used(), of.population(), events, of.end().isBefore(last) ? last : of.end());
  }

  /** All that lack one thing. */
  private static void without(Object of, Consumer<Object> smaller) {
    switch (of) {
      case List<?> list -> {
        for (int i = list.size() - 1; i >= 0; i--) {
          int place = i;
          List<Object> fewer = new ArrayList<>(list);
          fewer.remove(place);
          smaller.accept(List.copyOf(fewer));
          without(
              list.get(place),
              part -> {
                List<Object> other = new ArrayList<>(list);
                other.set(place, part);
                smaller.accept(List.copyOf(other));
              });
        }
      }
      case Optional<?> option ->
          option.ifPresent(value -> {
            smaller.accept(Optional.empty());
            without(value, part -> smaller.accept(Optional.of(part)));
          });
      case Rows rows ->
          rows.byId()
              .keySet()
              .forEach(id -> {
                var fewer = new LinkedHashMap<>(rows.byId());
                fewer.remove(id);
                smaller.accept(new Rows(fewer));
              });
      case Event event -> {}
      case Record part -> parts(part, smaller);
      default -> {}
    }
  }

  private static void parts(Record whole, Consumer<Object> smaller) {
    RecordComponent[] components = whole.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    try {
      for (int i = 0; i < values.length; i++) values[i] = components[i].getAccessor().invoke(whole);
      var constructor =
          whole
              .getClass()
              .getDeclaredConstructor(
                  Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
      for (int i = 0; i < values.length; i++) {
        int place = i;
        without(
            values[place],
            part -> {
              Object[] other = values.clone();
              other[place] = part;
              try {
                smaller.accept(constructor.newInstance(other));
              } catch (ReflectiveOperationException refused) {
                // The record itself does not accept it: no smaller case.
              }
            });
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Not to be taken apart: " + whole.getClass(), e);
    }
  }
}
